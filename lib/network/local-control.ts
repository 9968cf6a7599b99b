import { z } from 'zod'

const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/)

/** What the local network's panel may do. Everything else of the services' `/control` stays out of a page's reach. */
export const localActionSchema = z.discriminatedUnion('action', [
  /** To the start of the next round, initialised. */
  z.strictObject({ action: z.literal('next-round') }),
  /** To the start of the next round, left overdue; the keeper is switched off. */
  z.strictObject({ action: z.literal('overdue') }),
  z.strictObject({ action: z.literal('initialize-round') }),
  z.strictObject({ action: z.literal('advance-blocks'), blocks: z.int().min(1).max(10_000) }),
  z.strictObject({ action: z.literal('keeper'), enabled: z.boolean() }),
  /** Play ETH and LPT to an account. */
  z.strictObject({ action: z.literal('faucet'), address }),
])

export type LocalAction = z.output<typeof localActionSchema>

/** The services' command for an action, with its body. */
export function controlCommand(action: LocalAction): { command: string; body: object } {
  switch (action.action) {
    case 'next-round':
      return { command: 'advance-rounds', body: { rounds: 1 } }
    case 'overdue':
      return { command: 'advance-rounds', body: { rounds: 1, initialize: false } }
    case 'initialize-round':
      return { command: 'initialize-round', body: {} }
    case 'advance-blocks':
      return { command: 'advance-blocks', body: { blocks: action.blocks } }
    case 'keeper':
      return { command: 'keeper', body: { enabled: action.enabled } }
    case 'faucet':
      return { command: 'faucet', body: { address: action.address } }
  }
}

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

function isLoopback(url: string): boolean {
  return URL.canParse(url) && loopback.has(new URL(url).hostname)
}

/** Whether a request comes from this site's own page on this machine: another page, or a name pointed here, does not pass. */
export function fromOwnPage(headers: Headers): boolean {
  const host = headers.get('host')
  const origin = headers.get('origin')
  return (
    host !== null &&
    isLoopback(`http://${host}`) &&
    origin !== null &&
    isLoopback(origin) &&
    new URL(origin).host === host
  )
}
