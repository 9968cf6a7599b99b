import { describe, expect, it } from 'vitest'
import { delegatorsCsv } from '@/components/account/delegators-csv'
import { delegatorsHref, parseDelegatorsQuery, sortDelegators } from '@/components/account/delegators-query'
import { pageFrom } from '@/components/ui/pager'
import type { DelegatorRow } from '@/lib/data/delegators'

const row = (last: number, stakeWei: bigint, startRound: number): DelegatorRow => ({
  address: `0x${last.toString().padStart(40, '0')}`,
  self: last === 1,
  stakeWei,
  bondedWei: stakeWei / 2n,
  feesWei: 0n,
  shareP9: 500_000_000n,
  startRound,
  lastClaimRound: 10,
})
const rows = [row(1, 30n, 5), row(2, 20n, 9), row(3, 10n, 1)]

describe('the list of delegators', () => {
  it('sorts by what the URL says', () => {
    const query = parseDelegatorsQuery({ sort: 'since', dir: 'asc', page: '2' })
    expect(sortDelegators(rows, query).map(({ startRound }) => startRound)).toEqual([1, 5, 9])
    expect(delegatorsHref('/x', query.sort, query.dir, 2)).toBe('/x?sort=since&dir=asc&page=2')
  })
  it('falls back to most stake first', () => {
    const query = parseDelegatorsQuery({ sort: 'constructor', dir: ['asc'], page: 'x' })
    expect(query).toEqual({ sort: 'stake', dir: 'desc', page: 'x' })
    expect(delegatorsHref('/x', query.sort, query.dir)).toBe('/x')
  })
  it('stays within its pages', () => {
    expect(pageFrom('3', 120, 50)).toBe(3)
    expect(pageFrom('9', 120, 50)).toBe(3)
    expect(pageFrom('0', 120, 50)).toBe(1)
    expect(pageFrom('x', 0, 50)).toBe(1)
  })
  it('becomes a file with every row and exact amounts', () => {
    const lines = delegatorsCsv({ rows, round: 12 }).trimEnd().split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[1]).toBe(
      '0x0000000000000000000000000000000000000001,yes,0.00000000000000003,50,0.000000000000000015,0,5,10,12',
    )
  })
})
