import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { rpcFault } from '@/devnet/chain/rpc-fault'
import { COMMANDS, controlSchema, isCommand } from '@/devnet/services/control'
import { SERVICE_NAMES, serviceFault, subgraphFault } from '@/devnet/services/fault-switch'
import { startDevnet } from '@/devnet/start'
import { WORLD_NAMES } from '@/devnet/world/sizes'

const readme = readFileSync(fileURLToPath(new URL('README.md', import.meta.url)), 'utf8')
const main = readFileSync(fileURLToPath(new URL('main.ts', import.meta.url)), 'utf8')

/** `control <command> '<body>'` of each example. */
const examples = [...readme.matchAll(/^control ([\w-]+) '(.*?)'/gm)].map(
  ([, command = '', body = '']) => [command, body] as const,
)

describe('the README', () => {
  test.each(examples)('control %s %s fits the schema', (command, body) => {
    expect(isCommand(command)).toBe(true)
    if (!isCommand(command)) return
    const parsed = COMMANDS[command].body.safeParse(JSON.parse(body))
    expect(parsed.error?.issues ?? []).toEqual([])
  })

  test('every example works, one after the other, on a network without history', async () => {
    const net = await startDevnet({
      world: 'none',
      endTime: 1_790_000_000,
      clock: false,
      rpcPort: 0,
      servicesPort: 0,
    })
    try {
      for (const [command, body] of examples) {
        const response = await fetch(`${net.servicesUrl}/control/${command}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        })
        expect([command, body, response.status, response.ok ? '' : await response.text()]).toEqual([
          command,
          body,
          200,
          '',
        ])
      }
    } finally {
      await net.close()
    }
  })

  test('has an example of every command', () => {
    expect(new Set(examples.map(([command]) => command))).toEqual(new Set(Object.keys(COMMANDS)))
    expect(Object.keys((controlSchema() as { commands: object }).commands)).toEqual(Object.keys(COMMANDS))
  })

  test('has an example of every option, and names every world, service and fault', () => {
    for (const [option] of main.matchAll(/--[a-z-]+(?=[ \]])/g)) {
      if (option !== '--help') expect(readme).toContain(option)
    }
    const faults = [
      ...serviceFault.shape.fault.options,
      ...subgraphFault.shape.fault.options,
      ...rpcFault.options.map((option) => option.shape.fault.value),
    ]
    for (const fault of new Set(faults)) {
      if (fault !== 'none') expect(readme).toMatch(new RegExp(`^\\| \`${fault}\` `, 'm'))
    }
    for (const name of [...WORLD_NAMES, ...SERVICE_NAMES]) expect(readme).toMatch(new RegExp(`\\b${name}\\b`))
  })
})
