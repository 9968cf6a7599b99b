import { hexToBigInt, sha256 } from 'viem'

/** Files up to this size are one block, so that their content id is the hash of one node. */
export const ONE_BLOCK_BYTES = 256 * 1024

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'

/** Codes of the multiformats tables. */
const CID_VERSION_1 = 0x01
const RAW = 0x55
const DAG_PB = 0x70
const SHA2_256 = 0x12
const SHA2_256_BYTES = 0x20

function varint(value: number): number[] {
  const bytes: number[] = []
  let left = value
  while (left >= 0x80) {
    bytes.push((left % 0x80) | 0x80)
    left = Math.floor(left / 0x80)
  }
  return [...bytes, left]
}

function joined(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function base58(bytes: Uint8Array): string {
  let value = hexToBigInt(`0x${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`)
  let text = ''
  while (value > 0n) {
    text = (BASE58[Number(value % 58n)] ?? '') + text
    value /= 58n
  }
  return text
}

function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** A field of a protobuf message that holds bytes. */
function bytesField(tag: number, bytes: Uint8Array): Uint8Array {
  return joined([tag, ...varint(bytes.length)], bytes)
}

/** The DAG node of a file of one block: UnixFS type "file", its bytes and its size. */
function fileNode(content: Uint8Array): Uint8Array {
  const data = content.length === 0 ? new Uint8Array() : bytesField(0x12, content)
  return bytesField(0x0a, joined([0x08, 0x02], data, [0x18, ...varint(content.length)]))
}

/** The content ids under which a file of one block can be asked for. */
export interface ContentIds {
  /** `Qm…`: hash of the file's DAG node; what pinning services answer. */
  v0: string
  /** `bafybei…`: the same hash in version 1. */
  v1: string
  /** `bafkrei…`: hash of the bytes themselves. */
  raw: string
}

/** Throws `RangeError` when the content is larger than one block: its id would need more nodes. */
export function contentIds(content: Uint8Array): ContentIds {
  if (content.length > ONE_BLOCK_BYTES) throw new RangeError(`At most ${ONE_BLOCK_BYTES} bytes`)
  const hashed = (bytes: Uint8Array) => joined([SHA2_256, SHA2_256_BYTES], sha256(bytes, 'bytes'))
  const [node, plain] = [hashed(fileNode(content)), hashed(content)]
  const version1 = (codec: number, hash: Uint8Array) => `b${base32(joined([CID_VERSION_1, codec], hash))}`
  return { v0: base58(node), v1: version1(DAG_PB, node), raw: version1(RAW, plain) }
}

/** Whether a content id is of exactly this text; false also where the id cannot be worked out from it. */
export function isContentIdOf(cid: string, text: string): boolean {
  const content = new TextEncoder().encode(text)
  return content.length <= ONE_BLOCK_BYTES && Object.values(contentIds(content)).includes(cid)
}
