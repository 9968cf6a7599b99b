import { isAddressEqual, maxUint256, zeroAddress } from 'viem'
import { claimLeaf, rootOfProof } from '@/lib/contracts/claim-proof'
import { predictBond, predictRebond } from '@/lib/protocol/bond-rules'
import { isActive } from '@/lib/protocol/orchestrator-status'
import type { Change } from '@/lib/transaction/plan-change'
import {
  bondChange,
  claimEffect,
  rebondChange,
  rebondFromUnbondedChange,
} from '@/lib/transaction/stake-change'
import { positionNow, stakeNow } from '@/lib/transaction/stake-now'
import { actorOf, openGate, refusalOf } from '@/lib/transaction/stake-refusals'
import { bondWarnings, forfeit, standing } from '@/lib/transaction/stake-warnings'
import { orchestratorFrom, type PlanState } from '@/lib/transaction/state'
import type { Refusal, StepEffect, Warning } from '@/lib/transaction/types'
import type { ClaimIntent } from '@/lib/transaction/verb-types'

function factsOf({ facts }: PlanState) {
  if (facts.kind !== 'claim') throw new Error('The migrator was not read.')
  return facts
}

/** What a claim brings: stake, ETH, and where the stake goes (contracts.md 12.2, 12.3). */
interface Claimed {
  readonly stakeWei: bigint
  readonly feesWei: bigint
  /** The state with the orchestrator that gets the stake as its target. */
  readonly state: PlanState
}

/**
 * Straight from the migrator the listed amounts are bonded to the chosen delegate. From the pool of an orchestrator that
 * migrated, its share of all the pool has earned is transferred, to the account's own delegate if it has one.
 */
function claimedOf(state: PlanState, intent: ClaimIntent): Claimed {
  const { pool } = factsOf(state)
  if (pool === null || intent.delegate === zeroAddress) {
    return { stakeWei: intent.stakeWei, feesWei: intent.feesWei, state }
  }
  const remaining = pool.initialStakeWei - pool.claimedWei
  const share = (wei: bigint) => (remaining > 0n ? (wei * intent.stakeWei) / remaining : 0n)
  const stakeWei = share(pool.lens.pendingStake)
  const from = orchestratorFrom(pool.lens.delegate)
  const target = stakeNow(state).status === 'unbonded' ? from : state.delegate
  const left = (amount: bigint, account: string) =>
    isAddressEqual(account as `0x${string}`, from.account) ? amount - stakeWei : amount
  return {
    stakeWei,
    feesWei: intent.feesWei + share(pool.lens.pendingFees),
    state: {
      ...state,
      target: { ...target, delegatedAmount: left(target.delegatedAmount, target.account) },
      delegate: {
        ...state.delegate,
        delegatedAmount: left(state.delegate.delegatedAmount, state.delegate.account),
      },
      lock: { id: 0n, amount: stakeWei, withdrawRound: state.round.number },
    },
  }
}

/** What a claim changes. LPT comes from the migrator, so neither wallet nor allowance of the account moves. */
export function claimStakeChange(state: PlanState, intent: ClaimIntent): Change {
  if (intent.delegate === zeroAddress) return feesOnlyChange(state, intent)
  const claimed = claimedOf(state, intent)
  const pooled = claimed.state !== state
  const change = pooled ? fromPool(claimed.state) : bondChange(state, bondOf(state, intent))
  const delegate = claimed.state.target.account
  const { walletLptWei, allowanceWei } = { walletLptWei: state.lptWei, allowanceWei: state.allowanceWei }
  const own: StepEffect[] = [
    { kind: 'stake-claimed', stakeWei: claimed.stakeWei, feesWei: claimed.feesWei, delegate },
    ...claimEffect(state, stakeNow(state)),
    ...change.effects.filter(({ kind }) => kind === 'stake-moved'),
  ]
  return {
    args: { ...intent },
    effects: own,
    after: { ...change.after, walletLptWei, allowanceWei },
    stakes: pooled ? [] : change.stakes,
    pool: pooled ? null : change.pool,
  }
}

