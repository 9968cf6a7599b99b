import { expect, test } from 'vitest'
import { failureOf } from '@/lib/contracts/errors'
import { planFor } from '@/lib/transaction/plan'
import { bob, LPT, me, stateWith, unbonded } from '@/lib/transaction/plan.fixture'
import type { FlowState } from '@/lib/transaction/types'
import { flowReport, isReportable } from './flow-report'
import { stageWords } from './stage-words'

const planning = planFor(stateWith(unbonded), { verb: 'bond', amountWei: LPT, to: bob })
if (planning.state !== 'planned') throw new Error('The fixture cannot be planned.')
const { plan } = planning
const hash = `0x${'ab'.repeat(32)}` as const
const at = { plan, step: 1, done: [] }

test('names the sentence, the reason and what identifies the case', () => {
  const state: FlowState = {
    stage: 'reverted',
    hash,
    block: 7n,
    failure: { ...failureOf('unknown'), kind: 'reverted', detail: 'Error("no")', data: '0x08c379a0' },
    ...at,
  }
  const words = stageWords(state)
  if (!words) throw new Error('no words')
  expect(isReportable(state)).toBe(true)
  const report = flowReport(state, words).split('\n')
  expect(report[0]).toBe(words.title)
  expect(report).toContain('Detail: Error("no")')
  expect(report).toContain('Revert data: 0x08c379a0')
  expect(report).toContain(`Transaction: ${hash}`)
  expect(report.find((line) => line.startsWith('Action:'))).toBe(
    `Action: bond, step 2 of 2 (bond), chain ${plan.chainId}, account ${me}, figures of block ${plan.block}`,
  )
})

test('is offered where something went wrong, not where all is well or the person said no', () => {
  const offered: FlowState[] = [
    { stage: 'lost', hash, nonce: 1, ...at },
    { stage: 'stopped', reason: { code: 'unclear', detail: null }, ...at },
    { stage: 'rejected', failure: failureOf('transport'), ...at },
  ]
  const not: FlowState[] = [
    { stage: 'indexed', block: 1n, ...at },
    { stage: 'refused', failure: failureOf('user-refused'), ...at },
    { stage: 'stopped', reason: { code: 'interrupted' }, ...at },
  ]
  expect(offered.every(isReportable)).toBe(true)
  expect(not.some(isReportable)).toBe(false)
})
