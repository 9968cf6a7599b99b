import { type Address, getAddress } from 'viem'
import { bondingManagerViewsAbi } from '@/lib/contracts/abi/bonding-manager-views'
import { bondingVotesAbi } from '@/lib/contracts/abi/bonding-votes'
import { governorProposeAbi } from '@/lib/contracts/abi/governor-propose'
import { idOfHashed } from '@/lib/contracts/proposal-call'
import type { TreasuryCall } from '@/lib/contracts/treasury-action'
import type { ProposerView, ProposingView, TrialView } from '@/lib/data/authoring-types'
import { addressOrNone, multicallBytes, readChain, toNumber } from '@/lib/data/chain-client'
import { readCore, readTreasuryAddress } from '@/lib/data/core'
import { readRoundStarts } from '@/lib/data/governance-dates'
import { governorAddress, readProposals } from '@/lib/data/governor'
import { paidBefore, readPayments } from '@/lib/data/payments'
import { load, type Reading } from '@/lib/data/reading'
import { roundView } from '@/lib/data/round'
import { simulateCalls } from '@/lib/data/simulation'
import { actionViews } from '@/lib/data/treasury'
import type { Loaded } from '@/lib/data/types'
import { contractAddresses } from '@/lib/network/deployment'
import { settings } from '@/lib/network/settings'
import { powerlessReason } from '@/lib/protocol/treasury-vote'
import { sameAddress } from '@/lib/protocol/types'

interface Terms {
  thresholdWei: bigint
  delay: number
  period: number
}

/**
 * The governor's rules for proposals.
 * @throws SourceError
 */
async function readTerms(reading: Reading): Promise<Terms> {
  const governor = await governorAddress()
  return reading.chain(`proposing/${governor}`, async (block) => {
    const { Multicall3 } = await contractAddresses()
    const at = { address: governor, abi: governorProposeAbi } as const
    const [thresholdWei, delay, period] = await readChain((client) =>
      client.multicall({
        allowFailure: false,
        blockNumber: BigInt(block),
        multicallAddress: Multicall3,
        contracts: [
          { ...at, functionName: 'proposalThreshold' },
          { ...at, functionName: 'votingDelay' },
          { ...at, functionName: 'votingPeriod' },
        ],
      }),
    )
    return { thresholdWei, delay: toNumber(delay), period: toNumber(period) }
  })
}

/** What the treasury holds, wei. */
async function readTreasury(reading: Reading) {
  const treasury = await reading.settled('treasury', 'per-round', readTreasuryAddress)
  const [core, ethWei] = await Promise.all([
    readCore(reading),
    reading.chain(`treasury-eth/${treasury}`, (block) =>
      readChain((client) => client.getBalance({ address: treasury, blockNumber: BigInt(block) })),
    ),
  ])
  return { treasury, core, lptWei: core.treasuryBalanceWei, ethWei }
}

async function buildProposing(reading: Reading): Promise<ProposingView> {
  const [terms, { treasury, core, lptWei, ethWei }] = await Promise.all([
    readTerms(reading),
    readTreasury(reading),
  ])
  const snapshot = toNumber(core.round) + terms.delay
  const [firstRound, lastRound] = [snapshot + 1, snapshot + terms.period]
  const dates = await readRoundStarts(reading, core, [firstRound, lastRound + 1])
  return {
    round: roundView(core, reading.head.timestamp, settings().network.secondsPerBlock),
    thresholdWei: terms.thresholdWei,
    firstRound,
    lastRound,
    opensAt: dates.get(firstRound) ?? null,
    closesAt: dates.get(lastRound + 1) ?? null,
    treasury,
    treasuryLptWei: lptWei,
    treasuryEthWei: ethWei,
  }
}

/** What proposing takes now (6.4): the same for everybody. */
export function loadProposing(): Promise<Loaded<ProposingView>> {
  return load(buildProposing)
}

