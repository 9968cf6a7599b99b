import { describe, expect, it } from 'vitest'
import { parseEnv } from '@/lib/network/env'
import { securityOptionsOf, settingsOf } from '@/lib/network/settings'

const key = '0123456789abcdef0123456789abcdef'

describe('settings', () => {
  it('run on Arbitrum One without a subgraph when nothing is set', () => {
    const settings = settingsOf(parseEnv({}))
    expect(settings.network.chainId).toBe(42161)
    expect(settings.rpc.length).toBeGreaterThan(1)
    expect(settings.subgraph).toEqual([])
    expect(settings.servicesUrl).toBeNull()
  })

  it('send the key in a header, not in the address', () => {
    const [endpoint] = settingsOf(parseEnv({ SUBGRAPH_API_KEY: key })).subgraph
    expect(endpoint?.url).not.toContain(key)
    expect(endpoint?.headers).toEqual({ authorization: `Bearer ${key}` })
  })

  it('send the key to no other host than The Graph’s gateway', () => {
    const { subgraph } = settingsOf(
      parseEnv({
        SUBGRAPH_API_KEY: key,
        SUBGRAPH_URLS: `https://other.example/subgraph,https://gateway.thegraph.com/api/subgraphs/id/x,https://gateway.thegraph.com/api/${key}/subgraphs/id/x`,
      }),
    )
    expect(subgraph.map(({ headers }) => 'authorization' in headers)).toEqual([false, true, false])
  })

  it('show hosts only where endpoints are named', () => {
    const { rpc } = settingsOf(parseEnv({ RPC_URLS: 'https://rpc.example/v2/secret' }))
    expect(rpc.map(({ label }) => label)).toEqual(['rpc.example'])
  })

  it('find the embedded network by its ports, with short windows', () => {
    const settings = settingsOf(
      parseEnv({ NETWORK: 'local', DEVNET_RPC_PORT: '1', DEVNET_SERVICES_PORT: '2' }),
    )
    expect(settings.rpc.map(({ url }) => url)).toEqual(['http://127.0.0.1:1'])
    expect(settings.subgraph.map(({ url }) => url)).toEqual(['http://127.0.0.1:2/subgraph'])
    expect(settings.lifetimes.live).toBe(1000)
  })

  it('find the services beside chain and index: the embedded network’s, the environment’s or public ones', () => {
    const local = settingsOf(parseEnv({ NETWORK: 'local', DEVNET_SERVICES_PORT: '2' }))
    expect(local.l1.map(({ url }) => url)).toEqual(['http://127.0.0.1:2/names'])
    expect(local.metrics.map(({ url }) => url)).toEqual(['http://127.0.0.1:2/metrics'])
    expect(local.prices.map(({ url }) => url)).toEqual(['http://127.0.0.1:2/prices'])
    expect([local.pin?.url, local.lips?.url]).toEqual(['http://127.0.0.1:2/ipfs', 'http://127.0.0.1:2/lips'])
    const own = settingsOf(parseEnv({ L1_RPC_URLS: 'https://one.example,https://two.example' }))
    expect(own.l1.map(({ label }) => label)).toEqual(['one.example', 'two.example'])
    expect(settingsOf(parseEnv({})).metrics.length).toBeGreaterThan(1)
  })

  it('pin with a token only, which goes in a header', () => {
    expect(settingsOf(parseEnv({})).pin).toBeNull()
    const { pin } = settingsOf(parseEnv({ PIN_TOKEN: 'secret-token' }))
    expect(pin?.headers.authorization).toBe('Bearer secret-token')
    expect(`${pin?.url} ${pin?.label}`).not.toContain('secret-token')
  })

  it('switch HSTS on for https only', () => {
    expect(securityOptionsOf(parseEnv({ SITE_URL: 'https://site.example' })).secure).toBe(true)
    expect(securityOptionsOf(parseEnv({ SITE_URL: 'http://site.example' })).secure).toBe(false)
    expect(securityOptionsOf(parseEnv({})).secure).toBe(false)
  })
})
