import type { ResultOf } from 'gql.tada'
import { type Address, getAddress, isAddress } from 'viem'
import { placeOf } from '@/lib/data/account-events'
import { indexNumber, indexWei } from '@/lib/data/index-figures'
import { load } from '@/lib/data/reading'
import type { Loaded } from '@/lib/data/types'
import { SourceError } from '@/lib/network/source-error'
import { accountHistoryDocument } from '@/lib/subgraph/documents/account-history'
import { indexedAt } from '@/lib/subgraph/meta'
import { pageSize } from '@/lib/subgraph/paging'
import { querySubgraph } from '@/lib/subgraph/query'

export const historyGroups = ['staking', 'orchestrating', 'gateway', 'governance'] as const

/** What an event is about, as the filter names it. */
export type HistoryGroup = (typeof historyGroups)[number]

/** One event of an account as the index has it, in words-free form. */
export interface HistoryRow {
  /** Transaction and log index: unique. */
  id: string
  kind: HistoryKind
  timestamp: number
  round: number
  block: number
  logIndex: number
  tx: `0x${string}`
  /** LPT it is about; null: none. */
  lptWei: bigint | null
  /** ETH it is about; null: none. */
  ethWei: bigint | null
  /** The other account of the event: delegate, recipient, gateway, poll. */
  other: Address | null
  /** A number or text of the event: round, cuts, service address, choice, proposal id. Written by others where it is text. */
  detail: string | null
}

export type HistoryKind =
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
  | 'reward'
  | 'rewardCaller'
  | 'activated'
  | 'deactivated'
  | 'cuts'
  | 'serviceUri'
  | 'ticketWon'
  | 'ticketPaid'
  | 'deposit'
  | 'reserve'
  | 'reserveClaimed'
  | 'gatewayWithdrawal'
  | 'pollVote'
  | 'treasuryVote'

/** Where a page of the history ends; the next one goes on behind it. */
export interface HistoryCursor {
  timestamp: number
  block: number
  logIndex: number
}

export interface HistoryQuery {
  groups: readonly HistoryGroup[]
  /** Unix seconds, inclusive; null: from the beginning, until now. */
  since: number | null
  until: number | null
  after: HistoryCursor | null
  rows: number
}

/** A page of an account's history, newest first. */
export interface HistoryView {
  account: Address
  /** null: the index, which alone has history, did not answer. */
  rows: readonly HistoryRow[] | null
  /** Behind it the history goes on; null: this is its end. */
  next: HistoryCursor | null
}

type Answer = ResultOf<typeof accountHistoryDocument>
type Row = Omit<HistoryRow, 'timestamp' | 'round' | 'block' | 'logIndex' | 'tx' | 'id'>

/** One second holds few events of one account: so many more are asked for than a page shows. */
const sameBlockRoom = 40
const lastSecond = 2 ** 31 - 1

const bare = { lptWei: null, ethWei: null, other: null, detail: null }
const account = (text: string): Address | null =>
  isAddress(text, { strict: false }) ? getAddress(text) : null

function rowsOf<Source extends Parameters<typeof placeOf>[0]>(
  list: readonly Source[] | null | undefined,
  shape: (source: Source) => Row,
): HistoryRow[] {
  return (list ?? []).map((source) => ({ id: source.id, ...placeOf(source), ...shape(source) }))
}

