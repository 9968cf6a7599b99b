import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runScript } from '@/e2e/fixtures/server'
import { expect, test } from '@/e2e/fixtures/test'
import { root } from '@/scripts/lib/run'

/** Runs a test body with a copy of the server's own sources and whatever build it is given. */
async function withTree(body: (tree: string) => Promise<void>): Promise<void> {
  const tree = mkdtempSync(join(tmpdir(), 'start-spec-'))
  try {
    for (const name of ['scripts', 'lib', 'package.json', 'tsconfig.json'])
      cpSync(join(root, name), join(tree, name), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
    await body(tree)
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
}

const wrong: [name: string, given: Record<string, string>, line: RegExp][] = [
  ['a network that does not exist', { NETWORK: 'foo' }, /NETWORK is neither arbitrum-one nor local/],
  ['an endpoint that is no URL', { RPC_URLS: 'notaurl' }, /RPC_URLS.* is not an http\(s\) URL/],
  ['a port that is none', { PORT: '99999' }, /PORT is not a port/],
  ['two mistakes', { NETWORK: 'foo', PORT: 'x' }, /NETWORK .*; PORT /],
]
for (const [name, given, line] of wrong)
  test(`the server with ${name} ends with one clear line`, async () => {
    const { code, errors } = await runScript('scripts/start.ts', given)
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatch(line)
    expect(code).toBe(1)
  })

test('the server on a port in use ends with one clear line', async ({ baseURL }) => {
  const { port } = new URL(baseURL ?? '')
  const { code, errors } = await runScript('scripts/start.ts', { NETWORK: 'local', PORT: port })
  expect(errors).toEqual([
    `Port ${port} on 127.0.0.1 is in use: stop what listens there or set PORT to another port.`,
  ])
  expect(code).toBe(1)
})

test('the demo on a port in use ends with one clear line', async ({ baseURL }) => {
  const { port } = new URL(baseURL ?? '')
  const { code, errors } = await runScript('scripts/demo.ts', { PORT: port })
  expect(errors).toEqual([
    `demo: port ${port} (site) is in use; stop what listens there or set PORT to another port`,
  ])
  expect(code).toBe(1)
})

test('the server without a build, or with one that was cut off, ends with one clear line', async () => {
  await withTree(async (tree) => {
    const none = await runScript('scripts/start.ts', { PORT: '0' }, tree)
    expect(none.errors).toEqual(['There is no build yet. Run "npm run build" first.'])
    expect(none.code).toBe(1)
    mkdirSync(join(tree, '.next'))
    writeFileSync(join(tree, '.next', 'BUILD_ID'), 'half')
    const half = await runScript('scripts/start.ts', { PORT: '0' }, tree)
    expect(half.errors).toHaveLength(1)
    expect(half.errors[0]).toMatch(/build .*(not finished|cut off).*npm run build/)
    expect(half.code).toBe(1)
  })
})

test('the server on the local network refuses a chain with another id in one clear line', async () => {
  const chain = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify([{ jsonrpc: '2.0', id: 1, result: '0xa4b1' }]))
  })
  await new Promise<void>((resolve) => {
    chain.listen(0, '127.0.0.1', resolve)
  })
  const { port } = chain.address() as AddressInfo
  try {
    const { code, errors } = await runScript('scripts/start.ts', {
      NETWORK: 'local',
      PORT: '0',
      DEVNET_RPC_PORT: String(port),
    })
    expect(errors).toHaveLength(1)
    expect(errors[0]).toContain('42161')
    expect(code).toBe(1)
  } finally {
    chain.close()
  }
})
