import { createPublicClient, http, parseEther } from 'viem'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { addressOf, readMany, readOne } from '@/devnet/chain/contract-calls'
import { type Head, readHead } from '@/devnet/chain/transact'
import { nameId } from '@/devnet/deploy/deployment-script'
import { type ControlledNetwork, startControlledNetwork } from '@/devnet/services/control-test-network'
import { SERVICE_NAMES } from '@/devnet/services/fault-switch'
import type { Devnet } from '@/devnet/start'

let network: ControlledNetwork
let net: Devnet
let start: Head
beforeAll(async () => {
  network = await startControlledNetwork()
  ;({ net, start } = network)
})
afterAll(() => net.close())
afterEach(async () => {
  await control('reset')
})

const control = (command: string, body?: unknown) => network.control(command, body)
const account = (index: number) => network.account(index)
const rpc = (method: string, params?: unknown[]) => network.rpc(method, params)
const queryJson = async (text: string): Promise<unknown> => (await network.query(text)).json()
describe('act as anybody', () => {
  test('an account stakes by contract, function and arguments', async () => {
    const from = account(10)
    await control('act', {
      from,
      contract: 'LivepeerToken',
      function: 'approve',
      args: [addressOf(net.deployment, 'BondingManager'), parseEther('70').toString()],
    })
    const { result } = await control('act', {
      from,
      contract: 'BondingManager',
      function: 'bond',
      args: [parseEther('70').toString(), from],
    })
    expect(result).toMatchObject({ succeeded: true, revert: null })
    expect(
      await readOne(net.chain.request, net.deployment, 'BondingManager', 'pendingStake', [from, 0n]),
    ).toBe(parseEther('70'))
  })

  test('a contract sends what it holds, and pays gas from a gift', async () => {
    const faucet = addressOf(net.deployment, 'LivepeerTokenFaucet')
    const to = '0x00000000000000000000000000000000000000b2'
    await control('act', { from: faucet, contract: 'LivepeerToken', function: 'transfer', args: [to, '5'] })
    expect(await readOne(net.chain.request, net.deployment, 'LivepeerToken', 'balanceOf', [to])).toBe(5n)
  })

  test('arrays of tuples, raw data and ETH', async () => {
    const to = '0x00000000000000000000000000000000000000b3'
    await control('act', { from: account(9), to, eth: '1.5' })
    expect(BigInt((await rpc('eth_getBalance', [to, 'latest'])).result as string)).toBe(parseEther('1.5'))
    const { result } = await control('act', {
      from: account(9),
      contract: 'Multicall3',
      function: 'aggregate3',
      args: [
        [{ target: addressOf(net.deployment, 'Controller'), allowFailure: false, callData: '0x5c975abb' }],
      ],
    })
    expect(result['succeeded']).toBe(true)
  })

  test('what would revert is refused with its reason, or sent on demand', async () => {
    const args = [account(4), parseEther('100000').toString()]
    const call = { from: account(9), contract: 'LivepeerToken', function: 'transfer', args }
    expect((await control('act', call)).error).toBe(
      'execution reverted: ERC20: transfer amount exceeds balance',
    )
    const before = (await readHead(net.chain.request)).number
    const { result } = await control('act', { ...call, evenIfReverting: true })
    expect(result).toMatchObject({
      succeeded: false,
      block: before + 1,
      revert: 'execution reverted: ERC20: transfer amount exceeds balance',
    })
  })

  test.each([
    [{ contract: 'Nothing', function: 'pause' }, 'contract: the deployment has no Nothing'],
    [{ contract: 'Controller', function: 'explode' }, 'function: Controller has no explode'],
    [{ contract: 'Controller', function: 'pause', args: ['1'] }, 'args: Controller.pause takes 0, not 1'],
    [
      {
        contract: 'LivepeerToken',
        function: 'transfer',
        args: ['0x00000000000000000000000000000000000000b2', '1.5'],
      },
      'args: "1.5" is no uint256; write whole numbers as decimal strings',
    ],
    [{}, 'body: give either to or contract'],
    [
      { to: '0x00000000000000000000000000000000000000b2', function: 'x' },
      'function: needs contract, which has the ABI',
    ],
  ])('%j is refused in words', async (body, error) => {
    expect((await control('act', { from: account(9), ...body })).error).toBe(error)
  })
})

