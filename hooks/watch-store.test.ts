import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { getWatched, mostWatched, parseWatched, subscribeWatched, unwatch, watch } from './watch-store'

const one = `0x${'1'.repeat(40)}` as const
const two = `0x${'ab'.repeat(20)}` as const

let kept: Map<string, string>
let blocked = false
const events = new EventTarget()
const guard = () => {
  if (blocked) throw new Error('blocked')
}

beforeEach(() => {
  kept = new Map()
  blocked = false
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => {
      guard()
      return kept.get(key) ?? null
    },
    setItem: (key: string, text: string) => {
      guard()
      kept.set(key, text)
    },
    removeItem: (key: string) => {
      guard()
      kept.delete(key)
    },
  })
  vi.stubGlobal('window', events)
  for (const address of getWatched()) unwatch(address)
})
afterEach(() => vi.unstubAllGlobals())

test('keeps a list of lower-case addresses in this browser, each once', () => {
  expect(watch(two.toUpperCase().replace('0X', '0x') as typeof two)).toBe(true)
  watch(one)
  watch(two)
  expect(getWatched()).toEqual([two, one])
  expect(getWatched()).toBe(getWatched())
  expect([...kept.values()]).toEqual([JSON.stringify([two, one])])
  unwatch(two)
  expect(getWatched()).toEqual([one])
  unwatch(one)
  expect(kept.size).toBe(0)
})

test('is full at its limit and says so', () => {
  for (let index = 0; index < mostWatched; index += 1)
    expect(watch(`0x${String(index).padStart(40, '0')}`)).toBe(true)
  expect(watch(two)).toBe(false)
  expect(getWatched()).toHaveLength(mostWatched)
})

test('survives what others wrote there', () => {
  for (const text of ['', '{', '7', '{"a":1}', 'null']) expect(parseWatched(text)).toEqual([])
  expect(parseWatched(JSON.stringify([one, 'x', 5, null, one, two.toUpperCase(), two]))).toEqual([one, two])
})

test('tells followers of changes here and in other tabs', () => {
  let told = 0
  const end = subscribeWatched(() => {
    told += 1
  })
  watch(one)
  expect(told).toBe(1)
  kept.set('watched', JSON.stringify([two]))
  events.dispatchEvent(Object.assign(new Event('storage'), { key: 'watched' }))
  events.dispatchEvent(Object.assign(new Event('storage'), { key: 'theme' }))
  expect(told).toBe(2)
  expect(getWatched()).toEqual([two])
  end()
  unwatch(two)
  expect(told).toBe(2)
})

test('lasts for the visit where storage is blocked', () => {
  blocked = true
  watch(one)
  expect(getWatched()).toEqual([one])
  unwatch(one)
  expect(getWatched()).toEqual([])
})
