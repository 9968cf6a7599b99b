import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readHead } from '@/devnet/chain/transact'
import { startDevnet } from '@/devnet/start'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

function run(args: string[], env: Record<string, string>, until?: RegExp): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'devnet/main.ts', ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
    })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString()
      if (until?.test(stdout)) child.kill('SIGTERM')
    })
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    child.on('close', (code) => resolve({ code, stdout, stderr: stderr.trim() }))
  })
}

test('wrong options are one line and a non-zero exit', async () => {
  const cases = [
    [['--world', 'huge'], {}, '--world must be none, small, default, test or full, not "huge"'],
    [['--params', 'x.jsonc'], {}, '--params goes with --world none only'],
    [['--world', 'none', '--params', 'x.jsonc'], {}, '--params: cannot read x.jsonc'],
    [['index'], {}, 'index needs --rpc URL. See npm run devnet -- --help'],
    [['index', '--rpc', 'ws://x'], {}, '--rpc must be an http or https URL, not "ws://x"'],
    [
      ['index', '--rpc', 'http://127.0.0.1:1', '--port', 'x'],
      {},
      'index needs --deployment FILE. See npm run devnet -- --help',
    ],
    [['--end-time', 'soon'], {}, '--end-time must be seconds since 1970, at least 400000000, not "soon"'],
    [[], { DEVNET_RPC_PORT: '99999' }, 'DEVNET_RPC_PORT must be a port number from 0 to 65535, not "99999"'],
  ] as const
  for (const [args, env, message] of cases) {
    const { code, stderr } = await run([...args], env)
    expect(stderr).toBe(message)
    expect(code).toBe(1)
  }
  const unknown = await run(['--wolrd', 'none'], {})
  expect(unknown.stderr.split('\n')).toHaveLength(1)
  expect(unknown.stderr).toContain('--wolrd')
  expect(unknown.code).toBe(1)
})

test('a taken port is one line and a non-zero exit', async () => {
  const taken = createServer()
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port))
  })
  const { code, stderr } = await run(['--world', 'none'], {
    DEVNET_RPC_PORT: String(port),
    DEVNET_SERVICES_PORT: '0',
  })
  taken.close()
  expect(stderr).toBe(
    `Port ${port} for the local RPC is in use. Stop what uses it or set DEVNET_RPC_PORT to another port.`,
  )
  expect(code).toBe(1)
})

test('starts, says where, and ends quietly when asked to', async () => {
  const { code, stdout, stderr } = await run(
    ['--world', 'none'],
    { DEVNET_RPC_PORT: '0', DEVNET_SERVICES_PORT: '0' },
    /ready in/,
  )
  expect(stderr).toBe('')
  expect(stdout).toMatch(/RPC {7}http:\/\/127\.0\.0\.1:\d+ \(chain id 31337\)/)
  expect(stdout).toMatch(/services {2}http:\/\/127\.0\.0\.1:\d+/)
  expect(code).toBe(0)
})

test('index follows another network and says where it serves', async () => {
  const other = await startDevnet({
    world: 'none',
    endTime: 1_700_000_000,
    clock: false,
    rpcPort: 0,
    servicesPort: 0,
  })
  const folder = mkdtempSync(join(tmpdir(), 'devnet-'))
  const file = join(folder, 'deployment.json')
  writeFileSync(file, JSON.stringify(other.deployment))
  const { number } = await readHead(other.chain.request)
  const { code, stdout, stderr } = await run(
    ['index', '--rpc', other.rpcUrl, '--deployment', file, '--mended', '--port', '0'],
    {},
    /indexed to block/,
  )
  await other.close()
  rmSync(folder, { recursive: true })
  expect(stderr).toBe('')
  expect(stdout).toMatch(/subgraph {2}http:\/\/127\.0\.0\.1:\d+\/subgraph/)
  expect(stdout).toContain(`indexed to block ${number} of ${number}`)
  expect(code).toBe(0)
})

test('a parameter file makes its own network', async () => {
  const { code, stdout, stderr } = await run(
    ['--world', 'none', '--params', 'devnet/params.example.jsonc', '--no-clock', '--no-keeper'],
    { DEVNET_RPC_PORT: '0', DEVNET_SERVICES_PORT: '0' },
    /ready in/,
  )
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toContain('ready in')
})
