import { request as httpRequest } from 'node:http'
import { createPublicClient, createWalletClient, type Hex, http, keccak256, parseEther } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressOf, encodeCall, readMany, readOne } from '@/devnet/chain/contract-calls'
import { WELL_KNOWN_MNEMONIC } from '@/devnet/chain/provider'
import { readHead } from '@/devnet/chain/transact'
import { merkleTree } from '@/devnet/deploy/claim-tree'
import { CLAIM_SNAPSHOT_ID } from '@/devnet/deploy/claims'
import { type Devnet, startDevnet } from '@/devnet/start'
import { makeProfiles } from '@/devnet/world/profiles'
import { worldSize } from '@/devnet/world/sizes'
import { contentIds } from '@/lib/ipfs/content-ids'

const END_TIME = 1_790_000_000

interface Status {
  block: { number: number; timestamp: number }
  round: { number: number; initialized: boolean; startBlock: number; length: number }
  paused: boolean
  automine: boolean
  keeper: { enabled: boolean }
  clock: { enabled: boolean }
  indexer: { head: number; chainHead: number; held: boolean }
  rpc: { fault: string }
}

interface Answer {
  code: number
  body: { status: Status; result: Record<string, unknown>; error: string }
}

describe('a local network', () => {
  let net: Devnet
  beforeAll(async () => {
    net = await startDevnet({
      world: 'small',
      seed: 'test',
      endTime: END_TIME,
      clock: false,
      rpcPort: 0,
      servicesPort: 0,
    })
  })
  afterAll(() => net.close())

  const control = async (command: string, body: unknown = {}): Promise<Answer> => {
    const response = await fetch(`${net.servicesUrl}/control/${command}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { code: response.status, body: (await response.json()) as Answer['body'] }
  }
  const status = async (): Promise<Status> =>
    (await (await fetch(`${net.servicesUrl}/control/status`)).json()) as Status
  const query = async (text: string): Promise<Record<string, never>> => {
    const response = await fetch(`${net.servicesUrl}/subgraph`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: text }),
    })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    return ((await response.json()) as { data: Record<string, never> }).data
  }
  const read = (contract: string, functionName: string, ...args: unknown[]) =>
    readOne(net.chain.request, net.deployment, contract, functionName, args)
  /** Runs work and puts chain and switches back. */
  const undoing = async (work: () => Promise<void>) => {
    const id = await net.chain.request({ method: 'evm_snapshot' })
    try {
      await work()
    } finally {
      await net.chain.request({ method: 'evm_revert', params: [id] })
      net.keeper.setEnabled(true)
      await net.indexer.sync()
    }
  }

  describe('says what it is', () => {
    test('snapshot.json lists what can be claimed, packed, and its tree has the published root', async () => {
      const packed = (await (await fetch(`${net.servicesUrl}/snapshot.json`)).json()) as Hex[]
      expect(packed.length).toBeGreaterThan(10)
      expect(packed.every((leaf) => /^0x[0-9a-f]{208}$/.test(leaf))).toBe(true)
      const root = await readOne(net.chain.request, net.deployment, 'MerkleSnapshot', 'snapshot', [
        CLAIM_SNAPSHOT_ID,
      ])
      expect(merkleTree(packed.map((leaf) => keccak256(leaf))).root).toBe(root)
    })

    test('deployment.json holds what a tool needs to attach', async () => {
      const response = await fetch(`${net.servicesUrl}/deployment.json`)
      const deployment = (await response.json()) as Devnet['deployment']
      expect(deployment).toEqual(net.deployment)
      expect(deployment.chainId).toBe(31337)
      expect(deployment.rpc).toBe(net.rpcUrl)
      const client = createPublicClient({ transport: http(deployment.rpc) })
      expect(await client.getChainId()).toBe(31337)
      for (const name of ['BondingManager', 'RoundsManager', 'LivepeerToken', 'Multicall3']) {
        const code = await client.getCode({ address: addressOf(deployment, name) })
        expect(code?.length).toBeGreaterThan(100)
      }
    })

    test('health shows the index at the head', async () => {
      const health = (await (await fetch(`${net.servicesUrl}/health`)).json()) as Record<string, unknown>
      const { number } = await readHead(net.chain.request)
      expect(health).toMatchObject({
        state: 'ready',
        chainId: 31337,
        indexer: { head: number, lag: 0, error: null },
      })
    })

    test('the subgraph and the chain agree', async () => {
      const data = await query(
        '{ protocol(id: "0") { currentRound { id } inflation } transcoders(where: {active: true}) { id } _meta { block { number } } }',
      )
      expect(data).toMatchObject({
        protocol: { currentRound: { id: '4250' }, inflation: String(await read('Minter', 'inflation')) },
        _meta: { block: { number: (await readHead(net.chain.request)).number } },
      })
      expect(data['transcoders']).toHaveLength(8)
    })
  })

  describe('has the texts of governance', () => {
    const pin = (body: unknown, type = 'application/json') =>
      fetch(`${net.servicesUrl}/ipfs/pinning/pinJSONToIPFS`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
    const file = (cid: string) => fetch(`${net.servicesUrl}/ipfs/${cid}`)

    test('every poll’s text is behind its content id, and the id is the hash of the bytes', async () => {
      const { polls } = (await query('{ polls { proposal } }')) as unknown as {
        polls: { proposal: string }[]
      }
      expect(polls).toHaveLength(7)
      for (const { proposal } of polls) {
        const response = await file(proposal)
        expect(response.headers.get('access-control-allow-origin')).toBe('*')
        const bytes = Buffer.from(await response.arrayBuffer())
        expect(contentIds(bytes).v0).toBe(proposal)
        const { text, gitCommitHash } = JSON.parse(bytes.toString('utf8')) as Record<string, string>
        expect(gitCommitHash).toMatch(/^[0-9a-f]{40}$/)
        expect(text).toMatch(/^---\nlip: 9\d\d\ntitle: .+\nauthor: the demo\n/)
      }
    })

    test('what is pinned can be read again, under each form of its id', async () => {
      const content = { gitCommitHash: 'a'.repeat(40), text: 'Zwölf Boxkämpfer' }
      const first = (await (await pin({ pinataContent: content })).json()) as Record<string, unknown>
      expect(first).toMatchObject({ PinSize: Buffer.byteLength(JSON.stringify(content)) })
      expect(first).not.toHaveProperty('isDuplicate')
      const second = await pin({ pinataContent: content, pinataOptions: { cidVersion: 1 } })
      const { IpfsHash: raw, isDuplicate } = (await second.json()) as Record<string, unknown>
      expect(isDuplicate).toBe(true)
      const ids = contentIds(Buffer.from(JSON.stringify(content)))
      expect([first['IpfsHash'], raw]).toEqual([ids.v0, ids.raw])
      for (const cid of [ids.v0, ids.v1, ids.raw]) expect(await (await file(cid)).json()).toEqual(content)
    })

    test('wrong ids, unknown ids, large and malformed pins are refused', async () => {
      expect((await file('nothing')).status).toBe(400)
      expect((await file(`Qm${'a'.repeat(44)}`)).status).toBe(404)
      expect((await pin('{"a":', 'application/json')).status).toBe(400)
      expect((await pin({})).status).toBe(400)
      expect((await pin({ pinataContent: 1 }, 'text/plain')).status).toBe(415)
      expect((await pin({ pinataContent: 'x'.repeat(300_000) })).status).toBe(413)
    })

    test('LIPs are listed, and their texts are where the list says', async () => {
      const list = (await (await fetch(`${net.servicesUrl}/lips/contents/LIPs`)).json()) as {
        name: string
        sha: string
        size: number
        download_url: string
        url: string
      }[]
      expect(list.length).toBeGreaterThan(8)
      for (const { name, size, download_url, url } of list) {
        const text = await (await fetch(download_url)).text()
        expect(Buffer.byteLength(text)).toBe(size)
        expect(text).toContain(`lip: ${name.slice(4, -3)}\n`)
        const { content } = (await (await fetch(url)).json()) as { content: string }
        expect(Buffer.from(content, 'base64').toString('utf8')).toBe(text)
      }
      const { sha } = (await (await fetch(`${net.servicesUrl}/lips/commits/master`)).json()) as {
        sha: string
      }
      expect(list[0]?.download_url).toContain(sha)
      expect((await fetch(`${net.servicesUrl}/lips/contents/LIPs/../secret`)).status).toBe(404)
    })
  })

  describe('moves on command', () => {
    test('a round later the keeper has started it and rewards have come', () =>
      undoing(async () => {
        const before = await status()
        const stake = async (address: Hex) =>
          (await read('BondingManager', 'pendingStake', address, 0n)) as bigint
        const delegator = net.deployment.accounts.find((account) => account.role === 'demo-delegator')
        if (!delegator) throw new Error('no demo delegator')
        const stakeBefore = await stake(delegator.address)
        const { body } = await control('advance-rounds', { rounds: 1 })
        expect(body.status.round).toMatchObject({ number: before.round.number + 1, initialized: true })
        expect(body.status.indexer.head).toBe(body.status.block.number)
        expect(await stake(delegator.address)).toBeGreaterThan(stakeBefore)
        expect(await query('{ protocol(id: "0") { currentRound { id } } }')).toMatchObject({
          protocol: { currentRound: { id: String(before.round.number + 1) } },
        })
        const minted = await readMany(net.chain.request, net.deployment, [
          { contract: 'Minter', functionName: 'currentMintedTokens' },
          { contract: 'Minter', functionName: 'currentMintableTokens' },
        ])
        expect(minted[0] as bigint).toBeGreaterThan(0n)
        expect(minted[0] as bigint).toBeLessThanOrEqual(minted[1] as bigint)
      }))

    test('the one that never calls reward does not start to', () =>
      undoing(async () => {
        await control('advance-rounds', { rounds: 2 })
        const never = makeProfiles('test', worldSize('small')).orchestrators[worldSize('small').neverRewards]
        expect(await read('BondingManager', 'isActiveTranscoder', never?.address)).toBe(true)
        const state = (await read('BondingManager', 'getTranscoder', never?.address)) as readonly bigint[]
        expect(state[0]).toBe(0n)
      }))

    test('a round can be left overdue, with the keeper off, and started later', () =>
      undoing(async () => {
        const { round } = await status()
        const overdue = await control('advance-rounds', { rounds: 1, initialize: false })
        expect(overdue.body.status.round).toMatchObject({ number: round.number + 1, initialized: false })
        expect(overdue.body.status.keeper.enabled).toBe(false)
        const started = await control('initialize-round')
        expect(started.body.result).toEqual({ initialized: true })
        expect(started.body.status.round.initialized).toBe(true)
        expect((await control('initialize-round')).body.result).toEqual({ initialized: false })
      }))

    test('keeper-work does what is due once, and nothing twice', () =>
      undoing(async () => {
        await control('advance-rounds', { rounds: 1, initialize: false })
        const first = await control('keeper-work')
        expect(first.body.result['initialized']).toBe(true)
        expect(first.body.result['rewards']).toBeGreaterThan(3)
        expect(BigInt(first.body.result['feesWei'] as string)).toBeGreaterThan(0n)
        expect(
          (await query('{ winningTicketRedeemedEvents(where: { round: "4251" }) { faceValue } }'))[
            'winningTicketRedeemedEvents'
          ],
        ).toHaveLength(4)
        const second = await control('keeper-work')
        expect(second.body.result).toEqual({ initialized: false, rewards: 0, feesWei: '0' })
      }))

    test('blocks and time', () =>
      undoing(async () => {
        const before = await status()
        const blocks = (await control('advance-blocks', { blocks: 100 })).body.status
        expect(blocks.block.number - before.block.number).toBe(100)
        expect(blocks.block.timestamp - before.block.timestamp).toBe(1_200)
        const time = (await control('advance-time', { seconds: 5_000 })).body.status
        expect(time.block.number - blocks.block.number).toBe(1)
        expect(time.block.timestamp - blocks.block.timestamp).toBeGreaterThanOrEqual(5_000)
        expect(time.block.timestamp - blocks.block.timestamp).toBeLessThan(5_060)
      }))

    test('the faucet gives ETH and LPT to any address', () =>
      undoing(async () => {
        const address = '0x00000000000000000000000000000000000000f1'
        const { code } = await control('faucet', { address, eth: '2.5', lpt: '70.25' })
        expect(code).toBe(200)
        const client = createPublicClient({ transport: http(net.rpcUrl) })
        expect(await client.getBalance({ address })).toBe(parseEther('2.5'))
        expect(await read('LivepeerToken', 'balanceOf', address)).toBe(parseEther('70.25'))
      }))

    test('pausing stops staking until it is undone', () =>
      undoing(async () => {
        expect((await control('pause', { paused: true })).body.status.paused).toBe(true)
        const claim = {
          from: net.deployment.accounts[6]?.address,
          to: addressOf(net.deployment, 'BondingManager'),
          data: encodeCall('BondingManager', 'claimEarnings', [0n]),
        }
        await expect(net.chain.request({ method: 'eth_call', params: [claim, 'latest'] })).rejects.toThrow(
          'execution reverted: system is paused',
        )
        expect((await control('pause', { paused: true })).body.status.paused).toBe(true)
        expect((await control('pause', { paused: false })).body.status.paused).toBe(false)
      }))

    test('the index can be held and released', () =>
      undoing(async () => {
        const held = await control('indexer', { held: true })
        const later = await control('advance-blocks', { blocks: 3 })
        expect(later.body.status.indexer.head).toBe(held.body.status.block.number)
        expect(later.body.status.indexer.held).toBe(true)
        await control('indexer', { held: false })
        await net.indexer.sync()
        expect((await status()).indexer.head).toBe(later.body.status.block.number)
      }))

    test('the RPC can fail and come back while control goes on', async () => {
      const client = createPublicClient({ transport: http(net.rpcUrl, { retryCount: 0 }), cacheTime: 0 })
      expect((await control('rpc', { fault: 'error' })).body.status.rpc.fault).toBe('error')
      await expect(client.getBlockNumber()).rejects.toThrow()
      await control('rpc', { fault: 'none' })
      expect(await client.getBlockNumber()).toBeGreaterThan(0n)
    })

    test('without automine a transaction waits for a block', () =>
      undoing(async () => {
        await control('automine', { enabled: false })
        const client = createWalletClient({
          account: mnemonicToAccount(WELL_KNOWN_MNEMONIC, { addressIndex: 4 }),
          transport: http(net.rpcUrl),
        })
        const hash = await client.sendTransaction({ chain: null, to: client.account.address, value: 1n })
        const receipt = () => net.chain.request({ method: 'eth_getTransactionReceipt', params: [hash] })
        expect(await receipt()).toBeNull()
        await control('advance-blocks', { blocks: 1 })
        expect(await receipt()).toMatchObject({ status: '0x1' })
        await control('automine', { enabled: true })
      }))

    test('snapshot and revert, seen by the index too', async () => {
      const { body } = await control('snapshot')
      const before = await status()
      await control('advance-rounds', { rounds: 1 })
      const after = await control('revert', { id: body.result['id'] })
      expect(after.body.status.round).toEqual(before.round)
      expect(after.body.status.indexer.head).toBe(before.block.number)
      expect((await control('revert', { id: '0x9999' })).body.error).toBe('There is no such snapshot')
    })
  })

  describe('guards its control', () => {
    /** fetch will not set these headers; a raw request does. */
    const raw = (headers: Record<string, string>, method = 'POST', path = '/control/keeper') =>
      new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
        const call = httpRequest(
          `${net.servicesUrl}${path}`,
          { method, headers: { 'content-type': 'application/json', ...headers } },
          (response) => {
            response.resume()
            resolve({ status: response.statusCode ?? 0, headers: response.headers })
          },
        )
        call.on('error', reject)
        call.end(method === 'POST' ? '{"enabled":true}' : undefined)
      })

    test('a foreign Host or Origin is refused, this machine’s pages pass', async () => {
      expect((await raw({ host: 'evil.example' })).status).toBe(403)
      expect((await raw({ host: 'evil.example' }, 'GET', '/control/status')).status).toBe(403)
      expect((await raw({ origin: 'https://evil.example' })).status).toBe(403)
      expect((await raw({ origin: 'null' })).status).toBe(403)
      expect((await raw({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
      expect((await raw({ origin: 'http://127.0.0.1:3000' })).status).toBe(200)
      expect((await raw({ host: 'localhost:8600' })).status).toBe(200)
    })

    test('no page may read its answers: there is no CORS', async () => {
      const answer = await raw({ origin: 'http://127.0.0.1:3000' })
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
      const preflight = await raw({ origin: 'http://127.0.0.1:3000' }, 'OPTIONS')
      expect(preflight.status).toBe(405)
      expect(preflight.headers['access-control-allow-origin']).toBeUndefined()
    })

    test('form posts, unknown commands, wrong bodies and huge ones are refused in words', async () => {
      expect((await raw({ 'content-type': 'text/plain' })).status).toBe(415)
      expect((await control('explode')).code).toBe(404)
      expect((await control('keeper', { enabled: 'yes' })).body.error).toMatch(/^enabled: /)
      expect((await control('faucet', { address: '0x12' })).body.error).toBe(
        'address: an address: 0x and 40 hexadecimal digits',
      )
      expect((await control('faucet', { address: `0x${'1'.repeat(40)}`, lpt: '-1' })).code).toBe(400)
      expect((await control('faucet', { address: `0x${'1'.repeat(40)}`, lpt: '1e5' })).code).toBe(400)
      expect((await control('advance-rounds', { rounds: 0 })).code).toBe(400)
      expect((await control('advance-rounds', { rounds: 1, more: 1 })).code).toBe(400)
      expect((await control('snapshot', { text: 'x'.repeat(20_000) })).code).toBe(413)
      expect((await fetch(`${net.servicesUrl}/control/keeper`)).status).toBe(405)
    })

    test('the schema names every command and its body', async () => {
      const schema = (await (await fetch(`${net.servicesUrl}/control/schema`)).json()) as {
        commands: Record<string, { about: string; body: { type?: string; anyOf?: unknown[] } }>
      }
      expect(Object.keys(schema.commands)).toContain('advance-rounds')
      expect(
        Object.values(schema.commands).every(
          ({ about, body }) => about !== '' && (body.type === 'object' || (body.anyOf?.length ?? 0) > 1),
        ),
      ).toBe(true)
    })
  })

  test('other paths and methods are not there', async () => {
    expect((await fetch(`${net.servicesUrl}/nothing`)).status).toBe(404)
    expect((await fetch(`${net.servicesUrl}/deployment.json`, { method: 'POST' })).status).toBe(405)
    expect((await fetch(`${net.servicesUrl}/subgraph`)).status).toBe(405)
  })
})

describe('a bare network', () => {
  test('has the protocol, round 1 and money, and nobody staking; a taken port is told at once', async () => {
    const net = await startDevnet({
      world: 'none',
      endTime: END_TIME,
      clock: false,
      rpcPort: 0,
      servicesPort: 0,
    })
    try {
      const head = await readHead(net.chain.request)
      expect(head.timestamp).toBe(END_TIME)
      const [round, initialized, pool] = await readMany(net.chain.request, net.deployment, [
        { contract: 'RoundsManager', functionName: 'currentRound' },
        { contract: 'RoundsManager', functionName: 'currentRoundInitialized' },
        { contract: 'BondingManager', functionName: 'getTranscoderPoolSize' },
      ])
      expect([round, initialized, pool]).toEqual([1n, true, 0n])
      const demo = net.deployment.accounts.find((account) => account.role === 'demo')
      expect(
        await readOne(net.chain.request, net.deployment, 'LivepeerToken', 'balanceOf', [demo?.address]),
      ).toBe(5_000n * 10n ** 18n)
      const started = Date.now()
      await expect(startDevnet({ rpcPort: net.rpc.port, servicesPort: 0, clock: false })).rejects.toThrow(
        `Port ${net.rpc.port} for the local RPC is in use.`,
      )
      await expect(
        startDevnet({ rpcPort: 0, servicesPort: Number(new URL(net.servicesUrl).port), clock: false }),
      ).rejects.toThrow('DEVNET_SERVICES_PORT')
      expect(Date.now() - started).toBeLessThan(15_000)
    } finally {
      await net.close()
    }
  })
})
