import type { Address } from 'viem'
import { getAddress } from 'viem'
import { type Core, readCore } from '@/lib/data/core'
import type { PollBody, PollRow, PollsView, PollView, TextState } from '@/lib/data/governance-types'
import { type Rows, readRows } from '@/lib/data/pages'
import {
  type IndexedPoll,
  indexedPoll,
  pollRow,
  readCountedVotes,
  readPollEnds,
  readPollText,
} from '@/lib/data/poll-rows'
import { pollHistory, pollVoteViews, readPollVoteTimes } from '@/lib/data/poll-votes'
import { load, missingSubgraph, type Reading } from '@/lib/data/reading'
import { roundView } from '@/lib/data/round'
import type { Loaded } from '@/lib/data/types'
import type { PollText } from '@/lib/ipfs/poll-text'
import { settings } from '@/lib/network/settings'
import { SourceError } from '@/lib/network/source-error'
import { pollDocument } from '@/lib/subgraph/documents/poll'
import { pollPageDocument } from '@/lib/subgraph/documents/polls'
import { type IndexedAt, indexedAt } from '@/lib/subgraph/meta'
import { hasSubgraph, querySubgraph } from '@/lib/subgraph/query'

/**
 * Every LIP poll of the index.
 * @throws SourceError
 */
export async function readPolls(): Promise<Rows<{ id: string; poll: IndexedPoll }>> {
  const { rows, indexedAt: at } = await readRows(
    (after, block) => querySubgraph(pollPageDocument, { after, block }),
    ({ polls }) => polls,
  )
  return { rows: rows.map((row) => ({ id: row.id, poll: indexedPoll(row) })), indexedAt: at }
}

async function readPoll(id: string): Promise<{ poll: IndexedPoll | null; indexedAt: IndexedAt }> {
  const answer = await querySubgraph(pollDocument, { id })
  return { poll: answer.poll ? indexedPoll(answer.poll) : null, indexedAt: indexedAt(answer._meta) }
}

function viewOfRound(reading: Reading, core: Core) {
  return roundView(core, reading.head.timestamp, settings().network.secondsPerBlock)
}

async function buildPolls(reading: Reading): Promise<PollsView> {
  const [core, known] = await Promise.all([
    readCore(reading),
    reading.index('polls', 'per-minute', readPolls),
  ])
  const round = viewOfRound(reading, core)
  if (!known) return { rows: null, round }
  const polls = known.rows.map(({ poll }) => poll)
  const [ends, rows] = await Promise.all([
    readPollEnds(reading, core, polls),
    Promise.all(
      polls.map(async (poll) => {
        const [counted, text] = await Promise.all([
          readCountedVotes(reading, core, poll),
          readPollText(poll.cid),
        ])
        return { poll, counted, text: headingOf(text) }
      }),
    ),
  ])
  const views = rows.flatMap(({ poll, counted, text }): PollRow[] => {
    const end = ends.get(poll.address)
    return end ? [pollRow(poll, { blockNum: core.blockNum, counted, end, text })] : []
  })
  return { rows: views.toSorted(byState), round }
}

function headingOf(text: TextState<PollText>): PollRow['text'] {
  return text.state === 'ready'
    ? { state: 'ready', value: { title: text.value.title, lip: text.value.lip } }
    : text
}

function bodyOf(text: TextState<PollText>): TextState<PollBody> {
  if (text.state !== 'ready') return text
  const { title, lip, body, commit } = text.value
  return { state: 'ready', value: { title, lip, body, commit } }
}

/** Open ones first, the one that closes first at the top; then closed ones, newest first. */
export function byState(
  a: Pick<PollRow, 'state' | 'endBlock'>,
  b: Pick<PollRow, 'state' | 'endBlock'>,
): number {
  const [left, right] = [a.state === 'open', b.state === 'open']
  if (left !== right) return left ? -1 : 1
  return left ? a.endBlock - b.endBlock : b.endBlock - a.endBlock
}

/** Thrown where the index alone knows what is asked for and did not answer. */
function indexNeeded(what: string): SourceError {
  if (!hasSubgraph() && missingSubgraph.state === 'missing')
    return new SourceError(missingSubgraph.reason, missingSubgraph.next)
  return new SourceError(`The index did not answer, and it alone knows ${what}.`, 'Reload in a moment.')
}

async function buildPoll(reading: Reading, address: Address): Promise<PollView | null> {
  const id = address.toLowerCase()
  const [core, known] = await Promise.all([
    readCore(reading),
    reading.index(`poll/${id}`, 'per-minute', () => readPoll(id)),
  ])
  if (!known) throw indexNeeded('this poll')
  const { poll } = known
  if (!poll) return null
  const [ends, counted, times, text] = await Promise.all([
    readPollEnds(reading, core, [poll]),
    readCountedVotes(reading, core, poll),
    reading.index(`poll-vote-times/${id}`, 'per-minute', () => readPollVoteTimes(id)),
    readPollText(poll.cid),
  ])
  const end = ends.get(poll.address)
  if (!counted || !end) throw indexNeeded('who voted')
  return {
    ...pollRow(poll, { blockNum: core.blockNum, counted, end, text: bodyOf(text) }),
    round: viewOfRound(reading, core),
    votes: pollVoteViews(counted.votes, times),
    history: counted.by === 'index' ? null : pollHistory(counted.votes, times),
  }
}

/** Every LIP poll (5.1). */
export function loadPolls(): Promise<Loaded<PollsView>> {
  return load(buildPolls)
}

/** One LIP poll with text and votes (5.2); null when the index answers and knows no such poll. */
export function loadPoll(address: Address): Promise<Loaded<PollView | null>> {
  const poll = getAddress(address)
  return load((reading) => buildPoll(reading, poll))
}
