import { BigDecimal } from '@/devnet/graphql/big-decimal'
import { delegatorOf, transcoderOf } from '../accounts'
import type { PollRow, VoteRow } from '../entity-types'
import { roundOfNow } from '../rounds'
import { tokens, type Work, ZERO_ADDRESS } from '../work'
import { movesStake } from './bonding'
import type { BondArgs, RebondArgs, RewardArgs } from './event-args'

interface PollCreatedArgs {
  readonly poll: string
  readonly proposal: string
  readonly endBlock: bigint
  readonly quorum: bigint
  readonly quota: bigint
}

const zero = BigDecimal.zero
const choices = ['Yes', 'No'] as const

export async function handlePollCreated(work: Work, args: PollCreatedArgs): Promise<void> {
  const { poll, endBlock, quorum, quota } = args
  const round = await roundOfNow(work)
  const proposal = Buffer.from(args.proposal.slice(2), 'hex').toString('utf8')
  work.save('Poll', { id: poll, proposal, endBlock, quorum, quota, tally: poll, votes: [] })
  await work.record('PollCreatedEvent', round.id, { poll, proposal: args.proposal, endBlock, quorum, quota })
}

/** A vote row, made as a placeholder when missing (subgraph.md 1.5). */
function voteOf(work: Work, voter: string, poll: string): VoteRow {
  const id = `${voter}-${poll}`
  return (
    work.load('Vote', id) ??
    work.save('Vote', {
      id,
      voter: ZERO_ADDRESS,
      voteStake: zero,
      nonVoteStake: zero,
      choiceID: null,
      poll: null,
      registeredTranscoder: null,
    })
  )
}

/** LPT with unclaimed rewards at the end of the block. */
async function pendingStake(work: Work, account: string): Promise<BigDecimal> {
  const round = await roundOfNow(work)
  return tokens(
    await work.read('BondingManager', 'pendingStake', [account as `0x${string}`, BigInt(round.id)]),
  )
}

/** Sums the votes anew; a registered voter's stake counts less what its delegators voted themselves. */
function tally(work: Work, poll: PollRow): void {
  const sums = { Yes: zero, No: zero }
  for (const id of poll.votes) {
    const { choiceID, voteStake, nonVoteStake, registeredTranscoder } = work.require('Vote', id)
    if (choiceID === null) continue
    const counted = registeredTranscoder ? voteStake.minus(nonVoteStake) : voteStake
    sums[choiceID] = sums[choiceID].plus(counted)
  }
  work.save('PollTally', { id: poll.id, yes: sums.Yes, no: sums.No })
}

async function weighFirstVote(work: Work, voter: string, poll: string): Promise<void> {
  const delegate = delegatorOf(work, voter).delegate
  const id = `${voter}-${poll}`
  if (delegate === null) return
  if (delegate === voter) {
    const voteStake = transcoderOf(work, delegate).totalStake
    work.update('Vote', id, { voteStake, registeredTranscoder: true })
    return
  }
  const voteStake = await pendingStake(work, voter)
  work.update('Vote', id, { voteStake, registeredTranscoder: false })
  const { status } = transcoderOf(work, delegate)
  const other = voteOf(work, delegate, poll)
  work.update('Vote', other.id, {
    voter: delegate,
    registeredTranscoder: status === 'Registered',
    nonVoteStake: other.nonVoteStake.plus(voteStake),
  })
}

export async function handlePollVote(work: Work, args: { voter: string; choiceID: bigint }): Promise<void> {
  const { voter, choiceID } = args
  const choice = choices[Number(choiceID)]
  const poll = work.load('Poll', work.log.address)
  if (!choice || !poll) return
  const round = await roundOfNow(work)
  const vote = voteOf(work, voter, poll.id)
  work.update('Vote', vote.id, { choiceID: choice })
  let counted = poll
  if (vote.choiceID === null) {
    work.update('Vote', vote.id, { voter, poll: poll.id })
    counted = work.update('Poll', poll.id, { votes: [...poll.votes, vote.id] })
    await weighFirstVote(work, voter, poll.id)
  }
  tally(work, counted)
  await work.record('VoteEvent', round.id, { voter, choiceID, poll: poll.id })
}

