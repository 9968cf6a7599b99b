import { describe, expect, it } from 'vitest'
import { behindSeconds, indexNote, missingSubgraph, stateOf } from '@/lib/data/reading'
import type { SourceNote } from '@/lib/data/types'

const at = { block: 1, timestamp: 1000 }
const chain: SourceNote = { source: 'chain', state: 'ok', ...at }
const asOf = (...sources: SourceNote[]) => ({ ...at, sources })

describe('the state of a view', () => {
  it('is ready when every source is', () => {
    expect(stateOf(1, asOf(chain, { source: 'subgraph', state: 'ok', ...at }), null)).toMatchObject({
      state: 'ready',
      value: 1,
    })
  })

  it('is partial with the reason and the next step when the index is missing or failing', () => {
    expect(stateOf(1, asOf(chain, missingSubgraph), null)).toMatchObject({
      state: 'partial',
      value: 1,
      next: expect.stringContaining('SUBGRAPH_API_KEY'),
    })
    const failed: SourceNote = { source: 'subgraph', state: 'failed', reason: 'It is down.', next: 'Wait.' }
    expect(stateOf(1, asOf(chain, failed), null)).toMatchObject({ state: 'partial', reason: 'It is down.' })
  })

  it('is stale when a kept figure stands in, or a source is behind', () => {
    expect(stateOf(1, asOf(chain, missingSubgraph), { reason: 'Slow.', next: 'Reload.' })).toMatchObject({
      state: 'stale',
      reason: 'Slow.',
    })
    const behind = indexNote({ block: 1, timestamp: 1000 }, { timestamp: 1000 + behindSeconds + 1 })
    expect(stateOf(1, asOf(chain, behind), null)).toMatchObject({
      state: 'stale',
      reason: expect.stringContaining('15 minutes behind'),
    })
  })
})

describe('the index against the head', () => {
  it('is fine up to the limit', () => {
    expect(indexNote(at, { timestamp: 1000 + behindSeconds })).toEqual({
      source: 'subgraph',
      state: 'ok',
      ...at,
    })
    expect(indexNote(at, { timestamp: 999 }).state).toBe('ok')
  })
})
