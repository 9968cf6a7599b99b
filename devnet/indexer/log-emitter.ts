import {
  type Abi,
  type AbiEvent,
  type AbiParameter,
  type Address,
  encodeAbiParameters,
  encodeEventTopics,
  type Hex,
  numberToHex,
  size,
} from 'viem'
import type { RequestFn } from '@/devnet/types'

const byte = (value: number) => value.toString(16).padStart(2, '0')

/** Emits `LOGn` with the topics that follow the first word of the calldata, and the rest as data. */
function logBlock(topics: number): string {
  const dataAt = byte(32 + 32 * topics)
  const push = Array.from({ length: topics }, (_, i) => `60${byte(32 + 32 * (topics - 1 - i))}35`).join('')
  // JUMPDEST, topics, CALLDATASIZE - dataAt, CALLDATACOPY to 0, LOGn, STOP
  return `5b${push}60${dataAt}36038060${dataAt}5f375f${byte(0xa0 + topics)}00`
}

/** Returns the first three words of storage. */
const ANSWER = '5f545f5260015460205260025460405260605ff3'

/**
 * A contract that emits whatever log its calldata describes; the first word is the number of topics (1 to 4).
 * Any other call is answered with the first three words of its storage.
 */
function emitterCode(): Hex {
  const counts = [1, 2, 3, 4]
  const blocks = counts.map(logBlock)
  // CALLDATALOAD(0) == n, JUMPI: 9 bytes each; then the answer.
  let at = counts.length * 9 + ANSWER.length / 2
  const jumps = blocks.map((block, i) => {
    const jump = `5f3560${byte(i + 1)}1461${at.toString(16).padStart(4, '0')}57`
    at += block.length / 2
    return jump
  })
  return `0x${jumps.join('')}${ANSWER}${blocks.join('')}`
}

/** Stands in tests for contracts that are not deployed: real logs on a real chain, from an address of our own. */
export interface LogEmitter {
  readonly address: Address
  /** Emits an event of an ABI in a transaction of its own, from `from`. */
  emit(from: Address, abi: Abi, eventName: string, args: Record<string, unknown>): Promise<void>
  /** What calls of views answer from the next block on (three words). */
  answer(words: readonly [bigint, bigint, bigint]): Promise<void>
}

/** Puts an emitter at an address of the chain. */
export async function placeLogEmitter(request: RequestFn, address: Address): Promise<LogEmitter> {
  await request({ method: 'hardhat_setCode', params: [address, emitterCode()] })
  return {
    address,
    async emit(from, abi, eventName, args) {
      const event = abi.find((item): item is AbiEvent => item.type === 'event' && item.name === eventName)
      if (!event) throw new Error(`No event ${eventName}`)
      const topics = encodeEventTopics({ abi: [event], eventName, args } as Parameters<
        typeof encodeEventTopics
      >[0])
      const plain = event.inputs.filter((input: AbiParameter & { indexed?: boolean }) => !input.indexed)
      const data = encodeAbiParameters(
        plain,
        plain.map((input) => args[input.name ?? '']),
      )
      const words = [numberToHex(topics.length, { size: 32 }), ...(topics as Hex[])].map((word) =>
        word.slice(2),
      )
      const calldata: Hex = `0x${words.join('')}${data.slice(2)}`
      const hash = await request({
        method: 'eth_sendTransaction',
        params: [{ from, to: address, data: calldata, gas: numberToHex(1_000_000 + size(calldata) * 100) }],
      })
      const receipt = (await request({ method: 'eth_getTransactionReceipt', params: [hash] })) as {
        status: Hex
      }
      if (receipt.status !== '0x1') throw new Error(`${eventName} could not be emitted`)
    },
    async answer(words) {
      for (const [slot, word] of words.entries()) {
        await request({
          method: 'hardhat_setStorageAt',
          params: [address, numberToHex(slot), numberToHex(word, { size: 32 })],
        })
      }
    },
  }
}
