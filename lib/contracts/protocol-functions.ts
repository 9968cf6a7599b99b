import { type AbiFunction, parseAbi } from 'viem'
import type { ContractName } from '@/lib/contracts/addresses'

/*
 * Functions that a treasury proposal may want to call: what a holder of LPT and ETH can do, and what owners and the treasury
 * itself may change (contracts.md 2.6, 3.1, 5.3, 8, 11.3, 11.4). Arguments are plain values only, so that each has a field.
 */
const functions = {
  LivepeerToken: parseAbi([
    'function approve(address spender, uint256 amount)',
    'function transfer(address to, uint256 amount)',
    'function transferFrom(address from, address to, uint256 amount)',
  ]),
  BondingManager: parseAbi([
    'function bond(uint256 amount, address to)',
    'function unbond(uint256 amount)',
    'function rebond(uint256 unbondingLockId)',
    'function rebondFromUnbonded(address to, uint256 unbondingLockId)',
    'function withdrawStake(uint256 unbondingLockId)',
    'function withdrawFees(address recipient, uint256 amount)',
    'function setUnbondingPeriod(uint64 unbondingPeriod)',
    'function setNumActiveTranscoders(uint256 numActiveTranscoders)',
    'function setTreasuryRewardCutRate(uint256 cutRate)',
    'function setTreasuryBalanceCeiling(uint256 ceiling)',
  ]),
  TicketBroker: parseAbi([
    'function fundDeposit() payable',
    'function fundReserve() payable',
    'function unlock()',
    'function cancelUnlock()',
    'function withdraw()',
  ]),
  RoundsManager: parseAbi([
    'function setRoundLength(uint256 roundLength)',
    'function setRoundLockAmount(uint256 roundLockAmount)',
  ]),
  Minter: parseAbi([
    'function setTargetBondingRate(uint256 targetBondingRate)',
    'function setInflationChange(uint256 inflationChange)',
  ]),
  LivepeerGovernor: parseAbi([
    'function setVotingDelay(uint256 newVotingDelay)',
    'function setVotingPeriod(uint256 newVotingPeriod)',
    'function setProposalThreshold(uint256 newProposalThreshold)',
    'function updateQuorumNumerator(uint256 newQuorumNumerator)',
    'function updateTimelock(address newTimelock)',
    'function relay(address target, uint256 value, bytes data) payable',
  ]),
  Treasury: parseAbi(['function updateDelay(uint256 newDelay)']),
} as const satisfies Partial<Record<ContractName, readonly AbiFunction[]>>

/** A contract of the protocol with functions that a proposal may call. */
export type CallableContract = keyof typeof functions

/** Their names, in the order in which they are offered. */
export const callableContracts = Object.keys(functions) as CallableContract[]

export function isCallable(contract: string): contract is CallableContract {
  return Object.hasOwn(functions, contract)
}

/** The functions of one contract; each name is there once. */
export function functionsOf(contract: CallableContract): readonly AbiFunction[] {
  return functions[contract]
}
