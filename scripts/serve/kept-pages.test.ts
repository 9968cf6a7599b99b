import { describe, expect, it, vi } from 'vitest'
import {
  BusyError,
  type KeptAnswer,
  KeptPages,
  type KeptPagesOptions,
  TooManyRendersError,
} from '@/scripts/serve/kept-pages'

function answer(text: string, status = 200, bytes = 100): KeptAnswer {
  return { status, headers: { 'x-text': text }, body: Buffer.alloc(bytes), gzip: null, etag: `"${text}"` }
}

function make(options: Partial<KeptPagesOptions> = {}) {
  const time = { now: 0, lineage: '0' }
  const pages = new KeptPages({
    windowMs: 100,
    graceMs: 0,
    maxBytes: 100_000,
    maxRenders: 2,
    maxWaiting: 2,
    clock: () => time.now,
    lineage: () => time.lineage,
    ...options,
  })
  return { pages, time }
}

const later = (text: string) => () =>
  new Promise<KeptAnswer>((resolve) => setTimeout(() => resolve(answer(text)), 5))

describe('kept pages', () => {
  it('are rendered once for all who ask at the same time', async () => {
    const { pages } = make()
    const render = vi.fn(later('a'))
    const all = await Promise.all(Array.from({ length: 50 }, () => pages.get('/', render)))
    expect(render).toHaveBeenCalledTimes(1)
    expect(new Set(all).size).toBe(1)
  })

  it('are rendered once per window', async () => {
    const { pages, time } = make()
    const render = vi.fn(async () => answer(`${time.now}`))
    await pages.get('/', render)
    time.now = 99
    expect((await pages.get('/', render)).etag).toBe('"0"')
    time.now = 100
    expect((await pages.get('/', render)).etag).toBe('"100"')
    expect(render).toHaveBeenCalledTimes(2)
  })

  it('are sent for a moment of grace while the new one is made, and not beyond it', async () => {
    const { pages, time } = make({ graceMs: 50 })
    await pages.get('/', async () => answer('old'))
    time.now = 149
    expect((await pages.get('/', later('new'))).etag).toBe('"old"')
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect((await pages.get('/', later('newer'))).etag).toBe('"new"')
    time.now = 149 + 150
    expect((await pages.get('/', later('newest'))).etag).toBe('"newest"')
  })

  it('that show a failure stand for a second at most, without grace', async () => {
    const { pages, time } = make({ windowMs: 5000, graceMs: 10_000 })
    await pages.get('/', async () => ({ ...answer('failed'), unsettled: true }))
    time.now = 999
    expect((await pages.get('/', later('early'))).etag).toBe('"failed"')
    time.now = 1000
    expect((await pages.get('/', later('whole'))).etag).toBe('"whole"')
  })

  it('are sent old rather than refused to who may have none made, and refused where there is none', async () => {
    const { pages, time } = make({ graceMs: 50 })
    const refuse = () => {
      throw new TooManyRendersError(3)
    }
    await pages.get('/', async () => answer('old'))
    time.now = 120
    expect((await pages.get('/', later('new'), refuse)).etag).toBe('"old"')
    await expect(pages.get('/other', later('other'), refuse)).rejects.toMatchObject({ waitSeconds: 3 })
    time.now = 500
    await expect(pages.get('/', later('new'), refuse)).rejects.toBeInstanceOf(TooManyRendersError)
  })

  it('count to who asks until they are made, also when that fails', async () => {
    const { pages } = make()
    const ended = vi.fn()
    await pages.get('/', later('a'), () => ended)
    expect(ended).toHaveBeenCalledTimes(1)
    await pages.get('/', later('a'), () => ended)
    expect(ended).toHaveBeenCalledTimes(1)
    const broken = pages.get(
      '/broken',
      () => Promise.reject(new Error('broken')),
      () => ended,
    )
    await expect(broken).rejects.toThrow('broken')
    expect(ended).toHaveBeenCalledTimes(2)
  })

  it('of a dropped chain are never sent again', async () => {
    const { pages, time } = make({ graceMs: 1000 })
    await pages.get('/', async () => answer('before'))
    time.lineage = '1'
    expect((await pages.get('/', async () => answer('after'))).etag).toBe('"after"')
  })

  it('are kept under the lineage their rendering found', async () => {
    const { pages, time } = make()
    await pages.get('/', async () => {
      time.lineage = '1'
      return answer('after')
    })
    const render = vi.fn(async () => answer('again'))
    expect((await pages.get('/', render)).etag).toBe('"after"')
    expect(render).not.toHaveBeenCalled()
  })

  it('are not kept when the server failed, and failures do not replace what is kept', async () => {
    const { pages, time } = make({ graceMs: 100 })
    expect((await pages.get('/', async () => answer('broken', 500))).status).toBe(500)
    expect(pages.size).toBe(0)
    await pages.get('/', async () => answer('good'))
    time.now = 150
    await pages.get('/', async () => answer('broken', 503))
    await Promise.resolve()
    expect((await pages.get('/', async () => answer('broken', 503))).etag).toBe('"good"')
    await expect(pages.get('/other', () => Promise.reject(new Error('render failed')))).rejects.toThrow(
      'render failed',
    )
    expect(pages.size).toBe(1)
  })

  it('include 404 answers, for the same window', async () => {
    const { pages, time } = make()
    const render = vi.fn(async () => answer('missing', 404))
    await pages.get('/nowhere', render)
    await pages.get('/nowhere', render)
    expect(render).toHaveBeenCalledTimes(1)
    time.now = 100
    await pages.get('/nowhere', render)
    expect(render).toHaveBeenCalledTimes(2)
  })

  it('stay within their bytes: the least recently used goes first', async () => {
    const { pages } = make({ maxBytes: 5000, maxRenders: 10 })
    for (const name of ['a', 'b', 'c']) await pages.get(name, async () => answer(name, 200, 1000))
    await pages.get('a', async () => answer('again'))
    await pages.get('d', async () => answer('d', 200, 1000))
    expect(pages.bytes).toBeLessThanOrEqual(5000)
    const render = vi.fn(async () => answer('b again', 200, 10))
    await pages.get('b', render)
    expect(render).toHaveBeenCalledTimes(1)
    expect((await pages.get('a', async () => answer('no'))).etag).toBe('"a"')
  })

  it('do not keep what is larger than all the room there is', async () => {
    const { pages } = make({ maxBytes: 500 })
    await pages.get('/', async () => answer('huge', 200, 10_000))
    expect(pages.size).toBe(0)
    expect(pages.bytes).toBe(0)
  })

  it('are made a few at a time; others wait their turn and too many are refused', async () => {
    const { pages } = make()
    let running = 0
    let most = 0
    const render = async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 5))
      running -= 1
      return answer('x')
    }
    const results = await Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map((key) => pages.get(key, render)))
    expect(most).toBe(2)
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
    ])
    expect((results[4] as PromiseRejectedResult).reason).toBeInstanceOf(BusyError)
    expect((await pages.get('f', render)).status).toBe(200)
  })
})
