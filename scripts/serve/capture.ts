import { IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { Rendered } from '@/scripts/serve/kept-pages'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>
type Callback = (error?: Error | null) => void

/** A response that collects what is written instead of sending it. */
class CapturedResponse extends ServerResponse {
  readonly chunks: Buffer[] = []
  #sent = false
  #ended = false

  constructor(request: IncomingMessage) {
    super(request)
    // Accessors of the base class read its socket, which this response does not have.
    Object.defineProperties(this, {
      headersSent: { get: () => this.#sent },
      writableEnded: { get: () => this.#ended },
      writableFinished: { get: () => this.#ended },
    })
  }

  override writeHead(status: number, reason?: unknown, headers?: unknown): this {
    this.statusCode = status
    const given = (typeof reason === 'object' ? reason : headers) as
      | OutgoingHttpHeaders
      | OutgoingHttpHeader[]
      | undefined
    if (Array.isArray(given)) {
      for (let at = 0; at + 1 < given.length; at += 2)
        this.setHeader(String(given[at]), given[at + 1] as OutgoingHttpHeader)
    } else {
      for (const [name, value] of Object.entries(given ?? {}))
        if (value !== undefined) this.setHeader(name, value)
    }
    this.#sent = true
    return this
  }

  override flushHeaders(): void {
    this.#sent = true
  }

  override write(chunk: unknown, encoding?: unknown, callback?: unknown): boolean {
    this.#sent = true
    this.#take(chunk, encoding)
    const done = (typeof encoding === 'function' ? encoding : callback) as Callback | undefined
    if (done) queueMicrotask(() => done(null))
    return true
  }

  override end(chunk?: unknown, encoding?: unknown, callback?: unknown): this {
    if (this.#ended) return this
    if (chunk !== undefined && chunk !== null && typeof chunk !== 'function') this.#take(chunk, encoding)
    this.#sent = true
    this.#ended = true
    this.finished = true
    const done = [chunk, encoding, callback].find((value) => typeof value === 'function') as
      | Callback
      | undefined
    queueMicrotask(() => {
      done?.()
      this.emit('finish')
      this.emit('close')
    })
    return this
  }

  #take(chunk: unknown, encoding: unknown): void {
    if (typeof chunk === 'string') {
      this.chunks.push(
        Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'),
      )
    } else if (chunk instanceof Uint8Array) this.chunks.push(Buffer.from(chunk))
  }
}

/** Lets the framework answer a request and returns the whole answer. */
export function capture(handler: Handler, request: IncomingMessage): Promise<Rendered> {
  return new Promise((resolve, reject) => {
    const response = new CapturedResponse(request)
    response.once('finish', () => {
      const headers: Record<string, string> = {}
      for (const [name, value] of Object.entries(response.getHeaders())) {
        if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : String(value)
      }
      resolve({ status: response.statusCode, headers, body: Buffer.concat(response.chunks) })
    })
    response.once('error', reject)
    handler(request, response).catch(reject)
  })
}

/** A request of nobody in particular: what it is answered may be sent to everyone. */
export function anonymousRequest(
  url: string,
  host: string,
  headers: Readonly<Record<string, string>>,
): IncomingMessage {
  const request = new IncomingMessage(new Socket())
  request.method = 'GET'
  request.url = url
  // Without any name the framework would put a page's title and links behind its text instead of into its head.
  request.headers = { host, 'user-agent': 'kept-pages', ...headers }
  request.push(null)
  return request
}
