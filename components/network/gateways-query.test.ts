import { getAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import { gatewaysCsv } from '@/components/network/gateways-csv'
import { gatewaysHref, parseGateways, selectGateways } from '@/components/network/gateways-query'
import type { GatewayRow } from '@/lib/data/gateways'

const row = (digit: string, of: Partial<GatewayRow> & { deposit?: bigint } = {}): GatewayRow => {
  const { deposit = 0n, ...rest } = of
  return {
    address: getAddress(`0x${digit.repeat(40)}`),
    name: null,
    paid: { ethWei: 0n, usdE18: 0n },
    paid90: { ethWei: 0n, usdE18: 0n },
    firstFundedAt: null,
    lastPaidAt: null,
    funds: {
      depositWei: deposit,
      reserveWei: 0n,
      reserveClaimedWei: 0n,
      withdrawRound: null,
      unlockPeriodRounds: 2,
    },
    ...rest,
  }
}

const paid = (ethWei: bigint) => ({ ethWei, usdE18: null })
const rows = [
  row('1', { paid90: paid(5n), paid: paid(9n), lastPaidAt: 200 }),
  row('2', { deposit: 7n, name: 'bee.eth' }),
  row('3', { paid90: paid(8n), paid: paid(8n), lastPaidAt: 100, deposit: 1n }),
]
const chosen = (search: string) =>
  selectGateways(rows, parseGateways(Object.fromEntries(new URLSearchParams(search))))
    .map(({ address }) => address[2])
    .join('')

describe('the list of gateways', () => {
  it.each([
    ['', '312'],
    ['sort=paid-90&dir=asc', '213'],
    ['sort=paid', '132'],
    ['sort=deposit', '231'],
    ['show=paying', '31'],
    ['show=funded', '32'],
    ['q=BEE', '2'],
    ['q=0x33', '3'],
    ['q=nobody', ''],
  ])('%s is in the order asked for', (search, expected) => {
    expect(chosen(search)).toBe(expected)
  })
  it.each(['sort=last-paid&dir=desc', 'sort=last-paid&dir=asc'])('%s has the unknown last', (search) => {
    expect(chosen(search).at(-1)).toBe('2')
  })
  it.each(['sort=name', 'sort=name&dir=desc'])('%s has the nameless last', (search) => {
    expect(chosen(search)[0]).toBe('2')
  })
  it('has one URL for one state', () => {
    expect(gatewaysHref(parseGateways({}))).toBe('/gateways')
    expect(gatewaysHref(parseGateways({ sort: 'paid-90', dir: 'desc', show: 'all', q: ' ' }))).toBe(
      '/gateways',
    )
    const state = parseGateways({ q: 'a b', show: 'funded', sort: 'deposit', dir: 'asc' })
    expect(gatewaysHref(state, 2)).toBe('/gateways?q=a+b&show=funded&sort=deposit&dir=asc&page=2')
  })
})

it('the file has exact amounts, and nothing where dollars are not known', () => {
  const csv = gatewaysCsv({ round: { number: 4250 } as Parameters<typeof gatewaysCsv>[0]['round'] }, [
    row('1', { paid: paid(1n), name: '=x', lastPaidAt: 86_400 }),
  ])
  expect(csv.split('\r\n')[1]).toBe(
    `${getAddress(`0x${'1'.repeat(40)}`)},'=x,0,0,0.000000000000000001,,1970-01-02,0,0,none,,,4250`,
  )
})
