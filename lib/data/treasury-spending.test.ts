import { describe, expect, test } from 'vitest'
import type { ActionView } from '@/lib/data/governance-types'
import { spendingOf } from '@/lib/data/treasury-spending'

const a = '0x00000000000000000000000000000000000000aA'
const b = '0x00000000000000000000000000000000000000bB'
const lpt = (to: typeof a | typeof b, amountWei: bigint): ActionView => ({
  kind: 'lpt-transfer',
  to,
  amountWei,
})
const call: ActionView = {
  kind: 'call',
  target: a,
  contract: null,
  selector: null,
  calldata: '0x',
  ethWei: 0n,
}

describe('spendingOf', () => {
  test('sums by recipient, counts a proposal once, greatest first', () => {
    const view = spendingOf([
      { id: '1', actions: [lpt(a, 5n), lpt(a, 6n), lpt(b, 4n)] },
      { id: '2', actions: [lpt(b, 20n), { kind: 'eth-transfer', to: a, ethWei: 3n }, call] },
    ])
    expect(view).toEqual({
      recipients: [
        { to: b, lptWei: 24n, ethWei: 0n, proposals: 2 },
        { to: a, lptWei: 11n, ethWei: 3n, proposals: 2 },
      ],
      executed: 2,
      withOtherCalls: 1,
    })
  })

  test('is empty when nothing was executed', () => {
    expect(spendingOf([])).toEqual({ recipients: [], executed: 0, withOtherCalls: 0 })
  })
})
