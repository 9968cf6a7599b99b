import { type EventRow, isOfPoll } from '@/lib/data/event-rows'
import { type EventGroup, type EventKind, type EventType, eventTypes } from '@/lib/data/event-types'
import { formatInteger } from '@/lib/format/number'
import { percentP6, percentP9 } from '@/lib/format/percent'
import { P6 } from '@/lib/protocol/fixed-point'

/** Groups of the network's events. */
export const eventGroupWords: Record<EventGroup, string> = {
  stake: 'Stake',
  earnings: 'Rewards and earnings',
  payments: 'Payments',
  orchestrators: 'Orchestrators',
  governance: 'Governance',
  rounds: 'Rounds and supply',
  migration: 'From Ethereum',
}

interface KindWords {
  title: string
  /** What the other account of the event is to this one; null: none is named, or it is no account. */
  other: string | null
}

/** What happened, from the side of whose event it is: the one table of words, for an account's history and the network's events. */
export const kindWords: Record<EventKind, KindWords> = {
  bond: { title: 'Delegated', other: 'to' },
  move: { title: 'Moved its stake', other: 'to' },
  unbond: { title: 'Unbonded', other: 'from' },
  rebond: { title: 'Rebonded', other: 'to' },
  transferOut: { title: 'Transferred stake', other: 'to' },
  transferIn: { title: 'Received stake', other: 'from' },
  claim: { title: 'Claimed earnings', other: 'from' },
  withdrawStake: { title: 'Withdrew unbonded stake', other: null },
  withdrawFees: { title: 'Withdrew fees', other: 'to' },
  migration: { title: 'Claimed stake from Ethereum', other: 'with' },
  migrated: { title: 'Had stake moved from Ethereum', other: 'with' },
  reward: { title: 'Called reward', other: null },
  rewardCaller: { title: 'Set its reward caller', other: 'to' },
  activated: { title: 'Entered the active set', other: null },
  deactivated: { title: 'Left the active set', other: null },
  cuts: { title: 'Set its cuts', other: null },
  serviceUri: { title: 'Set its service address', other: null },
  slashed: { title: 'Was slashed', other: 'found by' },
  resigned: { title: 'Resigned', other: null },
  evicted: { title: 'Was evicted', other: null },
  ticketWon: { title: 'Redeemed a winning ticket', other: 'of' },
  ticketPaid: { title: 'Paid a winning ticket', other: 'to' },
  deposit: { title: 'Added to its deposit', other: null },
  reserve: { title: 'Added to its reserve', other: null },
  reserveClaimed: { title: 'Paid out of its reserve', other: 'to' },
  gatewayWithdrawal: { title: 'Withdrew deposit and reserve', other: null },
  pollCreated: { title: 'LIP poll opened', other: null },
  pollVote: { title: 'Voted in a LIP poll', other: null },
  treasuryVote: { title: 'Voted on a treasury proposal', other: null },
  parameter: { title: 'Parameter set', other: null },
  paused: { title: 'Protocol paused', other: null },
  unpaused: { title: 'Protocol resumed', other: null },
  newRound: { title: 'Round started', other: null },
  rewardTokens: { title: 'Rewards of the round set', other: null },
  minted: { title: 'LPT minted', other: 'to' },
  burned: { title: 'LPT burned', other: null },
}

/** An event type in a filter. */
export function typeWords(type: EventType): string {
  return type === 'BondEvent' ? 'Delegated or moved its stake' : kindWords[eventTypes[type].kind].title
}

/** Page on which whose event it is is known by what it did. */
export function whoHref({ kind, who }: Pick<EventRow, 'kind' | 'who'>): string | null {
  return who && `/accounts/${who.toLowerCase()}/${actsAs[kind] ?? 'delegating'}`
}

/** What the account is in events that not every delegator has. */
const actsAs: Partial<Record<EventKind, 'orchestrating' | 'broadcasting'>> = {
  reward: 'orchestrating',
  rewardCaller: 'orchestrating',
  activated: 'orchestrating',
  deactivated: 'orchestrating',
  cuts: 'orchestrating',
  serviceUri: 'orchestrating',
  slashed: 'orchestrating',
  resigned: 'orchestrating',
  evicted: 'orchestrating',
  ticketWon: 'orchestrating',
  ticketPaid: 'broadcasting',
  deposit: 'broadcasting',
  reserve: 'broadcasting',
  reserveClaimed: 'broadcasting',
  gatewayWithdrawal: 'broadcasting',
}

const orchestratorIsOther: ReadonlySet<EventKind> = new Set([
  'bond',
  'move',
  'unbond',
  'rebond',
  'claim',
  'migration',
  'migrated',
  'ticketPaid',
  'reserveClaimed',
])

/** Where the other account of a row leads; null where it is no account, or none. */
export function otherHref(row: Pick<EventRow, 'kind' | 'other'>): string | null {
  const { kind, other } = row
  if (!other) return null
  const id = other.toLowerCase()
  if (isOfPoll(row)) return `/voting/${id}`
  const tab = orchestratorIsOther.has(kind)
    ? 'orchestrating'
    : kind === 'ticketWon'
      ? 'broadcasting'
      : 'delegating'
  return `/accounts/${id}/${tab}`
}

const supportWords: Readonly<Record<string, string>> = {
  For: 'for',
  Against: 'against',
  Abstain: 'abstained',
}

/** The detail of a row as a short sentence; null: there is none. Text written by others is returned as it is, to be shown as text. */
export function detailWords({ kind, detail }: Pick<EventRow, 'kind' | 'detail'>): string | null {
  // The index keeps what a ticket was worth, not what deposit and reserve could pay of it (subgraph.md Q18).
  if (kind === 'ticketWon' || kind === 'ticketPaid') return 'face value'
  if (detail === null) return null
  const round = (text: string) => `round ${formatInteger(BigInt(text))}`
  switch (kind) {
    case 'unbond':
      return `withdrawable from ${round(detail)}`
    case 'claim':
      return `up to ${round(detail)}`
    case 'activated':
    case 'deactivated':
      return `from ${round(detail)}`
    case 'cuts': {
      const [rewardCut = '0', feeShare = '0'] = detail.split('/')
      return `reward cut ${percentP6(BigInt(rewardCut))}, fee cut ${percentP6(P6 - BigInt(feeShare))}`
    }
    case 'pollCreated':
      return `open until L1 block ${formatInteger(BigInt(detail))}`
    case 'rewardTokens':
      return `inflation ${percentP9(BigInt(detail), { places: 5 })}`
    case 'pollVote':
      return detail === '0' ? 'yes' : detail === '1' ? 'no' : `choice ${detail}, which counts for nothing`
    case 'treasuryVote':
      // The event's weight is the account's whole power, whatever its delegators take out of it (subgraph.md Q2).
      return `${supportWords[detail.split('/')[0] ?? ''] ?? 'voted'}, with its whole power before overrides`
    default:
      return detail
  }
}