test('reset brings back chain, index, files, switches and soundness', async () => {
  const client = createPublicClient({ transport: http(net.rpcUrl), cacheTime: 0 })
  const pin = () =>
    fetch(`${net.servicesUrl}/ipfs/pinning/pinJSONToIPFS`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ pinataContent: { a: 1 } }),
    }).then((response) => response.json())
  const pinned = (await pin()) as { IpfsHash: string }
  await control('faucet', { address: account(9), lpt: '5' })
  await control('advance-rounds', { rounds: 2 })
  await control('pause', { paused: true })
  await control('automine', { enabled: false })
  await control('keeper', { enabled: true })
  await control('indexer', { delayBlocks: 3 })
  await control('indexer', { held: true })
  await control('subgraph', { fault: 'indexing-error' })
  await control('service', { service: 'all', fault: 'drop' })
  await control('rpc', { faults: [{ fault: 'freeze' }, { fault: 'slow', milliseconds: 500 }] })
  for (let time = 0; time < 2; time++) {
    const { status } = await control('reset')
    expect(status).toMatchObject({
      block: { number: start.number, hash: start.hash },
      round: { number: 1, initialized: true },
      paused: false,
      automine: true,
      keeper: { enabled: false },
      clock: { enabled: false },
      indexer: { head: start.number, held: false, error: null },
      rpc: { fault: 'none', faults: [] },
      subgraph: { fault: 'none' },
    })
    expect(Object.values(status.services)).toEqual(SERVICE_NAMES.map(() => 'none'))
  }
  expect(await client.getBlockNumber()).toBe(BigInt(start.number))
  expect((await fetch(`${net.servicesUrl}/ipfs/${pinned.IpfsHash}`)).status).toBe(404)
  expect(await queryJson('{ protocol(id: "0") { currentRound { id } paused } }')).toEqual({
    data: { protocol: { currentRound: { id: '1' }, paused: false } },
  })
  expect(await pin()).not.toHaveProperty('isDuplicate')
})

test('a network without history is as bare as it says, and its first account owns it', async () => {
  const [round, initialized, pool, owner, bonded] = await readMany(net.chain.request, net.deployment, [
    { contract: 'RoundsManager', functionName: 'currentRound' },
    { contract: 'RoundsManager', functionName: 'currentRoundInitialized' },
    { contract: 'BondingManager', functionName: 'getTranscoderPoolSize' },
    { contract: 'Controller', functionName: 'owner' },
    { contract: 'BondingManager', functionName: 'nextRoundTotalActiveStake' },
  ])
  expect([round, initialized, pool, bonded]).toEqual([1n, true, 0n, 0n])
  expect(String(owner).toLowerCase()).toBe(account(0))
})

test('deployment.json names the proxies with the code that the Controller has for them', async () => {
  const response = await fetch(`${net.servicesUrl}/deployment.json`)
  const { proxies, contracts, blocks, accounts } = (await response.json()) as Devnet['deployment']
  expect(Object.keys(proxies ?? {}).sort()).toEqual([
    'BondingManager',
    'BondingVotes',
    'L2Migrator',
    'LivepeerGovernor',
    'RoundsManager',
    'ServiceRegistry',
    'TicketBroker',
  ])
  for (const [name, { proxy, target }] of Object.entries(proxies ?? {})) {
    expect([proxy, target]).toEqual([contracts[name], contracts[`${name}Target`]])
    for (const [id, address] of [
      [name, proxy],
      [`${name}Target`, target],
    ] as const) {
      const registered = await readOne(net.chain.request, net.deployment, 'Controller', 'getContract', [
        nameId(id),
      ])
      expect(String(registered).toLowerCase()).toBe(address)
    }
  }
  expect(Object.keys(blocks).sort()).toEqual(Object.keys(contracts).sort())
  expect(accounts[0]).toEqual({ address: account(0), role: 'deployer' })
})
