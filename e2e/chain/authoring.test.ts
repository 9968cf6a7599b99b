import { type Abi, getAddress, type Hex, toFunctionSelector } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { accountOf } from '@/devnet/deploy/accounts'
import { loadArtifact } from '@/devnet/solidity/artifact'
import { type Devnet, startDevnet } from '@/devnet/start'
import { mnemonic } from '@/e2e/fixtures/changes'
import { descriptionHashOf, idOfProposal } from '@/lib/contracts/proposal-call'
import { callableContracts, functionsOf } from '@/lib/contracts/protocol-functions'
import { contentIds, isContentIdOf } from '@/lib/ipfs/content-ids'
import { type PinPermission, pinPermissionData } from '@/lib/ipfs/pin-permission'
import { pollDocumentText } from '@/lib/ipfs/poll-document'

/** What proposals and polls are written with: the routes of the site against a real chain, index, pinning service and repository. */

const LPT = 10n ** 18n
const siteUrl = 'https://site.example'
let net: Devnet

beforeAll(async () => {
  net = await startDevnet({
    world: 'small',
    seed: 'authors',
    endTime: 1_780_000_000,
    clock: false,
    keeper: false,
    rpcPort: 0,
    servicesPort: 0,
  })
  vi.stubEnv('NETWORK', 'local')
  vi.stubEnv('SITE_URL', siteUrl)
  vi.stubEnv('DEVNET_RPC_PORT', new URL(net.rpcUrl).port)
  vi.stubEnv('DEVNET_SERVICES_PORT', new URL(net.servicesUrl).port)
  vi.stubEnv('RATE_PINS_PER_MINUTE', '100')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await net.close()
})

