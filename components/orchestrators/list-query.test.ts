import { describe, expect, it } from 'vitest'
import { listHref, parseListQuery, selectRows, sortedBy } from '@/components/orchestrators/list-query'
import { toListRows } from '@/components/orchestrators/list-row'
import type { OrchestratorRow } from '@/lib/data/types'

const lpt = 10n ** 18n

function row(change: Partial<OrchestratorRow> & { digit: string }): OrchestratorRow {
  const { digit, ...rest } = change
  return {
    address: `0x${digit.repeat(40)}`,
    name: null,
    rank: 1,
    totalStakeWei: 100n * lpt,
    stakeShareP9: 10_000_000n,
    rewardCutP6: 140_000n,
    feeShareP6: 950_000n,
    feeCutP6: 50_000n,
    registered: true,
    active: true,
    activationRound: 4000,
    deactivationRound: null,
    lastRewardRound: 4249,
    calledThisRound: false,
    standing: 'in',
    marginWei: null,
    delegatorsCount: 5,
    fees90dWei: 0n,
    rewardCalls30: { called: 29, missed: 1, rounds: 30, open: true },
    rewardCalls90: { called: 89, missed: 1, rounds: 90, open: true },
    serviceUri: null,
    ...rest,
  }
}

const query = (text: string) => parseListQuery(new URLSearchParams(text))
const addresses = (rows: readonly { address: string }[]) => rows.map(({ address }) => address[2]).join('')

describe('parseListQuery and listHref', () => {
  it('falls back to the default for what is missing or not known', () => {
    const fallback = { sort: 'stake', dir: 'desc', search: '', show: 'active' }
    expect(query('')).toEqual(fallback)
    expect(query('sort=__proto__&dir=up&show=%00&q=%20%20')).toEqual(fallback)
  })

  it('cuts a search text that is longer than any address', () => {
    expect(query(`q=${'a'.repeat(10_000)}`).search).toHaveLength(64)
  })

  it('gives one URL to one state', () => {
    expect(listHref(query('sort=stake&dir=desc&show=active&q='))).toBe('/orchestrators')
    expect(listHref(query('dir=asc'))).toBe('/orchestrators?sort=stake&dir=asc')
    expect(listHref(query('sort=fee-cut&dir=asc'))).toBe('/orchestrators?sort=fee-cut')
  })

  it('reads back what it writes', () => {
    for (const text of [
      'q=a%26b&show=edge&sort=name&dir=desc',
      'sort=stake&dir=asc',
      'show=all&sort=calls-90',
    ]) {
      const state = query(text)
      expect(parseListQuery(new URL(listHref(state), 'http://site').searchParams)).toEqual(state)
    }
  })
})

describe('sortedBy', () => {
  it('starts with the direction that puts the best first, then turns it around', () => {
    const first = sortedBy(query(''), 'reward-cut')
    expect(first).toMatchObject({ sort: 'reward-cut', dir: 'asc' })
    expect(sortedBy(first, 'reward-cut')).toMatchObject({ sort: 'reward-cut', dir: 'desc' })
  })
})

describe('selectRows', () => {
  const rows = toListRows([
    row({ digit: 'a', totalStakeWei: 3n * lpt, name: 'Alder' }),
    row({ digit: 'b', totalStakeWei: 3n * lpt + 1n, fees90dWei: null }),
    row({ digit: 'c', totalStakeWei: 10_000_000n * lpt, active: false, standing: 'outside', fees90dWei: 5n }),
    row({ digit: 'd', totalStakeWei: 1n, standing: 'leaving', fees90dWei: 7n }),
  ])

  it('sorts stakes that differ by one wei exactly', () => {
    expect(addresses(selectRows(rows, query('show=all')))).toBe('cbad')
    expect(addresses(selectRows(rows, query('show=all&dir=asc')))).toBe('dabc')
  })

  it('puts unknown values last in both directions', () => {
    expect(addresses(selectRows(rows, query('show=all&sort=fees')))).toBe('dcab')
    expect(addresses(selectRows(rows, query('show=all&sort=fees&dir=asc')))).toBe('acdb')
  })

  it('keeps the order of the loader between equal values', () => {
    expect(addresses(selectRows(rows, query('show=all&sort=reward-cut')))).toBe('abcd')
    expect(addresses(selectRows(rows, query('show=all&sort=reward-cut&dir=desc')))).toBe('abcd')
  })

  it('shows those active in this round unless asked otherwise', () => {
    expect(addresses(selectRows(rows, query('')))).toBe('bad')
    expect(addresses(selectRows(rows, query('show=next')))).toBe('ba')
    expect(addresses(selectRows(rows, query('show=edge')))).toBe('d')
  })

  it('finds parts of names and addresses in any letter case, and text that would be a pattern as it is', () => {
    expect(addresses(selectRows(rows, query('q=ALDER')))).toBe('a')
    expect(addresses(selectRows(rows, query('q=0xBBBB')))).toBe('b')
    expect(selectRows(rows, query('q=.*'))).toEqual([])
  })
})

describe('toListRows', () => {
  it('tells the three states of this round apart', () => {
    const [called, open, none] = toListRows([
      row({ digit: '1', calledThisRound: true }),
      row({ digit: '2' }),
      row({ digit: '3', active: false }),
    ])
    expect([called?.thisRound, open?.thisRound, none?.thisRound]).toEqual(['called', 'open', 'none'])
  })

  it('spells figures with one precision per column and keeps what is not known apart from zero', () => {
    const [first, second] = toListRows([
      row({ digit: '1', totalStakeWei: 1_234_567n * lpt + 999n, rewardCutP6: 1n }),
      row({ digit: '2', totalStakeWei: 1n, fees90dWei: null, delegatorsCount: null, rewardCalls30: null }),
    ])
    expect(first).toMatchObject({
      stake: '1,234,567',
      stakeExact: '1,234,567.000000000000000999',
      fees: '0.000',
    })
    expect(second).toMatchObject({ stake: '< 1', fees: null, delegators: null, calls30: null })
    expect(second?.order.fees).toBeNull()
  })
})
