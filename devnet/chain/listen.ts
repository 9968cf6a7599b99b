import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A listening HTTP server on loopback. */
export interface Listening {
  readonly server: Server
  readonly port: number
  readonly url: string
  /** Stops listening and drops open connections. */
  close(): Promise<void>
}

/** Why a port could not be had, in one line fit for a terminal. */
export class PortError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'PortError'
  }
}

/**
 * Serves HTTP on loopback only; port 0 takes a free one. Rejects with a `PortError` that names the port, who
 * wanted it and the variable that moves it.
 */
export function listen(
  handler: RequestListener,
  options: { port: number; host?: string; what: string; variable: string },
): Promise<Listening> {
  const host = options.host ?? '127.0.0.1'
  const server = createServer(handler)
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE'
          ? 'is in use'
          : error.code === 'EACCES'
            ? 'needs more rights'
            : `failed (${error.message})`
      reject(
        new PortError(
          `Port ${options.port} for ${options.what} ${reason}. Stop what uses it or set ${options.variable} to another port.`,
        ),
      )
    })
    server.listen(options.port, host, () => {
      const { port } = server.address() as AddressInfo
      resolve({
        server,
        port,
        url: `http://${host}:${port}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            server.closeAllConnections()
          }),
      })
    })
  })
}
