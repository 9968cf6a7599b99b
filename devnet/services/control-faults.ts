import { z } from 'zod'
import { rpcFault } from '@/devnet/chain/rpc-fault'
import { command } from '@/devnet/services/control-command'
import {
  SERVICE_NAMES,
  type SubgraphFault,
  serviceFault,
  subgraphFault,
} from '@/devnet/services/fault-switch'
import type { DevnetParts } from '@/devnet/services/parts'

const indexerBody = z
  .strictObject({
    held: z.boolean().optional(),
    delayBlocks: z.number().int().min(0).max(10_000_000).optional(),
    delayMilliseconds: z.number().int().min(0).max(3_600_000).optional(),
  })
  .refine((body) => Object.keys(body).length > 0, { message: 'give held, delayBlocks or delayMilliseconds' })

const rpcBody = z.union([rpcFault, z.strictObject({ faults: z.array(rpcFault).max(10) })])
const serviceBody = serviceFault.extend({ service: z.enum([...SERVICE_NAMES, 'all']) })

/** Puts a fault of the subgraph in force; an index that met a fatal error says so in `_meta` too. */
export function setSubgraphFault({ faults, indexer }: DevnetParts, fault: SubgraphFault): void {
  indexer.store.indexingError = fault.fault === 'indexing-error' ? 'The index was told to fail' : undefined
  faults.subgraph.setFault(fault)
}

/** Commands that make parts of the network misbehave. Each fault lasts until it is set to none, or until reset. */
export const FAULT_COMMANDS = {
  indexer: command({
    about:
      'Holds the indexer at its block or lets it go on; keeps it blocks or milliseconds behind the head (0: at the head).',
    body: indexerBody,
    run: async ({ indexer }, { held, delayBlocks, delayMilliseconds }) => {
      if (delayBlocks !== undefined) indexer.delay(delayBlocks)
      if (delayMilliseconds !== undefined) indexer.delayBy(delayMilliseconds)
      if (held === true) indexer.hold()
      if (held === false) indexer.release()
    },
  }),
  rpc: command({
    about:
      'Makes the RPC misbehave in one way, or in several ({"faults": [...]}), instead of the present ones.',
    body: rpcBody,
    run: async ({ rpc }, body) => rpc.setFaults('faults' in body ? body.faults : [body]),
  }),
  subgraph: command({
    about: 'Makes the subgraph misbehave.',
    body: subgraphFault,
    run: async (parts, fault) => setSubgraphFault(parts, fault),
  }),
  service: command({
    about: 'Makes a service misbehave, or all of them.',
    body: serviceBody,
    run: async ({ faults }, { service, ...fault }) => {
      for (const name of service === 'all' ? SERVICE_NAMES : [service]) faults.services[name].setFault(fault)
    },
  }),
}
