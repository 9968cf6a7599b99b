import { type Address, decodeEventLog, type Hex, numberToHex } from 'viem'
import { addressOf, type Read, readMany } from '@/devnet/chain/contract-calls'
import { loadArtifact } from '@/devnet/solidity/artifact'
import type { Chain, Deployment } from '@/devnet/types'

interface EventOf {
  name: string
  args: Record<string, unknown>
}

/** Events of one contract up to a block, in chain order. */
export async function eventsOf(
  chain: Chain,
  artifact: string,
  address: Address,
  toBlock: bigint,
): Promise<EventOf[]> {
  const logs = (await chain.request({
    method: 'eth_getLogs',
    params: [{ address, fromBlock: '0x0', toBlock: numberToHex(toBlock) }],
  })) as { topics: [Hex, ...Hex[]]; data: Hex }[]
  const { abi } = loadArtifact(artifact)
  return logs.map((log) => {
    const { eventName, args } = decodeEventLog({ abi, ...log }) as { eventName: string; args: unknown }
    return { name: eventName, args: args as Record<string, unknown> }
  })
}

/** Reads of a past block in one call. */
async function readManyAt(
  chain: Chain,
  deployment: Deployment,
  reads: readonly Read[],
  block: bigint,
): Promise<unknown[]> {
  return readMany(
    ({ method, params }) =>
      chain.request({
        method,
        params: Array.isArray(params) ? [params[0], numberToHex(block)] : params,
      }),
    deployment,
    reads,
  )
}

/**
 * The newest block up to `block` in which anything was logged: the state is the same, and the local chain does not keep
 * that of blocks it skipped.
 */
async function stateBlock(chain: Chain, block: bigint): Promise<bigint> {
  for (let span = 2_000n; ; span *= 4n) {
    const from = block > span ? block - span : 0n
    const logs = (await chain.request({
      method: 'eth_getLogs',
      params: [{ fromBlock: numberToHex(from), toBlock: numberToHex(block) }],
    })) as { blockNumber: Hex }[]
    const newest = logs.at(-1)
    if (newest) return BigInt(newest.blockNumber)
    if (from === 0n) throw new Error('Nothing was ever logged')
  }
}

/**
 * Counts a poll from its own logs and the contracts' state at its last block, or at `head` while it is open, by the rule of
 * LIP-16 (contracts.md 10). Weights in wei.
 */
export async function recountPoll(
  chain: Chain,
  deployment: Deployment,
  poll: Address,
  block: bigint,
): Promise<{ yes: bigint; no: bigint; voters: number }> {
  const last = new Map<Address, bigint>()
  for (const { args } of await eventsOf(chain, 'Poll', poll, block)) {
    const choice = args['choiceID'] as bigint
    if (choice <= 1n) last.set((args['voter'] as string).toLowerCase() as Address, choice)
  }
  const voters = [...last.keys()]
  const answers = await readManyAt(
    chain,
    deployment,
    voters.flatMap((voter) => [
      { contract: 'BondingManager', functionName: 'isRegisteredTranscoder', args: [voter] },
      { contract: 'BondingManager', functionName: 'transcoderTotalStake', args: [voter] },
      { contract: 'BondingManager', functionName: 'pendingStake', args: [voter, 0n] },
      { contract: 'BondingManager', functionName: 'getDelegator', args: [voter] },
    ]),
    await stateBlock(chain, block),
  )
  const stakes = voters.map((voter, index) => {
    const [registered, whole, own, delegator] = answers.slice(4 * index) as [
      boolean,
      bigint,
      bigint,
      readonly unknown[],
    ]
    return { voter, registered, whole, own, delegate: (delegator[2] as string).toLowerCase() as Address }
  })
  const orchestrators = new Set(stakes.flatMap(({ voter, registered }) => (registered ? [voter] : [])))
  const weights = new Map<Address, bigint>()
  for (const { voter, registered, whole, own, delegate } of stakes) {
    weights.set(voter, (weights.get(voter) ?? 0n) + (registered ? whole : own))
    // Whoever votes takes its stake out of its orchestrator's vote, if there is one.
    if (!registered && orchestrators.has(delegate))
      weights.set(delegate, (weights.get(delegate) ?? 0n) - own)
  }
  const sum = (choice: bigint) =>
    voters
      .filter((voter) => last.get(voter) === choice)
      .reduce((total, voter) => total + (weights.get(voter) ?? 0n), 0n)
  return { yes: sum(0n), no: sum(1n), voters: voters.length }
}

/** Votes on a proposal as the governor's logs tell them, by lower-case voter. */
export async function castVotes(
  chain: Chain,
  deployment: Deployment,
  head: bigint,
): Promise<Map<bigint, Map<Address, { support: number; weight: bigint; reason: string }>>> {
  const events = await eventsOf(chain, 'LivepeerGovernor', addressOf(deployment, 'LivepeerGovernor'), head)
  const votes = new Map<bigint, Map<Address, { support: number; weight: bigint; reason: string }>>()
  for (const { name, args } of events) {
    if (name !== 'VoteCast') continue
    const id = args['proposalId'] as bigint
    const own = votes.get(id) ?? new Map()
    own.set((args['voter'] as string).toLowerCase() as Address, {
      support: args['support'] as number,
      weight: args['weight'] as bigint,
      reason: args['reason'] as string,
    })
    votes.set(id, own)
  }
  return votes
}

/** [against, for, abstain] in wei by the rule of contracts.md 11.2, from past delegations. */
export async function recountProposal(
  chain: Chain,
  deployment: Deployment,
  snapshot: bigint,
  votes: ReadonlyMap<Address, { support: number; weight: bigint }>,
): Promise<[bigint, bigint, bigint]> {
  const voters = [...votes.keys()]
  const delegates = (
    await readMany(
      chain.request,
      deployment,
      voters.map((voter) => ({
        contract: 'BondingVotes',
        functionName: 'delegatedAt',
        args: [voter, snapshot],
      })),
    )
  ).map((delegate) => (delegate as string).toLowerCase() as Address)
  const tally: [bigint, bigint, bigint] = [0n, 0n, 0n]
  const add = (support: number, wei: bigint) => {
    tally[support as 0 | 1 | 2] += wei
  }
  for (const [index, voter] of voters.entries()) {
    const { support, weight } = votes.get(voter) as { support: number; weight: bigint }
    add(support, weight)
    const delegate = delegates[index] as Address
    const orchestrator = delegate === voter ? undefined : votes.get(delegate)
    if (orchestrator) add(orchestrator.support, -weight)
  }
  return tally
}
