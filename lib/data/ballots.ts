import { type Address, getAddress } from 'viem'
import { bondingManagerViewsAbi } from '@/lib/contracts/abi/bonding-manager-views'
import { bondingVotesAbi } from '@/lib/contracts/abi/bonding-votes'
import { livepeerGovernorAbi } from '@/lib/contracts/abi/livepeer-governor'
import { pollAbi } from '@/lib/contracts/abi/poll'
import { addressOrNone, multicallBytes, readChain, toNumber } from '@/lib/data/chain-client'
import { readCore } from '@/lib/data/core'
import type { PollBallotView, TreasuryBallotView } from '@/lib/data/governance-types'
import { governorAddress, readProposals } from '@/lib/data/governor'
import { type PollStake, readPollStakes, readPollVotes } from '@/lib/data/poll-votes'
import { readNettedVotes } from '@/lib/data/proposal'
import { load, type Reading } from '@/lib/data/reading'
import type { Loaded } from '@/lib/data/types'
import { contractAddresses } from '@/lib/network/deployment'
import { SourceError } from '@/lib/network/source-error'
import { movedAwayFrom } from '@/lib/protocol/netted-votes'
import { isPollOpen } from '@/lib/protocol/poll-tally'
import { powerlessReason } from '@/lib/protocol/treasury-vote'
import { sameAddress } from '@/lib/protocol/types'

/** An account's power by BondingVotes. */
interface Power {
  powerNowWei: bigint
  delegateNow: Address | null
  hasCheckpoint: boolean
  bondedWei: bigint
  /** At the snapshot; null before it is over. */
  atSnapshot: { weightWei: bigint; delegate: Address | null } | null
}

/**
 * Power of an account at a proposal's snapshot, and now.
 * @throws SourceError
 */
function readPower(reading: Reading, account: Address, snapshot: number, over: boolean): Promise<Power> {
  return reading.chain(`power/${snapshot}/${over}/${account}`, async (block): Promise<Power> => {
    const contracts = await contractAddresses()
    const votes = { address: contracts.BondingVotes, abi: bondingVotesAbi } as const
    const past = [account, BigInt(snapshot)] as const
    const common = {
      allowFailure: false,
      blockNumber: BigInt(block),
      multicallAddress: contracts.Multicall3,
      batchSize: multicallBytes,
    } as const
    const [now, then] = await readChain((client) =>
      Promise.all([
        client.multicall({
          ...common,
          contracts: [
            { ...votes, functionName: 'getVotes', args: [account] },
            { ...votes, functionName: 'delegates', args: [account] },
            { ...votes, functionName: 'hasCheckpoint', args: [account] },
            {
              address: contracts.BondingManager,
              abi: bondingManagerViewsAbi,
              functionName: 'getDelegator',
              args: [account],
            },
          ],
        }),
        over
          ? client.multicall({
              ...common,
              contracts: [
                { ...votes, functionName: 'getPastVotes', args: past },
                { ...votes, functionName: 'delegatedAt', args: past },
              ],
            })
          : null,
      ]),
    )
    return {
      powerNowWei: now[0],
      delegateNow: addressOrNone(now[1]),
      hasCheckpoint: now[2],
      bondedWei: now[3][0],
      atSnapshot: then && { weightWei: then[0], delegate: addressOrNone(then[1]) },
    }
  })
}

/** Whether accounts voted, and whether the delegate is an orchestrator at the time that counts. */
async function readCast(
  reading: Reading,
  id: string,
  account: Address,
  delegate: Address | null,
  snapshot: number | null,
): Promise<{ hasVoted: boolean; delegateVoted: boolean; delegateRegistered: boolean }> {
  const governor = await governorAddress()
  return reading.chain(`cast/${id}/${account}/${delegate}/${snapshot}`, async (block) => {
    const contracts = await contractAddresses()
    const asked = delegate ?? account
    const common = {
      allowFailure: false,
      blockNumber: BigInt(block),
      multicallAddress: contracts.Multicall3,
      batchSize: multicallBytes,
    } as const
    const [[hasVoted, delegateVoted], [itsDelegate]] = await readChain((client) =>
      Promise.all([
        client.multicall({
          ...common,
          contracts: [account, asked].map((voter) => ({
            address: governor,
            abi: livepeerGovernorAbi,
            functionName: 'hasVoted' as const,
            args: [BigInt(id), voter] as const,
          })),
        }),
        client.multicall({
          ...common,
          contracts: [
            snapshot === null
              ? {
                  address: contracts.BondingVotes,
                  abi: bondingVotesAbi,
                  functionName: 'delegates',
                  args: [asked],
                }
              : {
                  address: contracts.BondingVotes,
                  abi: bondingVotesAbi,
                  functionName: 'delegatedAt',
                  args: [asked, BigInt(snapshot)],
                },
          ],
        }),
      ]),
    )
    return {
      hasVoted: hasVoted ?? false,
      delegateVoted: delegate !== null && (delegateVoted ?? false),
      delegateRegistered:
        delegate !== null && typeof itsDelegate === 'string' && sameAddress(itsDelegate, delegate),
    }
  })
}

