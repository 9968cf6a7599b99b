import { readFragment } from 'gql.tada'
import { type Address, getAddress, isAddress } from 'viem'
import { placeOf } from '@/lib/data/account-events'
import type { EventKind, EventLine } from '@/lib/data/event-types'
import { indexWei } from '@/lib/data/index-figures'
import type { eventFieldsFragment } from '@/lib/subgraph/event-fields'
import type { IndexedEvent } from '@/lib/subgraph/event-lists'

/** One event as the index has it, in words-free form. */
export interface EventRow {
  /** Transaction and log index: unique. */
  id: string
  kind: EventKind
  timestamp: number
  round: number
  block: number
  logIndex: number
  tx: `0x${string}`
  /** Whose event it is; null: the protocol's. */
  who: Address | null
  /** Who sent the transaction: where nobody else is named, it is all that is known of who did it. */
  sender: Address | null
  /** LPT it is about; null: none. */
  lptWei: bigint | null
  /** ETH it is about; null: none. */
  ethWei: bigint | null
  /** The other account of the event: delegate, recipient, gateway, poll. */
  other: Address | null
  /** A number or text of the event: round, cuts, service address, choice, proposal id. Written by others where it is text. */
  detail: string | null
}

type Shape = Omit<EventRow, keyof ReturnType<typeof placeOf> | 'id' | 'sender'>

const none = { lptWei: null, ethWei: null, other: null, detail: null }
const account = (text: string | undefined): Address | null =>
  text !== undefined && isAddress(text, { strict: false }) ? getAddress(text) : null
const lpt = (text: string) => ({ lptWei: indexWei(text) })
const eth = (text: string) => ({ ethWei: indexWei(text) })

