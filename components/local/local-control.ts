import type { LocalAction } from '@/lib/network/local-control'

/** What the local network says of itself, as far as the panel shows it. */
export interface LocalStatus {
  block: number
  round: { number: number; initialized: boolean; startBlock: number; length: number; locked: boolean }
  keeper: boolean
  /** Blocks the index is behind. */
  indexLag: number
}

export type LocalAnswer = { state: 'done'; status: LocalStatus } | { state: 'failed'; reason: string }

function readStatus(value: unknown): LocalStatus | null {
  const status = value as {
    block?: { number?: number }
    round?: LocalStatus['round']
    keeper?: { enabled?: boolean }
    indexer?: { lag?: number }
  } | null
  if (typeof status?.block?.number !== 'number' || typeof status.round?.number !== 'number') return null
  return {
    block: status.block.number,
    round: status.round,
    keeper: status.keeper?.enabled === true,
    indexLag: status.indexer?.lag ?? 0,
  }
}

async function answerOf(response: Response): Promise<LocalAnswer> {
  const body = (await response.json()) as { error?: { message?: string }; status?: unknown } | null
  if (!response.ok) {
    return { state: 'failed', reason: body?.error?.message ?? 'The local network does not answer.' }
  }
  const status = readStatus(body?.status ?? body)
  return status
    ? { state: 'done', status }
    : { state: 'failed', reason: 'The local network gave an answer that was not understood.' }
}

/** Reads the local network's state, or acts on it and reads it then. Never rejects. */
export async function localControl(path: string, action: LocalAction | null): Promise<LocalAnswer> {
  try {
    return await answerOf(
      action
        ? await fetch(path, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(action),
          })
        : await fetch(path, { cache: 'no-store' }),
    )
  } catch {
    return { state: 'failed', reason: 'The local network does not answer.' }
  }
}
