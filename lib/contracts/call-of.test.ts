import {
  type Address,
  decodeFunctionData,
  encodeAbiParameters,
  encodeEventTopics,
  type Hex,
  toFunctionSelector,
  zeroAddress,
} from 'viem'
import { describe, expect, it } from 'vitest'
import { bondingManagerEventsAbi } from '@/lib/contracts/abi/bonding-manager-events'
import { livepeerTokenAbi } from '@/lib/contracts/abi/livepeer-token'
import { arbitrumOneAddresses as addresses } from '@/lib/contracts/addresses'
import type { CallArgs } from '@/lib/contracts/call'
import { callOf, readOutcome } from '@/lib/contracts/call-of'
import type { ReceiptLog } from '@/lib/contracts/read-event'

const me: Address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const other: Address = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
const none = { prev: zeroAddress, next: zeroAddress }
const hint = { prev: me, next: other }

/** Selectors of contracts.md section 15. */
const cases: readonly { args: CallArgs; signature: string; selector: Hex; values: string[] }[] = [
  {
    args: { verb: 'approve', spender: other, amountWei: 5n },
    signature: 'approve(address,uint256)',
    selector: toFunctionSelector('approve(address,uint256)'),
    values: [other, '5'],
  },
  {
    args: { verb: 'bond', amountWei: 7n, to: other, oldHint: none, newHint: none },
    signature: 'bond(uint256,address)',
    selector: '0xb78d27dc',
    values: ['7', other],
  },
  {
    args: { verb: 'bond', amountWei: 7n, to: other, oldHint: none, newHint: hint },
    signature: 'bondWithHint(uint256,address,address,address,address,address)',
    selector: '0x6bd9add4',
    values: ['7', other, zeroAddress, zeroAddress, me, other],
  },
  {
    args: { verb: 'unbond', amountWei: 1n, hint: none },
    signature: 'unbond(uint256)',
    selector: '0x27de9e32',
    values: ['1'],
  },
  {
    args: { verb: 'unbond', amountWei: 1n, hint },
    signature: 'unbondWithHint(uint256,address,address)',
    selector: '0x9500ed9b',
    values: ['1', me, other],
  },
  {
    args: { verb: 'rebond', lockId: 3n, hint: none },
    signature: 'rebond(uint256)',
    selector: '0xeaffb3f9',
    values: ['3'],
  },
  {
    args: { verb: 'rebond', lockId: 3n, hint },
    signature: 'rebondWithHint(uint256,address,address)',
    selector: '0x7fc4606f',
    values: ['3', me, other],
  },
  {
    args: { verb: 'rebondFromUnbonded', to: other, lockId: 3n, hint: none },
    signature: 'rebondFromUnbonded(address,uint256)',
    selector: '0x3a080e93',
    values: [other, '3'],
  },
  {
    args: { verb: 'rebondFromUnbonded', to: other, lockId: 3n, hint },
    signature: 'rebondFromUnbondedWithHint(address,uint256,address,address)',
    selector: '0x0584a373',
    values: [other, '3', me, other],
  },
  {
    args: { verb: 'withdrawStake', lockId: 3n },
    signature: 'withdrawStake(uint256)',
    selector: '0x25d5971f',
    values: ['3'],
  },
  {
    args: { verb: 'withdrawFees', recipient: other, amountWei: 9n },
    signature: 'withdrawFees(address,uint256)',
    selector: '0xad3b1b47',
    values: [other, '9'],
  },
  {
    args: { verb: 'claimEarnings' },
    signature: 'claimEarnings(uint256)',
    selector: '0x24b1babf',
    values: ['0'],
  },
]

describe.each(cases)('$signature', ({ args, signature, selector, values }) => {
  const call = callOf(args, addresses)

  it('encodes what it shows', () => {
    expect(call.data.slice(0, 10)).toBe(selector)
    const decoded = decodeFunctionData({ abi: call.abi, data: call.data })
    expect(decoded.functionName).toBe(call.functionName)
    expect((decoded.args ?? []).map(String)).toEqual(values)
    expect(call.rows.map(({ value }) => value)).toEqual(values)
  })

  it('gives the same call as a cast line', () => {
    expect(call.cast).toBe(`cast send ${call.address} "${signature}" ${values.join(' ')}`)
  })

  it('goes to the contract it names and depends on it', () => {
    expect(call.address).toBe(addresses[call.contract])
    expect(call.dependsOn).toContain(call.contract)
    expect(call.valueWei).toBe(0n)
  })
})

const log = (
  address: Address,
  topics: unknown,
  types: readonly string[],
  values: readonly unknown[],
): ReceiptLog => ({
  address,
  topics: topics as Hex[],
  data: encodeAbiParameters(
    types.map((type) => ({ type })),
    values as never,
  ),
})
const bonded = (delegator: Address, contract: Address = addresses.BondingManager) =>
  log(
    contract,
    encodeEventTopics({
      abi: bondingManagerEventsAbi,
      eventName: 'Bond',
      args: { newDelegate: other, oldDelegate: zeroAddress, delegator },
    }),
    ['uint256', 'uint256'],
    [7n, 9n],
  )
const bondArgs: CallArgs = { verb: 'bond', amountWei: 7n, to: other, oldHint: none, newHint: none }

describe('reading what happened', () => {
  it('reads the account’s own event', () => {
    expect(readOutcome(bondArgs, [bonded(me)], me, addresses)).toEqual({
      verb: 'bond',
      delegate: other,
      oldDelegate: zeroAddress,
      addedWei: 7n,
      stakeWei: 9n,
    })
  })

  it.each([
    ['of another account', [bonded(other)]],
    ['of another contract', [bonded(me, other)]],
    ['that is missing', []],
    ['that is malformed', [{ ...bonded(me), data: '0x01' as const }]],
    ['without topics', [{ ...bonded(me), topics: [] }]],
  ])('does not take an event %s for success', (_name, logs) => {
    expect(readOutcome(bondArgs, logs, me, addresses)).toBeNull()
  })

  it('takes the last approval of this owner and spender', () => {
    const approval = (owner: Address, spender: Address, value: bigint) =>
      log(
        addresses.LivepeerToken,
        encodeEventTopics({ abi: livepeerTokenAbi, eventName: 'Approval', args: { owner, spender } }),
        ['uint256'],
        [value],
      )
    const logs = [approval(me, other, 1n), approval(me, other, 5n), approval(other, me, 8n)]
    const args: CallArgs = { verb: 'approve', spender: other, amountWei: 5n }
    expect(readOutcome(args, logs, me, addresses)).toEqual({ verb: 'approve', spender: other, amountWei: 5n })
  })
})
