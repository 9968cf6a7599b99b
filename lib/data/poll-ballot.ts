import { type Address, getAddress } from 'viem'
import { readCore } from '@/lib/data/core'
import type { PollBallotView } from '@/lib/data/governance-types'
import { readPollEnds } from '@/lib/data/poll-ends'
import { findPoll, findVotes } from '@/lib/data/poll-source'
import { type PollStake, readPollStakes, recount } from '@/lib/data/poll-votes'
import { load, type Reading } from '@/lib/data/reading'
import type { Loaded } from '@/lib/data/types'
import { loadName } from '@/lib/ens/names'
import { SourceError } from '@/lib/network/source-error'
import { countedFor, movedAwayFrom, overridesOf } from '@/lib/protocol/netted-votes'
import { isPollOpen } from '@/lib/protocol/poll-tally'
import { sameAddress } from '@/lib/protocol/types'

async function buildPollBallot(
  reading: Reading,
  address: Address,
  account: Address,
): Promise<PollBallotView> {
  const [core, found] = await Promise.all([readCore(reading), findPoll(reading, address)])
  if (!found) throw new SourceError('There is no such poll.', 'Check the link you came by.')
  const { poll } = found
  const [cast, ends, [own]] = await Promise.all([
    findVotes(reading, found),
    readPollEnds(reading, core, [poll]),
    readPollStakes(reading, [account]),
  ])
  const stake: PollStake = own ?? { weightWei: 0n, ownWei: 0n, delegate: null }
  const voters = cast?.votes ?? []
  const { delegate } = stake
  const other = delegate !== null && !sameAddress(delegate, account) ? delegate : null
  const [stakes, [theirs], delegateName] = await Promise.all([
    readPollStakes(
      reading,
      voters.map(({ voter }) => voter),
    ),
    delegate ? readPollStakes(reading, [delegate]) : [],
    other && loadName(other),
  ])
  const netted = recount(voters, stakes)
  const choiceOf = (voter: Address | null) =>
    netted.find((vote) => voter !== null && sameAddress(vote.voter, voter))?.choice ?? null
  const delegateRegistered =
    delegate !== null && theirs?.delegate !== undefined && theirs.delegate !== null
      ? sameAddress(theirs.delegate, delegate)
      : false
  const others = netted.filter(({ voter }) => !sameAddress(voter, account))
  const overrides = overridesOf(netted, account)
  return {
    poll: address,
    account,
    open: isPollOpen(core.blockNum, BigInt(poll.endBlock)),
    choice: choiceOf(account),
    weightWei: stake.weightWei,
    ownWei: stake.ownWei,
    movedAwayWei: cast ? movedAwayFrom(overrides, account) : null,
    movedAwayBy: cast ? overrides.length : null,
    delegate,
    delegateName,
    delegateRegistered,
    delegateChoice: choiceOf(other),
    delegateCountedWei:
      other && theirs && cast && delegateRegistered ? theirs.weightWei - movedAwayFrom(others, other) : null,
    yesWei: cast ? countedFor(netted, 'yes') : null,
    noWei: cast ? countedFor(netted, 'no') : null,
    totalStakeWei: ends.get(poll.address)?.totalStakeWei ?? null,
    quorumP6: poll.quorumP6,
    quotaP6: poll.quotaP6,
  }
}

/** One account's weight and vote in a poll (5.3, 5.4). */
export function loadPollBallot(poll: Address, account: Address): Promise<Loaded<PollBallotView>> {
  const [address, voter] = [getAddress(poll), getAddress(account)]
  return load((reading) => buildPollBallot(reading, address, voter))
}
