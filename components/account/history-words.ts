import type { HistoryGroup, HistoryKind, HistoryRow } from '@/lib/data/account-history'
import { formatInteger } from '@/lib/format/number'
import { percentP6 } from '@/lib/format/percent'
import { P6 } from '@/lib/protocol/fixed-point'

export const groupWords: Record<HistoryGroup, string> = {
  staking: 'Staking',
  orchestrating: 'Orchestrating',
  gateway: 'Gateway',
  governance: 'Governance',
}

interface KindWords {
  title: string
  /** What the other account of the event is to this one; null: none is named. */
  other: string | null
}

/** What happened, from the account's side. */
export const kindWords: Record<HistoryKind, KindWords> = {
  bond: { title: 'Delegated', other: 'to' },
  move: { title: 'Moved its stake', other: 'to' },
  unbond: { title: 'Unbonded', other: 'from' },
  rebond: { title: 'Rebonded', other: 'to' },
  transferOut: { title: 'Transferred stake', other: 'to' },
  transferIn: { title: 'Received stake', other: 'from' },
  claim: { title: 'Earnings claimed', other: 'from' },
  withdrawStake: { title: 'Withdrew unbonded stake', other: null },
  withdrawFees: { title: 'Withdrew fees', other: 'to' },
  migration: { title: 'Claimed stake from Ethereum', other: 'with' },
  reward: { title: 'Called reward', other: null },
  rewardCaller: { title: 'Set its reward caller', other: 'to' },
  activated: { title: 'Entered the active set', other: null },
  deactivated: { title: 'Left the active set', other: null },
  cuts: { title: 'Set its cuts', other: null },
  serviceUri: { title: 'Set its service address', other: null },
  ticketWon: { title: 'Redeemed a winning ticket', other: 'of' },
  ticketPaid: { title: 'Paid a winning ticket', other: 'to' },
  deposit: { title: 'Added to its deposit', other: null },
  reserve: { title: 'Added to its reserve', other: null },
  reserveClaimed: { title: 'Its reserve paid', other: 'to' },
  gatewayWithdrawal: { title: 'Withdrew deposit and reserve', other: null },
  pollVote: { title: 'Voted in a LIP poll', other: null },
  treasuryVote: { title: 'Voted on a treasury proposal', other: null },
}

/** Where the other account of a row leads; null where it is no account, or none. */
export function otherHref({ kind, other }: Pick<HistoryRow, 'kind' | 'other'>): string | null {
  if (!other) return null
  const id = other.toLowerCase()
  if (kind === 'pollVote') return `/voting/${id}`
  const asOrchestrator = new Set<HistoryKind>([
    'bond',
    'move',
    'unbond',
    'rebond',
    'claim',
    'migration',
    'ticketPaid',
    'reserveClaimed',
  ])
  return `/accounts/${id}/${asOrchestrator.has(kind) ? 'orchestrating' : kind === 'ticketWon' ? 'broadcasting' : 'delegating'}`
}

const supportWords: Readonly<Record<string, string>> = {
  For: 'for',
  Against: 'against',
  Abstain: 'abstained',
}

/** The detail of a row as a short sentence; null: there is none. Text written by others is returned as it is, to be shown as text. */
export function detailWords({ kind, detail }: Pick<HistoryRow, 'kind' | 'detail'>): string | null {
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
    case 'pollVote':
      return detail === '0' ? 'yes' : detail === '1' ? 'no' : `choice ${detail}, which counts for nothing`
    case 'treasuryVote':
      // The event's weight is the account's whole power, whatever its delegators take out of it (subgraph.md Q2).
      return `${supportWords[detail.split('/')[0] ?? ''] ?? 'voted'}, with its whole power before overrides`
    default:
      return detail
  }
}

/** Id of the treasury proposal a row is about; null for other rows. */
export function proposalOf({ kind, detail }: Pick<HistoryRow, 'kind' | 'detail'>): string | null {
  return kind === 'treasuryVote' ? (detail?.split('/')[1] ?? null) : null
}
