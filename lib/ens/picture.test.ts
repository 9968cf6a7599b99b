import { describe, expect, it } from 'vitest'
import { pictureOf } from '@/lib/ens/picture'

function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(60)
  bytes.write('\x89PNG\r\n\x1a\n', 'latin1')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

function gif(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(40)
  bytes.write('GIF89a', 'latin1')
  bytes.writeUInt16LE(width, 6)
  bytes.writeUInt16LE(height, 8)
  return bytes
}

/** A comment of `skip` bytes before the frame header. */
function jpeg(width: number, height: number, skip = 20): Buffer {
  const bytes = Buffer.alloc(40 + skip)
  bytes.set([0xff, 0xd8, 0xff, 0xfe], 0)
  bytes.writeUInt16BE(skip, 4)
  const frame = 4 + skip
  bytes.set([0xff, 0xc2, 0, 17, 8], frame)
  bytes.writeUInt16BE(height, frame + 5)
  bytes.writeUInt16BE(width, frame + 7)
  return bytes
}

function webp(kind: 'VP8X' | 'VP8L' | 'VP8 ', width: number, height: number): Buffer {
  const bytes = Buffer.alloc(40)
  bytes.write('RIFF', 0, 'latin1')
  bytes.write('WEBP', 8, 'latin1')
  bytes.write(kind, 12, 'latin1')
  if (kind === 'VP8X') {
    bytes.writeUIntLE(width - 1, 24, 3)
    bytes.writeUIntLE(height - 1, 27, 3)
  } else if (kind === 'VP8L') bytes.writeUInt32LE((width - 1) | ((height - 1) << 14), 21)
  else {
    bytes.writeUInt16LE(width, 26)
    bytes.writeUInt16LE(height, 28)
  }
  return bytes
}

describe('a picture', () => {
  it.each([
    ['image/png', png(64, 64)],
    ['image/png', png(4_096, 1)],
    ['image/gif', gif(10, 20)],
    ['image/jpeg', jpeg(640, 480)],
    ['image/webp', webp('VP8X', 400, 400)],
    ['image/webp', webp('VP8L', 16_00, 300)],
    ['image/webp', webp('VP8 ', 100, 100)],
  ])('is known as %s by its bytes', (type, bytes) => expect(pictureOf(bytes)).toMatchObject({ type }))

  it.each([
    ['a PNG that unpacks to gigabytes', png(60_000, 60_000)],
    ['a PNG without a size', png(0, 10)],
    ['a wide GIF', gif(5_000, 10)],
    ['a huge JPEG', jpeg(65_000, 65_000)],
    ['a JPEG without a frame', jpeg(10, 10).subarray(0, 26)],
    ['a huge WebP', webp('VP8X', 16_000_000, 4)],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a page', Buffer.from('<!DOCTYPE html><script>alert(1)</script>')],
    ['a page that begins as a comment', Buffer.from('GIF8<html><script>alert(1)</script></html>')],
    ['nothing', Buffer.alloc(0)],
  ])('is not %s', (_, bytes) => expect(pictureOf(bytes)).toBeNull())
})
