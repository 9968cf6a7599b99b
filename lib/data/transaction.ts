import type { ResultOf } from 'gql.tada'
import { type Address, getAddress, type Hash, isAddress } from 'viem'
import type { TransactionResult } from '@/lib/search/types'
import { transactionDocument } from '@/lib/subgraph/documents/transaction'
import { type IndexedAt, indexedAt } from '@/lib/subgraph/meta'
import { querySubgraph } from '@/lib/subgraph/query'

type Row = NonNullable<ResultOf<typeof transactionDocument>['transaction']>
type EventRow = NonNullable<Row['events']>[number]
type Place = TransactionResult['place']

const accountPlace = (text: string): Place | null =>
  isAddress(text, { strict: false }) ? { kind: 'account', address: getAddress(text) } : null

/** Whose page an event is on; null: it is the network's own, such as the start of a round. */
function placeOf(event: EventRow): Place | null {
  switch (event.__typename) {
    case 'PollCreatedEvent':
      return { kind: 'poll', address: getAddress(event.created.id) }
    case 'VoteEvent':
      return { kind: 'poll', address: getAddress(event.voted.id) }
    case 'TreasuryVoteEvent':
      return { kind: 'proposal', id: event.supported.id }
    case 'BondEvent':
      return accountPlace(event.bonder.id)
    case 'UnbondEvent':
      return accountPlace(event.unbonder.id)
    case 'RebondEvent':
      return accountPlace(event.rebonder.id)
    case 'TransferBondEvent':
      return accountPlace(event.giver.id)
    case 'EarningsClaimedEvent':
      return accountPlace(event.claimer.id)
    case 'WithdrawStakeEvent':
      return accountPlace(event.withdrawer.id)
    case 'WithdrawFeesEvent':
      return accountPlace(event.collector.id)
    case 'RewardEvent':
      return accountPlace(event.rewarded.id)
    case 'RewardCallerSetEvent':
      return accountPlace(event.callerOf.id)
    case 'TranscoderActivatedEvent':
      return accountPlace(event.activated.id)
    case 'TranscoderDeactivatedEvent':
      return accountPlace(event.deactivated.id)
    case 'TranscoderUpdateEvent':
      return accountPlace(event.updated.id)
    case 'ServiceURIUpdateEvent':
      return accountPlace(event.serving)
    case 'WinningTicketRedeemedEvent':
      return accountPlace(event.recipient.id)
    case 'DepositFundedEvent':
      return accountPlace(event.depositor.id)
    case 'ReserveFundedEvent':
      return accountPlace(event.reserver.id)
    case 'ReserveClaimedEvent':
      return accountPlace(event.claimedFrom.id)
    case 'WithdrawalEvent':
      return accountPlace(event.gateway.id)
    case 'MigrateDelegatorFinalizedEvent':
      return accountPlace(event.migrated)
    case 'StakeClaimedEvent':
      return accountPlace(event.staker)
    default:
      return null
  }
}

const keyOf = (place: Place) => `${place.kind} ${'id' in place ? place.id : place.address}`

/** One result for each page a transaction is on; that of its sender where it is on none. */
function resultsOf(row: Row): TransactionResult[] {
  const byPlace = new Map<string, TransactionResult & { events: string[] }>()
  const add = (place: Place, event: string | null) => {
    const known = byPlace.get(keyOf(place))
    const result = known ?? {
      kind: 'transaction',
      hash: row.id as Hash,
      timestamp: row.timestamp,
      events: [],
      place,
    }
    if (event !== null && !result.events.includes(event)) result.events.push(event)
    byPlace.set(keyOf(place), result)
  }
  const sender: Place = { kind: 'account', address: getAddress(row.from) as Address }
  for (const event of row.events ?? []) {
    const place = placeOf(event)
    if (place) add(place, event.__typename)
  }
  if (byPlace.size === 0) {
    add(sender, null)
    for (const { __typename } of row.events ?? []) add(sender, __typename)
  }
  return [...byPlace.values()]
}

/**
 * Where a transaction is to be found on this site, by the index; empty: it knows none of that hash.
 * @throws SourceError
 */
export async function readTransaction(
  hash: Hash,
): Promise<{ results: readonly TransactionResult[]; indexedAt: IndexedAt }> {
  const { _meta, transaction } = await querySubgraph(transactionDocument, { hash })
  return { results: transaction ? resultsOf(transaction) : [], indexedAt: indexedAt(_meta) }
}
