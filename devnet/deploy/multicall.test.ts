import { decodeFunctionResult, type Hex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf, encodeCall, readOne } from '@/devnet/chain/contract-calls'
import { createChain } from '@/devnet/chain/provider'
import { readHead } from '@/devnet/chain/transact'
import { deployProtocol } from '@/devnet/deploy/deploy'
import { loadArtifact } from '@/devnet/solidity/artifact'
import type { Chain, Deployment } from '@/devnet/types'

let chain: Chain
let deployment: Deployment
beforeAll(async () => {
  chain = await createChain()
  deployment = await deployProtocol(chain)
})
afterAll(() => chain.close())

async function call(functionName: string, args: readonly unknown[], value?: Hex): Promise<unknown> {
  const data = (await chain.request({
    method: 'eth_call',
    params: [
      {
        from: deployment.accounts[0]?.address,
        to: addressOf(deployment, 'Multicall3'),
        data: encodeCall('Multicall3', functionName, args),
        value,
      },
      'latest',
    ],
  })) as Hex
  return decodeFunctionResult({ abi: loadArtifact('Multicall3').abi, functionName, data })
}

const good = () => ({
  target: addressOf(deployment, 'LivepeerToken'),
  callData: encodeCall('LivepeerToken', 'decimals'),
})
const bad = () => ({
  target: addressOf(deployment, 'LivepeerToken'),
  callData: encodeCall('LivepeerToken', 'burn', [1n]),
})
const EIGHTEEN = `0x${'12'.padStart(64, '0')}`

test('aggregate3 tells each outcome, and fails when a failure is not allowed', async () => {
  expect(
    await call('aggregate3', [
      [
        { ...good(), allowFailure: false },
        { ...bad(), allowFailure: true },
      ],
    ]),
  ).toEqual([
    { success: true, returnData: EIGHTEEN },
    { success: false, returnData: expect.stringMatching(/^0x08c379a0/) as string },
  ])
  await expect(call('aggregate3', [[{ ...bad(), allowFailure: false }]])).rejects.toThrow(
    'Multicall3: call failed',
  )
})

test('aggregate and the try variants', async () => {
  const { number } = await readHead(chain.request)
  expect(await call('aggregate', [[good()]])).toEqual([BigInt(number), [EIGHTEEN]])
  await expect(call('aggregate', [[bad()]])).rejects.toThrow('Multicall3: call failed')
  expect(await call('tryAggregate', [false, [bad(), good()]])).toMatchObject([
    { success: false },
    { success: true },
  ])
  await expect(call('tryAggregate', [true, [bad()]])).rejects.toThrow('Multicall3: call failed')
  expect(await call('blockAndAggregate', [[good()]])).toMatchObject([
    BigInt(number),
    expect.anything() as unknown,
    [{ success: true }],
  ])
})

test('aggregate3Value sends exactly what came', async () => {
  const target = deployment.accounts[5]?.address
  const calls = [{ target, allowFailure: false, value: 3n, callData: '0x' }]
  expect(await call('aggregate3Value', [calls], '0x3')).toEqual([{ success: true, returnData: '0x' }])
  await expect(call('aggregate3Value', [[{ ...calls[0], value: 2n }]], '0x3')).rejects.toThrow(
    'Multicall3: value mismatch',
  )
})

test('views of the block and of balances', async () => {
  const head = await readHead(chain.request)
  const view = (name: string, args: readonly unknown[] = []) =>
    readOne(chain.request, deployment, 'Multicall3', name, args)
  expect(await view('getChainId')).toBe(31_337n)
  expect(await view('getBlockNumber')).toBe(BigInt(head.number))
  expect(await view('getCurrentBlockTimestamp')).toBe(BigInt(head.timestamp))
  expect(await view('getEthBalance', [deployment.accounts[5]?.address])).toBe(10_000n * 10n ** 18n)
  expect(await view('getLastBlockHash')).toMatch(/^0x[0-9a-f]{64}$/)
})
