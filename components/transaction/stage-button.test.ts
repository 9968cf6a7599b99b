import { describe, expect, it, test } from 'vitest'
import { planFor } from '@/lib/transaction/plan'
import { bob, LPT, stateWith, unbonded } from '@/lib/transaction/plan.fixture'
import { isRunning } from '@/lib/transaction/reducer'
import type { FlowState } from '@/lib/transaction/types'
import { isDone, stageButton, stageTone } from './stage-button'
import { stageWords } from './stage-words'

const planning = planFor(stateWith(unbonded), { verb: 'bond', amountWei: LPT, to: bob })
if (planning.state !== 'planned') throw new Error('The fixture cannot be planned.')
const { plan } = planning
const hash = `0x${'ab'.repeat(32)}` as const
const failure = {
  kind: 'reverted',
  reason: 'It says no.',
  next: 'Do that.',
  detail: 'Error("no")',
  data: null,
} as const
const at = { plan, step: 1, done: [] }
const first = { ...at, step: 0 }

const inQueue = { threshold: 2, owners: 3, others: 0, unread: false }

const states: FlowState[] = [
  { stage: 'checking', ...at },
  { stage: 'ready', notice: null, ...at },
  { stage: 'ready', notice: { code: 'plan-changed' }, ...at },
  { stage: 'signing', nonce: 1, block: 1n, ...at },
  { stage: 'submitted', hash, nonce: 1, earlierHashes: [], ...at },
  { stage: 'submitted', hash, nonce: 1, earlierHashes: [hash], ...at },
  { stage: 'mined', indexing: 'waiting', ...first },
  { stage: 'mined', indexing: 'waiting', ...at },
  { stage: 'mined', indexing: 'late', ...at },
  { stage: 'indexed', block: 1n, ...at },
  { stage: 'refused', failure, ...at },
  { stage: 'rejected', failure, ...at },
  { stage: 'reverted', hash, block: 1n, failure, ...at },
  { stage: 'replaced', hash, by: hash, ...at },
  { stage: 'cancelled', hash, by: hash, ...at },
  { stage: 'lost', hash, nonce: 1, ...at },
  { stage: 'stopped', reason: { code: 'chain-changed', expected: 31_337, found: 1 }, ...at },
  { stage: 'stopped', reason: { code: 'unclear', detail: 'x' }, ...at },
  { stage: 'stopped', reason: { code: 'elsewhere' }, ...at },
  { stage: 'stopped', reason: { code: 'ended-elsewhere' }, ...at },
  { stage: 'stopped', reason: { code: 'unclear-proposal', detail: null }, ...at },
  { stage: 'safe-proposed', safeTxHash: hash, queue: inQueue, ...at },
  { stage: 'safe-proposed', safeTxHash: hash, queue: { ...inQueue, others: 1 }, ...at },
  { stage: 'safe-proposed', safeTxHash: hash, queue: { ...inQueue, threshold: null, unread: true }, ...at },
  { stage: 'batch-sent', batchId: '1', ...at },
]

describe('every stage', () => {
  it.each(states)('$stage can be pressed or says why not', (state) => {
    const button = stageButton(state)
    const elsewhere = state.stage === 'stopped' && state.reason.code === 'elsewhere'
    // A proposal waits for days: its sheet can be closed.
    const waits = isRunning(state) && state.stage !== 'safe-proposed'
    expect(button.reason === null).toBe(!waits && !elsewhere)
    if (button.reason !== null) expect(button.reason).toMatch(/\.$/)
  })

  it.each(states)('$stage says what is so, in whole sentences', (state) => {
    const words = stageWords(state)
    if (state.stage === 'ready' && state.notice === null) return expect(words).toBeNull()
    expect(words?.title).toMatch(/[.]$/)
    expect(words?.detail ?? '').toMatch(/^$|[.]$/)
  })
})

test('only a failure is shown as a loss', () => {
  const losses = states.filter((state) => stageTone(state) === 'loss').map(({ stage }) => stage)
  expect(losses).toEqual(['rejected', 'reverted'])
})

test('a flow is done when its last step is mined, not an earlier one', () => {
  expect(states.filter(isDone).map(({ stage }) => stage)).toEqual(['mined', 'mined', 'indexed'])
})

test('a proposal says what it waits for and what was looked at', () => {
  const [fresh, passed, unread] = states
    .filter(({ stage }) => stage === 'safe-proposed')
    .map((state) => stageWords(state)?.detail)
  expect(fresh).toContain('It needs 2 signatures of 3 owners there')
  expect(passed).toContain('Not found among the 1 transaction your Safe has executed since.')
  expect(unread).toContain('does not show')
})

test('a failed transaction is not a success and says what it cost', () => {
  const words = stageWords({ stage: 'reverted', hash, block: 1n, failure, ...at })
  expect(words?.title).toBe('Step 2 of 2: The transaction failed. It says no.')
  expect(words?.detail).toBe('Only the network fee was spent. Do that.')
  const unproven = stageWords({
    stage: 'reverted',
    hash,
    block: 1n,
    failure: { ...failure, kind: 'no-event' },
    ...at,
  })
  expect(`${unproven?.title} ${unproven?.detail}`).not.toMatch(/failed|Only the network fee/)
  expect(words?.technical).toBe('Error("no")')
})
