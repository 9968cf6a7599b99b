import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { type Exchange, OPEN_TO_PAGES, sendJson } from '@/devnet/services/answer'

const COMMON_FAULTS = ['none', 'error', 'drop', 'slow', 'garbage'] as const

/** How a service beside the chain can misbehave; the README's table says what each fault does. */
export const serviceFault = z.strictObject({
  fault: z.enum(COMMON_FAULTS),
  status: z.number().int().min(400).max(599).default(503).meta({ description: 'HTTP status of error' }),
  milliseconds: z.number().int().min(0).max(120_000).default(3_000).meta({ description: 'Delay of slow' }),
})

/** How the subgraph can: as any service, and in ways of its own. */
export const subgraphFault = serviceFault.extend({
  fault: z.enum([...COMMON_FAULTS, 'graphql-error', 'indexing-error', 'corrupt']),
  message: z
    .string()
    .min(1)
    .max(500)
    .default('Store error: database unavailable')
    .meta({ description: 'Text of graphql-error' }),
  fields: z
    .array(z.string().min(1).max(100))
    .max(100)
    .optional()
    .meta({ description: 'Response keys that corrupt spoils; default: every amount' }),
})

export type ServiceFault = z.output<typeof serviceFault>
export type SubgraphFault = z.output<typeof subgraphFault>

/** Services beside the subgraph, by the name that `/control/service` knows them by. */
export const SERVICE_NAMES = ['metrics', 'ipfs', 'pin', 'lips', 'names', 'prices'] as const
export type ServiceName = (typeof SERVICE_NAMES)[number]

/** Holds the fault in force, until another is set. */
export interface FaultSwitch<Fault> {
  setFault(fault: Fault): void
  fault(): Fault
}

/** The switches of everything that is served beside the RPC. */
export interface FaultSwitches {
  readonly subgraph: FaultSwitch<SubgraphFault>
  readonly services: Readonly<Record<ServiceName, FaultSwitch<ServiceFault>>>
}

const NO_SERVICE_FAULT = serviceFault.parse({ fault: 'none' })
/** The subgraph as it should be. */
export const NO_SUBGRAPH_FAULT = subgraphFault.parse({ fault: 'none' })

function createFaultSwitch<Fault>(none: Fault): FaultSwitch<Fault> {
  let current = none
  return {
    setFault: (fault) => {
      current = fault
    },
    fault: () => current,
  }
}

export function createFaultSwitches(): FaultSwitches {
  return {
    subgraph: createFaultSwitch(NO_SUBGRAPH_FAULT),
    services: {
      metrics: createFaultSwitch(NO_SERVICE_FAULT),
      ipfs: createFaultSwitch(NO_SERVICE_FAULT),
      pin: createFaultSwitch(NO_SERVICE_FAULT),
      lips: createFaultSwitch(NO_SERVICE_FAULT),
      names: createFaultSwitch(NO_SERVICE_FAULT),
      prices: createFaultSwitch(NO_SERVICE_FAULT),
    },
  }
}

/** Ends the fault of every service but the subgraph. */
export function clearServiceFaults({ services }: FaultSwitches): void {
  for (const name of SERVICE_NAMES) services[name].setFault(NO_SERVICE_FAULT)
}

const PIN_PREFIX = '/ipfs/pinning/'

/** The service that a path belongs to. */
export function serviceAt(path: string): ServiceName | undefined {
  if (path.startsWith(PIN_PREFIX)) return 'pin'
  const first = path.split('/')[1]
  return SERVICE_NAMES.find((name) => name === first && name !== 'pin')
}

/** Not JSON, not text of any other kind that a service sends, and cut off. */
const GARBAGE = '{"data":[1,2,<!doctype html><title>502'

/** Answers in place of a service as its fault wants; true when nothing is left to do. */
export async function answerWithFault(
  { request, response }: Exchange,
  fault: ServiceFault | SubgraphFault,
): Promise<boolean> {
  switch (fault.fault) {
    case 'drop':
      request.socket.destroy()
      return true
    case 'error':
      sendJson(response, fault.status, { error: 'The service is switched off' }, OPEN_TO_PAGES)
      return true
    case 'garbage':
      response.writeHead(200, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        ...OPEN_TO_PAGES,
      })
      response.end(GARBAGE)
      return true
    case 'slow':
      await setTimeout(fault.milliseconds)
      return response.destroyed
    default:
      return false
  }
}
