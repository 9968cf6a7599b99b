import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getAddress, keccak256, toHex, zeroHash } from 'viem'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { World } from '@/e2e/chain/world'
import { createAddressVerifier, objectionsTo } from '@/lib/contracts/controller'

/** A real Controller, in which one contract is re-pointed after the site's addresses were pinned. */
let world: World
let server: Server
let asked = 0

const other = getAddress('0x00000000000000000000000000000000000000aa')
const repoint = (name: string, to: string) =>
  world.send(world.deployer, 'Controller', 'setContractInfo', [
    keccak256(toHex(name)),
    to,
    zeroHash.slice(0, 42),
  ])

beforeAll(async () => {
  world = await World.create()
  server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      asked += 1
      const { id, method, params } = JSON.parse(text) as { id: number; method: string; params: unknown[] }
      world.chain.request({ method, params }).then(
        (result) => response.end(JSON.stringify({ jsonrpc: '2.0', id, result })),
        (error: Error) =>
          response.end(
            JSON.stringify({ jsonrpc: '2.0', id, error: { code: -32603, message: error.message } }),
          ),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  server.close()
  await world.chain.close()
})

it('finds nothing against addresses that the Controller confirms', async () => {
  expect(await objectionsTo(world.client, world.addresses)).toEqual([])
})

it('stops verbs that depend on a re-pointed contract, and lets others go on', async () => {
  const registered = world.addresses.ServiceRegistry
  await repoint('ServiceRegistry', other)
  expect(await objectionsTo(world.client, world.addresses)).toEqual([
    { contract: 'ServiceRegistry', state: 'differs', expected: registered, found: other },
  ])
  const verify = createAddressVerifier(world.client, world.addresses)
  expect(await verify(['BondingManager', 'LivepeerToken'])).toBeNull()
  expect(await verify(['BondingManager', 'ServiceRegistry'])).toMatchObject({
    contract: 'ServiceRegistry',
    state: 'differs',
  })
  await repoint('ServiceRegistry', registered)
  expect(await verify(['ServiceRegistry'])).toBeNull()
})

it('the server asks once per copy, and tells the operator what differs', async () => {
  vi.resetModules()
  const { networks } = await import('@/lib/network/networks')
  Object.assign(networks['arbitrum-one'], { contracts: world.addresses })
  vi.stubEnv('NETWORK', 'arbitrum-one')
  vi.stubEnv('RPC_URLS', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const { contractObjections, contractWarning } = await import('@/lib/data/contract-check')
  await repoint('Minter', other)
  const found = await contractObjections()
  expect(found.map(({ contract, state }) => [contract, state])).toEqual([['Minter', 'differs']])
  expect(contractWarning(found)).toMatch(
    /^Warning: the Controller names other contracts .*Minter \(pinned 0x/,
  )
  const before = asked
  expect(await contractObjections()).toBe(found)
  expect(asked).toBe(before)
})

it('an endpoint that cannot say is asked again after a minute', async () => {
  const { processWide } = await import('@/lib/network/process-wide')
  processWide('contract-check', () => ({ checked: null as unknown })).checked = null
  const { contractObjections, contractWarning } = await import('@/lib/data/contract-check')
  const { networks } = await import('@/lib/network/networks')
  const { contracts } = networks['arbitrum-one']
  if (!contracts) throw new Error('no addresses')
  Object.assign(networks['arbitrum-one'], { contracts: { ...contracts, Controller: other } })
  let now = 0
  const found = await contractObjections(() => now)
  expect(found.every(({ state }) => state === 'unread')).toBe(true)
  expect(contractWarning(found)).toMatch(/could not be asked about/)
  Object.assign(networks['arbitrum-one'], { contracts })
  await repoint('Minter', contracts.Minter)
  expect(await contractObjections(() => now)).toBe(found)
  now = 61_000
  expect(await contractObjections(() => now)).toEqual([])
})