async function watchReward(
  work: Work,
  poll: string,
  voter: string,
  { transcoder }: RewardArgs,
): Promise<boolean> {
  if (work.load('Delegator', voter)?.delegate !== transcoder) return false
  const own = voteOf(work, voter, poll)
  if (voter === transcoder) {
    work.update('Vote', own.id, { voteStake: work.require('Transcoder', transcoder).totalStake })
    return true
  }
  await moveOwnStake(work, poll, voter, transcoder)
  return true
}

/** The voter's stake as it now pends, and the difference into what its delegate does not vote for. */
async function moveOwnStake(work: Work, poll: string, voter: string, delegate: string): Promise<void> {
  const pending = await pendingStake(work, voter)
  const own = voteOf(work, voter, poll)
  const other = voteOf(work, delegate, poll)
  work.update('Vote', other.id, { nonVoteStake: other.nonVoteStake.plus(pending.minus(own.voteStake)) })
  work.update('Vote', own.id, { voteStake: pending })
}

function watchBond(work: Work, poll: string, voter: string, args: BondArgs): boolean {
  const { newDelegate, oldDelegate, delegator } = args
  const bonded = tokens(args.bondedAmount)
  const moves = movesStake(args)
  const from = transcoderOf(work, oldDelegate)
  const to = transcoderOf(work, newDelegate)
  const old = voteOf(work, oldDelegate, poll)
  const wasRegistered = from.status === 'Registered'
  const weighsAll = wasRegistered || work.quirks.formerDelegateWeighsAll
  work.update('Vote', old.id, {
    registeredTranscoder: wasRegistered,
    ...(moves && weighsAll && old.choiceID !== null ? { voteStake: from.totalStake } : {}),
    ...(moves && delegator === voter
      ? { nonVoteStake: old.nonVoteStake.minus(tokens(args.bondedAmount - args.additionalAmount)) }
      : {}),
  })
  const registered = to.status === 'Registered'
  const next = voteOf(work, newDelegate, poll)
  work.update('Vote', next.id, {
    registeredTranscoder: registered,
    ...(registered && next.choiceID !== null ? { voteStake: to.totalStake } : {}),
  })
  if (delegator !== voter || voter === newDelegate) return true
  const own = voteOf(work, voter, poll)
  work.update('Vote', next.id, (row) => ({
    voter: newDelegate,
    nonVoteStake: row.nonVoteStake.plus(moves ? bonded : bonded.minus(own.voteStake)),
  }))
  work.update('Vote', own.id, { voteStake: bonded })
  return true
}

async function watchUnbond(work: Work, poll: string, voter: string, args: RebondArgs): Promise<boolean> {
  const { delegate, delegator } = args
  const transcoder = transcoderOf(work, delegate)
  const registered = transcoder.status === 'Registered'
  const other = voteOf(work, delegate, poll)
  work.update('Vote', other.id, { registeredTranscoder: registered })
  if (other.choiceID !== null) {
    const voteStake = registered ? transcoder.totalStake : await pendingStake(work, delegate)
    work.update('Vote', other.id, { voteStake })
  }
  if (delegator === voter && voter !== delegate) {
    work.update('Vote', other.id, { voter: delegate })
    await moveOwnStake(work, poll, voter, delegate)
  }
  return true
}

/**
 * Follows stake for the voters of open polls, in order of first vote, after the main handler of the same event
 * (subgraph.md 3.8).
 */
export async function watchPolls(work: Work, name: string, args: unknown): Promise<void> {
  const polls = [...work.env.store.all('Poll')].map((found) => work.require('Poll', found.id))
  if (polls.length === 0) return
  const l1Block = await work.read('RoundsManager', 'blockNum', [])
  for (const poll of polls) {
    if (l1Block > poll.endBlock) continue
    for (const vote of poll.votes) {
      const voter = vote.slice(0, ZERO_ADDRESS.length)
      const changed =
        name === 'Reward'
          ? await watchReward(work, poll.id, voter, args as RewardArgs)
          : name === 'Bond'
            ? watchBond(work, poll.id, voter, args as BondArgs)
            : await watchUnbond(work, poll.id, voter, args as RebondArgs)
      if (changed) tally(work, poll)
    }
  }
}