/** What of an event is told; a case for every type, or this does not compile. */
function shapeOf(line: EventLine): Shape {
  switch (line.__typename) {
    case 'BondEvent': {
      // A move takes the whole stake along, a bond adds; a first bond names no old delegate, or the zero address.
      const [total, added] = [indexWei(line.bondedAmount), indexWei(line.additionalAmount)]
      const moved = total > added && line.oldDelegate !== null && line.oldDelegate.id !== line.newDelegate.id
      return {
        ...none,
        kind: moved ? 'move' : 'bond',
        who: account(line.delegator.id),
        lptWei: moved ? total : added,
        other: account(line.newDelegate.id),
      }
    }
    case 'UnbondEvent':
      return {
        ...none,
        ...lpt(line.unbonded),
        kind: 'unbond',
        who: account(line.delegator.id),
        other: account(line.delegate.id),
        detail: line.withdrawRound,
      }
    case 'RebondEvent':
      return {
        ...none,
        ...lpt(line.rebonded),
        kind: 'rebond',
        who: account(line.delegator.id),
        other: account(line.delegate.id),
      }
    case 'TransferBondEvent':
      return {
        ...none,
        ...lpt(line.transferred),
        kind: 'transferOut',
        who: account(line.oldDelegator.id),
        other: account(line.newDelegator.id),
      }
    case 'WithdrawStakeEvent':
      return {
        ...none,
        ...lpt(line.withdrawnStake),
        kind: 'withdrawStake',
        who: account(line.delegator.id),
      }
    case 'WithdrawFeesEvent':
      return {
        ...none,
        ...eth(line.withdrawnFees),
        kind: 'withdrawFees',
        who: account(line.delegator.id),
        other: account(line.recipientAddress),
      }
    case 'EarningsClaimedEvent':
      return {
        ...none,
        ...lpt(line.claimedLpt),
        ...eth(line.claimedEth),
        kind: 'claim',
        who: account(line.delegator.id),
        other: account(line.delegate.id),
        detail: line.endRound.id,
      }
    case 'RewardEvent':
      return { ...none, ...lpt(line.rewardTokens), kind: 'reward', who: account(line.delegate.id) }
    case 'RewardCallerSetEvent':
      return {
        ...none,
        kind: 'rewardCaller',
        who: account(line.delegate.id),
        other: account(line.rewardCaller),
      }
    case 'TranscoderUpdateEvent':
      return {
        ...none,
        kind: 'cuts',
        who: account(line.delegate.id),
        detail: `${line.rewardCut}/${line.feeShare}`,
      }
    case 'TranscoderActivatedEvent':
      return { ...none, kind: 'activated', who: account(line.delegate.id), detail: line.activationRound }
    case 'TranscoderDeactivatedEvent':
      return { ...none, kind: 'deactivated', who: account(line.delegate.id), detail: line.deactivationRound }
    case 'TranscoderSlashedEvent':
      return {
        ...none,
        ...lpt(line.penalty),
        kind: 'slashed',
        who: account(line.delegate.id),
        other: account(line.finder),
      }
    case 'TranscoderResignedEvent':
      return { ...none, kind: 'resigned', who: account(line.delegate.id) }
    case 'TranscoderEvictedEvent':
      return { ...none, kind: 'evicted', who: account(line.delegate.id) }
    case 'ServiceURIUpdateEvent':
      return { ...none, kind: 'serviceUri', who: account(line.addr), detail: line.serviceURI }
    case 'WinningTicketRedeemedEvent':
      return {
        ...none,
        ...eth(line.faceValue),
        kind: 'ticketWon',
        who: account(line.ticketRecipient.id),
        other: account(line.sender.id),
      }
    case 'DepositFundedEvent':
      return { ...none, ...eth(line.deposited), kind: 'deposit', who: account(line.sender.id) }
    case 'ReserveFundedEvent':
      return { ...none, ...eth(line.reserved), kind: 'reserve', who: account(line.reserveHolder.id) }
    case 'ReserveClaimedEvent':
      return {
        ...none,
        ...eth(line.reserveClaimed),
        kind: 'reserveClaimed',
        who: account(line.reserveHolder.id),
        other: account(line.claimant.id),
      }
    case 'WithdrawalEvent':
      return {
        ...none,
        kind: 'gatewayWithdrawal',
        who: account(line.sender.id),
        ethWei: indexWei(line.deposit) + indexWei(line.reserve),
      }
    case 'VoteEvent':
      return {
        ...none,
        kind: 'pollVote',
        who: account(line.pollVoter),
        other: account(line.poll.id),
        detail: line.choiceID,
      }
    case 'TreasuryVoteEvent':
      return {
        ...none,
        ...lpt(line.weight),
        kind: 'treasuryVote',
        who: account(line.treasuryVoter.id),
        detail: `${line.support}/${line.proposal.id}`,
      }
    case 'PollCreatedEvent':
      return {
        ...none,
        kind: 'pollCreated',
        who: null,
        other: account(line.poll.id),
        detail: line.endBlock,
      }
    case 'ParameterUpdateEvent':
      return { ...none, kind: 'parameter', who: null, detail: line.param }
    case 'PauseEvent':
      return { ...none, kind: 'paused', who: null }
    case 'UnpauseEvent':
      return { ...none, kind: 'unpaused', who: null }
    case 'NewRoundEvent':
      return { ...none, kind: 'newRound', who: null }
    case 'SetCurrentRewardTokensEvent':
      return {
        ...none,
        ...lpt(line.currentMintableTokens),
        kind: 'rewardTokens',
        who: null,
        detail: line.currentInflation,
      }
    case 'MintEvent':
      return { ...none, ...lpt(line.minted), kind: 'minted', who: null, other: account(line.to) }
    case 'BurnEvent':
      return { ...none, ...lpt(line.burned), kind: 'burned', who: null }
    case 'StakeClaimedEvent':
      return {
        ...none,
        ...lpt(line.claimedStake),
        ...eth(line.claimedFees),
        kind: 'migration',
        who: account(line.claimer),
        other: account(line.claimedFor),
      }
    case 'MigrateDelegatorFinalizedEvent':
      return {
        ...none,
        ...lpt(line.migratedStake),
        ...eth(line.migratedFees),
        kind: 'migrated',
        who: account(line.l1Addr),
        other: account(line.migratedTo),
      }
  }
}

/**
 * An event of the index as a row, from the side of whoever did it.
 * @throws SourceError when an amount is no number
 */
export function eventRow(event: IndexedEvent): EventRow {
  const line = readFragment<typeof eventFieldsFragment>(event)
  return {
    id: line.id,
    ...placeOf(line),
    ...shapeOf(line),
    sender: account(line.transaction.from),
  }
}

/** The same event from the side of the other account it names: who received, who paid. */
export function fromOtherSide(row: EventRow, kind: EventKind): EventRow {
  return { ...row, kind, who: row.other, other: row.who }
}

/** Whether the other account of the event is a poll. */
export function isOfPoll({ kind }: Pick<EventRow, 'kind'>): boolean {
  return kind === 'pollVote' || kind === 'pollCreated'
}

/** Id of the treasury proposal a row is about; null for other rows. */
export function proposalOf({ kind, detail }: Pick<EventRow, 'kind' | 'detail'>): string | null {
  return kind === 'treasuryVote' ? (detail?.split('/')[1] ?? null) : null
}
