/** Kinds of pictures that are shown. SVG is not one of them: it is a document that can hold script and fetch more. */
export type PictureType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'

export interface Picture {
  bytes: Buffer
  type: PictureType
}

/** Widest and highest picture taken: a small file can unpack to gigabytes. */
const longestSide = 4_096

interface Size {
  width: number
  height: number
}

/** Size of a JPEG from its first frame header; null when there is none. */
function jpegSize(bytes: Buffer): Size | null {
  let at = 2
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}

function webpSize(bytes: Buffer): Size | null {
  if (bytes.length < 30) return null
  const kind = bytes.toString('latin1', 12, 16)
  if (kind === 'VP8X') return { width: 1 + bytes.readUIntLE(24, 3), height: 1 + bytes.readUIntLE(27, 3) }
  if (kind === 'VP8 ') {
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
  }
  if (kind !== 'VP8L') return null
  const bits = bytes.readUInt32LE(21)
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) }
}

function read(bytes: Buffer): { type: PictureType; size: Size | null } | null {
  if (bytes.length < 24) return null
  const start = bytes.toString('latin1', 0, 12)
  if (start.startsWith('\x89PNG\r\n\x1a\n')) {
    return { type: 'image/png', size: { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } }
  }
  if (/^GIF8[79]a/.test(start)) {
    return { type: 'image/gif', size: { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) } }
  }
  if (start.startsWith('\xff\xd8\xff')) return { type: 'image/jpeg', size: jpegSize(bytes) }
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return { type: 'image/webp', size: webpSize(bytes) }
  return null
}

/** What bytes are by their own beginning, whatever their sender calls them; null: no picture that is shown. */
export function pictureOf(bytes: Buffer): Picture | null {
  const found = read(bytes)
  if (!found?.size) return null
  const { width, height } = found.size
  if (width < 1 || height < 1 || width > longestSide || height > longestSide) return null
  return { bytes, type: found.type }
}
