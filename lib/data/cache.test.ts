import { describe, expect, it, vi } from 'vitest'
import { createCache, within } from '@/lib/data/cache'
import { SourceError } from '@/lib/network/source-error'

const lifetimes = { live: 100, 'per-minute': 1000, 'per-round': 10_000, immutable: Number.POSITIVE_INFINITY }
const failure = () => new SourceError('It is down.', 'Wait.')

function make(maxEntries = 10) {
  const time = { now: 0 }
  const cache = createCache({ lifetimes, staleFactor: 10, patienceMs: 20, maxEntries, clock: () => time.now })
  return { cache, time }
}

describe('the figures cache', () => {
  it('asks once per lifetime', async () => {
    const { cache, time } = make()
    const load = vi.fn(async () => time.now)
    await cache.get({ key: 'a', freshness: 'live' }, load)
    time.now = 99
    expect(await cache.get({ key: 'a', freshness: 'live' }, load)).toEqual({ value: 0, stale: null })
    time.now = 100
    expect(await cache.get({ key: 'a', freshness: 'live' }, load)).toEqual({ value: 100, stale: null })
    expect(load).toHaveBeenCalledTimes(2)
  })

  it('shares one request in flight', async () => {
    const { cache } = make()
    const load = vi.fn(() => new Promise((resolve) => setTimeout(() => resolve('x'), 5)))
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => cache.get({ key: 'a', freshness: 'live' }, load)),
    )
    expect(answers.every(({ value }) => value === 'x')).toBe(true)
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('never keeps a failure', async () => {
    const { cache } = make()
    await expect(
      cache.get({ key: 'a', freshness: 'immutable' }, () => Promise.reject(failure())),
    ).rejects.toThrow('It is down.')
    expect(cache.size()).toBe(0)
    expect(await cache.get({ key: 'a', freshness: 'immutable' }, async () => 1)).toEqual({
      value: 1,
      stale: null,
    })
  })

  it('shows an old value with the reason when its refresh fails, up to the hard limit and not beyond', async () => {
    const { cache, time } = make()
    await cache.get({ key: 'a', freshness: 'live' }, async () => 'old')
    time.now = 999
    const kept = await cache.get({ key: 'a', freshness: 'live' }, () => Promise.reject(failure()))
    expect(kept).toMatchObject({ value: 'old', stale: { reason: 'It is down.', next: 'Wait.' } })
    time.now = 1000
    await expect(cache.get({ key: 'a', freshness: 'live' }, () => Promise.reject(failure()))).rejects.toThrow(
      'It is down.',
    )
  })

  it('does not hide a defect behind an old value', async () => {
    const { cache, time } = make()
    await cache.get({ key: 'a', freshness: 'live' }, async () => 'old')
    time.now = 200
    await expect(
      cache.get({ key: 'a', freshness: 'live' }, () => Promise.reject(new TypeError('bug'))),
    ).rejects.toThrow('bug')
  })

  it('shows an old value, labelled, while its refresh is slow, and the new one afterwards', async () => {
    const { cache, time } = make()
    await cache.get({ key: 'a', freshness: 'live' }, async () => 'old')
    time.now = 150
    let finish: (value: string) => void = () => undefined
    const slow = new Promise<string>((resolve) => {
      finish = resolve
    })
    const kept = await cache.get({ key: 'a', freshness: 'live' }, () => slow)
    expect(kept).toMatchObject({ value: 'old', stale: { late: true } })
    finish('new')
    await slow
    await Promise.resolve()
    expect(await cache.get({ key: 'a', freshness: 'live' }, async () => 'newer')).toEqual({
      value: 'new',
      stale: null,
    })
  })

  it('takes a value of the same version at any age, and of another version for old at once', async () => {
    const { cache, time } = make()
    await cache.get({ key: 'a', freshness: 'live', version: '1' }, async () => 'one')
    time.now = 500
    const same = await cache.get({ key: 'a', freshness: 'live', version: '1' }, async () => 'again')
    expect(same).toEqual({ value: 'one', stale: null })
    const other = await cache.get({ key: 'a', freshness: 'live', version: '2' }, async () => 'two')
    expect(other).toEqual({ value: 'two', stale: null })
  })

  it('does not let a slow answer for an old version replace a newer one', async () => {
    const { cache, time } = make()
    let finish: (value: string) => void = () => undefined
    const slow = cache.get(
      { key: 'a', freshness: 'live', version: '1' },
      () => new Promise<string>((resolve) => (finish = resolve)),
    )
    time.now = 10
    await cache.get({ key: 'a', freshness: 'live', version: '2' }, async () => 'two')
    finish('one')
    expect((await slow).value).toBe('one')
    const load = vi.fn(async () => 'again')
    expect((await cache.get({ key: 'a', freshness: 'live', version: '2' }, load)).value).toBe('two')
    expect(load).not.toHaveBeenCalled()
  })

  it('keeps accounts apart and drops the least recently used', async () => {
    const { cache } = make(2)
    await cache.get({ key: 'account/a', freshness: 'immutable' }, async () => 'A')
    await cache.get({ key: 'account/b', freshness: 'immutable' }, async () => 'B')
    expect((await cache.get({ key: 'account/a', freshness: 'immutable' }, async () => '?')).value).toBe('A')
    await cache.get({ key: 'account/c', freshness: 'immutable' }, async () => 'C')
    expect(cache.size()).toBe(2)
    expect((await cache.get({ key: 'account/b', freshness: 'immutable' }, async () => 'B again')).value).toBe(
      'B again',
    )
  })
})

describe('waiting', () => {
  it('ends at the deadline with a late failure', async () => {
    await expect(within(new Promise(() => undefined), 5)).rejects.toMatchObject({ late: true })
  })

  it('passes a value and a failure through', async () => {
    expect(await within(Promise.resolve(1), 5)).toBe(1)
    await expect(within(Promise.reject(failure()), 5)).rejects.toMatchObject({ late: false })
  })
})
