import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { contractObjections, contractWarning } from '@/lib/data/contract-check'
import { headTracker } from '@/lib/data/head'
import { ConfigurationError, readEnv } from '@/lib/network/env'
import { pageLimits, trustedProxies } from '@/lib/network/guard/limits'
import { securityOptionsOf, settings } from '@/lib/network/settings'
import { checkChainId } from '@/lib/network/start-check'
import { buildIsFinished } from '@/scripts/lib/build-stamp'
import { createSiteServer } from '@/scripts/serve/site-server'
import { StaticFiles } from '@/scripts/serve/static-files'

/*
 * `npm start`: the production build behind the site's own HTTP server. Anything wrong with the environment, the port or the
 * build ends in one line and a non-zero exit.
 */

const root = fileURLToPath(new URL('..', import.meta.url))

function stop(message: string): never {
  console.error(message)
  process.exit(1)
}

function stopOn(error: unknown): never {
  return stop(
    error instanceof ConfigurationError
      ? error.message
      : `The site could not start: ${error instanceof Error ? error.message : String(error)}`,
  )
}

async function main(): Promise<void> {
  Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', KEPT_PAGES: '1' })
  const env = readEnv()
  const { siteUrl, lifetimes, network } = settings()
  if (!existsSync(join(root, '.next', 'BUILD_ID'))) stop('There is no build yet. Run "npm run build" first.')
  if (!buildIsFinished())
    stop('The build in .next is not finished: it was cut off or still runs. Run "npm run build".')
  const { server, begin } = createSiteServer({
    security: securityOptionsOf(env),
    host: new URL(siteUrl).host,
    pages: {
      windowMs: lifetimes.live,
      // Locally a page must show what was just done; elsewhere a moment of grace hides the cost of a render.
      graceMs: network.name === 'local' ? 0 : 2 * lifetimes.live,
      maxBytes: 128_000_000,
      maxRenders: 8,
      maxWaiting: 200,
      lineage: () => headTracker().peek()?.lineage ?? 'unknown',
    },
    renders: pageLimits(env),
    trustedProxies: trustedProxies(env),
  })
  await new Promise<void>((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        stop(
          `Port ${env.PORT} on ${env.HOST} is in use: stop what listens there or set PORT to another port.`,
        )
      if (error.code === 'EACCES')
        stop(`Port ${env.PORT} needs more rights than this process has: set PORT to a port above 1023.`)
      stop(`The site cannot listen on ${env.HOST}:${env.PORT}: ${error.message}`)
    })
    server.listen(env.PORT, env.HOST, resolve)
  })
  const warning = await checkChainId(5000)
  if (warning) console.warn(warning)
  // Not waited for: pages do not depend on it, and each browser asks for itself before a signature.
  else
    void contractObjections().then(
      (found) => {
        const differs = contractWarning(found)
        if (differs) console.warn(differs)
      },
      () => undefined,
    )
  const { default: next } = await import('next')
  // Next spells loopback addresses as localhost inside proxy.ts; another name here would make its rewrites leave the site.
  const app = next({ dev: false, dir: root, hostname: 'localhost', port: env.PORT })
  await app.prepare()
  const handler = app.getRequestHandler() as (
    request: IncomingMessage,
    response: ServerResponse,
  ) => Promise<void>
  begin({ handler, files: await StaticFiles.open(join(root, '.next', 'static'), '/_next/static/') })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close(() => process.exit(0))
      server.closeAllConnections()
    })
  }
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : env.PORT
  console.log(`Livepeer Delegator (${network.name}) is ready on http://${env.HOST}:${port}`)
}

main().catch(stopOn)