/** An entry without a delegate pays its fees out and bonds nothing. */
function feesOnlyChange(state: PlanState, intent: ClaimIntent): Change {
  const { feesWei } = intent
  return {
    args: { ...intent },
    effects: [{ kind: 'stake-claimed', stakeWei: 0n, feesWei, delegate: zeroAddress }],
    after: positionNow(state),
    stakes: [],
    pool: null,
  }
}

function bondOf(state: PlanState, intent: ClaimIntent) {
  return { verb: 'bond', amountWei: intent.stakeWei, to: state.target.account } as const
}

function fromPool(state: PlanState): Change {
  return stakeNow(state).status === 'unbonded'
    ? rebondFromUnbondedChange(state, { verb: 'rebondFromUnbonded', lockId: 0n, to: state.target.account })
    : rebondChange(state, { verb: 'rebond', lockId: 0n })
}

/** Why stake cannot be claimed; the proof is checked against the root on chain here, before anything is sent. */
export function claimStakeRefusals(state: PlanState, intent: ClaimIntent): Refusal[] {
  const { enabled, migrated, root, pool } = factsOf(state)
  if (!enabled) return [{ code: 'claim-disabled', field: null }]
  if (migrated) return [{ code: 'claim-done', field: null }]
  const { delegate, stakeWei, feesWei } = intent
  const leaf = claimLeaf({ delegator: state.account, delegate, stakeWei, feesWei })
  if (rootOfProof(leaf, intent.proof) !== root.toLowerCase()) return [{ code: 'claim-unproven', field: null }]
  if (delegate === zeroAddress) {
    // Stake listed without a delegate would not be bonded, and the entry counts as used.
    const feesOnly = stakeWei === 0n && feesWei > 0n
    return feesOnly ? [] : [{ code: 'claim-nothing', field: null }]
  }
  if (stakeWei === 0n) return [{ code: 'claim-nothing', field: null }]
  return pool ? poolRefusals(state, intent) : directRefusals(state, intent)
}

function directRefusals(state: PlanState, intent: ClaimIntent): Refusal[] {
  const { target } = state
  if (!target.registered && !isAddressEqual(target.account, state.account)) {
    return [{ code: 'delegate-not-registered', delegate: target.account, field: 'to' }]
  }
  const predicted = predictBond(openGate(state), {
    actor: actorOf(state),
    amount: intent.stakeWei,
    to: target.account,
    toRounds: target.record,
    balance: maxUint256,
    allowance: maxUint256,
  })
  return predicted.passes ? [] : [refusalOf(predicted.revert, state)]
}

function poolRefusals(state: PlanState, intent: ClaimIntent): Refusal[] {
  const { pool } = factsOf(state)
  if (!pool) return []
  if (intent.stakeWei > pool.initialStakeWei - pool.claimedWei) return [{ code: 'pool-short', field: null }]
  const { target } = claimedOf(state, intent).state
  const round = state.round.number
  const { delegate, delegator } = state
  const guarded =
    stakeNow(state).status !== 'unbonded' &&
    isActive(delegate.record, round) &&
    delegate.record.lastRewardRound !== round &&
    delegator.lastClaimRound !== round
  if (guarded) {
    const refusal = { receiver: state.account, delegate: delegate.account, round }
    return [{ code: 'receiver-would-forfeit', ...refusal, field: null }]
  }
  const predicted = predictRebond(openGate(state), {
    actor: { ...actorOf(state), status: 'bonded' },
    lock: { withdrawRound: round },
    delegateRounds: target.record,
  })
  return predicted.passes ? [] : [refusalOf(predicted.revert, state, target.account)]
}

/** What to know before claiming stake. */
export function claimStakeWarnings(state: PlanState, change: Change): Warning[] {
  if (change.args.verb === 'claimStake' && change.args.delegate === zeroAddress) return []
  if (factsOf(state).pool === null) {
    const to = state.target.account
    return [...forfeit(state), ...bondWarnings(state, { verb: 'bond', amountWei: 0n, to }, change)]
  }
  return [...forfeit(state), ...standing(state, state.target, change)]
}
