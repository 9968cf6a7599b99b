import { type Address, concatHex, encodeAbiParameters, type Hex, hexToBytes } from 'viem'
import { callDeployless } from '@/lib/data/chain-client'
import type { Reading } from '@/lib/data/reading'
import { contractAddresses } from '@/lib/network/deployment'
import { SourceError } from '@/lib/network/source-error'
import type { EarningsPool } from '@/lib/protocol/types'

/** Creation code of ledger-lens.sol (solc 0.8.30, optimizer 200, london); ledger-lens.test.ts compiles it again and compares. */
export const ledgerLensBytecode: Hex =
  '0x608060405234801561001057600080fd5b5060405161039638038061039683398101604081905261002f91610204565b60008151605861003f919061030f565b61004a90600161032c565b6001600160401b03811115610061576100616101ee565b6040519080825280601f01601f19166020018201604052801561008b576020820181803683370190505b509050600160f81b816000815181106100a6576100a661033f565b60200101906001600160f81b031916908160001a90535060005b82518110156101cd576000806000806000896001600160a01b03166324454fc48a8a89815181106100f3576100f361033f565b60200260200101516040518363ffffffff1660e01b815260040161012c9291906001600160a01b03929092168252602082015260400190565b60a060405180830381865afa158015610149573d6000803e3d6000fd5b505050506040513d601f19601f8201168201806040525081019061016d9190610355565b94509450945094509450600060408463ffffffff16901b60608663ffffffff16901b6080886001600160801b0316901b171790506058870260218901018181528360188201528260388201525050505050505080806001019150506100c0565b50805160208201f35b6001600160a01b03811681146101eb57600080fd5b50565b634e487b7160e01b600052604160045260246000fd5b60008060006060848603121561021957600080fd5b8351610224816101d6565b6020850151909350610235816101d6565b60408501519092506001600160401b0381111561025157600080fd5b8401601f8101861361026257600080fd5b80516001600160401b0381111561027b5761027b6101ee565b604051600582901b90603f8201601f191681016001600160401b03811182821017156102a9576102a96101ee565b6040529182526020818401810192908101898411156102c757600080fd5b6020850194505b838510156102ea578451808252602095860195909350016102ce565b50809450505050509250925092565b634e487b7160e01b600052601160045260246000fd5b8082028115828204841417610326576103266102f9565b92915050565b80820180821115610326576103266102f9565b634e487b7160e01b600052603260045260246000fd5b600080600080600060a0868803121561036d57600080fd5b505083516020850151604086015160608701516080909701519298919750959450909250905056fe'

/** Rounds of one call: 200 rows are 17,601 bytes of the 24,576 a creation may return, and some four million gas. */
const roundsPerCall = 200
const rowBytes = 88

/** Call data of the lens: creation code with its arguments, for an eth_call without `to`. */
export function ledgerLensCall(bondingManager: Address, delegate: Address, rounds: readonly number[]): Hex {
  const parameters = encodeAbiParameters(
    [{ type: 'address' }, { type: 'address' }, { type: 'uint256[]' }],
    [bondingManager, delegate, rounds.map(BigInt)],
  )
  return concatHex([ledgerLensBytecode, parameters])
}

/** Decodes the lens's answer; null when it is not a row for each of `rounds`. */
export function decodePools(
  answer: Hex,
  rounds: readonly number[],
): ReadonlyMap<number, EarningsPool> | null {
  const bytes = hexToBytes(answer)
  if (bytes.length !== 1 + rounds.length * rowBytes || bytes[0] !== 1) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const word = (at: number, length: number) => {
    let value = 0n
    for (let index = 0; index < length; index += 8) value = (value << 64n) | view.getBigUint64(at + index)
    return value
  }
  return new Map(
    rounds.map((round, index) => {
      const at = 1 + index * rowBytes
      const pool: EarningsPool = {
        totalStake: word(at, 16),
        rewardCutP6: BigInt(view.getUint32(at + 16)),
        feeShareP6: BigInt(view.getUint32(at + 20)),
        rewardFactorP27: word(at + 24, 32),
        feeFactorP27: word(at + 56, 32),
      }
      return [round, pool]
    }),
  )
}

/**
 * Stored earnings pools of an orchestrator, read at the view's block: one eth_call for 200 finished rounds, which never change
 * again and so are kept for all accounts, and one for the running round.
 * @param rounds initialised rounds, ascending; those well before `first` are left out
 * @throws SourceError
 */
export async function readEarningsPools(
  reading: Reading,
  delegate: Address,
  rounds: readonly number[],
  first: number,
  runningRound: number,
): Promise<ReadonlyMap<number, EarningsPool>> {
  const id = delegate.toLowerCase()
  const chunks = new Map<number, number[]>()
  for (const round of rounds) {
    const chunk = Math.floor(round / roundsPerCall)
    // Whole chunks, so that all accounts of one orchestrator share them.
    if (round >= runningRound || chunk < Math.floor(first / roundsPerCall)) continue
    chunks.set(chunk, [...(chunks.get(chunk) ?? []), round])
  }
  const parts = await Promise.all([
    ...[...chunks].map(([chunk, wanted]) =>
      reading.settled(
        `earnings-pools/${id}/${chunk}/${wanted.length}/${wanted.at(-1)}`,
        'immutable',
        (block) => readPoolsAt(block, delegate, wanted),
      ),
    ),
    reading.chain(`earnings-pools/${id}/${runningRound}`, (block) =>
      readPoolsAt(block, delegate, [runningRound]),
    ),
  ])
  return new Map(parts.flatMap((part) => [...part]))
}

async function readPoolsAt(
  block: number,
  delegate: Address,
  rounds: readonly number[],
): Promise<ReadonlyMap<number, EarningsPool>> {
  const { BondingManager } = await contractAddresses()
  const pools = decodePools(
    await callDeployless(ledgerLensCall(BondingManager, delegate, rounds), block),
    rounds,
  )
  if (pools) return pools
  throw new SourceError(
    'The earnings of past rounds could not be read whole.',
    'Check that the RPC endpoint serves the right network.',
  )
}
