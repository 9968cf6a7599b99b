import { type Address, decodeFunctionResult, encodeFunctionData, type Hex, isAddressEqual } from 'viem'
import { explainRevert } from '@/lib/contracts/reverts'
import type { TreasuryCall } from '@/lib/contracts/treasury-action'
import { readChain } from '@/lib/data/chain-client'
import type { SimulationView } from '@/lib/data/governance-types'
import { governorAddress } from '@/lib/data/governor'
import type { Reading } from '@/lib/data/reading'
import { timelockLensAbi, timelockLensCode } from '@/lib/data/timelock-lens'
import { contractAddresses } from '@/lib/network/deployment'
import { isSourceError } from '@/lib/network/source-error'
import type { ProposalState } from '@/lib/protocol/treasury-vote'

/** States in which carrying out is still ahead. */
const ahead: readonly ProposalState[] = ['pending', 'active', 'succeeded', 'queued']

/**
 * What would happen if a proposal's calls were carried out at the pinned block, in order, by the treasury itself; null for
 * proposals that will never be. Never throws a SourceError: what cannot be tried says why.
 */
export async function simulateProposal(
  reading: Reading,
  {
    id,
    state,
    treasury,
    calls,
  }: {
    id: string
    state: ProposalState
    treasury: Address
    calls: readonly TreasuryCall[]
  },
): Promise<SimulationView | null> {
  if (!ahead.includes(state)) return null
  return guarded(treasury, calls, () =>
    reading.chain(`simulation/${id}`, (block) => tryCalls(block, treasury, calls)),
  )
}

/**
 * The same for calls that are in no proposal yet. They are anybody's, so the answer is not kept. Never throws a SourceError.
 */
export function simulateCalls(
  block: number,
  treasury: Address,
  calls: readonly TreasuryCall[],
): Promise<SimulationView> {
  return guarded(treasury, calls, () => tryCalls(block, treasury, calls))
}

async function guarded(
  treasury: Address,
  calls: readonly TreasuryCall[],
  attempt: () => Promise<SimulationView>,
): Promise<SimulationView> {
  const governor = await governorAddress()
  if (calls.some(({ target }) => [treasury, governor].some((own) => isAddressEqual(own, target)))) {
    return unknown('It changes the rules of the treasury itself, which can be tried only by carrying it out.')
  }
  try {
    return await attempt()
  } catch (error) {
    if (!isSourceError(error)) throw error
    return unknown('The node did not try it: not every node can.')
  }
}

async function tryCalls(
  block: number,
  treasury: Address,
  calls: readonly TreasuryCall[],
): Promise<SimulationView> {
  const { LivepeerToken } = await contractAddresses()
  const { data: answer } = await readChain((client) =>
    client.call({
      account: treasury,
      to: treasury,
      data: encodeFunctionData({
        abi: timelockLensAbi,
        functionName: 'run',
        args: [
          calls.map(({ target, valueWei, calldata }) => ({ target, value: valueWei, data: calldata })),
          LivepeerToken,
        ],
      }),
      blockNumber: BigInt(block),
      stateOverride: [{ address: treasury, code: timelockLensCode }],
    }),
  )
  return simulationOf(answer ?? '0x', calls.length)
}

/** Reads the lens's answer; a node that ignores code overrides answers without one. */
export function simulationOf(answer: Hex, count: number): SimulationView {
  if (answer === '0x') return unknown('This node cannot try out calls of the treasury.')
  const [lpt, eth, done, reason] = decodeFunctionResult({
    abi: timelockLensAbi,
    functionName: 'run',
    data: answer,
  })
  if (done < BigInt(count)) {
    const { decoded, known, reason: words } = explainRevert(reason)
    return { state: 'fails', action: Number(done) + 1, reason: words, decoded: known ? null : decoded }
  }
  return {
    state: 'works',
    lpt: { beforeWei: lpt[0], afterWei: lpt[1] },
    eth: { beforeWei: eth[0], afterWei: eth[1] },
  }
}

function unknown(reason: string): SimulationView {
  return { state: 'unknown', reason }
}