function decode(answer: Answer): HistoryRow[] {
  return [
    ...rowsOf(answer.bonds, (row) => {
      // A move takes the whole stake along, a bond adds; a first bond names no old delegate, or the zero address.
      const total = indexWei(row.bondedAmount)
      const added = indexWei(row.additionalAmount)
      const moved = total > added && row.oldDelegate !== null && row.oldDelegate.id !== row.newDelegate.id
      return {
        ...bare,
        kind: moved ? 'move' : 'bond',
        lptWei: moved ? total : added,
        other: account(row.newDelegate.id),
      }
    }),
    ...rowsOf(answer.unbonds, (row) => ({
      ...bare,
      kind: 'unbond',
      lptWei: indexWei(row.amount),
      other: account(row.delegate.id),
      detail: row.withdrawRound,
    })),
    ...rowsOf(answer.rebonds, (row) => ({
      ...bare,
      kind: 'rebond',
      lptWei: indexWei(row.amount),
      other: account(row.delegate.id),
    })),
    ...rowsOf(answer.given, (row) => ({
      ...bare,
      kind: 'transferOut',
      lptWei: indexWei(row.amount),
      other: account(row.newDelegator.id),
    })),
    ...rowsOf(answer.received, (row) => ({
      ...bare,
      kind: 'transferIn',
      lptWei: indexWei(row.amount),
      other: account(row.oldDelegator.id),
    })),
    ...rowsOf(answer.claims, (row) => ({
      ...bare,
      kind: 'claim',
      lptWei: indexWei(row.rewardTokens),
      ethWei: indexWei(row.fees),
      other: account(row.delegate.id),
      detail: row.endRound.id,
    })),
    ...rowsOf(answer.stakeWithdrawals, (row) => ({
      ...bare,
      kind: 'withdrawStake',
      lptWei: indexWei(row.amount),
    })),
    ...rowsOf(answer.feeWithdrawals, (row) => ({
      ...bare,
      kind: 'withdrawFees',
      ethWei: indexWei(row.amount),
      other: account(row.recipient),
    })),
    ...rowsOf(answer.migrations, (row) => ({
      ...bare,
      kind: 'migration',
      lptWei: indexWei(row.stake),
      ethWei: indexWei(row.fees),
      other: account(row.delegate),
    })),
    ...rowsOf(answer.rewards, (row) => ({ ...bare, kind: 'reward', lptWei: indexWei(row.rewardTokens) })),
    ...rowsOf(answer.callers, (row) => ({ ...bare, kind: 'rewardCaller', other: account(row.rewardCaller) })),
    ...rowsOf(answer.activations, (row) => ({ ...bare, kind: 'activated', detail: row.activationRound })),
    ...rowsOf(answer.deactivations, (row) => ({
      ...bare,
      kind: 'deactivated',
      detail: row.deactivationRound,
    })),
    ...rowsOf(answer.cuts, (row) => ({ ...bare, kind: 'cuts', detail: `${row.rewardCut}/${row.feeShare}` })),
    ...rowsOf(answer.uris, (row) => ({ ...bare, kind: 'serviceUri', detail: row.serviceURI })),
    ...rowsOf(answer.ticketsWon, (row) => ({
      ...bare,
      kind: 'ticketWon',
      ethWei: indexWei(row.faceValue),
      other: account(row.sender.id),
    })),
    ...rowsOf(answer.ticketsPaid, (row) => ({
      ...bare,
      kind: 'ticketPaid',
      ethWei: indexWei(row.faceValue),
      other: account(row.recipient.id),
    })),
    ...rowsOf(answer.deposits, (row) => ({ ...bare, kind: 'deposit', ethWei: indexWei(row.amount) })),
    ...rowsOf(answer.reserves, (row) => ({ ...bare, kind: 'reserve', ethWei: indexWei(row.amount) })),
    ...rowsOf(answer.reserveClaims, (row) => ({
      ...bare,
      kind: 'reserveClaimed',
      ethWei: indexWei(row.amount),
      other: account(row.claimant.id),
    })),
    ...rowsOf(answer.gatewayWithdrawals, (row) => ({
      ...bare,
      kind: 'gatewayWithdrawal',
      ethWei: indexWei(row.deposit) + indexWei(row.reserve),
    })),
    ...rowsOf(answer.pollVotes, (row) => ({
      ...bare,
      kind: 'pollVote',
      other: account(row.poll.id),
      detail: row.choiceID,
    })),
    ...rowsOf(answer.treasuryVotes, (row) => ({
      ...bare,
      kind: 'treasuryVote',
      lptWei: indexWei(row.weight),
      detail: `${row.support}/${row.proposal.id}`,
    })),
  ]
}

