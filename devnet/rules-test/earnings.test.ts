import { expect, test } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import type { Harness } from '@/devnet/contracts-test/harness'
import type { Cast } from '@/devnet/contracts-test/random-actions'
import { runRandomSequence } from '@/devnet/contracts-test/random-sequence'
import { readAccount, readEarningsPool } from '@/devnet/rules-test/observe'
import { DELEGATOR_STATUS_CODE, delegatorStatus } from '@/lib/protocol/delegator-status'
import { factorsAtPastRound, pastEarnings } from '@/lib/protocol/earnings'
import { isActive, isRegistered } from '@/lib/protocol/orchestrator-status'
import type { Address } from '@/lib/protocol/types'

const CALLS = 550
const CALLS_BETWEEN_COMPARISONS = 4
/** Accounts looked at in each comparison, in turn, besides the one that just acted. */
const ACCOUNTS_AT_ONCE = 7

const everyone = (cast: Cast): Address[] => [...cast.orchestrators, ...cast.delegators, cast.idle]

/** What an account held when a round ended, as the contract said before anything happened in the next one. */
interface RoundEnd {
  round: bigint
  account: Address
  delegate: Address
  lastClaimRound: bigint
  stake: bigint
  fees: bigint
}

/** Remembers ends of rounds and the rounds of rewards and fees, as the index does, to look back from later. */
class History {
  readonly ends: RoundEnd[] = []
  readonly rewards = new Map<Address, bigint[]>()
  readonly fees = new Map<Address, bigint[]>()

  note(kind: 'rewards' | 'fees', account: Address, round: bigint): void {
    this[kind].set(account, [...(this[kind].get(account) ?? []), round])
  }
}

function inTurn(cast: Cast, index: number): Address[] {
  const all = everyone(cast)
  const first = (index / CALLS_BETWEEN_COMPARISONS) * ACCOUNTS_AT_ONCE
  return Array.from({ length: ACCOUNTS_AT_ONCE }, (_, step) => all[(first + step) % all.length] ?? cast.idle)
}

async function compareAccounts(h: Harness, accounts: readonly Address[], round: bigint): Promise<number> {
  let compared = 0
  for (const account of accounts) {
    const view = await readAccount(h, account, round)
    const [stake, fees] = await h.pending(account)
    expect(view.pending, `pending of ${account}`).toEqual({ stake, fees })
    const [status, registered, active] = await Promise.all([
      h.view('BondingManager', 'delegatorStatus', account),
      h.view('BondingManager', 'isRegisteredTranscoder', account),
      h.view('BondingManager', 'isActiveTranscoder', account),
    ])
    expect(DELEGATOR_STATUS_CODE[delegatorStatus(view.delegator, round)]).toBe(status)
    expect(isRegistered(account, view.delegator)).toBe(registered)
    const transcoder = await h.transcoder(account)
    expect(isActive(transcoder, round)).toBe(active)
    compared++
  }
  return compared
}

/** Ends of earlier rounds of those delegators that have not claimed since, worked out from today's records. */
async function comparePast(h: Harness, history: History): Promise<number> {
  let compared = 0
  for (const end of history.ends.slice(-40)) {
    const delegator = await h.delegator(end.account)
    const same = delegator.lastClaimRound === end.lastClaimRound && delegator.delegateAddress === end.delegate
    if (!same || end.delegate === end.account || end.round < end.lastClaimRound) continue
    const rewards = history.rewards.get(end.delegate) ?? []
    const fees = history.fees.get(end.delegate) ?? []
    const wanted = new Set([end.round, end.lastClaimRound, ...rewards, ...fees])
    const rows = await Promise.all(
      [...wanted].map(async (round) => ({ round, ...(await readEarningsPool(h, end.delegate, round)) })),
    )
    const start = await readEarningsPool(h, end.delegate, end.lastClaimRound)
    const atEnd = factorsAtPastRound(rows, rewards, fees, end.round)
    expect(pastEarnings(delegator, end.round, start, atEnd), `round ${end.round} of ${end.account}`).toEqual({
      stake: end.stake,
      fees: end.fees,
    })
    compared++
  }
  return compared
}

test('pending stake and fees, statuses and past rounds equal the contracts on random states', async () => {
  const history = new History()
  let present = 0
  let past = 0
  const report = await runRandomSequence({
    chain: await createChain(),
    seed: 20_260_801,
    calls: CALLS,
    afterRoundStart: async ({ h, cast, round }) => {
      past += await comparePast(h, history)
      for (const account of cast.delegators) {
        const [delegator, [stake, fees]] = await Promise.all([h.delegator(account), h.pending(account)])
        history.ends.push({
          round: round - 1n,
          account,
          delegate: delegator.delegateAddress,
          lastClaimRound: delegator.lastClaimRound,
          stake,
          fees,
        })
      }
    },
    afterCall: async ({ h, cast, index, round, call, outcome }) => {
      if (outcome.state === 'mined') {
        for (const log of outcome.logs) {
          if (log.event === 'Reward') history.note('rewards', log.args.transcoder as Address, round)
        }
        if (call.functionName === 'updateTranscoderWithFees') {
          history.note('fees', call.args?.[0] as Address, round)
        }
      }
      if (index % CALLS_BETWEEN_COMPARISONS === 0) {
        present += await compareAccounts(h, [call.from, ...inTurn(cast, index)], round)
      }
    },
  })
  // The sequence must have exercised what is compared.
  expect(present).toBeGreaterThan(1_000)
  expect(past).toBeGreaterThan(100)
  expect(report.mined.reward ?? 0).toBeGreaterThan(10)
  expect(report.mined.ticketFees ?? 0).toBeGreaterThan(10)
})
