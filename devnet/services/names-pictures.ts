import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { type Exchange, sendFile, sendJson } from '@/devnet/services/answer'

const SIDE = 64
const CELLS = 8

/** Check sum of PNG (CRC-32). */
function crc32(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([size, body, sum])
}

/** A picture that depends on its label only: a mirrored pattern of two colours, as PNG. */
export function drawPicture(label: string): Buffer {
  const digest = createHash('sha256').update(`picture/${label}`).digest()
  const header = Buffer.alloc(13)
  header.writeUInt32BE(SIDE, 0)
  header.writeUInt32BE(SIDE, 4)
  // One bit a point, by palette.
  header.set([1, 3, 0, 0, 0], 8)
  const palette = Buffer.concat([
    Buffer.from([230, 232, 228]),
    Buffer.from(digest.subarray(0, 3).map((byte) => byte >> 1)),
  ])
  const rows = Array.from({ length: SIDE }, (_, y) => {
    const bits = digest[8 + Math.floor((y * CELLS) / SIDE)] ?? 0
    const half = bits >> 4
    const mirrored = [0, 1, 2, 3].reduce((sum, bit) => sum | (((half >> bit) & 1) << (3 - bit)), 0)
    const cells = (half << 4) | mirrored
    const line = Buffer.alloc(1 + SIDE / 8)
    for (let cell = 0; cell < CELLS; cell++) line[1 + cell] = (cells >> (7 - cell)) & 1 ? 0xff : 0
    return line
  })
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Sends bytes until the reader has had enough; 64 MB at most, so that a reader without a limit fails and does not hang. */
function sendEndless({ response }: Exchange): void {
  response.writeHead(200, { 'content-type': 'image/png' })
  const block = Buffer.alloc(64 * 1024)
  let blocks = 1_024
  const push = () => {
    while (blocks > 0 && !response.destroyed) {
      blocks -= 1
      if (!response.write(block)) {
        response.once('drain', push)
        return
      }
    }
    response.end()
  }
  response.write(drawPicture('endless').subarray(0, 40))
  push()
}

/** `GET /names/pictures/<label>.png`: pictures for avatars, three of them traps. */
export function servePicture(exchange: Exchange, rpcUrl: string): void {
  const { response, path } = exchange
  const label = /^\/names\/pictures\/([a-z0-9-]{1,120})\.png$/.exec(path)?.[1]
  if (label === undefined) return sendJson(response, 404, { error: 'No such picture' })
  if (label === 'endless') return sendEndless(exchange)
  if (label === 'redirect') {
    response.writeHead(302, { location: rpcUrl })
    response.end()
    return
  }
  if (label === 'page') {
    return sendFile(response, '<!DOCTYPE html><script>alert(1)</script>', { 'content-type': 'image/png' })
  }
  sendFile(response, drawPicture(label), {
    'content-type': 'image/png',
    'cache-control': 'public, max-age=300',
  })
}
