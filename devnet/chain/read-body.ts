import type { IncomingMessage } from 'node:http'

/** The body of a request as text, or `undefined` when it is larger than `limitBytes` (the rest is not kept). */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= limitBytes) chunks.push(chunk)
  }
  return size > limitBytes ? undefined : Buffer.concat(chunks).toString('utf8')
}
