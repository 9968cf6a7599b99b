import { type LookupAddress, lookup } from 'node:dns'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from '@/lib/network/private-address'

/** Why something behind a URL of a stranger was not fetched. */
export type FetchRefusal =
  | 'bad-url'
  | 'not-https'
  | 'private-address'
  | 'too-many-redirects'
  | 'too-large'
  | 'too-slow'
  | 'compressed'
  | 'status'
  | 'unreachable'

/** A URL that was not fetched; `message` is for logs and tests. */
export class FetchRefusedError extends Error {
  override readonly name = 'FetchRefusedError'
  readonly refusal: FetchRefusal
  readonly status: number | null

  constructor(refusal: FetchRefusal, message: string, status: number | null = null) {
    super(message)
    this.refusal = refusal
    this.status = status
  }
}

export interface GuardedOptions {
  limitBytes: number
  /** For everything together: names, redirects and body. */
  timeoutMs: number
  accept: string
  maxRedirects?: number
  /** One more origin that may be asked, by plain HTTP and on loopback: the local network's own services. */
  localOrigin?: string | null
  /** JSON to send by POST. */
  post?: unknown
}

export interface GuardedAnswer {
  body: Buffer
  contentType: string
}

const redirects = new Set([301, 302, 303, 307, 308])

/** The URL, if it may be asked at all: https on its usual port without credentials, or the local origin. */
function permitted(text: string, base: URL | undefined, localOrigin: string | null): URL {
  if (text.length > 2_048 || !URL.canParse(text, base)) throw new FetchRefusedError('bad-url', 'no URL')
  const url = new URL(text, base)
  if (localOrigin !== null && url.origin === localOrigin && url.username === '' && url.password === '')
    return url
  if (url.protocol !== 'https:') throw new FetchRefusedError('not-https', `${url.protocol} is not https:`)
  if (url.username !== '' || url.password !== '' || url.port !== '') {
    throw new FetchRefusedError('bad-url', 'credentials or a port in the URL')
  }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isPublicAddress(host)) {
    throw new FetchRefusedError('private-address', 'the URL names a private address')
  }
  return url
}

/**
 * Looks a host up and hands on public addresses only. The connection is made to what was checked here: a name whose answer
 * changes between a check and its use gains nothing.
 */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, '', 4)
    if (addresses.length === 0 || addresses.some(({ address }) => !isPublicAddress(address))) {
      return callback(
        new FetchRefusedError('private-address', `${hostname} leads to a private address`),
        '',
        4,
      )
    }
    const [first] = addresses
    if (options.all) return callback(null, addresses)
    callback(null, first?.address ?? '', first?.family ?? 4)
  })
}

function send(url: URL, options: GuardedOptions, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const body = options.post === undefined ? null : JSON.stringify(options.post)
    const common = {
      method: body === null ? 'GET' : 'POST',
      signal,
      agent: false as const,
      headers: {
        accept: options.accept,
        // A small compressed body can be a huge one.
        'accept-encoding': 'identity',
        'user-agent': 'livepeer-delegator',
        ...(body === null
          ? {}
          : { 'content-type': 'application/json', 'content-length': `${Buffer.byteLength(body)}` }),
      },
    }
    const request =
      url.protocol === 'https:'
        ? httpsRequest(url, { ...common, lookup: publicLookup }, resolve)
        : httpRequest(url, common, resolve)
    request.once('error', reject)
    request.end(body ?? undefined)
  })
}

async function readBody(response: IncomingMessage, limitBytes: number): Promise<Buffer> {
  const tooLarge = () => new FetchRefusedError('too-large', `more than ${limitBytes} bytes`)
  if (Number(response.headers['content-length'] ?? 0) > limitBytes) {
    response.destroy()
    throw tooLarge()
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limitBytes) {
      response.destroy()
      throw tooLarge()
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function follow(text: string, options: GuardedOptions, signal: AbortSignal): Promise<GuardedAnswer> {
  const localOrigin = options.localOrigin ?? null
  let url = permitted(text, undefined, localOrigin)
  for (let hops = 0; ; hops += 1) {
    const response = await send(url, options, signal)
    const status = response.statusCode ?? 0
    const { location } = response.headers
    if (redirects.has(status) && location !== undefined && options.post === undefined) {
      response.destroy()
      if (hops >= (options.maxRedirects ?? 3)) {
        throw new FetchRefusedError('too-many-redirects', `more than ${hops} redirects`)
      }
      url = permitted(location, url, localOrigin)
      continue
    }
    if (status < 200 || status > 299) {
      response.destroy()
      throw new FetchRefusedError('status', `HTTP ${status}`, status)
    }
    const encoding = response.headers['content-encoding']
    if (encoding !== undefined && encoding !== 'identity') {
      response.destroy()
      throw new FetchRefusedError('compressed', `the answer is encoded as ${encoding}`)
    }
    const body = await readBody(response, options.limitBytes)
    return { body, contentType: response.headers['content-type'] ?? '' }
  }
}

/**
 * Fetches what a stranger's URL points to (avatars, gateways of names): https only, never a private address (also behind
 * redirects and names), bounded in size and time, without cookies.
 *
 * @throws FetchRefusedError for every reason there is not to have it
 */
export async function guardedFetch(url: string, options: GuardedOptions): Promise<GuardedAnswer> {
  const signal = AbortSignal.timeout(options.timeoutMs)
  try {
    return await follow(url, options, signal)
  } catch (error) {
    if (error instanceof FetchRefusedError) throw error
    if (signal.aborted) throw new FetchRefusedError('too-slow', `no answer within ${options.timeoutMs} ms`)
    throw new FetchRefusedError('unreachable', error instanceof Error ? error.message : 'no answer')
  }
}
