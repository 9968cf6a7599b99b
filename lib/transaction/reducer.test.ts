import { describe, expect, it } from 'vitest'
import { failureOf } from '@/lib/contracts/errors'
import { planFor } from '@/lib/transaction/plan'
import { bob, LPT, stateWith } from '@/lib/transaction/plan.fixture'
import { draft, isRunning, progressOf, reduce } from '@/lib/transaction/reducer'
import type { FlowEvent, FlowStage, FlowState, Plan, Progress } from '@/lib/transaction/types'

const planning = planFor(stateWith(), { verb: 'bond', amountWei: LPT, to: bob })
if (planning.state === 'refused') throw new Error('the fixture plans')
const plan: Plan = planning.plan

const a = `0x${'aa'.repeat(32)}` as const
const b = `0x${'bb'.repeat(32)}` as const
const first: Progress = { plan, step: 0, done: [] }
const last: Progress = { plan, step: 1, done: [] }
const failure = failureOf('unknown')
const reason = { code: 'interrupted' } as const
const done = {
  step: 0,
  hash: a,
  block: 7n,
  outcome: { verb: 'approve', spender: bob, amountWei: LPT },
} as const

const queue = { threshold: 2, owners: 3, others: 0, unread: false }

const states: Record<FlowStage, FlowState> = {
  draft,
  checking: { stage: 'checking', ...first },
  ready: { stage: 'ready', notice: null, ...first },
  signing: { stage: 'signing', nonce: 3, block: 5n, ...first },
  submitted: { stage: 'submitted', hash: a, nonce: 3, earlierHashes: [], ...first },
  mined: { stage: 'mined', indexing: 'waiting', ...last },
  indexed: { stage: 'indexed', block: 9n, ...last },
  refused: { stage: 'refused', failure, ...first },
  rejected: { stage: 'rejected', failure, ...first },
  reverted: { stage: 'reverted', hash: a, block: 7n, failure, ...first },
  replaced: { stage: 'replaced', hash: a, by: b, ...first },
  cancelled: { stage: 'cancelled', hash: a, by: b, ...first },
  lost: { stage: 'lost', hash: a, nonce: 3, ...first },
  stopped: { stage: 'stopped', reason, ...first },
  'safe-proposed': { stage: 'safe-proposed', safeTxHash: b, queue, ...first },
  'batch-sent': { stage: 'batch-sent', batchId: '1', ...first },
}

const events: Record<FlowEvent['type'], FlowEvent> = {
  check: { type: 'check', ...first },
  checked: { type: 'checked', notice: null },
  'plan-refreshed': { type: 'plan-refreshed', plan, notice: { code: 'plan-changed' } },
  asked: { type: 'asked', nonce: 3, block: 5n },
  submitted: { type: 'submitted', hash: a },
  repriced: { type: 'repriced', hash: b },
  mined: { type: 'mined', done },
  next: { type: 'next' },
  'index-late': { type: 'index-late' },
  indexed: { type: 'indexed', block: 9n },
  refused: { type: 'refused', failure },
  rejected: { type: 'rejected', failure },
  reverted: { type: 'reverted', hash: a, block: 7n, failure },
  replaced: { type: 'replaced', by: b },
  cancelled: { type: 'cancelled', by: b },
  lost: { type: 'lost' },
  stopped: { type: 'stopped', reason },
  'safe-proposed': { type: 'safe-proposed', safeTxHash: b, queue },
  'safe-looked': { type: 'safe-looked', queue: { ...queue, others: 1 } },
  'batch-sent': { type: 'batch-sent', batchId: '1' },
  restored: { type: 'restored', state: states.submitted },
  reset: { type: 'reset' },
}

