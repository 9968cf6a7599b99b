import { describe, expect, it } from 'vitest'
import type { Loaded } from '@/lib/data/types'
import { jsonAnswer, unitsOf, viewAnswer } from '@/lib/data/wire'

const request = (tag?: string) =>
  new Request('http://site/api/v1/x', { headers: tag ? { 'if-none-match': tag } : {} })

describe('API answers', () => {
  it('carry amounts as text, with their units, block and network', async () => {
    const loaded: Loaded<unknown> = {
      state: 'ready',
      value: { stakeWei: 10n ** 30n, rows: [{ pendingFeesWei: 1n, ethBalanceWei: 2n, shareP9: 3n }] },
      asOf: { block: 7, timestamp: 70, sources: [] },
    }
    expect(await viewAnswer(request(), loaded).json()).toEqual({
      network: 'arbitrum-one',
      chainId: 42161,
      state: 'ready',
      value: {
        stakeWei: `1${'0'.repeat(30)}`,
        rows: [{ pendingFeesWei: '1', ethBalanceWei: '2', shareP9: '3' }],
      },
      asOf: { block: 7, timestamp: 70, sources: [] },
      units: { stakeWei: '10^-18 LPT', pendingFeesWei: '10^-18 ETH', ethBalanceWei: '10^-18 ETH' },
    })
  })

  it('say that a view failed with status 503, never with an empty one', async () => {
    const response = viewAnswer(request(), { state: 'failed', reason: 'It is down.', next: 'Wait.' })
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ state: 'failed', reason: 'It is down.', next: 'Wait.' })
  })

  it('are answered with 304 while they are the same', async () => {
    const first = jsonAnswer(request(), { a: 1n })
    const tag = first.headers.get('etag') ?? ''
    expect(jsonAnswer(request(tag), { a: 1n }).status).toBe(304)
    expect(jsonAnswer(request(`"x", W/${tag}`), { a: 1n }).status).toBe(304)
    expect(jsonAnswer(request(tag), { a: 2n }).status).toBe(200)
    expect(jsonAnswer(request(tag), { a: 1n }, 503).status).toBe(503)
  })

  it('name the unit of amounts in lists only once', () => {
    expect(unitsOf([{ feesTotalWei: 1n }, { feesTotalWei: null }])).toEqual({ feesTotalWei: '10^-18 ETH' })
  })
})
