import { type Address, encodeFunctionData, type Hex, keccak256, toHex } from 'viem'
import type { GovernedHarness } from '@/devnet/contracts-test/governed-harness'
import { loadArtifact } from '@/devnet/solidity/artifact'

/** States of a proposal as the governor numbers them (contracts.md 11.1). */
export const STATES = [
  'Pending',
  'Active',
  'Canceled',
  'Defeated',
  'Succeeded',
  'Queued',
  'Expired',
  'Executed',
] as const
export type ProposalState = (typeof STATES)[number]

export const AGAINST = 0
export const FOR = 1
export const ABSTAIN = 2

/** One call that an executed proposal makes. */
export interface Action {
  target: Address
  valueWei: bigint
  data: Hex
}

/** What a proposal is made of, and the arguments every later step repeats. */
export interface Proposal {
  id: bigint
  targets: readonly Address[]
  values: readonly bigint[]
  calldatas: readonly Hex[]
  description: string
  descriptionHash: Hex
}

/** A call of a contract of the deployment. */
export function actionOf(
  h: GovernedHarness,
  contract: string,
  functionName: string,
  args: readonly unknown[],
): Action {
  return {
    target: h.deployment.contracts[contract] as Address,
    valueWei: 0n,
    data: encodeFunctionData({ abi: loadArtifact(contract).abi, functionName, args: [...args] }),
  }
}

export function ethAction(target: Address, valueWei: bigint): Action {
  return { target, valueWei, data: '0x' }
}

/** Reads the proposal's id from the contract, without making it. */
export async function draft(
  h: GovernedHarness,
  actions: readonly Action[],
  description: string,
): Promise<Proposal> {
  const targets = actions.map(({ target }) => target)
  const values = actions.map(({ valueWei }) => valueWei)
  const calldatas = actions.map(({ data }) => data)
  const descriptionHash = keccak256(toHex(description))
  const id = await h.bigint('LivepeerGovernor', 'hashProposal', targets, values, calldatas, descriptionHash)
  return { id, targets, values, calldatas, description, descriptionHash }
}

/** Arguments of propose. */
export function proposing({ targets, values, calldatas, description }: Proposal): readonly unknown[] {
  return [targets, values, calldatas, description]
}

/** Arguments of queue, execute and cancel. */
export function later({ targets, values, calldatas, descriptionHash }: Proposal): readonly unknown[] {
  return [targets, values, calldatas, descriptionHash]
}

export async function propose(
  h: GovernedHarness,
  from: Address,
  actions: readonly Action[],
  description: string,
): Promise<Proposal> {
  const proposal = await draft(h, actions, description)
  await h.send(from, 'LivepeerGovernor', 'propose', proposing(proposal))
  return proposal
}

export async function stateOf(h: GovernedHarness, { id }: { id: bigint }): Promise<ProposalState> {
  const state = STATES[(await h.view('LivepeerGovernor', 'state', id)) as number]
  if (!state) throw new Error('A state the governor does not have')
  return state
}

/** [against, for, abstain] */
export async function votesOf(h: GovernedHarness, { id }: { id: bigint }): Promise<readonly bigint[]> {
  return (await h.view('LivepeerGovernor', 'proposalVotes', id)) as readonly bigint[]
}

/** Moves to the first round in which votes are taken. */
export async function toVoting(h: GovernedHarness, { id }: { id: bigint }): Promise<void> {
  await h.mineToRound((await h.bigint('LivepeerGovernor', 'proposalSnapshot', id)) + 1n)
}

/** Moves to the first round in which the result is known. */
export async function toResult(h: GovernedHarness, { id }: { id: bigint }): Promise<void> {
  await h.mineToRound((await h.bigint('LivepeerGovernor', 'proposalDeadline', id)) + 1n)
}