/** Whether a delegate is recorded for voting and an orchestrator, which decides why somebody's power with it is 0. */
async function readDelegateNow(
  block: number,
  delegate: Address,
): Promise<{ hasCheckpoint: boolean; registered: boolean }> {
  const { BondingVotes, BondingManager, Multicall3 } = await contractAddresses()
  const [hasCheckpoint, [bonded, , itsDelegate]] = await readChain((client) =>
    client.multicall({
      allowFailure: false,
      blockNumber: BigInt(block),
      multicallAddress: Multicall3,
      contracts: [
        { address: BondingVotes, abi: bondingVotesAbi, functionName: 'hasCheckpoint', args: [delegate] },
        {
          address: BondingManager,
          abi: bondingManagerViewsAbi,
          functionName: 'getDelegator',
          args: [delegate],
        },
      ],
    }),
  )
  return { hasCheckpoint, registered: bonded > 0n && sameAddress(itsDelegate, delegate) }
}

async function buildProposer(reading: Reading, account: Address): Promise<ProposerView> {
  const [{ thresholdWei }, core] = await Promise.all([readTerms(reading), readCore(reading)])
  const start = core.round - 1n
  return reading.chain(`proposer/${start}/${account}`, async (block): Promise<ProposerView> => {
    const { BondingVotes, BondingManager, Multicall3 } = await contractAddresses()
    const votes = { address: BondingVotes, abi: bondingVotesAbi } as const
    const bonding = { address: BondingManager, abi: bondingManagerViewsAbi } as const
    const [power, delegate, nextPower, hasCheckpoint, [bonded], own] = await readChain((client) =>
      client.multicall({
        allowFailure: false,
        blockNumber: BigInt(block),
        multicallAddress: Multicall3,
        batchSize: multicallBytes,
        contracts: [
          { ...votes, functionName: 'getPastVotes', args: [account, start] },
          { ...votes, functionName: 'delegatedAt', args: [account, start] },
          { ...votes, functionName: 'getVotes', args: [account] },
          { ...votes, functionName: 'hasCheckpoint', args: [account] },
          { ...bonding, functionName: 'getDelegator', args: [account] },
          { ...bonding, functionName: 'pendingStake', args: [account, 0n] },
        ],
      }),
    )
    const trusted = power === 0n ? addressOrNone(delegate) : null
    return {
      account,
      round: toNumber(core.round),
      thresholdWei,
      powerWei: power,
      nextPowerWei: nextPower,
      orchestrator: sameAddress(delegate, account),
      ownNowWei: bonded === 0n ? 0n : own,
      powerless: powerlessReason({
        weight: power,
        hasCheckpoint,
        bondedNow: bonded,
        delegateAtSnapshot: addressOrNone(delegate),
        delegateNow: trusted && (await readDelegateNow(block, trusted)),
      }),
    }
  })
}

/** One account's power to propose (6.4), as of the start of this round. */
export function loadProposer(account: Address): Promise<Loaded<ProposerView>> {
  const proposer = getAddress(account)
  return load((reading) => buildProposer(reading, proposer))
}

/**
 * Tries a proposal that is not sent yet at the newest block: its id, whether it exists, what carrying it out would do, and
 * what its recipients got before. Nothing of it is kept.
 */
export function loadTrial(parts: {
  calls: readonly TreasuryCall[]
  descriptionHash: `0x${string}`
}): Promise<Loaded<TrialView>> {
  return load(async (reading) => {
    const id = idOfHashed(parts.calls, parts.descriptionHash).toString()
    const { treasury, core, lptWei, ethWei } = await readTreasury(reading)
    const [simulation, known, actions, paid] = await Promise.all([
      simulateCalls(reading.head.block, treasury, parts.calls),
      readProposals(reading, core, [id]),
      actionViews(parts.calls),
      readPayments(reading, core),
    ])
    return {
      proposal: id,
      known: known.get(id)?.state ?? null,
      simulation,
      treasuryLptWei: lptWei,
      treasuryEthWei: ethWei,
      paidBefore: paid && paidBefore(paid, { id, actions }),
    }
  })
}
