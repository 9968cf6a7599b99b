import {
  type Address,
  bytesToHex,
  concatHex,
  encodeAbiParameters,
  encodePacked,
  type Hex,
  hexToBigInt,
  hexToBytes,
} from 'viem'
import type { Factors } from '@/lib/protocol/types'

/** Creation code of factors-lens.sol (solc 0.8.30, optimizer 200, london); factors-lens.test.ts compiles it again and compares. */
export const factorsLensBytecode: Hex =
  '0x608060405234801561001057600080fd5b5060405161046138038061046183398101604081905261002f91610283565b6000601c825161003f919061038e565b9050600061004e8260216103b0565b6100599060016103cd565b6001600160401b038111156100705761007061026d565b6040519080825280601f01601f19166020018201604052801561009a576020820181803683370190505b509050600160f81b816000815181106100b5576100b56103e0565b60200101906001600160f81b031916908160001a90535060005b8281101561017f576000601c820260208601015160201c90506000604082901c905060006101118983602086901c63ffffffff168b600161018860201b60201c565b905060006101288a8463ffffffff87168c85610188565b9050600080821161013a57600061013d565b60025b6000841161014c57600061014f565b60015b1760ff169050602186026021880101818153828460801b17600182015250505050505080806001019150506100cf565b50805160208201f35b6000835b6000811180156101a45750836101a282876103f6565b105b1561025e5760405163091153f160e21b81526001600160a01b0387811660048301526024820183905260009182918a16906324454fc49060440160a060405180830381865afa1580156101fb573d6000803e3d6000fd5b505050506040513d601f19601f8201168201806040525081019061021f9190610409565b945094505050506000856102335781610235565b825b9050801561024857935061026492505050565b505050808061025690610449565b91505061018c565b50600090505b95945050505050565b634e487b7160e01b600052604160045260246000fd5b60008060006060848603121561029857600080fd5b83516001600160a01b03811681146102af57600080fd5b6020850151604086015191945092506001600160401b038111156102d257600080fd5b8401601f810186136102e357600080fd5b80516001600160401b038111156102fc576102fc61026d565b604051601f8201601f19908116603f011681016001600160401b038111828210171561032a5761032a61026d565b60405281815282820160200188101561034257600080fd5b60005b8281101561036157602081850181015183830182015201610345565b506000602083830101528093505050509250925092565b634e487b7160e01b600052601160045260246000fd5b6000826103ab57634e487b7160e01b600052601260045260246000fd5b500490565b80820281158282048414176103c7576103c7610378565b92915050565b808201808211156103c7576103c7610378565b634e487b7160e01b600052603260045260246000fd5b818103818111156103c7576103c7610378565b600080600080600060a0868803121561042157600080fd5b5050835160208501516040860151606087015160809097015192989197509594509092509050565b60008161045857610458610378565b50600019019056fe'

/** Rounds to look for an orchestrator's factors from, downwards; 0: there is none to look for. */
export interface FactorQuestion {
  address: Address
  rewardFrom: number
  feeFrom: number
  /**
   * `feeFrom` is the round of the last fees, not only where to start looking: no factor there means that all fees went to the
   * orchestrator (a fee share of 0 adds nothing to nothing, contracts.md 6.3 step 6).
   */
  feesKnown: boolean
}

/** Factors in force; null: none was found within the steps. */
export type FoundFactors = { [Name in keyof Factors]: bigint | null }

/** Rounds looked back when the round of the last reward or fee is not known: longer streaks stay unknown. */
const lensSteps = 6

/** Questions that fit one call: creation results end at 24,576 bytes, and the gas of public nodes is limited. */
export const mostQuestions = 400

const answerBytes = 33

/** Call data of the lens: creation code with its arguments, for an eth_call without `to`. */
export function factorsLensCall(bondingManager: Address, questions: readonly FactorQuestion[]): Hex {
  const packed = questions.map(({ address, rewardFrom, feeFrom }) =>
    encodePacked(['address', 'uint32', 'uint32'], [address, rewardFrom, feeFrom]),
  )
  const parameters = encodeAbiParameters(
    [{ type: 'address' }, { type: 'uint256' }, { type: 'bytes' }],
    [bondingManager, BigInt(lensSteps), concatHex(packed)],
  )
  return concatHex([factorsLensBytecode, parameters])
}

/**
 * Decodes the lens's answer.
 * @returns null when it is no answer to that many questions
 */
export function decodeFactors(answer: Hex, count: number): FoundFactors[] | null {
  const bytes = hexToBytes(answer)
  if (bytes.length !== 1 + count * answerBytes || bytes[0] !== 1) return null
  const uint128 = (at: number) => hexToBigInt(bytesToHex(bytes.subarray(at, at + 16)))
  return Array.from({ length: count }, (_, index) => {
    const at = 1 + index * answerBytes
    const found = bytes[at] ?? 0
    return {
      rewardFactorP27: found & 1 ? uint128(at + 1) : null,
      feeFactorP27: found & 2 ? uint128(at + 17) : null,
    }
  })
}
