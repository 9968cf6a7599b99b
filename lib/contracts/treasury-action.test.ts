import type { Address, Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { arbitrumOneAddresses as addresses } from '@/lib/contracts/addresses'
import { treasuryAction } from '@/lib/contracts/treasury-action'

const LPT = addresses.LivepeerToken
const other: Address = '0x00000000000000000000000000000000000000AA'
/** Example F of contracts.md 13.6. */
const transfer: Hex =
  '0xa9059cbb00000000000000000000000000000000000000000000000000000000000000aa0000000000000000000000000000000000000000000000008ac7230489e80000'

const action = (target: Address, calldata: Hex, valueWei = 0n) =>
  treasuryAction({ target, calldata, valueWei }, addresses)

describe('what a proposal does', () => {
  it('is a payment in LPT', () => {
    expect(action(LPT, transfer)).toEqual({ kind: 'lpt-transfer', to: other, amountWei: 10n ** 19n })
    expect(action(LPT.toLowerCase() as Address, transfer)).toMatchObject({ kind: 'lpt-transfer' })
  })

  it('is a payment in ETH', () => {
    expect(action(other, '0x', 5n)).toEqual({ kind: 'eth-transfer', to: other, ethWei: 5n })
  })

  it('is a call of a contract of the protocol', () => {
    expect(action(addresses.BondingManager, '0x228cb733')).toMatchObject({
      kind: 'call',
      contract: 'BondingManager',
      selector: '0x228cb733',
    })
    expect(action(addresses.Treasury, '0x', 1n)).toMatchObject({
      contract: 'Treasury',
      selector: null,
      ethWei: 1n,
    })
  })

  it.each<[string, Address, Hex, bigint]>([
    ['a transfer of another token', other, transfer, 0n],
    ['a transfer that sends ETH along, which fails', LPT, transfer, 1n],
    ['a transfer that is cut off', LPT, transfer.slice(0, -2) as Hex, 0n],
    ['a transfer with something behind it', LPT, `${transfer}00`, 0n],
    [
      'a transfer with something before the address',
      LPT,
      transfer.replace('0xa9059cbb00', '0xa9059cbb01') as Hex,
      0n,
    ],
    ['an unknown function of the token', LPT, `0xdeadbeef${transfer.slice(10)}`, 0n],
    ['three bytes', LPT, '0xa9059c', 0n],
    ['nothing to the token', LPT, '0x', 0n],
  ])('shows %s as it is', (_name, target, calldata, valueWei) => {
    expect(action(target, calldata, valueWei)).toMatchObject({ kind: 'call', target, calldata })
  })
})
