import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBrowserFlowLocks, createLeases } from '@/lib/transaction/flow-locks'

function memory() {
  const content = new Map<string, string>()
  return {
    content,
    getItem: (key: string) => content.get(key) ?? null,
    setItem: (key: string, value: string) => void content.set(key, value),
    removeItem: (key: string) => void content.delete(key),
  }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('leases', () => {
  it('give a flow to one at a time, and each flow on its own', async () => {
    const locks = createLeases(memory())
    const release = await locks.take('a')
    expect(release).not.toBeNull()
    expect(await locks.take('a')).toBeNull()
    expect(await locks.take('b')).not.toBeNull()
    release?.()
    expect(await locks.take('a')).not.toBeNull()
  })

  it('are renewed while held, and end by themselves when the tab is gone', async () => {
    let now = 0
    const locks = createLeases(memory(), () => now)
    await locks.take('a')
    for (; now < 600_000; now += 20_000) await vi.advanceTimersByTimeAsync(20_000)
    expect(await locks.take('a')).toBeNull()
    vi.clearAllTimers()
    now += 151_000
    expect(await locks.take('a')).not.toBeNull()
  })

  it('that ended while their tab slept are neither renewed nor given back by it', async () => {
    let now = 0
    const storage = memory()
    const sleeper = await createLeases(storage, () => now).take('a')
    now = 151_000
    expect(await createLeases(storage, () => now).take('a')).not.toBeNull()
    const others = storage.content.get('livepeer-delegator.driven.a')
    await vi.advanceTimersByTimeAsync(19_000)
    sleeper?.()
    expect(storage.content.get('livepeer-delegator.driven.a')).toBe(others)
  })

  it('are waited for', async () => {
    const locks = createLeases(memory())
    const release = await locks.take('a')
    const got = vi.fn()
    void locks.wait('a', new AbortController().signal).then(got)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(got).not.toHaveBeenCalled()
    release?.()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(got).toHaveBeenCalledTimes(1)
  })

  it('stop waiting when told so', async () => {
    const locks = createLeases(memory())
    await locks.take('a')
    const abort = new AbortController()
    const waiting = locks.wait('a', abort.signal)
    abort.abort(new Error('left'))
    await expect(waiting).rejects.toThrow('left')
  })

  it('stand in nobody’s way where the storage refuses', async () => {
    const refuse = () => {
      throw new Error('denied')
    }
    const locks = createLeases({ getItem: refuse, setItem: refuse, removeItem: refuse })
    expect(await locks.take('a')).not.toBeNull()
  })
})

describe('the browser’s locks', () => {
  it('are asked by the flow’s name and held until given back', async () => {
    const asked: unknown[] = []
    let held = true
    vi.stubGlobal('navigator', {
      locks: {
        request: async (name: string, options: unknown, callback: (lock: object | null) => unknown) => {
          asked.push([name, options])
          await callback(asked.length === 1 ? {} : null)
          held = false
        },
      },
    })
    const locks = createBrowserFlowLocks()
    const release = await locks.take('a')
    expect(asked).toEqual([['livepeer-delegator.driven.a', { ifAvailable: true }]])
    expect(held).toBe(true)
    release?.()
    await vi.waitFor(() => expect(held).toBe(false))
    expect(await locks.take('a')).toBeNull()
  })
})
