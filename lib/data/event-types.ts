import type { ResultOf } from 'gql.tada'
import type { eventFieldsFragment } from '@/lib/subgraph/event-fields'

/** An event as the index has it, told apart by `__typename`. */
export type EventLine = ResultOf<typeof eventFieldsFragment>

/** Name of an event type of the index's schema. */
export type EventType = EventLine['__typename']

export const eventGroups = [
  'stake',
  'earnings',
  'payments',
  'orchestrators',
  'governance',
  'rounds',
  'migration',
] as const

/** What an event is about, as the filter of the network's events names it. */
export type EventGroup = (typeof eventGroups)[number]

/** What happened, from the side of one account or of the protocol. */
export type EventKind =
  | 'bond'
  | 'move'
  | 'unbond'
  | 'rebond'
  | 'transferOut'
  | 'transferIn'
  | 'claim'
  | 'withdrawStake'
  | 'withdrawFees'
  | 'migration'
  | 'migrated'
  | 'reward'
  | 'rewardCaller'
  | 'activated'
  | 'deactivated'
  | 'cuts'
  | 'serviceUri'
  | 'slashed'
  | 'resigned'
  | 'evicted'
  | 'ticketWon'
  | 'ticketPaid'
  | 'deposit'
  | 'reserve'
  | 'reserveClaimed'
  | 'gatewayWithdrawal'
  | 'pollCreated'
  | 'pollVote'
  | 'treasuryVote'
  | 'parameter'
  | 'paused'
  | 'unpaused'
  | 'newRound'
  | 'rewardTokens'
  | 'minted'
  | 'burned'

interface EventTypeFacts {
  /** In the URL of a filter. */
  slug: string
  group: EventGroup
  /** The kind it is read as; a bond that takes the whole stake along is a `move`. */
  kind: EventKind
  /** Fields that name an account; none: it is found by who sent its transaction. */
  parties: readonly string[]
}

/** Every event type of the schema; the compiler refuses a missing one. */
export const eventTypes = {
  BondEvent: {
    slug: 'bond',
    group: 'stake',
    kind: 'bond',
    parties: ['delegator', 'newDelegate', 'oldDelegate'],
  },
  UnbondEvent: { slug: 'unbond', group: 'stake', kind: 'unbond', parties: ['delegator', 'delegate'] },
  RebondEvent: { slug: 'rebond', group: 'stake', kind: 'rebond', parties: ['delegator', 'delegate'] },
  TransferBondEvent: {
    slug: 'transfer-bond',
    group: 'stake',
    kind: 'transferOut',
    parties: ['oldDelegator', 'newDelegator'],
  },
  WithdrawStakeEvent: {
    slug: 'withdraw-stake',
    group: 'stake',
    kind: 'withdrawStake',
    parties: ['delegator'],
  },
  RewardEvent: { slug: 'reward', group: 'earnings', kind: 'reward', parties: ['delegate'] },
  EarningsClaimedEvent: {
    slug: 'earnings-claimed',
    group: 'earnings',
    kind: 'claim',
    parties: ['delegator', 'delegate'],
  },
  WithdrawFeesEvent: {
    slug: 'withdraw-fees',
    group: 'earnings',
    kind: 'withdrawFees',
    parties: ['delegator', 'recipient'],
  },
  WinningTicketRedeemedEvent: {
    slug: 'ticket',
    group: 'payments',
    kind: 'ticketWon',
    parties: ['recipient', 'sender'],
  },
  DepositFundedEvent: { slug: 'deposit', group: 'payments', kind: 'deposit', parties: ['sender'] },
  ReserveFundedEvent: { slug: 'reserve', group: 'payments', kind: 'reserve', parties: ['reserveHolder'] },
  ReserveClaimedEvent: {
    slug: 'reserve-claimed',
    group: 'payments',
    kind: 'reserveClaimed',
    parties: ['reserveHolder', 'claimant'],
  },
  WithdrawalEvent: {
    slug: 'gateway-withdrawal',
    group: 'payments',
    kind: 'gatewayWithdrawal',
    parties: ['sender'],
  },
  TranscoderActivatedEvent: {
    slug: 'activated',
    group: 'orchestrators',
    kind: 'activated',
    parties: ['delegate'],
  },
  TranscoderDeactivatedEvent: {
    slug: 'deactivated',
    group: 'orchestrators',
    kind: 'deactivated',
    parties: ['delegate'],
  },
  TranscoderUpdateEvent: { slug: 'cuts', group: 'orchestrators', kind: 'cuts', parties: ['delegate'] },
  ServiceURIUpdateEvent: {
    slug: 'service-address',
    group: 'orchestrators',
    kind: 'serviceUri',
    parties: ['addr'],
  },
  RewardCallerSetEvent: {
    slug: 'reward-caller',
    group: 'orchestrators',
    kind: 'rewardCaller',
    parties: ['delegate', 'rewardCaller'],
  },
  TranscoderSlashedEvent: {
    slug: 'slashed',
    group: 'orchestrators',
    kind: 'slashed',
    parties: ['delegate', 'finder'],
  },
  TranscoderResignedEvent: {
    slug: 'resigned',
    group: 'orchestrators',
    kind: 'resigned',
    parties: ['delegate'],
  },
  TranscoderEvictedEvent: { slug: 'evicted', group: 'orchestrators', kind: 'evicted', parties: ['delegate'] },
  VoteEvent: { slug: 'poll-vote', group: 'governance', kind: 'pollVote', parties: ['voter'] },
  TreasuryVoteEvent: { slug: 'treasury-vote', group: 'governance', kind: 'treasuryVote', parties: ['voter'] },
  PollCreatedEvent: { slug: 'poll', group: 'governance', kind: 'pollCreated', parties: [] },
  ParameterUpdateEvent: { slug: 'parameter', group: 'governance', kind: 'parameter', parties: [] },
  PauseEvent: { slug: 'paused', group: 'governance', kind: 'paused', parties: [] },
  UnpauseEvent: { slug: 'unpaused', group: 'governance', kind: 'unpaused', parties: [] },
  NewRoundEvent: { slug: 'round', group: 'rounds', kind: 'newRound', parties: [] },
  SetCurrentRewardTokensEvent: {
    slug: 'round-rewards',
    group: 'rounds',
    kind: 'rewardTokens',
    parties: [],
  },
  MintEvent: { slug: 'mint', group: 'rounds', kind: 'minted', parties: ['to'] },
  BurnEvent: { slug: 'burn', group: 'rounds', kind: 'burned', parties: [] },
  StakeClaimedEvent: {
    slug: 'stake-claimed',
    group: 'migration',
    kind: 'migration',
    parties: ['delegator', 'delegate'],
  },
  MigrateDelegatorFinalizedEvent: {
    slug: 'stake-arrived',
    group: 'migration',
    kind: 'migrated',
    parties: ['l1Addr', 'delegate'],
  },
} as const satisfies Readonly<Record<EventType, EventTypeFacts>>

/** Every event type, in the order of the table. */
export const allEventTypes = Object.keys(eventTypes) as readonly EventType[]

/** Kinds that mostly go with another event, which says more: a reward mints, tickets and claims burn and move. */
export const companionKinds: ReadonlySet<EventKind> = new Set([
  'claim',
  'rewardTokens',
  'minted',
  'burned',
] as const)

/** Whether the index's name of a type is one of the schema's. */
export function isEventType(name: string): name is EventType {
  return Object.hasOwn(eventTypes, name)
}
