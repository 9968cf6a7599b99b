import { describe, expect, it } from 'vitest'
import { arbitrumOneAddresses } from '@/lib/contracts/addresses'
import { parseEnv } from '@/lib/network/env'
import { publicConfigOf } from '@/lib/network/load-public-config'
import { serializePublicConfig } from '@/lib/network/public-config'

const secrets = {
  RPC_URLS: 'https://rpc.example/v2/rpc-secret-1',
  SUBGRAPH_URLS: 'https://gateway.thegraph.com/api/subgraphs/id/x,https://graph.example/graph-secret-2',
  SUBGRAPH_API_KEY: '0123456789abcdef0123456789abcdef',
}

describe('the public config', () => {
  it('holds no endpoint or key of the operator', () => {
    const text = serializePublicConfig(publicConfigOf(parseEnv(secrets), null))
    for (const secret of [
      'rpc-secret-1',
      'graph-secret-2',
      'rpc.example',
      'graph.example',
      '0123456789abcdef',
    ]) {
      expect(text).not.toContain(secret)
    }
  })

  it('gives wallets public endpoints, never the proxy, and the pinned addresses', () => {
    const config = publicConfigOf(parseEnv({}), null)
    expect(config.contracts).toEqual(arbitrumOneAddresses)
    expect(config.chainId).toBe(42161)
    expect(config.walletRpcUrls.length).toBeGreaterThan(0)
    expect(config.walletRpcUrls.every((url) => url.startsWith('https://') && !url.includes('/api/rpc'))).toBe(
      true,
    )
    expect(config.local).toBeNull()
  })

  it('has no contracts while the local deployment cannot be read', () => {
    const config = publicConfigOf(parseEnv({ NETWORK: 'local', DEVNET_RPC_PORT: '9999' }), null)
    expect(config).toMatchObject({
      chainId: 31337,
      contracts: null,
      walletRpcUrls: ['http://127.0.0.1:9999'],
    })
    expect(config.local).toEqual({ controlPath: '/api/local/control', accounts: [] })
  })

  it('cannot end its script element', () => {
    const config = { ...publicConfigOf(parseEnv({}), null), siteUrl: '</script><script>alert(1)//\u2028' }
    const text = serializePublicConfig(config)
    expect(text).not.toContain('<')
    expect(text).not.toContain('\u2028')
    expect(JSON.parse(text)).toEqual(config)
  })
})
