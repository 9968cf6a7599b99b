import { describe, expect, it, vi } from 'vitest'
import { waitIndexed } from '@/lib/transaction/indexed'

const quick = { pollMs: 1, maxPollMs: 2, ceilingMs: 5 }
const signal = () => new AbortController().signal

describe('waiting for the index', () => {
  it('is over at once when the index has the block', async () => {
    const onLate = vi.fn()
    const readHead = vi.fn(async () => 12n)
    expect(await waitIndexed(readHead, 12n, onLate, signal(), quick)).toBe(12n)
    expect(readHead).toHaveBeenCalledTimes(1)
    expect(onLate).not.toHaveBeenCalled()
  })

  it('says once that it is late and still ends', async () => {
    let looks = 0
    const onLate = vi.fn()
    const readHead = async () => (looks++ < 20 ? 11n : 13n)
    expect(await waitIndexed(readHead, 12n, onLate, signal(), quick)).toBe(13n)
    expect(onLate).toHaveBeenCalledTimes(1)
  })

  it('takes failures and unknown heads for not yet', async () => {
    const answers = [() => Promise.reject(new Error('down')), async () => null, async () => 12n]
    let looks = 0
    const readHead = () => answers[looks++]?.() ?? Promise.resolve(null)
    expect(await waitIndexed(readHead, 12n, () => {}, signal(), quick)).toBe(12n)
    expect(looks).toBe(3)
  })

  it.each(['before', 'while waiting'])('ends when it is left %s', async (when) => {
    const abort = new AbortController()
    if (when === 'before') abort.abort(new Error('left'))
    const waiting = waitIndexed(
      async () => null,
      1n,
      () => {},
      abort.signal,
      quick,
    )
    if (when !== 'before') setTimeout(() => abort.abort(new Error('left')), 3)
    await expect(waiting).rejects.toThrow('left')
  })
})
