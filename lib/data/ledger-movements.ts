import type { AccountEvent } from '@/lib/data/account-events'
import type { LedgerMovement, MovementKind } from '@/lib/data/ledger-types'
import type { LedgerAction, LedgerEvent } from '@/lib/protocol/ledger'

/** An event as the ledger's rules take it. */
export function ledgerEvent(event: AccountEvent): LedgerEvent {
  return { ...actionOf(event), round: BigInt(event.round) }
}

function actionOf(event: AccountEvent): LedgerAction {
  switch (event.kind) {
    case 'claim':
      return { kind: 'claim', rewards: event.rewardsWei, fees: event.feesWei }
    case 'bond':
    case 'rebond':
      return { kind: event.kind, amount: event.amountWei, delegate: event.delegate }
    case 'unbond':
    case 'withdrawStake':
    case 'reward':
      return { kind: event.kind, amount: event.amountWei }
    case 'withdrawFees':
    case 'ticket':
      return { kind: event.kind, amount: event.feesWei }
  }
}

/** An event as the ledger shows it beside the earnings of its round; none for what is no movement of principal. */
export function movementOf(event: AccountEvent): LedgerMovement[] {
  const { round, timestamp, block, tx } = event
  const movement = (
    kind: MovementKind,
    amounts: Partial<Pick<LedgerMovement, 'amountWei' | 'feesWei'>>,
    counterparty: string | null,
  ): LedgerMovement[] => [
    { kind, amountWei: 0n, feesWei: 0n, ...amounts, round, timestamp, block, tx, counterparty },
  ]
  switch (event.kind) {
    case 'bond':
      return movement(event.migrated ? 'migrated' : 'bond', { amountWei: event.amountWei }, event.delegate)
    case 'rebond':
      return event.transferFrom
        ? movement('received', { amountWei: event.amountWei }, event.transferFrom)
        : movement('rebond', { amountWei: event.amountWei }, event.delegate)
    case 'unbond':
      return event.transferTo
        ? movement('given', { amountWei: event.amountWei }, event.transferTo)
        : movement('unbond', { amountWei: event.amountWei }, event.delegate)
    case 'withdrawStake':
      return movement('withdraw-stake', { amountWei: event.amountWei }, null)
    case 'withdrawFees':
      return movement('withdraw-fees', { feesWei: event.feesWei }, event.recipient)
    default:
      return []
  }
}
