import {
  type AbiFunction,
  decodeFunctionData,
  encodeFunctionData,
  type Hex,
  parseAbi,
  toFunctionSelector,
} from 'viem'

/** Functions that a proposal may want to call: what owners and the treasury may change (contracts.md 2.6, 5.3, 11.3), and tokens. */
const functions = parseAbi([
  'function approve(address spender, uint256 amount)',
  'function transfer(address to, uint256 amount)',
  'function transferFrom(address from, address to, uint256 amount)',
  'function bond(uint256 amount, address to)',
  'function unbond(uint256 amount)',
  'function withdrawStake(uint256 unbondingLockId)',
  'function withdrawFees(address recipient, uint256 amount)',
  'function setUnbondingPeriod(uint64 unbondingPeriod)',
  'function setNumActiveTranscoders(uint256 numActiveTranscoders)',
  'function setTreasuryRewardCutRate(uint256 cutRate)',
  'function setTreasuryBalanceCeiling(uint256 ceiling)',
  'function setRoundLength(uint256 roundLength)',
  'function setRoundLockAmount(uint256 roundLockAmount)',
  'function setTargetBondingRate(uint256 targetBondingRate)',
  'function setInflationChange(uint256 inflationChange)',
  'function setVotingDelay(uint256 newVotingDelay)',
  'function setVotingPeriod(uint256 newVotingPeriod)',
  'function setProposalThreshold(uint256 newProposalThreshold)',
  'function updateQuorumNumerator(uint256 newQuorumNumerator)',
  'function updateTimelock(address newTimelock)',
  'function updateDelay(uint256 newDelay)',
  'function relay(address target, uint256 value, bytes data)',
])

const bySelector = new Map<string, AbiFunction>(functions.map((item) => [toFunctionSelector(item), item]))

/** A call in words: the function's name and each argument with its name, exact. */
interface KnownCall {
  readonly name: string
  readonly args: readonly { readonly name: string; readonly value: string }[]
}

/**
 * Reads a call by its selector; null for what is not known, and for bytes that are not exactly what encoding such a call gives.
 * A contract this site does not know may mean something else by the same name: say so where it is shown.
 */
export function knownCall(calldata: Hex): KnownCall | null {
  const item = bySelector.get(calldata.slice(0, 10).toLowerCase())
  if (!item) return null
  try {
    const { args = [] } = decodeFunctionData({ abi: [item], data: calldata })
    if (encodeFunctionData({ abi: [item], args }) !== calldata.toLowerCase()) return null
    return {
      name: item.name,
      args: item.inputs.map((input, index) => ({
        name: input.name ?? `argument ${index + 1}`,
        value: String(args[index]),
      })),
    }
  } catch {
    return null
  }
}
