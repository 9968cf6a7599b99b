import { describe, expect, it } from 'vitest'
import {
  columnKeys,
  defaultQuery,
  filterCount,
  listHref,
  parseListQuery,
  sortedBy,
} from '@/components/orchestrators/list-query'
import { presetQuery, presets } from '@/components/orchestrators/presets'

const query = (text: string) => parseListQuery(new URLSearchParams(text))

describe('parseListQuery and listHref', () => {
  it('falls back to the default for what is missing or not known', () => {
    expect(query('')).toEqual(defaultQuery)
    expect(
      query(
        'sort=__proto__&dir=up&show=%00&q=%20%20&cols=nothing,__proto__&days=1&amount=1e9&cut=101&feecut=-1&yield=x&calls=7&steady=yes',
      ),
    ).toEqual(defaultQuery)
  })

  it('cuts a search text that is longer than any address', () => {
    expect(query(`q=${'a'.repeat(10_000)}`).search).toHaveLength(64)
  })

  it('gives one URL to one state', () => {
    expect(listHref(query('sort=stake&dir=desc&show=active&q=&amount=1000&days=365&steady=0'))).toBe(
      '/orchestrators',
    )
    expect(listHref(query(`cols=${defaultQuery.columns.join()}`))).toBe('/orchestrators')
    expect(listHref(query('dir=asc'))).toBe('/orchestrators?sort=stake&dir=asc')
    expect(listHref(query('sort=fee-cut&dir=asc'))).toBe('/orchestrators?sort=fee-cut')
  })

  it('reads back what it writes', () => {
    for (const text of [
      'q=a%26b&show=edge&sort=name&dir=desc',
      'sort=stake&dir=asc',
      'show=all&sort=calls-90',
      'cut=0&feecut=100&yield=12&calls=90&steady=1',
      'cols=score,stake&amount=25000&days=730',
    ]) {
      const state = query(text)
      expect(parseListQuery(new URL(listHref(state), 'http://site').searchParams)).toEqual(state)
    }
  })

  it('keeps chosen columns in the order of the page, and all of them at most', () => {
    expect(query('cols=standing,stake,stake,nothing').columns).toEqual(['stake', 'standing'])
    expect(query(`cols=${columnKeys.join()}`).columns).toEqual(columnKeys)
    // Fits what the server keeps of a list in a URL.
    expect(columnKeys.join().length).toBeLessThan(220)
  })

  it('takes amounts and filters only within their bounds', () => {
    expect(query('amount=0').amount).toBe(1_000)
    expect(query('amount=100000001').amount).toBe(1_000)
    expect(query('amount=100000000').amount).toBe(100_000_000)
    expect(query('cut=100').maxRewardCut).toBe(100)
    expect(filterCount(query('cut=100&calls=30&steady=1'))).toBe(3)
  })
})

describe('sortedBy', () => {
  it('starts with the direction that puts the best first, then turns it around', () => {
    const first = sortedBy(query(''), 'reward-cut')
    expect(first).toMatchObject({ sort: 'reward-cut', dir: 'asc' })
    expect(sortedBy(first, 'reward-cut')).toMatchObject({ sort: 'reward-cut', dir: 'desc' })
  })
})

describe('presets', () => {
  it('set their question and keep columns, amount and horizon', () => {
    const state = query('q=abc&cut=3&cols=stake&amount=5&days=30&sort=name')
    const reliable = presets.find(({ label }) => label === 'Reliable')
    if (!reliable) throw new Error('no such preset')
    expect(presetQuery(state, reliable)).toEqual({
      ...defaultQuery,
      columns: ['stake'],
      amount: 5,
      days: 30,
      allCalls: '90',
      steady: true,
      sort: 'yield-90',
      dir: 'desc',
    })
  })

  it('differ from each other in their URL', () => {
    const hrefs = presets.map((preset) => listHref(presetQuery(defaultQuery, preset)))
    expect(new Set(hrefs).size).toBe(presets.length)
    expect(hrefs[0]).toBe('/orchestrators')
  })
})
