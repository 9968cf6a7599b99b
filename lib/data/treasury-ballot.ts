import { type Address, getAddress } from 'viem'
import { bondingManagerViewsAbi } from '@/lib/contracts/abi/bonding-manager-views'
import { bondingVotesAbi } from '@/lib/contracts/abi/bonding-votes'
import { livepeerGovernorAbi } from '@/lib/contracts/abi/livepeer-governor'
import {
  addressOrNone,
  multicallBytes,
  readChain,
  readChainTogether,
  toNumber,
} from '@/lib/data/chain-client'
import { type Core, readCore } from '@/lib/data/core'
import type { TreasuryBallotView } from '@/lib/data/governance-types'
import { governorAddress, readProposals } from '@/lib/data/governor'
import { lastBlockOf, orNull } from '@/lib/data/poll-end'
import { lastBlockOfRound } from '@/lib/data/poll-ends'
import { readNettedVotes } from '@/lib/data/proposal'
import { load, type Reading } from '@/lib/data/reading'
import type { Loaded } from '@/lib/data/types'
import { loadName } from '@/lib/ens/names'
import { contractAddresses } from '@/lib/network/deployment'
import { SourceError } from '@/lib/network/source-error'
import { movedAwayFrom, overridesOf } from '@/lib/protocol/netted-votes'
import { powerlessReason } from '@/lib/protocol/treasury-vote'
import { sameAddress } from '@/lib/protocol/types'

/** An account's power by BondingVotes. */
interface Power {
  powerNowWei: bigint
  delegateNow: Address | null
  hasCheckpoint: boolean
  bondedWei: bigint
  /** Its own delegate, with a stake of its own: an orchestrator, active or not. */
  registeredNow: boolean
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
      registeredNow: now[3][0] > 0n && sameAddress(now[3][2], account),
      atSnapshot: then && { weightWei: then[0], delegate: addressOrNone(then[1]) },
    }
  })
}

/**
 * The part of an orchestrator's power at a snapshot that is its own stake. No contract keeps that: it is the pending stake in
 * the last block of the snapshot's round, which only an archive node has; null elsewhere.
 */
function readOwnPart(
  reading: Reading,
  core: Core,
  account: Address,
  snapshot: number,
): Promise<bigint | null> {
  // Past state does not change; a node that has it not is asked again in the next round.
  return reading.settled(`own-part/${account}/${snapshot}`, 'per-round', () =>
    orNull(async () => {
      const end = await lastBlockOfRound(reading, core, snapshot)
      if (end === null) return null
      const [block, { BondingManager }] = await Promise.all([lastBlockOf(end), contractAddresses()])
      return readChain((client) =>
        client.readContract({
          address: BondingManager,
          abi: bondingManagerViewsAbi,
          functionName: 'pendingStake',
          args: [account, 0n],
          blockNumber: BigInt(block),
        }),
      )
    }),
  )
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
    const { BondingVotes, Multicall3 } = await contractAddresses()
    const asked = delegate ?? account
    const votes = { address: BondingVotes, abi: bondingVotesAbi } as const
    const common = {
      allowFailure: false,
      blockNumber: BigInt(block),
      multicallAddress: Multicall3,
      batchSize: multicallBytes,
    } as const
    const [[hasVoted, delegateVoted], [itsDelegate]] = await readChainTogether((client) =>
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
              ? { ...votes, functionName: 'delegates', args: [asked] }
              : { ...votes, functionName: 'delegatedAt', args: [asked, BigInt(snapshot)] },
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
  const orchestrates = delegate !== null && other === null
  const [cast, votes, theirs, delegateName, ownWei] = await Promise.all([
    readCast(reading, id, account, delegate, over ? snapshot : null),
    over ? readNettedVotes(reading, id, snapshot) : { indexed: [], netted: [] },
    other && readPower(reading, other, snapshot, over),
    other && loadName(other),
    orchestrates && over ? readOwnPart(reading, core, account, snapshot) : null,
  ])
  const supportOf = (voter: Address | null) =>
    votes?.indexed.find((vote) => voter !== null && sameAddress(vote.voter, voter))?.support ?? null
  const weightWei = power.atSnapshot?.weightWei ?? null
  const overrides = votes && overridesOf(votes.netted, account)
  // What the orchestrator has by the votes of others does not change by this account's own.
  const others = votes?.netted.filter(({ voter }) => !sameAddress(voter, account))
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
    ownWei,
    movedAwayWei: overrides && movedAwayFrom(overrides, account),
    movedAwayBy: overrides && overrides.length,
    delegate,
    delegateName,
    delegateRegistered: cast.delegateRegistered,
    delegateVoted: cast.delegateVoted,
    delegateSupport: supportOf(other),
    delegateCountedWei:
      other && theirs && others && cast.delegateRegistered
        ? (theirs.atSnapshot?.weightWei ?? theirs.powerNowWei) - movedAwayFrom(others, other)
        : null,
    powerless: powerlessReason({
      weight: weightWei ?? power.powerNowWei,
      hasCheckpoint: power.hasCheckpoint,
      bondedNow: power.bondedWei,
      delegateAtSnapshot: delegate,
      delegateNow: theirs && { hasCheckpoint: theirs.hasCheckpoint, registered: theirs.registeredNow },
    }),
    forWei: governor.tally.for,
    againstWei: governor.tally.against,
    abstainWei: governor.tally.abstain,
    quorumWei: governor.power?.quorumWei ?? null,
    quotaP6: governor.quotaP6,
  }
}

/** One account's power and vote on a treasury proposal (6.3). */
export function loadTreasuryBallot(id: string, account: Address): Promise<Loaded<TreasuryBallotView>> {
  const voter = getAddress(account)
  return load((reading) => buildTreasuryBallot(reading, id, voter))
}
