import { type Listening, listen } from '@/devnet/chain/listen'
import { readBody } from '@/devnet/chain/read-body'
import { packClaim } from '@/devnet/deploy/claim-tree'
import { type Exchange, OPEN_TO_PAGES, sendJson } from '@/devnet/services/answer'
import { controlSchema, isCommand, readStatus, runCommand } from '@/devnet/services/control'
import { ControlError } from '@/devnet/services/control-command'
import { answerWithFault, serviceAt } from '@/devnet/services/fault-switch'
import { serveIpfs } from '@/devnet/services/ipfs'
import { serveLips } from '@/devnet/services/lips'
import { refuseForeign } from '@/devnet/services/loopback-guard'
import { serveMetrics } from '@/devnet/services/metrics'
import { serveNames } from '@/devnet/services/names'
import type { DevnetParts } from '@/devnet/services/parts'
import { servePrices } from '@/devnet/services/prices'
import { serveSubgraph } from '@/devnet/services/subgraph'

const CONTROL_BODY_LIMIT_BYTES = 16 * 1024

/** How far a network that is still starting has come. */
export interface Starting {
  /** From 0 to 1. */
  done: number
  what: string
}

export interface ServicesServer extends Pick<Listening, 'url' | 'port' | 'close'> {
  /** Until this is called every service answers 503 with the progress. */
  open(parts: DevnetParts): void
}

async function serveCommand(
  { request, response }: Exchange,
  parts: DevnetParts,
  name: string,
): Promise<void> {
  if (!isCommand(name)) {
    return sendJson(response, 404, { error: 'No such command. GET /control/schema names them.' })
  }
  if (request.method !== 'POST') {
    return sendJson(response, 405, { error: 'Send commands by POST' }, { allow: 'POST' })
  }
  // Only a page of another site can be tricked into a form post; JSON makes the browser ask first, and nothing answers.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    return sendJson(response, 415, { error: 'Send a command as application/json' })
  }
  const text = await readBody(request, CONTROL_BODY_LIMIT_BYTES)
  if (text === undefined) return sendJson(response, 413, { error: 'The body is too large' })
  let body: unknown
  try {
    body = text.trim() === '' ? {} : JSON.parse(text)
  } catch {
    return sendJson(response, 400, { error: 'The body is not JSON' })
  }
  try {
    const result = await runCommand(parts, name, body)
    sendJson(response, 200, { status: await readStatus(parts), result })
  } catch (error) {
    if (!(error instanceof ControlError)) throw error
    sendJson(response, 400, { error: error.message })
  }
}

async function serveControl(exchange: Exchange, parts: DevnetParts): Promise<void> {
  const { request, response, path } = exchange
  const refusal = refuseForeign(request)
  if (refusal) return sendJson(response, 403, { error: refusal })
  const name = path.slice('/control/'.length)
  if (request.method === 'GET' && (path === '/control' || name === 'schema')) {
    return sendJson(response, 200, controlSchema())
  }
  if (request.method === 'GET' && name === 'status') return sendJson(response, 200, await readStatus(parts))
  return serveCommand(exchange, parts, name)
}

async function serve(exchange: Exchange, parts: DevnetParts): Promise<void> {
  const { request, response, path } = exchange
  if (path === '/subgraph') return serveSubgraph(exchange, parts.indexer.store, parts.faults.subgraph.fault())
  if (path === '/control' || path.startsWith('/control/')) return serveControl(exchange, parts)
  const service = serviceAt(path)
  if (service && (await answerWithFault(exchange, parts.faults.services[service].fault()))) return
  if (path.startsWith('/ipfs/')) return serveIpfs(exchange, parts)
  if (path.startsWith('/lips/')) return serveLips(exchange)
  if (path.startsWith('/metrics/')) return serveMetrics(exchange, parts)
  if (path.startsWith('/prices/')) return servePrices(exchange, parts)
  if (path === '/names' || path.startsWith('/names/')) return serveNames(exchange, parts)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return sendJson(response, 405, { error: 'Only GET is allowed' }, { allow: 'GET' })
  }
  if (path === '/deployment.json') return sendJson(response, 200, parts.deployment, OPEN_TO_PAGES)
  if (path === '/snapshot.json') return sendJson(response, 200, parts.claims.map(packClaim), OPEN_TO_PAGES)
  if (path === '/health') {
    const { head, chainHead, lag, held, error } = parts.indexer.status()
    return sendJson(
      response,
      200,
      {
        state: 'ready',
        chainId: parts.chain.chainId,
        indexer: { head, chainHead, lag, held, error: error ?? null },
      },
      OPEN_TO_PAGES,
    )
  }
  sendJson(response, 404, { error: 'No such service' })
}

/**
 * The services of the local network on 127.0.0.1: the subgraph, IPFS, LIPs, the deployment, health and control (design.md section 6).
 * Listens at once, so that a taken port shows before the long work; answers 503 until opened.
 */
export async function serveServices(options: {
  port: number
  progress: () => Starting
}): Promise<ServicesServer> {
  let parts: DevnetParts | undefined
  const listening = await listen(
    (request, response) => {
      const path = (request.url ?? '/').split('?')[0] ?? '/'
      if (!parts) {
        return sendJson(
          response,
          503,
          { state: 'starting', ...options.progress() },
          { ...OPEN_TO_PAGES, 'retry-after': '1' },
        )
      }
      serve({ request, response, path }, parts).catch((error: unknown) => {
        if (response.headersSent || response.destroyed) response.destroy()
        else sendJson(response, 500, { error: error instanceof Error ? error.message : 'Internal error' })
      })
    },
    { port: options.port, what: 'the local services', variable: 'DEVNET_SERVICES_PORT' },
  )
  return {
    url: listening.url,
    port: listening.port,
    close: listening.close,
    open: (ready) => {
      parts = ready
    },
  }
}