/** Which events move a state, and where to. Everything else leaves it as it is. */
const moves: Record<FlowStage, Partial<Record<FlowEvent['type'], FlowStage>>> = {
  draft: { check: 'checking', restored: 'submitted' },
  checking: {
    check: 'checking',
    checked: 'ready',
    'plan-refreshed': 'ready',
    asked: 'signing',
    rejected: 'rejected',
    stopped: 'stopped',
    reset: 'draft',
  },
  ready: { check: 'checking', stopped: 'stopped', reset: 'draft' },
  signing: {
    submitted: 'submitted',
    refused: 'refused',
    rejected: 'rejected',
    stopped: 'stopped',
    'safe-proposed': 'safe-proposed',
    'batch-sent': 'batch-sent',
    reset: 'draft',
  },
  submitted: {
    repriced: 'submitted',
    mined: 'mined',
    reverted: 'reverted',
    replaced: 'replaced',
    cancelled: 'cancelled',
    lost: 'lost',
    reset: 'draft',
  },
  mined: { check: 'checking', 'index-late': 'mined', indexed: 'indexed', reset: 'draft' },
  indexed: { check: 'checking', reset: 'draft' },
  refused: { check: 'checking', reset: 'draft' },
  rejected: { check: 'checking', reset: 'draft' },
  reverted: { check: 'checking', reset: 'draft' },
  replaced: { check: 'checking', reset: 'draft' },
  cancelled: { check: 'checking', reset: 'draft' },
  lost: { check: 'checking', submitted: 'submitted', reset: 'draft' },
  stopped: {
    check: 'checking',
    submitted: 'submitted',
    'safe-proposed': 'safe-proposed',
    stopped: 'stopped',
    reset: 'draft',
  },
  'safe-proposed': {
    submitted: 'submitted',
    mined: 'mined',
    reverted: 'reverted',
    rejected: 'rejected',
    'safe-looked': 'safe-proposed',
    reset: 'draft',
  },
  'batch-sent': { check: 'checking', reset: 'draft' },
}

const pairs = Object.keys(states).flatMap((stage) =>
  Object.keys(events).map((type) => [stage as FlowStage, type as FlowEvent['type']] as const),
)

describe('every event in every state', () => {
  it.each(pairs)('%s, %s', (stage, type) => {
    const before = states[stage]
    const after = reduce(before, events[type])
    const target = moves[stage][type]
    if (target === undefined) expect(after).toBe(before)
    else expect(after.stage).toBe(target)
  })
})

describe('what a state carries', () => {
  it('keeps earlier hashes of a sped up transaction', () => {
    const once = reduce(states.submitted, events.repriced)
    expect(once).toMatchObject({ hash: b, earlierHashes: [a] })
  })

  it('adds the finished step when mined', () => {
    expect(reduce(states.submitted, events.mined)).toMatchObject({
      step: 0,
      done: [done],
      indexing: 'waiting',
    })
  })

  it('waits for the person before the next step', () => {
    const mined: FlowState = { stage: 'mined', indexing: 'waiting', plan, step: 0, done: [done] }
    expect(reduce(mined, events.next)).toEqual({ stage: 'ready', notice: null, plan, step: 1, done: [done] })
  })

  it('can stop between two steps, not after the last', () => {
    const between: FlowState = { stage: 'mined', indexing: 'waiting', plan, step: 0, done: [done] }
    expect(reduce(between, events.stopped).stage).toBe('stopped')
    expect(reduce(states.mined, events.stopped)).toBe(states.mined)
  })

  it('follows a hash that comes after the flow was stopped', () => {
    expect(reduce(states.stopped, events.submitted)).toMatchObject({
      stage: 'submitted',
      hash: a,
      nonce: null,
    })
  })

  it('shows the plan that is being checked, which may have newer hints', () => {
    const newer = { ...plan, block: plan.block + 1n }
    expect(reduce(states.checking, { type: 'check', ...first, plan: newer })).toMatchObject({ plan: newer })
  })

  it('starts a refreshed plan from its first step', () => {
    const checking: FlowState = { stage: 'checking', plan, step: 1, done: [done] }
    expect(reduce(checking, events['plan-refreshed'])).toMatchObject({ step: 0, done: [], plan })
  })
})

it('is running exactly while nothing is asked of the person', () => {
  const running = Object.values(states)
    .filter(isRunning)
    .map(({ stage }) => stage)
  expect(running).toEqual(['checking', 'signing', 'submitted', 'safe-proposed'])
  expect(isRunning({ stage: 'mined', indexing: 'waiting', plan, step: 0, done: [done] })).toBe(true)
})

it('has no progress in a draft', () => {
  expect(progressOf(draft)).toBeNull()
  expect(progressOf(states.stopped)).toEqual(first)
})