/** Votes but the account's own: what its orchestrator has by them does not change by its vote. */
function others<Vote extends { voter: Address }>(votes: readonly Vote[], account: Address): Vote[] {
  return votes.filter(({ voter }) => !sameAddress(voter, account))
}

async function buildTreasuryBallot(
  reading: Reading,
  id: string,
  account: Address,
): Promise<TreasuryBallotView> {
  const core = await readCore(reading)
  const governor = (await readProposals(reading, core, [id])).get(id)
  if (!governor) throw new SourceError('The governor knows no such proposal.', 'Check the link you came by.')
  const { snapshot, state } = governor
  const over = toNumber(core.round) > snapshot
  const power = await readPower(reading, account, snapshot, over)
  const delegate = power.atSnapshot ? power.atSnapshot.delegate : power.delegateNow
  const other = delegate !== null && !sameAddress(delegate, account) ? delegate : null
  const [cast, votes, theirs] = await Promise.all([
    readCast(reading, id, account, delegate, over ? snapshot : null),
    over ? readNettedVotes(reading, id, snapshot) : { indexed: [], netted: [] },
    other && readPower(reading, other, snapshot, over),
  ])
  const supportOf = (voter: Address | null) =>
    votes?.indexed.find((vote) => voter !== null && sameAddress(vote.voter, voter))?.support ?? null
  const weightWei = power.atSnapshot?.weightWei ?? null
  return {
    proposal: id,
    account,
    state,
    currentRound: toNumber(core.round),
    firstRound: snapshot + 1,
    lastRound: governor.deadline,
    hasVoted: cast.hasVoted,
    support: supportOf(account),
    weightWei,
    powerNowWei: power.powerNowWei,
    movedAwayWei: votes ? movedAwayFrom(votes.netted, account) : null,
    delegate,
    delegateRegistered: cast.delegateRegistered,
    delegateVoted: cast.delegateVoted,
    delegateSupport: supportOf(other),
    delegateCountedWei:
      other && theirs && votes && cast.delegateRegistered
        ? (theirs.atSnapshot?.weightWei ?? theirs.powerNowWei) -
          movedAwayFrom(others(votes.netted, account), other)
        : null,
    powerless: powerlessReason({
      weight: weightWei ?? power.powerNowWei,
      hasCheckpoint: power.hasCheckpoint,
      bondedNow: power.bondedWei,
      delegateAtSnapshot: delegate,
    }),
  }
}

async function buildPollBallot(reading: Reading, poll: Address, account: Address): Promise<PollBallotView> {
  const [core, endBlock, votes] = await Promise.all([
    readCore(reading),
    readEndBlock(reading, poll),
    reading.index(`poll-votes/${poll.toLowerCase()}`, 'per-minute', () => readPollVotes(poll.toLowerCase())),
  ])
  const voters = votes?.votes ?? []
  const [own] = await readPollStakes(reading, [account])
  const stake: PollStake = own ?? { weightWei: 0n, ownWei: 0n, delegate: null }
  const stakes = await readPollStakes(
    reading,
    voters.map(({ voter }) => voter),
  )
  const choiceOf = (voter: Address | null) =>
    voters.find((vote) => voter !== null && sameAddress(vote.voter, voter))?.choice ?? null
  const weighed = voters.map(({ voter, choice }, index) => ({
    voter,
    choice,
    weight: stakes[index]?.weightWei ?? 0n,
    delegate: stakes[index]?.delegate ?? null,
  }))
  const { delegate } = stake
  const other = delegate !== null && !sameAddress(delegate, account) ? delegate : null
  const [theirs] = delegate ? await readPollStakes(reading, [delegate]) : []
  const delegateRegistered =
    delegate !== null &&
    theirs !== undefined &&
    theirs.delegate !== null &&
    sameAddress(theirs.delegate, delegate)
  return {
    poll,
    account,
    open: isPollOpen(core.blockNum, endBlock),
    choice: choiceOf(account),
    weightWei: stake.weightWei,
    ownWei: stake.ownWei,
    movedAwayWei: votes ? movedAwayFrom(weighed, account) : null,
    delegate,
    delegateRegistered,
    delegateChoice: choiceOf(other),
    delegateCountedWei:
      other && theirs && votes && delegateRegistered
        ? theirs.weightWei - movedAwayFrom(others(weighed, account), other)
        : null,
  }
}

/** A poll's end never changes. */
function readEndBlock(reading: Reading, poll: Address): Promise<bigint> {
  return reading.settled(`poll-end/${poll}`, 'immutable', (block) =>
    readChain((client) =>
      client.readContract({
        address: poll,
        abi: pollAbi,
        functionName: 'endBlock',
        blockNumber: BigInt(block),
      }),
    ),
  )
}

/** One account's power and vote on a treasury proposal (6.3). */
export function loadTreasuryBallot(id: string, account: Address): Promise<Loaded<TreasuryBallotView>> {
  const voter = getAddress(account)
  return load((reading) => buildTreasuryBallot(reading, id, voter))
}

/** One account's weight and vote in a poll (5.3, 5.4). */
export function loadPollBallot(poll: Address, account: Address): Promise<Loaded<PollBallotView>> {
  const [address, voter] = [getAddress(poll), getAddress(account)]
  return load((reading) => buildPollBallot(reading, address, voter))
}
