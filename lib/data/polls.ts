import { type Address, getAddress } from 'viem'
import { type Core, readCore } from '@/lib/data/core'
import type { PollBody, PollRow, PollsView, PollView, TextState } from '@/lib/data/governance-types'
import { knownAddresses } from '@/lib/data/known-addresses'
import { type Rows, readRows } from '@/lib/data/pages'
import { isLongOver, readPollEnds } from '@/lib/data/poll-ends'
import { countVotes, type IndexedPoll, indexedPoll, pollRow, readPollText } from '@/lib/data/poll-rows'
import { findPoll, findVotes, indexNeeded } from '@/lib/data/poll-source'
import {
  keyOf,
  type PollVoteRow,
  pollHistory,
  pollVoteViews,
  readPollVoteTimes,
  readVotesOfPolls,
} from '@/lib/data/poll-votes'
import { load, type Reading } from '@/lib/data/reading'
import { roundView } from '@/lib/data/round'
import type { Loaded } from '@/lib/data/types'
import { pollVoteCalls } from '@/lib/data/vote-calls'
import type { PollText } from '@/lib/ipfs/poll-text'
import { settings } from '@/lib/network/settings'
import { pollPageDocument } from '@/lib/subgraph/documents/polls'
import { querySubgraph } from '@/lib/subgraph/query'

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

function viewOfRound(reading: Reading, core: Core) {
  return roundView(core, reading.head.timestamp, settings().network.secondsPerBlock)
}

/** Votes of all polls in two questions: those long over never change and are kept for good. */
async function readAllVotes(
  reading: Reading,
  core: Core,
  polls: readonly IndexedPoll[],
): Promise<ReadonlyMap<string, readonly PollVoteRow[]>> {
  const over = polls.filter((poll) => isLongOver(core, poll))
  const recent = polls.filter((poll) => !isLongOver(core, poll))
  const read = async (some: readonly IndexedPoll[], freshness: 'immutable' | 'per-minute') => {
    const ids = some.map(({ address }) => address.toLowerCase())
    if (ids.length === 0) return []
    const known = await reading.index(`votes-of-polls/${keyOf(ids)}`, freshness, () => readVotesOfPolls(ids))
    return [...(known?.votes ?? [])]
  }
  const [old, fresh] = await Promise.all([read(over, 'immutable'), read(recent, 'per-minute')])
  return new Map([...old, ...fresh])
}

/**
 * Every LIP poll as part of another loader's reading.
 * @throws SourceError
 */
export async function buildPolls(reading: Reading): Promise<PollsView> {
  const [core, known] = await Promise.all([
    readCore(reading),
    reading.index('polls', 'per-minute', readPolls),
  ])
  const round = viewOfRound(reading, core)
  if (!known) return { rows: null, round }
  const polls = known.rows.map(({ poll }) => poll)
  const [ends, votes] = await Promise.all([
    readPollEnds(reading, core, polls),
    readAllVotes(reading, core, polls),
  ])
  const rows = await Promise.all(
    polls.map(async (poll): Promise<PollRow[]> => {
      const cast = votes.get(poll.address.toLowerCase())
      const [counted, text] = await Promise.all([
        cast ? countVotes(reading, core, poll, cast) : null,
        readPollText(poll.cid),
      ])
      const end = ends.get(poll.address)
      return end ? [pollRow(poll, { blockNum: core.blockNum, counted, end, text: headingOf(text) })] : []
    }),
  )
  return { rows: rows.flat().toSorted(byState), round }
}

function headingOf(text: TextState<PollText>): PollRow['text'] {
  return text.state === 'ready'
    ? { state: 'ready', value: { title: text.value.title, lip: text.value.lip } }
    : text
}

function bodyOf(text: TextState<PollText>): TextState<PollBody> {
  if (text.state !== 'ready') return text
  const { title, lip, body, removed, commit } = text.value
  return { state: 'ready', value: { title, lip, body, hiddenCharacters: removed, commit } }
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

async function buildPoll(reading: Reading, address: Address): Promise<PollView | null> {
  const id = address.toLowerCase()
  const [core, found] = await Promise.all([readCore(reading), findPoll(reading, address)])
  if (!found) return null
  const { poll, indexed } = found
  const [ends, cast, times, text] = await Promise.all([
    readPollEnds(reading, core, [poll]),
    findVotes(reading, found),
    indexed === 'yes'
      ? reading.index(`poll-vote-times/${id}`, 'per-minute', () => readPollVoteTimes(id))
      : null,
    readPollText(poll.cid),
  ])
  const end = ends.get(poll.address)
  const counted = cast && (await countVotes(reading, core, poll, cast.votes))
  if (!cast || !counted || !end) throw indexNeeded('who voted')
  const lastVotes = cast.lastVotes ?? times?.lastVotes
  const row = pollRow(poll, { blockNum: core.blockNum, counted, end, text: bodyOf(text) })
  return {
    ...row,
    round: viewOfRound(reading, core),
    indexed,
    knownAddresses: await knownAddresses(null),
    voteCalls: row.state === 'open' ? await pollVoteCalls(poll.address) : null,
    votes: pollVoteViews(counted.votes, lastVotes ? { lastVotes } : null),
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
