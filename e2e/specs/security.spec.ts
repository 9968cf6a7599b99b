import { expect, test } from '@/e2e/fixtures/test'

const pages = ['/', '/orchestrators', '/no-such-page']

for (const path of pages)
  test(`${path} is served with a script policy of its own inline scripts only`, async ({ request }) => {
    const response = await request.get(path)
    const headers = response.headers()
    const policy = headers['content-security-policy'] ?? ''
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? ''
    expect(scripts).toContain("'self'")
    for (const forbidden of ["'unsafe-inline'", "'unsafe-eval'", "'strict-dynamic'", 'http:', 'https:', '*'])
      expect(scripts.split(' ')).not.toContain(forbidden)
    expect(policy).toContain('frame-ancestors')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBeTruthy()
    expect(headers['permissions-policy']).toBeTruthy()
    expect(headers['x-powered-by']).toBeUndefined()
    const loaded = [...(await response.text()).matchAll(/<(?:script|link|img|iframe)\b[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => !/rel="(canonical|alternate)"/.test(tag))
    expect(loaded.length).toBeGreaterThan(5)
    const hosts = loaded.filter((tag) => /(src|href)="(https?:)?\/\//.test(tag))
    expect(hosts).toEqual([])
  })

test('the script policy blocks an injected inline script', async ({ page, expectConsole }) => {
  expectConsole(/Content Security Policy/)
  await page.goto('/')
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.body.append(script)
    return 'injected' in window
  })
  expect(ran).toBe(false)
})

test('an inline script that came with a text would not be named in the policy', async ({ request }) => {
  const response = await request.get('/')
  const html = await response.text()
  const scripts = [...html.matchAll(/<script(?![^>]*\bsrc=)(?![^>]*application\/json)[^>]*>([^<]+)/g)]
  const policy = response.headers()['content-security-policy'] ?? ''
  // One hash for each script of ours: theme, start of the framework, its data.
  expect(policy.match(/'sha256-/g)).toHaveLength(new Set(scripts.map(([, text]) => text)).size)
  expect(html).not.toMatch(/\bnonce=/)
})

test('robots are kept from the API, and addresses it does not have are told so as JSON', async ({
  request,
}) => {
  const robots = await request.get('/robots.txt')
  expect(await robots.text()).toMatch(/Disallow: \/api\//)
  const missing = await request.get('/api/none')
  expect(missing.status()).toBe(404)
  expect(await missing.json()).toMatchObject({ error: { message: 'There is no such address here.' } })
})

test('a file is described to HEAD as it is sent, and compressed pages have weak tags', async ({
  request,
}) => {
  const [head, got] = await Promise.all([request.head('/icon.svg'), request.get('/icon.svg')])
  expect(head.headers()['content-length']).toBe(got.headers()['content-length'])
  expect(head.headers().etag).toBe(got.headers().etag)
  const page = await request.get('/')
  expect(page.headers().etag).toMatch(/^W\//)
})

test('the RPC proxy refuses what it does not know', async ({ request }) => {
  const call = (data: unknown) => request.post('/api/rpc', { data })
  const unknown = await call({ jsonrpc: '2.0', id: 1, method: 'hardhat_setBalance', params: ['0x0', '0x1'] })
  expect(unknown.status()).toBeGreaterThanOrEqual(400)
  expect(unknown.status()).toBeLessThan(500)
  expect(await unknown.json()).toHaveProperty('error')
  const known = await call({ jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] })
  expect(await known.json()).toMatchObject({ result: '0x7a69' })
})
