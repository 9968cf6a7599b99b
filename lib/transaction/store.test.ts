import { describe, expect, it, vi } from 'vitest'
import { planFor, samePromise } from '@/lib/transaction/plan'
import { alice, bob, LPT, me, orchestrator, ROUND, stateWith } from '@/lib/transaction/plan.fixture'
import type { KeptFlow } from '@/lib/transaction/ports'
import type { PlanState } from '@/lib/transaction/state'
import { createFlowStore, type KeyValueStore, newFlowId } from '@/lib/transaction/store'
import type { Intent, Plan } from '@/lib/transaction/types'

function memory(): KeyValueStore & { content: Map<string, string> } {
  const content = new Map<string, string>()
  return {
    content,
    getItem: (key) => content.get(key) ?? null,
    setItem: (key, value) => {
      content.set(key, value)
    },
    removeItem: (key) => {
      content.delete(key)
    },
  }
}

function planOf(intent: Intent, changes: Partial<PlanState> = {}): Plan {
  const planning = planFor(stateWith(changes), intent)
  if (planning.state === 'refused') throw new Error(planning.refusals[0].code)
  return planning.plan
}

const hash = `0x${'ab'.repeat(32)}` as const

function flowOf(plan: Plan, more: Partial<KeptFlow> = {}): KeptFlow {
  return {
    id: newFlowId(plan),
    stage: 'submitted',
    plan,
    step: plan.steps.length - 1,
    done: [],
    hash,
    nonce: 4,
    block: 5_000n,
    ...more,
  }
}

const unclaimed = {
  delegator: { ...stateWith().delegator, lastClaimRound: ROUND - 1n },
  delegate: orchestrator(alice, { lastRewardRound: 0n }),
  pendingStakeWei: 101n * LPT,
}

const intents: readonly [Intent, Partial<PlanState>][] = [
  [{ verb: 'approve', amountWei: 1n }, {}],
  [{ verb: 'bond', amountWei: LPT, to: bob }, unclaimed],
  [{ verb: 'unbond', amountWei: 100n * LPT - 1n }, {}],
  [{ verb: 'rebond', lockId: 1n }, unclaimed],
  [{ verb: 'withdrawStake', lockId: 1n }, {}],
  [{ verb: 'withdrawFees', amountWei: 1n, recipient: me }, {}],
  [{ verb: 'claimEarnings' }, unclaimed],
]

describe('keeping flows', () => {
  it.each(intents)('gives back exactly what it was given: %o', (intent, changes) => {
    const storage = memory()
    const plan = planOf(intent, changes)
    const flow = flowOf(plan, {
      done: [{ step: 0, hash, block: 2n ** 70n, outcome: { verb: 'approve', spender: bob, amountWei: 1n } }],
    })
    createFlowStore(storage, null).save(flow)
    const reread = createFlowStore(storage, null)
    expect(reread.list(31337, me)).toEqual([flow])
    expect(reread.damaged()).toBe(false)
    expect(reread.list(31337, me).every((kept) => samePromise(kept.plan, plan))).toBe(true)
  })

  it('gives back a proposal of a contract account with what it warned of', () => {
    const plan = planOf({ verb: 'unbond', amountWei: 1n }, { accountKind: 'contract' })
    expect(plan.warnings).toContainEqual({ code: 'contract-account' })
    const flow = flowOf(plan, { stage: 'proposed' })
    const storage = memory()
    createFlowStore(storage, null).save(flow)
    expect(createFlowStore(storage, null).list(31337, me)).toEqual([flow])
  })

  it.each([{ hash: null }, { nonce: null }])('does not take up a proposal with %o', (lacking) => {
    const storage = memory()
    const plan = planOf({ verb: 'unbond', amountWei: 1n })
    createFlowStore(storage, null).save(flowOf(plan, { stage: 'proposed', ...lacking }))
    const reread = createFlowStore(storage, null)
    expect(reread.list(31337, me)).toEqual([])
    expect(reread.damaged()).toBe(true)
  })

  it('replaces a flow of the same id and keeps others', () => {
    const store = createFlowStore(memory(), null)
    const plan = planOf({ verb: 'unbond', amountWei: 1n })
    const [one, two] = [flowOf(plan), flowOf(plan)]
    store.save(one)
    store.save(two)
    store.save({ ...one, stage: 'mined' })
    expect(store.list(31337, me).map(({ id, stage }) => [id, stage])).toEqual([
      [two.id, 'submitted'],
      [one.id, 'mined'],
    ])
    store.remove(two.id)
    expect(store.list(31337, me).map(({ id }) => id)).toEqual([one.id])
  })

  it('keeps accounts and chains apart', () => {
    const store = createFlowStore(memory(), null)
    store.save(flowOf(planOf({ verb: 'unbond', amountWei: 1n })))
    expect(store.list(31337, bob)).toEqual([])
    expect(store.list(42161, me)).toEqual([])
    expect(store.list(31337, me.toLowerCase() as typeof me)).toHaveLength(1)
  })

  it('forgets the oldest beyond its cap and leaves nothing behind when empty', () => {
    const storage = memory()
    const store = createFlowStore(storage, null)
    const flows = Array.from({ length: 25 }, () => flowOf(planOf({ verb: 'unbond', amountWei: 1n })))
    for (const flow of flows) store.save(flow)
    expect(store.list(31337, me).map(({ id }) => id)).toEqual(flows.slice(5).map(({ id }) => id))
    for (const flow of flows) store.remove(flow.id)
    expect(storage.content.size).toBe(0)
  })
})

