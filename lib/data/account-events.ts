import type { ResultOf } from 'gql.tada'
import { type Address, getAddress, type Hex } from 'viem'
import { indexNumber, indexWei } from '@/lib/data/index-figures'
import { SourceError } from '@/lib/network/source-error'
import { accountEventPageDocument } from '@/lib/subgraph/documents/account-events'
import { type IndexedAt, indexedAt } from '@/lib/subgraph/meta'
import { type BlockPin, pageSize } from '@/lib/subgraph/paging'
import { querySubgraph } from '@/lib/subgraph/query'

/** Where an event stands in the chain. */
interface EventPlace {
  round: number
  timestamp: number
  block: number
  logIndex: number
  tx: Hex
}

/** One event of an account that moves stake or fees. Amounts in wei: LPT, or ETH where the name says fees. */
export type AccountEvent = EventPlace &
  (
    | { kind: 'claim'; rewardsWei: bigint; feesWei: bigint }
    | { kind: 'bond'; amountWei: bigint; delegate: Address; migrated: boolean }
    | { kind: 'unbond'; amountWei: bigint; delegate: Address; lockId: number; transferTo: Address | null }
    | { kind: 'rebond'; amountWei: bigint; delegate: Address; lockId: number; transferFrom: Address | null }
    | { kind: 'withdrawStake'; amountWei: bigint; lockId: number }
    | { kind: 'withdrawFees'; feesWei: bigint; recipient: string }
    /** Its own reward call as an orchestrator: minted for it, the treasury's part taken off. */
    | { kind: 'reward'; amountWei: bigint }
    /** A ticket it redeemed as an orchestrator: the face value, which is more than was paid when the gateway's funds fell short. */
    | { kind: 'ticket'; feesWei: bigint }
  )

/** Every event of an account, oldest first, and the block they were read at. */
export interface AccountEvents {
  events: readonly AccountEvent[]
  /** It redeemed tickets: `readTickets` has them. */
  redeems: boolean
  indexedAt: IndexedAt
}

type Answer = ResultOf<typeof accountEventPageDocument>
type ListName = Exclude<keyof Answer, '_meta' | 'tickets'>

const lists = [
  'bonds',
  'unbonds',
  'rebonds',
  'given',
  'received',
  'claims',
  'feeWithdrawals',
  'stakeWithdrawals',
  'migrations',
  'rewards',
] as const satisfies readonly ListName[]

/** After every id: the list is read whole. */
const atTheEnd = '~'
/** A thousand rows of each list a page. */
const mostPages = 50

/**
 * Every bond, unbond, rebond, transfer, claim and withdrawal of an account, and its reward calls if it is an orchestrator:
 * complete, all as of one block.
 * @throws SourceError
 */
export async function readAccountEvents(account: Address): Promise<AccountEvents> {
  const cursors = Object.fromEntries(lists.map((name) => [name, ''])) as Record<ListName, string>
  const ask = (block: BlockPin) =>
    querySubgraph(accountEventPageDocument, { account: account.toLowerCase(), ...cursors, block })
  const first = await ask({ number_gte: 0 })
  const at = indexedAt(first._meta)
  const pages = [first]
  for (let page = first; advance(cursors, page); pages.push(page)) {
    if (pages.length === mostPages)
      throw new SourceError('A list of the subgraph does not end.', 'Report it: this is a defect.')
    page = await ask({ number: at.block })
  }
  return {
    events: pages.flatMap(eventsOf(transfersOf(pages))).toSorted(inChainOrder),
    redeems: first.tickets.length > 0,
    indexedAt: at,
  }
}

/** Moves the cursors behind a page; false when no list goes on. */
function advance(cursors: Record<ListName, string>, page: Answer): boolean {
  for (const name of lists) {
    const rows = page[name]
    cursors[name] = rows.length === pageSize ? (rows.at(-1)?.id ?? atTheEnd) : atTheEnd
  }
  return lists.some((name) => cursors[name] !== atTheEnd)
}

export function inChainOrder(a: EventPlace, b: EventPlace): number {
  return a.block - b.block || a.logIndex - b.logIndex
}

/** The other side of unbonds and rebonds that are halves of a transfer, by transaction and lock; transactions of migration claims. */
interface Transfers {
  givenTo: ReadonlyMap<string, Address>
  receivedFrom: ReadonlyMap<string, Address>
  migrations: ReadonlySet<string>
}

function transfersOf(pages: readonly Answer[]): Transfers {
  return {
    givenTo: new Map(
      pages.flatMap(({ given }) =>
        given.map((row): [string, Address] => [
          `${row.transaction.id}/${row.oldUnbondingLockId}`,
          getAddress(row.newDelegator.id),
        ]),
      ),
    ),
    receivedFrom: new Map(
      pages.flatMap(({ received }) =>
        received.map((row): [string, Address] => [
          `${row.transaction.id}/${row.newUnbondingLockId}`,
          getAddress(row.oldDelegator.id),
        ]),
      ),
    ),
    migrations: new Set(
      pages.flatMap(({ migrations }) => migrations.map(({ transaction }) => transaction.id)),
    ),
  }
}

const eventsOf =
  (transfers: Transfers) =>
  (page: Answer): AccountEvent[] => [
    ...page.bonds.map((row) => ({
      ...placeOf(row),
      kind: 'bond' as const,
      amountWei: indexWei(row.additionalAmount),
      delegate: getAddress(row.newDelegate.id),
      migrated: transfers.migrations.has(row.transaction.id),
    })),
    ...page.unbonds.map((row) => ({
      ...placeOf(row),
      kind: 'unbond' as const,
      amountWei: indexWei(row.amount),
      delegate: getAddress(row.delegate.id),
      lockId: row.unbondingLockId ?? 0,
      transferTo: transfers.givenTo.get(`${row.transaction.id}/${row.unbondingLockId}`) ?? null,
    })),
    ...page.rebonds.map((row) => ({
      ...placeOf(row),
      kind: 'rebond' as const,
      amountWei: indexWei(row.amount),
      delegate: getAddress(row.delegate.id),
      lockId: row.unbondingLockId,
      transferFrom: transfers.receivedFrom.get(`${row.transaction.id}/${row.unbondingLockId}`) ?? null,
    })),
    ...page.claims.map((row) => ({
      ...placeOf(row),
      kind: 'claim' as const,
      round: indexNumber(row.endRound.id),
      rewardsWei: indexWei(row.rewardTokens),
      feesWei: indexWei(row.fees),
    })),
    ...page.feeWithdrawals.map((row) => ({
      ...placeOf(row),
      kind: 'withdrawFees' as const,
      feesWei: indexWei(row.amount),
      recipient: row.recipient,
    })),
    ...page.stakeWithdrawals.map((row) => ({
      ...placeOf(row),
      kind: 'withdrawStake' as const,
      amountWei: indexWei(row.amount),
      lockId: row.unbondingLockId ?? 0,
    })),
    ...page.rewards.map((row) => ({
      ...placeOf(row),
      kind: 'reward' as const,
      amountWei: indexWei(row.rewardTokens),
    })),
  ]

/** Rows are named by transaction and log index (subgraph.md 0.2). */
export function placeOf(row: {
  id: string
  timestamp: number
  round: { id: string }
  transaction: { id: string; blockNumber: string }
}): EventPlace {
  return {
    round: indexNumber(row.round.id),
    timestamp: row.timestamp,
    block: indexNumber(row.transaction.blockNumber),
    logIndex: indexNumber(row.id.slice(row.id.lastIndexOf('-') + 1)),
    tx: row.transaction.id as Hex,
  }
}
