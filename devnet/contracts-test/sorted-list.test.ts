import { createRequire } from 'node:module'
import {
  type Abi,
  type Address,
  decodeFunctionResult,
  encodeFunctionData,
  getAddress,
  type Hex,
  padHex,
} from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import { sendCall } from '@/devnet/chain/transact'
import { decodeRevert } from '@/devnet/contracts-test/call-contract'
import { ZERO } from '@/devnet/contracts-test/harness'
import { createSeededRandom } from '@/devnet/contracts-test/seeded-random'
import { COMPILER_SETTINGS, transitiveSources } from '@/devnet/solidity/sources'
import type { Chain } from '@/devnet/types'

const PROBE = '../contracts-test/SortedListProbe.sol'

function compileProbe(): { abi: Abi; bytecode: Hex } {
  const solc = createRequire(import.meta.url)('solc') as { compile(input: string): string }
  const sources = Object.fromEntries(
    [...transitiveSources(PROBE)].map(([name, content]) => [name, { content }]),
  )
  const output = JSON.parse(
    solc.compile(
      JSON.stringify({
        language: 'Solidity',
        sources,
        settings: {
          ...COMPILER_SETTINGS,
          outputSelection: { [PROBE]: { SortedListProbe: ['abi', 'evm.bytecode'] } },
        },
      }),
    ),
  ) as {
    errors?: { severity: string; formattedMessage: string }[]
    contracts: Record<string, Record<string, { abi: Abi; evm: { bytecode: { object: string } } }>>
  }
  const errors = (output.errors ?? []).filter((error) => error.severity === 'error')
  if (errors.length > 0) throw new Error(errors.map((error) => error.formattedMessage).join('\n'))
  const probe = output.contracts[PROBE]?.SortedListProbe
  if (!probe) throw new Error('The compiler did not return the probe')
  return { abi: probe.abi, bytecode: `0x${probe.evm.bytecode.object}` }
}

const id = (number: number): Address => getAddress(padHex(`0x${number.toString(16)}`, { size: 20 }))

/** The list on its own, misused as the BondingManager never does (contracts.md 5.8). */
describe('sorted list', () => {
  let chain: Chain
  let sender: Address
  let probe: Address
  let abi: Abi

  beforeAll(async () => {
    chain = await createChain()
    ;[sender] = (await chain.request({ method: 'eth_accounts' })) as [Address]
    const compiled = compileProbe()
    abi = compiled.abi
    const hash = await sendCall(chain.request, {
      label: 'probe',
      from: sender,
      data: compiled.bytecode,
      gas: 5_000_000,
    })
    const receipt = (await chain.request({ method: 'eth_getTransactionReceipt', params: [hash] })) as {
      contractAddress: Address
    }
    probe = receipt.contractAddress
    await call('setMaxSize', [60n])
  })
  afterAll(() => chain.close())

  /** Undefined when it went through, else the reason. */
  const call = async (functionName: string, args: readonly unknown[]) => {
    const data = encodeFunctionData({ abi, functionName, args: [...args] })
    try {
      await chain.request({ method: 'eth_call', params: [{ from: sender, to: probe, data }, 'latest'] })
    } catch (error) {
      return decodeRevert('BondingManager', (error as { data?: unknown }).data)
    }
    await sendCall(chain.request, { label: functionName, from: sender, to: probe, data })
    return undefined
  }
  const order = async (functionName: 'order' | 'reversed' = 'order') => {
    const data = encodeFunctionData({ abi, functionName })
    const result = (await chain.request({
      method: 'eth_call',
      params: [{ to: probe, data }, 'latest'],
    })) as Hex
    return decodeFunctionResult({ abi, functionName, data: result }) as Address[]
  }
  const undoing = async (work: () => Promise<void>) => {
    const snapshot = await chain.request({ method: 'evm_snapshot' })
    await work()
    await chain.request({ method: 'evm_revert', params: [snapshot] })
  }

  test('misuse is told', () =>
    undoing(async () => {
      const text = (message: string) => ({ kind: 'text', text: message })
      expect(await call('insert', [ZERO, 1n, ZERO, ZERO])).toEqual(text('node id is null'))
      expect(await call('insert', [id(1), 0n, ZERO, ZERO])).toEqual(text('key is zero'))
      expect(await call('remove', [id(1)])).toEqual(text('node not in list'))
      expect(await call('updateKey', [id(1), 5n, ZERO, ZERO])).toEqual(text('node not in list'))
      await call('insert', [id(1), 5n, ZERO, ZERO])
      expect(await call('insert', [id(1), 6n, ZERO, ZERO])).toEqual(text('node already in list'))
      for (let number = 2; number <= 60; number++) await call('insert', [id(number), 5n, ZERO, ZERO])
      // Told before everything else about the node.
      expect(await call('insert', [id(1), 0n, ZERO, ZERO])).toEqual(text('list is full'))
      // A key of zero only removes.
      expect(await call('updateKey', [id(1), 0n, ZERO, ZERO])).toBeUndefined()
      expect(await order()).toHaveLength(59)
      expect(await call('setMaxSize', [60n])).toEqual(text('new max size must be greater than old max size'))
    }))

  test('without hints a newer equal goes ahead; hints never break the order', () =>
    undoing(async () => {
      const random = createSeededRandom(20)
      const keys = new Map<Address, bigint>()
      /** Where the rules put a key when no hint helps: before its equals. */
      const expected: Address[] = []
      for (let step = 0; step < 150; step++) {
        const node = id(1 + random.below(12))
        const key = 1n + random.amountBelow(6n)
        const known = keys.has(node)
        await call(known ? 'updateKey' : 'insert', [node, key, ZERO, ZERO])
        if (known) expected.splice(expected.indexOf(node), 1)
        const at = expected.findIndex((other) => (keys.get(other) ?? 0n) <= key)
        expected.splice(at === -1 ? expected.length : at, 0, node)
        keys.set(node, key)
        expect(await order()).toEqual(expected)
      }
      for (let step = 0; step < 150; step++) {
        const node = id(1 + random.below(12))
        const key = 1n + random.amountBelow(6n)
        const hint = () => (random.chance(30) ? ZERO : id(1 + random.below(16)))
        expect(await call('updateKey', [node, key, hint(), hint()])).toBeUndefined()
        keys.set(node, key)
        const members = await order()
        expect([...members].sort()).toEqual([...keys.keys()].sort())
        expect((await order('reversed')).reverse()).toEqual(members)
        const sorted = members.map((member) => keys.get(member) ?? 0n)
        expect(sorted.every((value, index) => index === 0 || (sorted[index - 1] ?? 0n) >= value)).toBe(true)
      }
    }))
})
