import type { Change } from '@/lib/transaction/plan-change'
import { positionNow } from '@/lib/transaction/stake-now'
import type { PlanState } from '@/lib/transaction/state'
import type { Refusal, Warning } from '@/lib/transaction/types'
import type { GatewayIntent } from '@/lib/transaction/verb-types'

function fundsOf({ facts }: PlanState) {
  if (facts.kind !== 'gateway') throw new Error('The funds of the gateway were not read.')
  return facts
}

/** What is added to deposit and reserve, wei. */
function addedBy(intent: GatewayIntent): { depositWei: bigint; reserveWei: bigint } {
  switch (intent.verb) {
    case 'fundDeposit':
    case 'fundReserve': {
      const deposits = intent.verb === 'fundDeposit'
      return { depositWei: deposits ? intent.amountWei : 0n, reserveWei: deposits ? 0n : intent.amountWei }
    }
    case 'fundDepositAndReserve':
      return { depositWei: intent.depositWei, reserveWei: intent.reserveWei }
    case 'unlock':
    case 'cancelUnlock':
    case 'withdraw':
      return { depositWei: 0n, reserveWei: 0n }
  }
}

/** What these verbs change (contracts.md section 8). */
export function gatewayChange(state: PlanState, intent: GatewayIntent): Change {
  const { depositWei, reserveWei, withdrawRound, unlockPeriodRounds } = fundsOf(state)
  const still = { args: intent, after: positionNow(state), stakes: [], pool: null }
  switch (intent.verb) {
    case 'fundDeposit':
    case 'fundReserve':
    case 'fundDepositAndReserve': {
      const added = addedBy(intent)
      return {
        ...still,
        effects: [
          {
            kind: 'gateway-funded',
            depositBeforeWei: depositWei,
            depositAfterWei: depositWei + added.depositWei,
            reserveBeforeWei: reserveWei,
            reserveAfterWei: reserveWei + added.reserveWei,
          },
          ...(withdrawRound > 0n ? [{ kind: 'unlock-stopped' } as const] : []),
        ],
      }
    }
    case 'unlock': {
      const until = state.round.number + unlockPeriodRounds
      return { ...still, effects: [{ kind: 'unlock-started', withdrawRound: until }] }
    }
    case 'cancelUnlock':
      return { ...still, effects: [{ kind: 'unlock-stopped' }] }
    case 'withdraw':
      return { ...still, effects: [{ kind: 'gateway-withdrawn', depositWei, reserveWei }] }
  }
}

/** Why these verbs are impossible now (contracts.md section 8). */
export function gatewayRefusals(state: PlanState, intent: GatewayIntent): Refusal[] {
  const funds = fundsOf(state)
  const { withdrawRound } = funds
  const empty = funds.depositWei === 0n && funds.reserveWei === 0n
  const round = state.round.number
  switch (intent.verb) {
    case 'fundDeposit':
    case 'fundReserve':
    case 'fundDepositAndReserve': {
      const { depositWei, reserveWei } = addedBy(intent)
      const total = depositWei + reserveWei
      if (total === 0n) return [{ code: 'amount-zero', field: 'amount' }]
      // What is sent and the network fee come out of the same balance.
      return total >= state.ethWei
        ? [{ code: 'amount-over-eth', balanceWei: state.ethWei, field: 'amount' }]
        : []
    }
    case 'unlock':
      if (empty) return [{ code: 'gateway-empty', field: null }]
      return withdrawRound > 0n ? [{ code: 'unlock-running', withdrawRound, field: null }] : []
    case 'cancelUnlock':
      return withdrawRound === 0n ? [{ code: 'unlock-not-running', field: null }] : []
    case 'withdraw':
      if (empty) return [{ code: 'gateway-empty', field: null }]
      if (withdrawRound === 0n) return [{ code: 'unlock-not-running', field: null }]
      return round < withdrawRound ? [{ code: 'gateway-locked', withdrawRound, round, field: null }] : []
  }
}

/** What to know before these verbs. */
export function gatewayWarnings(state: PlanState, intent: GatewayIntent): Warning[] {
  const { withdrawRound, unlockPeriodRounds } = fundsOf(state)
  switch (intent.verb) {
    case 'fundDeposit':
    case 'fundReserve':
    case 'fundDepositAndReserve':
      return withdrawRound > 0n ? [{ code: 'unlock-stops' }] : []
    case 'unlock': {
      const until = state.round.number + unlockPeriodRounds
      return [{ code: 'gateway-wait', rounds: unlockPeriodRounds, withdrawRound: until }]
    }
    case 'cancelUnlock':
      return []
    case 'withdraw':
      return [{ code: 'tickets-worthless' }]
  }
}
