import { type Address, isAddressEqual, maxUint256, zeroAddress } from 'viem'
import {
  type Actor,
  type BondRevert,
  type Gate,
  type Prediction,
  predictBond,
  predictRebond,
  predictRebondFromUnbonded,
  predictUnbond,
  predictWithdrawFees,
  predictWithdrawStake,
} from '@/lib/protocol/bond-rules'
import { stakeNow } from '@/lib/transaction/stake-now'
import type { PlanState } from '@/lib/transaction/state'
import type { Intent, Refusal, RefusalField } from '@/lib/transaction/types'
import type { FurtherIntent } from '@/lib/transaction/verb-types'
import type { VoteIntent } from '@/lib/transaction/vote-plan'

/** The everyday staking verbs. */
export type StakeIntent = Exclude<Intent, VoteIntent | FurtherIntent>

const PASSES: Prediction = { passes: true }

/** Pause and round are refused by `plan-refusals.ts`; here both count as passed. */
export function openGate(state: PlanState): Gate {
  return { paused: false, roundInitialized: true, currentRound: state.round.number }
}

/** The account as a call finds it once it has claimed. */
export function actorOf(state: PlanState): Actor {
  const now = stakeNow(state)
  return {
    account: state.account,
    status: now.status,
    bondedAmount: now.bondedWei,
    delegate: state.delegator.delegateAddress,
  }
}

/** What the contract would answer, pause and round aside; the allowance counts as given, a step sees to it. */
export function predictStake(state: PlanState, intent: StakeIntent): Prediction {
  const now = stakeNow(state)
  const gate = openGate(state)
  const actor = actorOf(state)
  switch (intent.verb) {
    case 'bond':
      return predictBond(gate, {
        actor,
        amount: intent.amountWei,
        to: intent.to,
        toRounds: state.target.record,
        balance: state.lptWei,
        allowance: maxUint256,
      })
    case 'unbond':
      return predictUnbond(gate, { actor, amount: intent.amountWei })
    case 'rebond':
      return predictRebond(gate, { actor, lock: state.lock, delegateRounds: state.delegate.record })
    case 'rebondFromUnbonded':
      return predictRebondFromUnbonded(gate, { actor, lock: state.lock, toRounds: state.target.record })
    case 'withdrawStake':
      return predictWithdrawStake(gate, state.lock)
    case 'withdrawFees':
      return predictWithdrawFees(gate, {
        recipient: intent.recipient,
        amount: intent.amountWei,
        fees: now.feesWei,
      })
    case 'approve':
    case 'claimEarnings':
      return PASSES
  }
}

/** What this site refuses although the contract would not. */
export function stakeHouseRules(state: PlanState, intent: StakeIntent): Refusal[] {
  const now = stakeNow(state)
  switch (intent.verb) {
    case 'bond': {
      const refusals: Refusal[] = unregistered(state, intent)
      if (intent.amountWei > state.lptWei) refusals.push(overBalance(state))
      return refusals
    }
    case 'rebondFromUnbonded':
      return unregistered(state, intent)
    case 'rebond':
      return now.status !== 'unbonded' && state.delegate.account === zeroAddress
        ? [{ code: 'delegate-not-registered', delegate: zeroAddress, field: null }]
        : []
    case 'withdrawFees': {
      if (intent.amountWei === 0n) return [{ code: 'amount-zero', field: 'amount' }]
      const { recipient } = intent
      if (state.facts.kind !== 'recipient' || state.facts.takesEth !== false) return []
      const own = isAddressEqual(recipient, state.account)
      return [{ code: 'recipient-refuses-eth', recipient, own, field: 'recipient' }]
    }
    case 'claimEarnings':
      if (now.status === 'unbonded') return [{ code: 'nothing-bonded', field: null }]
      return now.claims ? [] : [{ code: 'already-claimed', round: state.round.number, field: null }]
    case 'approve':
      return intent.amountWei === 0n && state.allowanceWei === 0n
        ? [{ code: 'nothing-to-revoke', field: null }]
        : []
    case 'unbond':
    case 'withdrawStake':
      return []
  }
}

/** Only orchestrators take delegations here; oneself becomes one by it (a warning says so). */
function unregistered(
  state: PlanState,
  intent: Extract<Intent, { verb: 'bond' | 'rebondFromUnbonded' }>,
): Refusal[] {
  const fits = intent.to !== zeroAddress && state.target.registered
  if (fits || isAddressEqual(intent.to, state.account)) return []
  return [{ code: 'delegate-not-registered', delegate: intent.to, field: 'to' }]
}

function overBalance(state: PlanState): Refusal {
  return { code: 'amount-over-balance', balanceWei: state.lptWei, field: 'amount' }
}

/** The contract's text as a refusal with its figures; `receiver` is the orchestrator that would take the stake. */
export function refusalOf(
  revert: BondRevert,
  state: PlanState,
  receiver: Address = state.target.account,
): Refusal {
  const lockField: RefusalField = 'lock'
  switch (revert) {
    case 'delegation amount must be greater than 0':
    case 'unbond amount must be greater than 0':
      return { code: 'amount-zero', field: 'amount' }
    case 'ERC20: transfer amount exceeds balance':
      return overBalance(state)
    case 'amount is greater than bonded amount':
      return { code: 'amount-over-stake', stakeWei: stakeNow(state).bondedWei, field: 'amount' }
    case 'insufficient fees to withdraw':
      return { code: 'amount-over-fees', feesWei: stakeNow(state).feesWei, field: 'amount' }
    case 'caller must be bonded':
      return stakeNow(state).status === 'pending'
        ? { code: 'pending', startRound: state.delegator.startRound, field: null }
        : { code: 'nothing-bonded', field: null }
    case 'caller must be unbonded':
      return { code: 'still-bonded', delegate: state.delegator.delegateAddress, field: null }
    case 'transcoder has not yet called reward for the current round':
      return { code: 'delegate-must-reward', delegate: receiver, round: state.round.number, field: 'to' }
    case "registered transcoders can't delegate towards other addresses":
      return { code: 'orchestrator-cannot-move', field: 'to' }
    case 'invalid unbonding lock ID':
      return { code: 'lock-missing', lockId: state.lock.id, field: lockField }
    case 'withdraw round must be before or equal to the current round':
      return {
        code: 'lock-not-matured',
        lockId: state.lock.id,
        withdrawRound: state.lock.withdrawRound,
        round: state.round.number,
        field: lockField,
      }
    case 'invalid recipient':
      return { code: 'recipient-zero', field: 'recipient' }
    default:
      // The remaining texts belong to calls that no intent makes.
      throw new Error(`No intent is refused with "${revert}"`)
  }
}
