import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

/** The project's root folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '')

/** Environment of every child: no framework telemetry, no colour codes when the output is not a terminal. */
export function childEnv(extra: Record<string, string | undefined> = {}): NodeJS.ProcessEnv {
  return { ...process.env, NEXT_TELEMETRY_DISABLED: '1', DISABLE_HH_TELEMETRY: '1', ...extra }
}

/** Path of a package's command in node_modules/.bin. */
export function bin(name: string): string {
  return `${root}/node_modules/.bin/${name}`
}

export interface RunResult {
  code: number
  output: string
}

/** Runs a command to its end, echoing its output when `echo` is set; a signal counts as code 1. */
export function run(
  command: string,
  args: readonly string[],
  options: { env?: Record<string, string | undefined>; echo?: boolean } = {},
): Promise<RunResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: childEnv(options.env) })
    let output = ''
    const take = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
      output += chunk.toString()
      if (options.echo) stream.write(chunk)
    }
    child.stdout.on('data', take(process.stdout))
    child.stderr.on('data', take(process.stderr))
    child.on('error', (error) => resolve({ code: 1, output: `${output}\n${error.message}` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Starts a long-running child whose lines are handed to `onLine`; the caller stops it with `stop`. */
export function start(
  command: string,
  args: readonly string[],
  onLine: (line: string) => void,
  options: SpawnOptions = {},
): ChildProcess {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) onLine(line)
    })
    stream?.on('end', () => rest && onLine(rest))
  }
  return child
}

/** Asks a child to end and waits until it has; after five seconds it is killed. */
export function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 5_000)
    child.once('close', () => {
      clearTimeout(timer)
      resolve()
    })
    child.kill('SIGTERM')
  })
}

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

/** Whether something listens on a loopback port already. */
export function portInUse(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(true))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(false)))
  })
}

/** Waits until a URL answers with a status below 500, the deadline passes or `ended` says that waiting is pointless. */
export async function waitForUrl(
  url: string,
  milliseconds: number,
  ended: () => boolean = () => false,
): Promise<boolean> {
  const deadline = Date.now() + milliseconds
  while (Date.now() < deadline && !ended()) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) })
      await response.arrayBuffer()
      if (response.status < 500) return true
    } catch {
      // not listening yet
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return false
}

/** Seconds since `start` with one decimal. */
export function seconds(start: number): string {
  return ((Date.now() - start) / 1000).toFixed(1)
}
