import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ConfigurationError, envSchema, parseEnv } from '@/lib/network/env'

describe('the environment', () => {
  it('needs nothing: everything has a default or may be missing', () => {
    expect(parseEnv({})).toMatchObject({ NETWORK: 'arbitrum-one', PORT: 3000, HOST: '127.0.0.1' })
  })

  it('counts an empty or blank value as missing', () => {
    expect(parseEnv({ NETWORK: '', PORT: '  ', SUBGRAPH_API_KEY: '' })).toEqual(parseEnv({}))
  })

  it('reads ranked lists in order, without trailing slashes and blanks', () => {
    const env = parseEnv({ RPC_URLS: ' https://one.example/rpc/ ,, http://two.example ' })
    expect(env.RPC_URLS).toEqual(['https://one.example/rpc', 'http://two.example'])
  })

  it.each([
    ['NETWORK', 'mainnet'],
    ['SITE_URL', 'site.example'],
    ['SITE_URL', 'ftp://site.example'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3000a'],
    ['HOST', 'a b'],
    ['RPC_URLS', 'https://one.example,two.example'],
    ['SUBGRAPH_API_KEY', 'secret-that-is-no-key'],
    ['SAFE_ORIGINS', 'https://app.safe.global/path'],
    ['CACHE_LIVE_SECONDS', '0'],
    ['LOAD_DEADLINE_MS', '1e4'],
  ])('refuses %s=%s by name, in one line, without the value', (name, value) => {
    let message = ''
    try {
      parseEnv({ [name]: value })
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigurationError)
      message = (error as Error).message
    }
    expect(message).toContain(name)
    expect(message).not.toContain('\n')
    expect(message).not.toContain('secret-that-is-no-key')
  })

  it('names every wrong variable at once', () => {
    expect(() => parseEnv({ PORT: 'x', NETWORK: 'y' })).toThrow(/NETWORK.*PORT|PORT.*NETWORK/)
  })

  it('is what .env.example lists: the same names', () => {
    const lines = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8').split('\n')
    const names = lines.flatMap((line) => /^#? ?([A-Z][A-Z0-9_]+)=/.exec(line)?.[1] ?? [])
    expect(names.toSorted()).toEqual(Object.keys(envSchema.shape).toSorted())
  })

  it('accepts .env.example with every line switched on', () => {
    const text = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')
    const entries = [...text.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=(.*)$/gm)].map(([, name, value]) => [
      name,
      value,
    ])
    expect(() => parseEnv(Object.fromEntries(entries))).not.toThrow()
  })
})