/** 3 may make polls and proposals; 8 has nothing. */
const signerOf = (index: number) => mnemonicToAccount(mnemonic, { addressIndex: index })
const author = signerOf(3)
const contract = (name: string) => getAddress(net.deployment.contracts[name] ?? '')
const get = (path: string) => new Request(`http://site${path}`)
const post = (path: string, body: unknown, type = 'application/json') =>
  new Request(`http://site${path}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: JSON.stringify(body),
  })
/** What the index says, asked without any code of the site. */
const index = async (query: string) => {
  const response = await fetch(`${net.servicesUrl}/subgraph`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return ((await response.json()) as { data: Record<string, Record<string, unknown>[]> }).data
}
const bodyOf = async (response: Response) => (await response.json()) as Record<string, unknown>
const valueOf = async (response: Response) => {
  const body = await bodyOf(response)
  expect(body, JSON.stringify(body)).toHaveProperty('value')
  return body.value as Record<string, unknown>
}

test('every function that is offered to proposals is one of its contract', () => {
  for (const name of callableContracts) {
    const own = new Map(
      (loadArtifact(name).abi as Abi).flatMap((item) =>
        item.type === 'function' ? [[toFunctionSelector(item), item.stateMutability] as const] : [],
      ),
    )
    for (const item of functionsOf(name))
      expect(own.get(toFunctionSelector(item)), `${name}.${item.name}`).toBe(item.stateMutability)
  }
})

describe('the trial of a proposal', () => {
  const trial = async (body: unknown, type?: string) => {
    const { POST } = await import('@/app/api/v1/treasury/trial/route')
    return POST(post('/api/v1/treasury/trial', body, type))
  }
  const pays = (wei: bigint) => ({
    target: contract('LivepeerToken'),
    valueWei: '0',
    calldata: `0xa9059cbb${author.address.slice(2).padStart(64, '0')}${wei.toString(16).padStart(64, '0')}`,
  })
  const descriptionHash = descriptionHashOf('# A trial')

  test('says what it would do to the treasury, and its number', async () => {
    const call = pays(3n * LPT)
    const value = await valueOf(await trial({ calls: [call], descriptionHash }))
    const held = BigInt(value.treasuryLptWei as string)
    expect(value).toMatchObject({
      proposal: idOfProposal({
        calls: [{ target: call.target, valueWei: 0n, calldata: call.calldata.toLowerCase() as Hex }],
        description: '# A trial',
      }).toString(),
      known: null,
      simulation: {
        state: 'works',
        lpt: { beforeWei: held.toString(), afterWei: (held - 3n * LPT).toString() },
      },
      paidBefore: [],
    })
  })

  test('names the call that would fail, and why', async () => {
    const value = await valueOf(await trial({ calls: [pays(1n), pays(10n ** 30n)], descriptionHash }))
    expect(value.simulation).toMatchObject({ state: 'fails', action: 2, reason: expect.any(String) })
  })

  test('does not run the treasury’s own code in its place', async () => {
    const own = { target: contract('Treasury'), valueWei: '0', calldata: '0x64d62353' }
    const value = await valueOf(await trial({ calls: [own], descriptionHash }))
    expect(value.simulation).toMatchObject({ state: 'unknown' })
  })

  test('finds the very same proposal where it exists', async () => {
    const { treasuryProposals } = await index(
      '{treasuryProposals(first:1){id targets values calldatas description}}',
    )
    const known = treasuryProposals?.[0] as {
      id: string
      targets: string[]
      values: string[]
      calldatas: string[]
      description: string
    }
    const { description } = known
    const calls = known.targets.map((target, at) => ({
      target,
      valueWei: known.values[at],
      calldata: known.calldatas[at],
    }))
    const value = await valueOf(await trial({ calls, descriptionHash: descriptionHashOf(description) }))
    expect(value.proposal).toBe(known.id)
    expect(value.known).not.toBeNull()
  })

  test.each([
    [400, { calls: [] }],
    [400, { calls: [{ target: 'x' }], descriptionHash }],
    [400, null],
    [413, { calls: [], text: 'x'.repeat(100_001) }],
  ])('refuses with %i what is none', async (status, body) => {
    expect((await trial(body)).status).toBe(status)
  })

  test('takes JSON only, so that no other site can send it', async () => {
    expect((await trial({}, 'text/plain')).status).toBe(415)
  })
})

describe('who may write', () => {
  test('proposals: power at the start of the round, own and delegated', async () => {
    const { GET } = await import('@/app/api/v1/treasury/proposers/[account]/route')
    const ask = (account: string) =>
      GET(get(`/api/v1/treasury/proposers/${account}`), { params: Promise.resolve({ account }) })
    expect(await valueOf(await ask(author.address))).toMatchObject({
      thresholdWei: (100n * LPT).toString(),
      powerless: null,
      orchestrator: false,
    })
    expect(await valueOf(await ask(signerOf(8).address))).toMatchObject({
      powerWei: '0',
      powerless: 'no-stake',
    })
    const orchestrator = await valueOf(await ask(accountOf(net.deployment.accounts, 'demo-orchestrator')))
    expect(orchestrator.orchestrator).toBe(true)
    expect(BigInt(orchestrator.powerWei as string)).toBeGreaterThan(0n)
    expect((await ask('0x12')).status).toBe(400)
  })

  test('polls: own stake or what is delegated', async () => {
    const { GET } = await import('@/app/api/v1/voting/creators/[account]/route')
    const ask = (account: string) =>
      GET(get(`/api/v1/voting/creators/${account}`), { params: Promise.resolve({ account }) })
    expect(await valueOf(await ask(author.address))).toMatchObject({ may: true, delegatedWei: '0' })
    expect(await valueOf(await ask(signerOf(8).address))).toMatchObject({ may: false, ownWei: '0' })
    expect((await ask('nobody')).status).toBe(400)
  })
})

test('the next step of a proposal comes with exactly what was proposed', async () => {
  const { GET } = await import('@/app/api/v1/treasury/[proposal]/step/route')
  const ask = (proposal: string) =>
    GET(get(`/api/v1/treasury/${proposal}/step`), { params: Promise.resolve({ proposal }) })
  const proposals = [...net.indexer.store.all('TreasuryProposal')]
  expect(proposals.length).toBeGreaterThan(0)
  for (const { id } of proposals) {
    const value = await valueOf(await ask(id))
    const { calls, description } = value.parts as {
      calls: { target: Hex; ethWei: string; calldata: Hex }[]
      description: string
    }
    const exact = calls.map(({ target, ethWei, calldata }) => ({
      target,
      valueWei: BigInt(ethWei),
      calldata,
    }))
    expect(idOfProposal({ calls: exact, description }).toString()).toBe(id)
    const next = { pending: 'cancel', succeeded: 'queue', queued: 'execute' }
    expect(value.step).toBe(next[value.state as 'pending'] ?? null)
  }
  expect((await ask('1')).status).toBe(404)
  expect((await ask('x')).status).toBe(400)
})

describe('the text of a poll', () => {
  const lipOf = async (lip: string) => {
    const { GET } = await import('@/app/api/v1/voting/lips/[lip]/route')
    return GET(get(`/api/v1/voting/lips/${lip}`), { params: Promise.resolve({ lip }) })
  }
  const documentOf = async (cid: string) => {
    const { GET } = await import('@/app/api/v1/voting/documents/[cid]/route')
    return GET(get(`/api/v1/voting/documents/${cid}`), { params: Promise.resolve({ cid }) })
  }

  test('is the repository’s, to the byte', async () => {
    expect(await valueOf(await lipOf('0908'))).toMatchObject({ lip: '908', status: 'proposed' })
    expect((await lipOf('1')).status).toBe(404)
    expect((await lipOf('x')).status).toBe(400)
  })

  test('is read back by its content id, and nothing else that IPFS holds', async () => {
    const { polls } = await index('{polls(first:1){proposal}}')
    const cid = String(polls?.[0]?.proposal)
    const { content } = await valueOf(await documentOf(cid))
    expect(isContentIdOf(cid, content as string)).toBe(true)
    const picture = net.pins.pin('{"image":"x"}').v0
    expect((await documentOf(picture)).status).toBe(404)
    expect((await documentOf('..%2fhealth')).status).toBe(400)
    expect((await documentOf(`Qm${'1'.repeat(44)}`)).status).toBe(503)
  })
})

describe('pinning', () => {
  const now = async () => {
    const { GET } = await import('@/app/api/v1/voting/creators/[account]/route')
    const account = author.address
    const answer = await bodyOf(await GET(get('/x'), { params: Promise.resolve({ account }) }))
    return (answer.asOf as { timestamp: number }).timestamp
  }
  let counter = 0
  const lipOf = async (lip: string) => {
    const { GET } = await import('@/app/api/v1/voting/lips/[lip]/route')
    return valueOf(await GET(get('/x'), { params: Promise.resolve({ lip }) }))
  }
  const permission = async (part: Partial<PinPermission> = {}): Promise<PinPermission> => {
    const lip = await lipOf('908')
    counter += 1
    return {
      account: author.address,
      lip: '908',
      commit: lip.commit as string,
      issuedAt: await now(),
      nonce: `0x${counter.toString(16).padStart(64, '0')}`,
      ...part,
    }
  }
  const place = () => ({ siteUrl, chainId: 31_337, pollCreator: contract('PollCreator') })
  const sign = (asked: PinPermission, signer = author, at = place()) =>
    signer.signTypedData(pinPermissionData(asked, at))
  const pin = async (asked: PinPermission, signature: Hex, peer = `peer ${counter}`) => {
    const { POST } = await import('@/app/api/v1/voting/pins/route')
    const request = post('/api/v1/voting/pins', { ...asked, signature })
    request.headers.set('x-peer-address', peer)
    return POST(request)
  }

  test('keeps exactly the text of the repository, under an id that follows from it', async () => {
    const asked = await permission()
    const response = await pin(asked, await sign(asked))
    const { cid } = (await response.json()) as { cid: string }
    expect(response.status).toBe(200)
    const lip = await lipOf('908')
    const document = pollDocumentText({ text: lip.text as string, gitCommitHash: asked.commit })
    expect(isContentIdOf(cid, document)).toBe(true)
    expect(isContentIdOf(cid, `${document} `)).toBe(false)
    expect(net.pins.find(cid)?.toString('utf8')).toBe(document)
  })

  test('takes a signature once', async () => {
    const asked = await permission()
    const signature = await sign(asked)
    expect((await pin(asked, signature)).status).toBe(200)
    const again = await pin(asked, signature)
    expect(again.status).toBe(403)
    expect(await bodyOf(again)).toMatchObject({ error: { message: expect.stringContaining('used already') } })
  })

  /** Asks for a text that nobody has had pinned. */
  const refusable = (part: Partial<PinPermission> = {}) => permission({ lip: '909', ...part })

  test.each<[string, number, () => Promise<[PinPermission, Hex]>]>([
    [
      'of another account',
      403,
      async () => {
        const asked = await refusable()
        return [asked, await sign(asked, signerOf(5))]
      },
    ],
    [
      'for another LIP',
      403,
      async () => {
        const asked = await permission()
        return [{ ...asked, lip: '909' }, await sign(asked)]
      },
    ],
    [
      'for another commit',
      409,
      async () => {
        const asked = await refusable({ commit: 'b'.repeat(40) })
        return [asked, await sign(asked)]
      },
    ],
    [
      'with another nonce',
      403,
      async () => {
        const asked = await refusable()
        return [{ ...asked, nonce: `0x${'f'.repeat(64)}` }, await sign(asked)]
      },
    ],
    [
      'for another site',
      403,
      async () => {
        const asked = await refusable()
        return [asked, await sign(asked, author, { ...place(), siteUrl: 'https://other.example' })]
      },
    ],
    [
      'for another chain',
      403,
      async () => {
        const asked = await refusable()
        return [asked, await sign(asked, author, { ...place(), chainId: 42_161 })]
      },
    ],
    [
      'from long ago',
      403,
      async () => {
        const asked = await refusable({ issuedAt: (await now()) - 601 })
        return [asked, await sign(asked)]
      },
    ],
    [
      'from the future',
      403,
      async () => {
        const asked = await refusable({ issuedAt: (await now()) + 601 })
        return [asked, await sign(asked)]
      },
    ],
    [
      'of an account that could not create the poll',
      403,
      async () => {
        const asked = await refusable({ account: signerOf(8).address })
        return [asked, await sign(asked, signerOf(8))]
      },
    ],
    [
      'for a LIP that there is not',
      404,
      async () => {
        const asked = await refusable({ lip: '1' })
        return [asked, await sign(asked)]
      },
    ],
    ['that is nonsense', 403, async () => [await refusable(), '0x00']],
    ['that is endless', 413, async () => [await refusable(), `0x${'00'.repeat(6_000)}`]],
    ['that is none', 400, async () => [await refusable(), 'signed' as Hex]],
  ])('takes no signature %s', async (_, status, make) => {
    const [asked, signature] = await make()
    const response = await pin(asked, signature)
    expect(response.status, JSON.stringify(await response.json())).toBe(status)
    const { text, commit } = await lipOf('909')
    const document = pollDocumentText({ text: text as string, gitCommitHash: commit as string })
    expect(net.pins.find(contentIds(new TextEncoder().encode(document)).v0)).toBeUndefined()
  })

  test('asks a contract wallet whether the signature is its own', async () => {
    const setCode = (code: Hex) =>
      net.chain.request({ method: 'hardhat_setCode', params: [author.address, code] })
    const word = (bytes: string) => `0x7f${bytes.padEnd(64, '0')}60005260206000f3` as Hex
    const answers: [Hex, number][] = [
      [word('1626ba7e'), 200],
      [word('ffffffff'), 403],
      ['0x60006000fd', 403],
    ]
    try {
      for (const [code, status] of answers) {
        await setCode(code)
        const asked = await permission()
        expect((await pin(asked, await sign(asked, signerOf(5)))).status, code).toBe(status)
      }
    } finally {
      await setCode('0x')
    }
  })

  test('is limited for each account, whatever addresses it comes from', async () => {
    let refused: Response | null = null
    for (let count = 0; count < 8 && !refused; count += 1) {
      const asked = await permission()
      const response = await pin(asked, await sign(asked), `line ${count}`)
      if (response.status === 429) refused = response
    }
    expect(refused?.status).toBe(429)
  })

  test('is limited for each address, before anything is read', async () => {
    const { POST } = await import('@/app/api/v1/voting/pins/route')
    let last = 0
    for (let count = 0; count <= 100; count += 1) {
      const request = new Request('http://site/x', {
        method: 'POST',
        body: 'not even JSON',
        headers: { 'x-peer-address': 'greedy' },
      })
      last = (await POST(request)).status
    }
    expect(last).toBe(429)
  })
})