describe('what cannot be understood', () => {
  const saved = () => {
    const storage = memory()
    createFlowStore(storage, null).save(flowOf(planOf({ verb: 'bond', amountWei: LPT, to: bob }, unclaimed)))
    const [key] = storage.content.keys()
    if (!key) throw new Error('nothing was kept')
    return { storage, key, text: storage.content.get(key) ?? '' }
  }
  const expectIgnored = (storage: KeyValueStore) => {
    const store = createFlowStore(storage, null)
    expect(store.list(31337, me)).toEqual([])
    expect(store.damaged()).toBe(true)
  }

  it('is ignored at every length a half-written content can have', () => {
    const { storage, key, text } = saved()
    for (let length = 0; length < text.length; length += 7) {
      storage.content.set(key, text.slice(0, length))
      expectIgnored(storage)
    }
  })

  it.each([
    ['nothing', 'null'],
    ['a list', '[]'],
    ['another version', '{"version":2,"flows":[]}'],
    ['no flows', '{"version":1}'],
    ['a flow that is none', '{"version":1,"flows":[1]}'],
  ])('%s is ignored', (_name, content) => {
    const { storage, key } = saved()
    storage.content.set(key, content)
    expectIgnored(storage)
  })

  it.each([
    ['an amount as a number', '"amountWei":"1000000000000000000n"', '"amountWei":1'],
    ['an amount that is endless', '"amountWei":"1000000000000000000n"', `"amountWei":"${'9'.repeat(400)}n"`],
    ['an unknown verb', '"verb":"bond"', '"verb":"steal"'],
    ['an inherited name as verb', '"verb":"bond"', '"verb":"toString"'],
    ['an address that is none', `"${bob}"`, '"0x12"'],
    ['a hash that is none', hash, '0xzz'],
    ['a step beyond the plan', '"step":1', '"step":7'],
    ['a submitted flow without hash', `"hash":"${hash}"`, '"hash":null'],
    ['an unknown warning', '"code":"reward-not-called"', '"code":"x"'],
  ])('%s is ignored', (_name, from, to) => {
    const { storage, key, text } = saved()
    expect(text).toContain(from)
    storage.content.set(key, text.replaceAll(from, to))
    expectIgnored(storage)
  })

  it('costs only itself: good flows beside it stay', () => {
    const { storage, key, text } = saved()
    const content = JSON.parse(text) as { flows: unknown[] }
    storage.content.set(key, JSON.stringify({ ...content, flows: [{}, ...content.flows] }))
    const store = createFlowStore(storage, null)
    expect(store.list(31337, me)).toHaveLength(1)
    expect(store.damaged()).toBe(true)
  })
})

describe('a storage that refuses', () => {
  const refusing: KeyValueStore = {
    getItem: () => {
      throw new Error('denied')
    },
    setItem: () => {
      throw new Error('full')
    },
    removeItem: () => {
      throw new Error('denied')
    },
  }
  it.each([
    ['throws', refusing],
    ['is not there', null],
  ])('nothing throws when it %s', (_name, storage) => {
    const store = createFlowStore(storage, null)
    const flow = flowOf(planOf({ verb: 'unbond', amountWei: 1n }))
    store.save(flow)
    store.remove(flow.id)
    expect(store.list(31337, me)).toEqual([])
  })
})

it('tells when another tab changed the flows, until it is told to stop', () => {
  const listeners = new Set<(event: { key: string | null }) => void>()
  const store = createFlowStore(memory(), {
    addEventListener: (_type, listener) => listeners.add(listener),
    removeEventListener: (_type, listener) => listeners.delete(listener),
  })
  const heard = vi.fn()
  const stop = store.watch(heard)
  const tell = (key: string | null) => {
    for (const listener of listeners) listener({ key })
  }
  tell('something else')
  expect(heard).not.toHaveBeenCalled()
  tell(`livepeer-delegator.flows.31337.${me.toLowerCase()}`)
  tell(null)
  expect(heard).toHaveBeenCalledTimes(2)
  stop()
  expect(listeners.size).toBe(0)
})
