import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { isCid } from '@/lib/ipfs/cid'
import { isSourceError } from '@/lib/network/source-error'

const cid = 'QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG'
const commit = 'a'.repeat(40)
const pin = JSON.stringify({
  gitCommitHash: commit,
  text: '---\nlip: 118\ntitle: Reward caller\n---\n# Abstract\nText',
})

/** Two gateways: what each answers, and what they were asked. */
const gateways = [
  { status: 200, body: pin, asked: [] as string[], location: '' },
  { status: 200, body: pin, asked: [] as string[], location: '' },
]
const servers: Server[] = []
let fetchPollText: (cid: string) => Promise<unknown>

beforeAll(async () => {
  for (const gateway of gateways) {
    const server = createServer((request, response) => {
      gateway.asked.push(request.url ?? '')
      response.writeHead(gateway.status, gateway.location ? { location: gateway.location } : {})
      response.end(gateway.body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    servers.push(server)
  }
  const urls = servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  vi.stubEnv('IPFS_URLS', urls.join(','))
  fetchPollText = (await import('@/lib/ipfs/poll-text')).fetchPollText
})
afterAll(() => Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve)))))
beforeEach(() => {
  for (const gateway of gateways) Object.assign(gateway, { status: 200, body: pin, asked: [], location: '' })
})

const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (isSourceError(error) ? error.reason : error),
  )

describe('the text of a poll', () => {
  it('is taken apart into title, LIP, commit and body', async () => {
    expect(await fetchPollText(cid)).toEqual({
      title: 'Reward caller',
      lip: '118',
      body: '# Abstract\nText',
      commit,
      removed: 0,
    })
    expect(gateways[0]?.asked).toEqual([`/ipfs/${cid}`])
    expect(gateways[1]?.asked).toEqual([])
  })

  it('comes from the next gateway when the first does not have it', async () => {
    Object.assign(gateways[0] ?? {}, { status: 404, body: 'nothing' })
    expect(await fetchPollText(cid)).toMatchObject({ title: 'Reward caller' })
    expect(gateways[1]?.asked).toHaveLength(1)
  })

  it('is not fetched from where a gateway redirects to', async () => {
    for (const gateway of gateways)
      Object.assign(gateway, { status: 302, location: 'http://127.0.0.1:1/admin' })
    expect(await reasonOf(fetchPollText(cid))).toMatch(/could not be read/)
  })

  it.each([
    ['no JSON', 'hello'],
    ['no object', '["text"]'],
    ['without a text', '{"title":"x"}'],
    ['with a text that is none', '{"text":{"x":1}}'],
  ])('says so when the pin is %s', async (_name, body) => {
    for (const gateway of gateways) gateway.body = body
    expect(await reasonOf(fetchPollText(cid))).toMatch(/is not the text of a LIP/)
  })

  it('is refused when it is too large', async () => {
    for (const gateway of gateways) gateway.body = JSON.stringify({ text: 'x'.repeat(600_000) })
    expect(await reasonOf(fetchPollText(cid))).toMatch(/too large/)
  })

  it('does not believe a commit that is none', async () => {
    for (const gateway of gateways)
      gateway.body = JSON.stringify({ text: '# T', gitCommitHash: '../../evil' })
    expect(await fetchPollText(cid)).toMatchObject({ commit: null })
  })

  it.each([
    '',
    '../control/reset',
    `${cid}/../..`,
    'http://127.0.0.1:8545',
    `${cid}?x=1`,
    'x'.repeat(500),
    'Qm',
  ])('asks nobody for %j', async (text) => {
    expect(await reasonOf(fetchPollText(text))).toMatch(/no content id/)
    expect(gateways.flatMap(({ asked }) => asked)).toEqual([])
  })
})

describe('a content id', () => {
  it('is of version 0 or 1', () => {
    expect(isCid(cid)).toBe(true)
    expect(isCid('bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi')).toBe(true)
    expect(isCid('bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy')).toBe(true)
  })
})
