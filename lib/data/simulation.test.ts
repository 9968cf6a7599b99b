import { encodeErrorResult, encodeFunctionResult, type Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { paidBefore } from '@/lib/data/payments'
import { simulationOf } from '@/lib/data/simulation'
import { timelockLensAbi } from '@/lib/data/timelock-lens'

const LPT = 10n ** 18n
const [X, Y] = [`0x${'1'.repeat(40)}`, `0x${'2'.repeat(40)}`] as const

function answer(done: bigint, reason: Hex): Hex {
  return encodeFunctionResult({
    abi: timelockLensAbi,
    functionName: 'run',
    result: [[10n * LPT, 4n * LPT], [3n * LPT, 1n * LPT], done, reason],
  })
}
const said = (message: string) =>
  encodeErrorResult({
    abi: [{ type: 'error', name: 'Error', inputs: [{ name: 'message', type: 'string' }] }],
    errorName: 'Error',
    args: [message],
  })

describe('what carrying out a proposal would do', () => {
  it('is what the treasury holds before and after', () => {
    expect(simulationOf(answer(2n, '0x'), 2)).toEqual({
      state: 'works',
      lpt: { beforeWei: 10n * LPT, afterWei: 4n * LPT },
      eth: { beforeWei: 3n * LPT, afterWei: 1n * LPT },
    })
  })

  it('names the call that fails and why, in words where they are known', () => {
    const failed = simulationOf(answer(1n, said('ERC20: transfer amount exceeds balance')), 2)
    expect(failed).toMatchObject({ state: 'fails', action: 2, decoded: null })
    expect(simulationOf(answer(0n, said('made up here')), 2)).toMatchObject({
      state: 'fails',
      action: 1,
      decoded: 'Error("made up here")',
    })
  })

  it('is not known where the node does not replace code', () => {
    expect(simulationOf('0x', 1).state).toBe('unknown')
  })
})

describe('what recipients got before', () => {
  const pay = (to: `0x${string}`, amountWei: bigint) => ({ kind: 'lpt-transfer', to, amountWei }) as const
  const executed = [
    { id: '1', actions: [pay(X, 5n), pay(X, 2n), { kind: 'eth-transfer', to: X, ethWei: 3n } as const] },
    { id: '2', actions: [pay(X, 1n)] },
    { id: '3', actions: [pay(Y, 9n)] },
  ]

  it('sums executed proposals other than this one, each recipient once', () => {
    expect(paidBefore(executed, { id: '2', actions: [pay(X, 1n), pay(X, 1n)] })).toEqual([
      { to: X, lptWei: 7n, ethWei: 3n, proposals: 1 },
    ])
    expect(paidBefore(executed, { id: '9', actions: [pay(X, 1n)] })).toEqual([
      { to: X, lptWei: 8n, ethWei: 3n, proposals: 2 },
    ])
  })

  it('has nobody who got nothing', () => {
    expect(paidBefore(executed, { id: '3', actions: [pay(Y, 9n)] })).toEqual([])
  })
})
