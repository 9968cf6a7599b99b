import { type Hex, hexToNumber } from 'viem'
import { httpRequest } from '@/devnet/chain/http-request'
import { listen } from '@/devnet/chain/listen'
import { type IndexedDeployment, readDeploymentFile } from '@/devnet/deployment-file'
import { createIndexer, type Indexer } from '@/devnet/indexer/indexer'
import { OPEN_TO_PAGES, sendJson } from '@/devnet/services/answer'
import { NO_SUBGRAPH_FAULT } from '@/devnet/services/fault-switch'
import { serveSubgraph } from '@/devnet/services/subgraph'
import { UsageError } from '@/devnet/usage-error'

export interface IndexNetworkOptions {
  rpcUrl: string
  /** Path of a deployment file, in the form of `/deployment.json`. */
  deploymentFile: string
  /** Switches off the quirks of the published index. */
  mended?: boolean
  /** 0 takes a free one. */
  port: number
}

/** A running index of somebody's network. */
export interface IndexNetwork {
  url: string
  indexer: Indexer
  close(): Promise<void>
}

/** How often the head of a network is looked at: it is somebody's node. */
const POLL_MS = 2_000

async function checkChain(rpcUrl: string, deployment: IndexedDeployment): Promise<number> {
  let chainId: number
  try {
    chainId = hexToNumber((await httpRequest(rpcUrl)({ method: 'eth_chainId' })) as Hex)
  } catch (error) {
    throw new UsageError(`--rpc: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (deployment.chainId !== undefined && deployment.chainId !== chainId) {
    throw new UsageError(
      `--rpc: ${rpcUrl} is chain ${chainId}, but the deployment is on chain ${deployment.chainId}`,
    )
  }
  return chainId
}

/**
 * Indexes the protocol on any network from its RPC and a deployment file, and serves `POST /subgraph` and `GET /health` on
 * 127.0.0.1 while it follows the head. Queries are answered from what is indexed so far. Throws `UsageError` or `PortError` with
 * one line when it cannot begin.
 */
export async function startIndexNetwork(options: IndexNetworkOptions): Promise<IndexNetwork> {
  const deployment = readDeploymentFile(options.deploymentFile)
  const chainId = await checkChain(options.rpcUrl, deployment)
  const indexer = createIndexer({
    request: httpRequest(options.rpcUrl),
    deployment,
    mended: options.mended,
    pollMs: POLL_MS,
  })
  const listening = await listen(
    (request, response) => {
      const path = (request.url ?? '/').split('?')[0] ?? '/'
      const exchange = { request, response, path }
      if (path === '/health' && request.method === 'GET') {
        const { head, chainHead, lag, error } = indexer.status()
        const state = error === undefined ? (lag === 0 && head >= 0 ? 'ready' : 'indexing') : 'failing'
        const body = { state, chainId, indexer: { head, chainHead, lag, error: error ?? null } }
        return sendJson(response, 200, body, OPEN_TO_PAGES)
      }
      if (path !== '/subgraph') return sendJson(response, 404, { error: 'Here are /subgraph and /health' })
      serveSubgraph(exchange, indexer.store, NO_SUBGRAPH_FAULT).catch((error: unknown) => {
        if (response.headersSent || response.destroyed) response.destroy()
        else sendJson(response, 500, { error: error instanceof Error ? error.message : 'Internal error' })
      })
    },
    { port: options.port, what: 'the index', variable: 'DEVNET_SERVICES_PORT or --port' },
  )
  indexer.start()
  return {
    url: listening.url,
    indexer,
    close: async () => {
      await indexer.stop()
      await listening.close()
    },
  }
}
