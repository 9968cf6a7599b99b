import { sleep } from '@/lib/transaction/nonce-search'

/** How the wait for the index is kept quiet. Milliseconds. */
export interface IndexWait {
  /** First pause between two looks; grows by half each time. */
  readonly pollMs: number
  /** Longest pause. */
  readonly maxPollMs: number
  /** From here on the flow says that the index is late; looking goes on. */
  readonly ceilingMs: number
}

const defaultWait: IndexWait = { pollMs: 1_000, maxPollMs: 15_000, ceilingMs: 60_000 }

/**
 * Waits until the index has a block. `readHead` gives the newest indexed block, null when the index cannot
 * say; a failure counts as null. Calls `onLate` once when the ceiling has passed. Resolves with the indexed
 * head; rejects only when aborted.
 */
export async function waitIndexed(
  readHead: () => Promise<bigint | null>,
  block: bigint,
  onLate: () => void,
  signal: AbortSignal,
  wait: IndexWait = defaultWait,
): Promise<bigint> {
  let waitedMs = 0
  let pauseMs = wait.pollMs
  let late = false
  for (;;) {
    const head = await readHead().catch(() => null)
    if (signal.aborted) throw signal.reason as Error
    if (head !== null && head >= block) return head
    if (!late && waitedMs >= wait.ceilingMs) {
      late = true
      onLate()
    }
    await sleep(pauseMs, signal)
    waitedMs += pauseMs
    pauseMs = Math.min(wait.maxPollMs, pauseMs * 1.5)
  }
}
