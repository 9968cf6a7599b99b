import { describe, expect, it } from 'vitest'
import type { Ballot, TreasuryBallot } from '@/lib/transaction/ballot'
import { planFor, samePromise } from '@/lib/transaction/plan'
import {
  alice,
  bob,
  LPT,
  me,
  nobody,
  orchestrator,
  stateWith,
  unbonded,
} from '@/lib/transaction/plan.fixture'
import type { PlanState } from '@/lib/transaction/state'
import { createFlowStore, newFlowId } from '@/lib/transaction/store'
import type { Intent, Plan, Refusal, Warning } from '@/lib/transaction/types'

const id = 2n ** 255n + 12345n
const castVote: Intent = { verb: 'castVote', proposalId: id, support: 'for', reason: '' }
const votePoll: Intent = { verb: 'votePoll', poll: bob, choice: 'yes' }

const open: TreasuryBallot = {
  kind: 'treasury',
  state: 'active',
  snapshot: 90n,
  deadline: 100n,
  hasVoted: false,
  weightWei: 42n,
  delegate: alice,
  delegateIsOrchestrator: true,
  delegateVoted: false,
}
const poll: Ballot = { kind: 'poll', endBlock: 5_000n }
const mine: Partial<PlanState> = {
  delegator: { ...stateWith().delegator, delegateAddress: me, delegatedAmount: 900n * LPT },
  delegate: orchestrator(me, {}, { delegatedAmount: 900n * LPT }),
}

function planned(intent: Intent, changes: Partial<PlanState>): Plan {
  const planning = planFor(stateWith(changes), intent)
  if (planning.state === 'refused') throw new Error(planning.refusals[0].code)
  return planning.plan
}
const codes = (intent: Intent, changes: Partial<PlanState>): Warning['code'][] =>
  planned(intent, changes).warnings.map(({ code }) => code)

describe('what is refused', () => {
  it.each<[string, Intent, Partial<PlanState>, Refusal['code']]>([
    ['a proposal nobody made', castVote, { ballot: { kind: 'unknown' } }, 'proposal-unknown'],
    [
      'before voting opens',
      castVote,
      { ballot: { ...open, state: 'pending', weightWei: null } },
      'vote-not-open',
    ],
    ['after it closed', castVote, { ballot: { ...open, state: 'defeated' } }, 'vote-over'],
    ['a second vote', castVote, { ballot: { ...open, hasVoted: true } }, 'already-voted'],
    ['without ETH', castVote, { ballot: open, ethWei: 0n }, 'no-gas'],
    ['a poll that is none', votePoll, { ballot: { kind: 'unknown' } }, 'poll-unknown'],
    ['a closed poll', votePoll, { ballot: { kind: 'poll', endBlock: 4_999n } }, 'poll-over'],
  ])('%s', (_name, intent, changes, code) => {
    const planning = planFor(stateWith(changes), intent)
    expect(planning).toMatchObject({ state: 'refused', refusals: [{ code }] })
  })

  it.each([castVote, votePoll])('neither a pause nor an overdue round stops $verb', (intent) => {
    const ballot = intent.verb === 'castVote' ? open : poll
    const round = { ...stateWith().round, initialized: false }
    expect(planned(intent, { ballot, paused: true, round }).steps).toHaveLength(1)
  })
})

describe('what a vote does', () => {
  it('is one call that moves nothing', () => {
    const plan = planned(castVote, { ballot: open })
    expect(plan.steps).toEqual([
      {
        args: castVote,
        effects: [{ kind: 'treasury-vote', proposalId: id, support: 'for', reason: '', weightWei: 42n }],
      },
    ])
    expect(plan.after).toEqual(plan.before)
    expect(plan.claims).toEqual({ rewardsWei: 0n, feesWei: 0n })
  })

  it('weighs in a poll what the account has staked, or what is delegated to it', () => {
    const weight = (changes: Partial<PlanState>) =>
      planned(votePoll, { ballot: poll, ...changes }).steps[0]?.effects
    expect(weight({})).toEqual([{ kind: 'poll-vote', poll: bob, choice: 'yes', weightWei: 100n * LPT }])
    expect(weight(mine)).toMatchObject([{ weightWei: 900n * LPT }])
  })
})

describe('what is said before it', () => {
  it.each<[string, Intent, Partial<PlanState>, Warning['code'][]]>([
    ['a delegator overrides', castVote, { ballot: open }, ['vote-overrides']],
    [
      'an orchestrator votes for others',
      castVote,
      { ballot: { ...open, delegate: me } },
      ['vote-for-delegators'],
    ],
    ['no power', castVote, { ballot: { ...open, weightWei: 0n, delegate: null } }, ['vote-weightless']],
    ['a delegate that is none', castVote, { ballot: { ...open, delegateIsOrchestrator: false } }, []],
    ['a delegator in a poll', votePoll, { ballot: poll }, ['vote-overrides']],
    ['an orchestrator in a poll', votePoll, { ballot: poll, ...mine }, ['vote-for-delegators']],
    ['no stake in a poll', votePoll, { ballot: poll, ...unbonded }, ['vote-weightless']],
    ['stake with nobody registered', votePoll, { ballot: poll, delegate: nobody(alice) }, []],
  ])('%s', (_name, intent, changes, expected) => {
    expect(codes(intent, changes)).toEqual(expected)
  })

  it('says whether the orchestrator has voted, where the chain knows', () => {
    const [first] = planned(castVote, { ballot: { ...open, delegateVoted: true } }).warnings
    expect(first).toMatchObject({ delegate: alice, weightWei: 42n, delegateVoted: true })
    expect(planned(votePoll, { ballot: poll }).warnings[0]).toMatchObject({ delegateVoted: null })
  })
})

describe('a vote between review and signature', () => {
  it('is asked about again when its weight or meaning changed', () => {
    const shown = planned(castVote, { ballot: open })
    expect(samePromise(shown, planned(castVote, { ballot: open, block: 5_001n }))).toBe(true)
    expect(samePromise(shown, planned(castVote, { ballot: { ...open, weightWei: 41n } }))).toBe(false)
    expect(samePromise(shown, planned(castVote, { ballot: { ...open, delegateVoted: true } }))).toBe(false)
  })

  it('survives a reload', () => {
    const content = new Map<string, string>()
    const storage = {
      getItem: (key: string) => content.get(key) ?? null,
      setItem: (key: string, value: string) => void content.set(key, value),
      removeItem: (key: string) => void content.delete(key),
    }
    for (const [intent, ballot] of [
      [{ ...castVote, reason: 'Because “it” pays\nfor itself' }, open],
      [votePoll, poll],
    ] as const) {
      const plan = planned(intent, { ballot })
      const flow = {
        id: newFlowId(plan),
        stage: 'signing',
        plan,
        step: 0,
        done: [],
        hash: null,
        nonce: 3,
        block: 1n,
      } as const
      createFlowStore(storage, null).save(flow)
      const store = createFlowStore(storage, null)
      expect(store.list(31337, me)).toContainEqual(flow)
      expect(store.damaged()).toBe(false)
    }
  })
})
