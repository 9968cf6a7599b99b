import { encodeAbiParameters, encodeFunctionData, type Hex, keccak256, stringToHex } from 'viem'
import { governorLifeAbi } from '@/lib/contracts/abi/governor-life'
import type { TreasuryCall } from '@/lib/contracts/treasury-action'

/** What a proposal consists of; its id is the hash of exactly this. */
interface ProposalParts {
  readonly calls: readonly TreasuryCall[]
  /** The text to the byte, as it was proposed. */
  readonly description: string
}

/** What may be done with a proposal once it is made. */
type ProposalStep = 'queue' | 'execute' | 'cancel'

function argumentsOf(calls: readonly TreasuryCall[], descriptionHash: Hex) {
  return [
    calls.map(({ target }) => target),
    calls.map(({ valueWei }) => valueWei),
    calls.map(({ calldata }) => calldata),
    descriptionHash,
  ] as const
}

/** The hash by which the governor knows a proposal's text (contracts.md 11.1). */
export function descriptionHashOf(description: string): Hex {
  return keccak256(stringToHex(description))
}

/** The id of a proposal from the hash of its text, `LivepeerGovernor.hashProposal` (contracts.md 11.1). */
export function idOfHashed(calls: readonly TreasuryCall[], descriptionHash: Hex): bigint {
  const types = [
    { type: 'address[]' },
    { type: 'uint256[]' },
    { type: 'bytes[]' },
    { type: 'bytes32' },
  ] as const
  return BigInt(keccak256(encodeAbiParameters(types, argumentsOf(calls, descriptionHash))))
}

/** The id of a proposal (contracts.md 11.1). */
export function idOfProposal({ calls, description }: ProposalParts): bigint {
  return idOfHashed(calls, descriptionHashOf(description))
}

/**
 * The call of LivepeerGovernor that takes a step (contracts.md 11.3), as calldata; null where the parts known here are not
 * exactly those proposed, so that the governor would not know them.
 */
export function proposalCalldata(step: ProposalStep, id: string, parts: ProposalParts): Hex | null {
  if (idOfProposal(parts) !== BigInt(id)) return null
  return encodeFunctionData({
    abi: governorLifeAbi,
    functionName: step,
    args: argumentsOf(parts.calls, descriptionHashOf(parts.description)),
  })
}
