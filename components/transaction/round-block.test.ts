import { encodeErrorResult } from 'viem'
import { expect, test } from 'vitest'
import { classifyError, failureOf } from '@/lib/contracts/errors'
import { stateWith } from '@/lib/transaction/plan.fixture'
import { refusalsOf } from '@/lib/transaction/plan-refusals'
import { planFailure } from '@/lib/transaction/run-steps'
import { blockedByRound } from './round-block'

const errorAbi = [{ type: 'error', name: 'Error', inputs: [{ name: 'message', type: 'string' }] }] as const

const revert = (message: string) =>
  classifyError(
    { code: 3, data: encodeErrorResult({ abi: errorAbi, errorName: 'Error', args: [message] }) },
    'endpoint',
  )

test('a round that nobody started is recognised as the plan and as the contract say it', () => {
  const { round } = stateWith()
  const [refusal] = refusalsOf(stateWith({ round: { ...round, initialized: false } }), {
    verb: 'claimEarnings',
  })
  expect(refusal && blockedByRound(planFailure(refusal))).toBe(true)
  expect(blockedByRound(revert('current round is not initialized'))).toBe(true)
})

test('other failures are not blamed on the round', () => {
  expect(blockedByRound(revert('system is paused'))).toBe(false)
  expect(blockedByRound(failureOf('user-refused'))).toBe(false)
})