const newestFirst = (left: HistoryCursor, right: HistoryCursor) =>
  right.block - left.block || right.logIndex - left.logIndex

/**
 * A page of the merged lists: newest first, behind the cursor. Lists that were cut before the page's end would hide rows, so
 * the page ends where the first cut list ends.
 * @param asked rows that each list was asked for
 */
export function pageOf(
  lists: readonly (readonly HistoryRow[])[],
  query: Pick<HistoryQuery, 'after' | 'rows'>,
  asked: number,
): Pick<HistoryView, 'next'> & { rows: HistoryRow[]; cut: boolean } {
  const { after } = query
  // Behind the oldest second of a list that was cut, rows may be missing.
  const safeFrom = Math.max(
    0,
    ...lists
      .filter((list) => list.length >= asked)
      .map((list) => Math.min(...list.map((row) => row.timestamp)) + 1),
  )
  const behind = lists
    .flat()
    .filter((row) => !after || newestFirst(after, row) < 0)
    .filter((row) => row.timestamp >= safeFrom)
    .sort(newestFirst)
  const rows = behind.slice(0, query.rows)
  const last = rows.at(-1)
  const cut = safeFrom > 0
  const more = behind.length > rows.length || cut
  return {
    rows,
    cut,
    next: more && last ? { timestamp: last.timestamp, block: last.block, logIndex: last.logIndex } : null,
  }
}

/** A page of everything the index has of an account. */
export function loadAccountHistory(address: Address, query: HistoryQuery): Promise<Loaded<HistoryView>> {
  const id = address.toLowerCase()
  const { since, until, after } = query
  const asked = query.rows + sameBlockRoom
  const key = [query.groups.join('+'), since, until, after && Object.values(after).join('-'), asked].join('/')
  return load(async (reading): Promise<HistoryView> => {
    const read = await reading.index(`history/${id}/${key}`, 'per-minute', async () => {
      for (let first = asked; ; first = Math.min(pageSize, first * 4)) {
        const answer = await querySubgraph(accountHistoryDocument, {
          account: id,
          since: since ?? 0,
          until: Math.min(until ?? lastSecond, after?.timestamp ?? lastSecond),
          first,
          block: { number_gte: 0 },
          ...groupFlags(query.groups),
        })
        const { _meta, ...lists } = answer
        const decoded = Object.entries(lists).map(([name, list]) => decode({ _meta, [name]: list } as Answer))
        const page = pageOf(decoded, query, first)
        // Nothing whole in a cut answer: one second holds more events than were asked for.
        if (page.rows.length > 0 || !page.cut) return { ...page, indexedAt: indexedAt(_meta) }
        if (first === pageSize)
          throw new SourceError(
            'More than a thousand events share one second of this history.',
            'Narrow the filter to another type.',
          )
      }
    })
    return { account: getAddress(address), rows: read?.rows ?? null, next: read?.next ?? null }
  })
}

function groupFlags(groups: readonly HistoryGroup[]): Record<HistoryGroup, boolean> {
  const chosen = new Set(groups)
  return {
    staking: chosen.has('staking'),
    orchestrating: chosen.has('orchestrating'),
    gateway: chosen.has('gateway'),
    governance: chosen.has('governance'),
  }
}

/** A cursor as it stands in a URL, and back; null for what is none. */
export function cursorText({ timestamp, block, logIndex }: HistoryCursor): string {
  return `${timestamp}.${block}.${logIndex}`
}

/** @returns null for text that is no cursor */
export function parseCursor(text: string | null): HistoryCursor | null {
  const parts = /^(\d{1,10})\.(\d{1,12})\.(\d{1,9})$/.exec(text ?? '')
  if (!parts) return null
  const [, timestamp = '', block = '', logIndex = ''] = parts
  return { timestamp: indexNumber(timestamp), block: indexNumber(block), logIndex: indexNumber(logIndex) }
}
