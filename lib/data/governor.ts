import type { Address } from 'viem'
import { bondingVotesAbi } from '@/lib/contracts/abi/bonding-votes'
import { livepeerGovernorAbi } from '@/lib/contracts/abi/livepeer-governor'
import { multicallBytes, readChain, toNumber } from '@/lib/data/chain-client'
import type { Core } from '@/lib/data/core'
import { keyOf } from '@/lib/data/poll-votes'
import type { Reading } from '@/lib/data/reading'
import { contractAddresses } from '@/lib/network/deployment'
import { SourceError } from '@/lib/network/source-error'
import { type ProposalState, proposalStates, type TreasuryTally } from '@/lib/protocol/treasury-vote'

/** A proposal as the governor keeps it. Rounds; amounts in wei. */
export interface GovernorProposal {
  proposer: Address
  state: ProposalState
  snapshot: number
  deadline: number
  tally: TreasuryTally
  /** Unix seconds from which a queued one can be executed; 0 else. */
  eta: number
  /** Settled when voting opens: null before. */
  power: { quorumWei: bigint; totalWei: bigint } | null
  quotaP6: bigint
}

/**
 * The governor of this network.
 * @throws SourceError where the network has none
 */
export async function governorAddress(): Promise<Address> {
  const { LivepeerGovernor } = await contractAddresses()
  if (LivepeerGovernor) return LivepeerGovernor
  throw new SourceError(
    'This network has no treasury governor: LivepeerGovernor is not among its contracts.',
    'Start a network that deploys it, then reload the page.',
  )
}

/**
 * Proposals by their id (decimal); ids the governor does not know are left out.
 * @throws SourceError
 */
export async function readProposals(
  reading: Reading,
  core: Core,
  ids: readonly string[],
): Promise<ReadonlyMap<string, GovernorProposal>> {
  if (ids.length === 0) return new Map()
  const governor = await governorAddress()
  const round = toNumber(core.round)
  const [proposals, quotaP6] = await Promise.all([
    reading.chain(`proposals/${governor}/${keyOf(ids)}`, (block) =>
      readProposalsAt(block, { governor, ids, round }),
    ),
    reading.chain(`quota/${governor}`, (block) =>
      readChain((client) =>
        client.readContract({
          address: governor,
          abi: livepeerGovernorAbi,
          functionName: 'quota',
          blockNumber: BigInt(block),
        }),
      ),
    ),
  ])
  return new Map([...proposals].map(([id, proposal]) => [id, { ...proposal, quotaP6 }]))
}

async function readProposalsAt(
  block: number,
  { governor, ids, round }: { governor: Address; ids: readonly string[]; round: number },
): Promise<ReadonlyMap<string, Omit<GovernorProposal, 'quotaP6'>>> {
  const { BondingVotes, Multicall3 } = await contractAddresses()
  const at = { address: governor, abi: livepeerGovernorAbi } as const
  const common = {
    allowFailure: false,
    blockNumber: BigInt(block),
    multicallAddress: Multicall3,
    batchSize: multicallBytes,
  } as const
  // A proposal that was never made has snapshot 0; asking for its state would revert.
  const snapshots = await readChain((client) =>
    client.multicall({
      ...common,
      contracts: ids.map((id) => ({
        ...at,
        functionName: 'proposalSnapshot' as const,
        args: [BigInt(id)] as const,
      })),
    }),
  )
  const known = ids.flatMap((id, index) => {
    const snapshot = snapshots[index] ?? 0n
    return snapshot > 0n ? [{ id, args: [BigInt(id)] as const, snapshot }] : []
  })
  const settled = known.filter(({ snapshot }) => snapshot < BigInt(round))
  const many = <
    const name extends 'state' | 'proposalVotes' | 'proposalDeadline' | 'proposalProposer' | 'proposalEta',
  >(
    functionName: name,
  ) => known.map(({ args }) => ({ ...at, functionName, args }))
  const [states, tallies, deadlines, proposers, etas, quorums, totals] = await readChain((client) =>
    Promise.all([
      client.multicall({ ...common, contracts: many('state') }),
      client.multicall({ ...common, contracts: many('proposalVotes') }),
      client.multicall({ ...common, contracts: many('proposalDeadline') }),
      client.multicall({ ...common, contracts: many('proposalProposer') }),
      client.multicall({ ...common, contracts: many('proposalEta') }),
      client.multicall({
        ...common,
        contracts: settled.map(({ snapshot }) => ({
          ...at,
          functionName: 'quorum' as const,
          args: [snapshot] as const,
        })),
      }),
      client.multicall({
        ...common,
        contracts: settled.map(({ snapshot }) => ({
          address: BondingVotes,
          abi: bondingVotesAbi,
          functionName: 'getPastTotalSupply' as const,
          args: [snapshot] as const,
        })),
      }),
    ]),
  )
  const power = new Map(
    settled.map(({ id }, index) => [id, { quorumWei: quorums[index] ?? 0n, totalWei: totals[index] ?? 0n }]),
  )
  return new Map(
    known.map(({ id, snapshot }, index): [string, Omit<GovernorProposal, 'quotaP6'>] => {
      const [against = 0n, inFavour = 0n, abstain = 0n] = tallies[index] ?? []
      const proposer = proposers[index]
      if (!proposer)
        throw new SourceError('The governor left a proposal out of its answer.', 'Reload in a moment.')
      return [
        id,
        {
          proposer,
          state: proposalStates[states[index] ?? -1] ?? 'expired',
          snapshot: toNumber(snapshot),
          deadline: toNumber(deadlines[index] ?? 0n),
          tally: { against, for: inFavour, abstain },
          eta: toNumber(etas[index] ?? 0n),
          power: power.get(id) ?? null,
        },
      ]
    }),
  )
}
