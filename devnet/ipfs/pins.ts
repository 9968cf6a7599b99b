import { type ContentIds, contentIds } from '@/lib/ipfs/content-ids'

/** A local network is played with by few: more than this is a loop. */
const MAX_PINS = 2_000

export interface Pinned extends ContentIds {
  content: Buffer
  /** It was there already. */
  duplicate: boolean
}

/** Files kept by content. */
export interface Pins {
  /** Throws `RangeError` when the file is larger than one block or there are too many. */
  pin(text: string): Pinned
  /** The file that a content id of any of the three forms stands for. */
  find(cid: string): Buffer | undefined
  /** Keeps only the texts it started with. */
  reset(): void
}

/** Starts with the texts given. */
export function createPins(texts: readonly string[] = []): Pins {
  const files = new Map<string, Buffer>()
  let count = 0
  const pins: Pins = {
    pin: (text) => {
      const content = Buffer.from(text, 'utf8')
      const ids = contentIds(content)
      const duplicate = files.has(ids.v0)
      if (!duplicate) {
        if (count >= MAX_PINS) throw new RangeError(`At most ${MAX_PINS} files are kept`)
        count += 1
        for (const id of [ids.v0, ids.v1, ids.raw]) files.set(id, content)
      }
      return { ...ids, content, duplicate }
    },
    find: (cid) => files.get(cid),
    reset: () => {
      files.clear()
      count = 0
      for (const text of texts) pins.pin(text)
    },
  }
  pins.reset()
  return pins
}
