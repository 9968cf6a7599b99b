import { expect, test } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import type { ContractCall } from '@/devnet/contracts-test/call-contract'
import type { Harness } from '@/devnet/contracts-test/harness'
import { ZERO } from '@/devnet/contracts-test/harness'
import { runRandomSequence } from '@/devnet/contracts-test/random-sequence'
import { expectedReward } from '@/devnet/rules-test/expected-reward'
import { readAccount, readPool, readTarget, readTranscoder } from '@/devnet/rules-test/observe'
import {
  bondHints,
  rebondHint,
  rewardHint,
  transcoderHint,
  transferBondHints,
  unbondHint,
} from '@/lib/protocol/list-hints'
import type { CandidatePool } from '@/lib/protocol/orchestrator-status'
import type { Hint } from '@/lib/protocol/sorted-pool'
import { indexInPool } from '@/lib/protocol/sorted-pool'
import type { Address } from '@/lib/protocol/types'

const CALLS = 450

/** The call as the site would send it, with what it says about the pool afterwards. */
interface Hinted {
  call: ContractCall
  pool: CandidatePool
  /** Members whose hint was given, with the neighbours they should end up between. */
  placed: { account: Address; hint: Hint }[]
  evicted: Address | null
}

/** Beside the sequence, somebody leaves entirely and comes back. */
const CALLS_BETWEEN_RETURNS = 10

const bonding = (from: Address, functionName: string, args: readonly unknown[]): ContractCall => ({
  from,
  contract: 'BondingManager',
  functionName,
  args,
})

const spread = (hint: Hint): Address[] => [hint.prev, hint.next]

async function staker(h: Harness, account: Address, round: bigint) {
  const { delegator, pending } = await readAccount(h, account, round)
  return { account, bondedAmount: pending.stake, delegate: delegator.delegateAddress }
}

async function hintedBond(
  h: Harness,
  round: bigint,
  from: Address,
  amount: bigint,
  to: Address,
): Promise<Hinted> {
  const pool = await readPool(h)
  const who = await staker(h, from, round)
  const source = who.delegate === ZERO ? null : await readTarget(h, who.delegate)
  const { old, current, change } = bondHints(pool, {
    staker: who,
    amount,
    to: await readTarget(h, to),
    from: source,
  })
  const args = [amount, to, ...spread(old), ...spread(current)]
  return {
    call: { from, contract: 'BondingManager', functionName: 'bondWithHint', args },
    pool: change.pool,
    placed: [{ account: to, hint: current }],
    evicted: change.evicted,
  }
}

/** Rebuilds a random call with our own hints; null for calls that take none. */
async function withHints(h: Harness, round: bigint, call: ContractCall): Promise<Hinted | null> {
  const { from } = call
  const args = call.args ?? []
  switch (call.functionName) {
    case 'bond':
    case 'bondWithHint':
      return hintedBond(h, round, from, args[0] as bigint, args[1] as Address)
    case 'unbondWithHint': {
      const who = await staker(h, from, round)
      const change = unbondHint(await readPool(h), {
        staker: who,
        amount: args[0] as bigint,
        from: await readTarget(h, who.delegate),
      })
      return {
        call: bonding(from, 'unbondWithHint', [args[0], ...spread(change.hint)]),
        pool: change.pool,
        placed: [{ account: who.delegate, hint: change.hint }],
        evicted: null,
      }
    }
    case 'rebondWithHint':
    case 'rebondFromUnbondedWithHint': {
      const fresh = call.functionName === 'rebondFromUnbondedWithHint'
      const lockId = args[fresh ? 1 : 0] as bigint
      const to = fresh ? (args[0] as Address) : (await h.delegator(from)).delegateAddress
      const lock = (await h.view('BondingManager', 'getDelegatorUnbondingLock', from, lockId)) as [
        bigint,
        bigint,
      ]
      const change = rebondHint(await readPool(h), {
        account: from,
        amount: lock[0],
        to: await readTarget(h, to),
      })
      return {
        call: bonding(from, call.functionName, [...(fresh ? [to] : []), lockId, ...spread(change.hint)]),
        pool: change.pool,
        placed: [{ account: to, hint: change.hint }],
        evicted: change.evicted,
      }
    }
    case 'transferBond': {
      const receiver = args[0] as Address
      const amount = args[1] as bigint
      const sender = await staker(h, from, round)
      const known = await h.delegator(receiver)
      // Stake bonded to the zero address stays there; only an account with neither takes the sender's delegate.
      const adopts = known.delegateAddress === ZERO && known.bondedAmount === 0n
      const to = adopts ? sender.delegate : known.delegateAddress
      const { old, current, change } = transferBondHints(await readPool(h), {
        sender,
        receiver,
        amount,
        from: await readTarget(h, sender.delegate),
        to: await readTarget(h, to),
      })
      return {
        call: bonding(from, 'transferBond', [receiver, amount, ...spread(old), ...spread(current)]),
        pool: change.pool,
        placed: [{ account: to, hint: current }],
        evicted: change.evicted,
      }
    }
    case 'rewardWithHint': {
      const expected = await expectedReward(h, from, round)
      if (expected === null) return null
      const target = await readTarget(h, from)
      const change = rewardHint(await readPool(h), { transcoder: target, netReward: expected.net })
      return {
        call: bonding(from, 'rewardWithHint', spread(change.hint)),
        pool: change.pool,
        placed: [{ account: from, hint: change.hint }],
        evicted: change.evicted,
      }
    }
    case 'transcoderWithHint': {
      const change = transcoderHint(await readPool(h), await readTarget(h, from))
      return {
        call: bonding(from, 'transcoderWithHint', [args[0], args[1], ...spread(change.hint)]),
        pool: change.pool,
        placed: change.joined === null ? [] : [{ account: from, hint: change.hint }],
        evicted: change.evicted,
      }
    }
    default:
      return null
  }
}

