import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

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
    [['--world', 'huge'], {}, '--world must be none, small or default, not "huge"'],
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
