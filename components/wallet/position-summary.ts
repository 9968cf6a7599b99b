import type { DelegatingView } from '@/lib/data/types'
import { shortenAddress } from '@/lib/format/address'
import { countOf, formatInteger } from '@/lib/format/number'
import { earningState } from '@/lib/protocol/delegator-status'
import { MAX_ROUND } from '@/lib/protocol/fixed-point'
import { type NextAction, nextAction, type VotesWaiting } from './next-action'

export interface PositionSummary {
  /** Whether the stake earns: in words, because the colour only repeats it. */
  earning: 'earning' | 'waiting' | 'not-earning' | 'none'
  /** "Earning", "Not earning", … and why, one sentence. */
  headline: string
  reason: string
  /** The one thing to do next; null when there is nothing. */
  next: NextAction | null
}

type Earning = Omit<PositionSummary, 'next'>

function blockedRound(view: DelegatingView): Earning | null {
  if (!view.round.overdue) return null
  const reason = `Round ${formatInteger(view.round.number)} has not been started yet.`
  return { earning: 'waiting', headline: 'Waiting', reason }
}

function earningOf(view: DelegatingView): Earning {
  const { delegate, round } = view
  const who = delegate ? (delegate.name ?? shortenAddress(delegate.address)) : 'Nobody'
  const no = (reason: string): Earning => ({ earning: 'not-earning', headline: 'Not earning', reason })
  const later = (reason: string): Earning => ({ earning: 'waiting', headline: 'Waiting', reason })
  const state = earningState(
    { bondedAmount: view.bondedWei, startRound: BigInt(view.startRound) },
    delegate && {
      registered: delegate.registered,
      activationRound: BigInt(delegate.activationRound),
      deactivationRound: delegate.deactivationRound === null ? MAX_ROUND : BigInt(delegate.deactivationRound),
      lastRewardRound: BigInt(delegate.lastRewardRound),
      rewardCutP6: delegate.rewardCutP6,
      feeShareP6: delegate.feeShareP6,
    },
    BigInt(round.number),
  )
  if (state.earning) {
    const overdue = blockedRound(view)
    if (overdue) return overdue
    const call = state.rewardCalledThisRound
      ? `${who} called reward this round.`
      : `${who} has not called reward yet this round.`
    const parts = {
      'rewards-and-fees': '',
      'rewards-only': ' Rewards only, no fees.',
      'fees-only': ' Fees only, no rewards.',
    }
    const leaves =
      state.stopsInRound === null
        ? ''
        : ` It leaves the active set in round ${formatInteger(state.stopsInRound)}: the stake stops earning then.`
    return { earning: 'earning', headline: 'Earning', reason: `${call}${parts[state.from]}${leaves}` }
  }
  switch (state.reason) {
    case 'unbonded':
      return { earning: 'none', headline: 'Not delegating', reason: 'No stake earns for this account.' }
    case 'starts-later':
      return later(`Earns from round ${formatInteger(state.startRound)} on.`)
    case 'delegate-joins-later':
      return later(`${who} becomes active in round ${formatInteger(state.activationRound)}.`)
    case 'delegate-not-registered':
      return no(`${who} is not an orchestrator.`)
    case 'delegate-inactive':
      return no(`${who} is not in the active set.`)
    case 'delegate-not-calling':
      return no(`${who} has not called reward for ${countOf(state.missedRounds, 'round')}.`)
    case 'delegate-keeps-all':
      return no(`${who} keeps all rewards and fees.`)
  }
}

/** Stake, whether it earns and why, and the one next action (1.3), from the account's figures and its open votes. */
export function summarisePosition(view: DelegatingView, votes: VotesWaiting | null = null): PositionSummary {
  const earning = earningOf(view)
  return { ...earning, next: nextAction(view, earning.earning, votes) }
}
