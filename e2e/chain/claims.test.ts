import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Address, encodeFunctionData, getAddress, type Hex } from 'viem'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sendCall } from '@/devnet/chain/transact'
import { loadArtifact } from '@/devnet/solidity/artifact'
import { type Devnet, startDevnet } from '@/devnet/start'
import { claimLeaf, rootOfProof } from '@/lib/contracts/claim-proof'
import type { ClaimEntryView, ClaimView } from '@/lib/data/claim'

/** What the site says of stake left on Ethereum, with snapshots of every quality, in the order in which none hides another. */

let net: Devnet
let server: Server
let claimant: Address
let file: readonly Hex[]
/** What the snapshot's address answers. */
let answer: { status: number; body: string } = { status: 404, body: '{}' }

beforeAll(async () => {
  net = await startDevnet({
    world: 'small',
    seed: 'claims',
    endTime: 1_780_000_000,
    clock: false,
    keeper: false,
    rpcPort: 0,
    servicesPort: 0,
  })
  server = createServer((_request, response) => {
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  vi.stubEnv('NETWORK', 'local')
  vi.stubEnv('DEVNET_RPC_PORT', new URL(net.rpcUrl).port)
  vi.stubEnv('DEVNET_SERVICES_PORT', new URL(net.servicesUrl).port)
  vi.stubEnv('CLAIM_SNAPSHOT_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}/list.json`)
  vi.stubEnv('LOAD_DEADLINE_MS', '30000')
  claimant = getAddress(net.deployment.accounts.find(({ role }) => role === 'demo-claimant')?.address ?? '')
  file = (await (await fetch(`${net.servicesUrl}/snapshot.json`)).json()) as Hex[]
}, 180_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  await new Promise((resolve) => server.close(resolve))
  await net.close()
})

/** Waits until what this process keeps is old. */
const windowPasses = () => new Promise((resolve) => setTimeout(resolve, 2_200))

async function look(account: Address): Promise<ClaimView> {
  const { loadClaim } = await import('@/lib/data/claim')
  const loaded = await loadClaim(account)
  if (!('value' in loaded)) throw new Error(`${loaded.state}: ${loaded.reason}`)
  return loaded.value
}

const serves = (body: unknown) => {
  answer = { status: 200, body: typeof body === 'string' ? body : JSON.stringify(body) }
}

function entryOf({ list }: ClaimView): ClaimEntryView {
  if (list.state !== 'checked' || !list.entry) throw new Error(`the list is ${list.state}`)
  return list.entry
}

test.each<[string, () => void, RegExp]>([
  ['is not there', () => undefined, /could not be read: HTTP 404/],
  ['is too large', () => serves(`["${'0'.repeat(4_100_000)}"]`), /too large/],
  ['is no JSON', () => serves('<html>'), /without JSON/],
  ['is no list', () => serves({ entries: file }), /another shape/],
  ['holds something else', () => serves([...file, '0x12']), /something that is not an entry/],
  ['is empty', () => serves([]), /not a list of entries/],
])('a snapshot that %s proves nothing, and says so', async (_what, prepare, reason) => {
  prepare()
  const { list, migrated, enabled } = await look(claimant)
  expect(list).toMatchObject({ state: 'failed', reason: expect.stringMatching(reason) })
  expect(list).not.toHaveProperty('entry')
  expect({ migrated, enabled }).toEqual({ migrated: false, enabled: true })
})

test('a snapshot with one changed entry is refused as a whole: its root is not the chain’s', async () => {
  serves(file.map((entry, index) => (index === 0 ? `${entry.slice(0, -1)}1` : entry)))
  const { list } = await look(claimant)
  expect(list).toMatchObject({
    state: 'wrong',
    reason: expect.stringMatching(/not the list that the chain knows/),
  })
})

test('the published snapshot proves what an address has left, until it is claimed', async () => {
  await windowPasses()
  serves(file)
  const view = await look(claimant)
  const { delegate, stakeWei, feesWei, proof, pool } = entryOf(view)
  expect({ stakeWei, feesWei, pool }).toEqual({
    stakeWei: 640n * 10n ** 18n,
    feesWei: 35n * 10n ** 16n,
    pool: null,
  })
  expect(delegate).toMatchObject({ registered: true, active: true })
  if (!delegate) throw new Error('no delegate')
  const leaf = claimLeaf({ delegator: claimant, delegate: delegate.address, stakeWei, feesWei })
  expect(rootOfProof(leaf, proof)).toBe(view.root)

  const spare = net.deployment.accounts.find(({ role }) => role === 'spare')?.address as Address
  expect((await look(spare)).list).toEqual({ state: 'checked', entry: null })

  const to = net.deployment.contracts.L2Migrator as Address
  const zero = `0x${'0'.repeat(40)}`
  const args = [delegate.address, stakeWei, feesWei, proof, zero]
  const data = encodeFunctionData({ abi: loadArtifact('L2Migrator').abi, functionName: 'claimStake', args })
  await sendCall(net.chain.request, { label: 'claimStake', from: claimant, to, data, gas: 3_000_000 })
  await windowPasses()
  const after = await look(claimant)
  expect(after).toMatchObject({ migrated: true, bondedWei: stakeWei, delegateNow: delegate.address })
})

test('the route refuses what is no address', async () => {
  const { GET } = await import('@/app/api/v1/claims/[address]/route')
  const ask = (address: string) =>
    GET(new Request(`http://site/api/v1/claims/${address}`), { params: Promise.resolve({ address }) })
  expect((await ask('0x12')).status).toBe(400)
  const served = await ask(claimant.toLowerCase())
  expect(served.status).toBe(200)
  expect(await served.json()).toMatchObject({
    value: { address: claimant },
    units: { ethBalanceWei: '10^-18 ETH' },
  })
})
