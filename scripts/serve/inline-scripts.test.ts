import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '@/lib/network/security-headers'
import { bearsNonce, joinStreamScripts, scriptHashes } from '@/scripts/serve/inline-scripts'

const source = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const options = { secure: false, frameAncestors: [], walletConnect: false }

const all = () => true

describe('inline scripts of a page', () => {
  it('are named by the hash of their exact text, each once', () => {
    const html =
      '<script>a()</script><p></p><script type="module" id="x">\n b() \n</script><script>a()</script>'
    expect(scriptHashes(html, all)).toEqual([source('a()'), source('\n b() \n')])
  })

  it('are named only when they are trusted', () => {
    const html = `<script>a()</script><script nonce="n1">b()</script><script nonce="n2">c()</script>`
    expect(scriptHashes(html, (attributes) => bearsNonce(attributes, 'n1'))).toEqual([source('b()')])
    expect(bearsNonce(' data-a=" nonce="n1" nonce="n1"', 'n1')).toBe(false)
  })

  it('do not include files, data and empty elements', () => {
    const html =
      '<script src="/x.js" async=""></script><script type="application/json" id="c">{"a":1}</script><script></script>'
    expect(scriptHashes(html, all)).toEqual([])
  })

  it('of the data stream are joined into one where they follow each other', () => {
    const html =
      '<script nonce="n">self.__next_f.push([1,"a"])</script><script nonce="n">self.__next_f.push([1,"b"])</script><p></p><script nonce="n">self.__next_f.push([1,"c"])</script><script nonce="n">other()</script>'
    const joined = joinStreamScripts(html, 'n')
    expect(joined).toBe(
      '<script nonce="n">self.__next_f.push([1,"a"]);self.__next_f.push([1,"b"])</script><p></p><script nonce="n">self.__next_f.push([1,"c"])</script><script nonce="n">other()</script>',
    )
    expect(scriptHashes(joined, all)).toHaveLength(3)
  })

  it('are not joined to a script with other attributes or without the nonce', () => {
    for (const before of [
      '<script id="data" type="application/json">{}',
      '<script>x()',
      '<script nonce="m">x()',
    ]) {
      const html = `${before}</script><script nonce="n">self.__next_f.push([1,"a"])</script>`
      expect(joinStreamScripts(html, 'n')).toBe(html)
    }
  })
})

describe('the policy', () => {
  it('allows no script but the site’s own files and the given sources', () => {
    const policy = contentSecurityPolicy([source('a()')], options)
    expect(policy).toContain(`script-src 'self' ${source('a()')};`)
    expect(policy).not.toMatch(/script-src[^;]*(unsafe|strict-dynamic|https?:|\*)/)
    expect(policy).toContain("connect-src 'self';")
    expect(policy).toContain("object-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('upgrade-insecure-requests')
  })

  it('lets configured origins frame the site', () => {
    const policy = contentSecurityPolicy([], {
      ...options,
      frameAncestors: ['https://app.safe.global'],
      secure: true,
    })
    expect(policy).toContain("frame-ancestors 'self' https://app.safe.global")
    expect(policy).toContain('upgrade-insecure-requests')
  })

  it('opens connections to the relay only where WalletConnect is set up', () => {
    expect(contentSecurityPolicy([], options)).not.toContain('walletconnect')
    expect(contentSecurityPolicy([], { ...options, walletConnect: true })).toContain(
      'wss://relay.walletconnect.org',
    )
  })
})