function neighbours(pool: CandidatePool, account: Address): Hint | null {
  const index = indexInPool(pool.nodes, account)
  if (index === -1) return null
  return { prev: pool.nodes[index - 1]?.id ?? ZERO, next: pool.nodes[index + 1]?.id ?? ZERO }
}

/** The same call without hints: the contract searches by itself, and must come to the same order. */
function withoutHints(call: ContractCall): ContractCall {
  const args = call.args ?? []
  const hints = call.functionName === 'bondWithHint' || call.functionName === 'transferBond' ? 4 : 2
  return { ...call, args: [...args.slice(0, -hints), ...Array.from({ length: hints }, () => ZERO)] }
}

const hasTies = ({ nodes }: CandidatePool): boolean =>
  nodes.some((node, index) => nodes[index + 1]?.stake === node.stake)

class Tally {
  readonly checked: Record<string, number> = {}
  moved = 0
  ties = 0
  evictions = 0

  /** Sends the call with our hints, compares the pool with what was said, and puts the chain back. */
  async compare(h: Harness, round: bigint, call: ContractCall): Promise<void> {
    const hinted = await withHints(h, round, call)
    if (hinted === null) return
    const searched = await h.undoing(async () => {
      const outcome = await h.attempt(withoutHints(hinted.call))
      return outcome.state === 'mined' ? readPool(h) : null
    })
    if (searched === null) return
    expect(searched, `pool after ${hinted.call.functionName} without hints`).toEqual(hinted.pool)
    await h.undoing(async () => {
      const outcome = await h.attempt(hinted.call)
      if (outcome.state === 'reverted') return
      const name = hinted.call.functionName
      const after = await readPool(h)
      expect(after, `pool after ${name}`).toEqual(hinted.pool)
      for (const { account, hint } of hinted.placed) {
        expect(neighbours(after, account) ?? { prev: ZERO, next: ZERO }, name).toEqual(hint)
      }
      if (hinted.evicted !== null) {
        this.evictions++
        expect((await readTranscoder(h, hinted.evicted)).deactivationRound).toBe(round + 1n)
      }
      if (after.nodes.length > 1) this.moved++
      if (hasTies(after)) this.ties++
      this.checked[name] = (this.checked[name] ?? 0) + 1
    })
  }

  /** Bonds to oneself exactly up to what a member of the pool has: ahead of it inside, in vain against the last one. */
  async compareTie(h: Harness, round: bigint, from: Address, index: number): Promise<void> {
    const { nodes } = await readPool(h)
    const own = (await readTarget(h, from)).delegatedAmount
    const lacking = nodes.map((node) => node.stake - own).filter((missing) => missing > 0n)
    for (const amount of [lacking.at(-1), lacking[index % Math.max(1, lacking.length)]]) {
      if (amount !== undefined) await this.compare(h, round, bonding(from, 'bond', [amount, from]))
    }
  }

  /** Full unbond and return to somebody else: rare in the random sequence, so it is tried on the side. */
  async compareReturn(h: Harness, round: bigint, from: Address, to: Address): Promise<void> {
    const { stake } = (await readAccount(h, from, round)).pending
    await h.undoing(async () => {
      const left = await h.attempt(bonding(from, 'unbond', [stake]))
      if (left.state === 'reverted') return
      const lockId = (await h.delegator(from)).nextUnbondingLockId - 1n
      await this.compare(h, round, bonding(from, 'rebondFromUnbondedWithHint', [to, lockId]))
    })
  }
}

test('hints are the neighbours after the real transaction, in every kind of call that moves stake', async () => {
  const tally = new Tally()
  await runRandomSequence({
    chain: await createChain(),
    seed: 118,
    calls: CALLS,
    beforeCall: async ({ h, cast, index, round, call }) => {
      await tally.compare(h, round, call)
      if (index % CALLS_BETWEEN_RETURNS !== 0) return
      const orchestrator = cast.orchestrators[index % cast.orchestrators.length] ?? cast.idle
      const delegator = cast.delegators[index % cast.delegators.length] ?? cast.idle
      await tally.compare(
        h,
        round,
        bonding(orchestrator, 'transcoderWithHint', [100_000n, 500_000n, ZERO, ZERO]),
      )
      await tally.compareTie(h, round, orchestrator, index)
      await tally.compareReturn(h, round, delegator, orchestrator)
      await tally.compareReturn(h, round, orchestrator, orchestrator)
    },
  })
  // The sequence must have exercised every kind of call, and evictions.
  const kinds = ['bondWithHint', 'unbondWithHint', 'rebondWithHint', 'rebondFromUnbondedWithHint']
  for (const kind of [...kinds, 'transferBond', 'rewardWithHint', 'transcoderWithHint']) {
    expect(tally.checked[kind] ?? 0, kind).toBeGreaterThan(3)
  }
  expect(tally.moved).toBeGreaterThan(150)
  expect(tally.ties).toBeGreaterThan(10)
  expect(tally.evictions).toBeGreaterThan(3)
})
