import { isAddressEqual } from 'viem'
import type { Change } from '@/lib/transaction/plan-change'
import { positionNow } from '@/lib/transaction/stake-now'
import type { PlanState } from '@/lib/transaction/state'
import type { Refusal, StepEffect, Warning } from '@/lib/transaction/types'
import type { GovernIntent } from '@/lib/transaction/verb-types'

type ProposalIntent = Extract<GovernIntent, { calls: unknown }>

function creationOf({ facts }: PlanState) {
  if (facts.kind !== 'poll-creation') throw new Error('The rules of poll creation were not read.')
  return facts
}

function proposalOf({ facts }: PlanState) {
  if (facts.kind !== 'proposal') throw new Error('The proposal was not read.')
  return facts
}

/** What these verbs change: no balance of the account (contracts.md 10, 11). */
export function governChange(state: PlanState, intent: GovernIntent): Change {
  const still = { args: intent, after: positionNow(state), stakes: [], pool: null }
  if (intent.verb !== 'createPoll') return { ...still, effects: [proposalEffect(state, intent)] }
  const blocks = creationOf(state).periodBlocks
  const endBlock = state.round.blockNum + blocks
  return { ...still, effects: [{ kind: 'poll-created', cid: intent.cid, endBlock, blocks }] }
}

function proposalEffect(state: PlanState, intent: ProposalIntent): StepEffect {
  const { proposalId, delayRounds, periodRounds } = proposalOf(state)
  switch (intent.verb) {
    case 'propose': {
      const snapshot = state.round.number + delayRounds
      const lastRound = snapshot + periodRounds
      return { kind: 'proposal-made', proposalId, firstRound: snapshot + 1n, lastRound }
    }
    case 'queue':
      return { kind: 'proposal-queued', proposalId }
    case 'execute':
      return { kind: 'proposal-executed', proposalId }
    case 'cancel':
      return { kind: 'proposal-cancelled', proposalId }
  }
}

/** Why these verbs are impossible now (contracts.md 10, 11.1, 11.3). */
export function governRefusals(state: PlanState, intent: GovernIntent): Refusal[] {
  switch (intent.verb) {
    case 'createPoll': {
      if (intent.cid === '') return [{ code: 'cid-missing', field: null }]
      const { neededWei } = creationOf(state)
      const { delegatedAmount } = state.delegator
      const stakeWei = state.pendingStakeWei > delegatedAmount ? state.pendingStakeWei : delegatedAmount
      return stakeWei < neededWei ? [{ code: 'poll-stake-short', stakeWei, neededWei, field: null }] : []
    }
    case 'propose':
      return proposeRefusals(state, intent)
    case 'queue':
    case 'execute':
    case 'cancel':
      return stepRefusals(state, intent)
  }
}

/** The note at the end of a text that reserves a proposal for one account. */
const reserved = /#proposer=(0x[0-9a-fA-F]{40})$/

function proposeRefusals(state: PlanState, { calls, description }: ProposalIntent): Refusal[] {
  const { powerWei, thresholdWei, state: existing } = proposalOf(state)
  const proposer = reserved.exec(description)?.[1] as `0x${string}` | undefined
  if (proposer && !isAddressEqual(proposer, state.account)) {
    return [{ code: 'proposer-other', proposer, field: null }]
  }
  if (powerWei < thresholdWei)
    return [{ code: 'power-short', powerWei, neededWei: thresholdWei, field: null }]
  if (calls.length === 0) return [{ code: 'proposal-empty', field: null }]
  return existing === null ? [] : [{ code: 'proposal-exists', proposalState: existing, field: null }]
}

function stepRefusals(state: PlanState, { verb }: ProposalIntent): Refusal[] {
  const { state: proposalState, proposer } = proposalOf(state)
  if (proposalState === null) return [{ code: 'proposal-not-known', field: null }]
  switch (verb) {
    case 'queue':
      return proposalState === 'succeeded'
        ? []
        : [{ code: 'proposal-not-passed', proposalState, field: null }]
    case 'execute':
      if (proposalState === 'succeeded') return [{ code: 'proposal-not-queued', field: null }]
      return proposalState === 'queued' ? [] : [{ code: 'proposal-not-passed', proposalState, field: null }]
    case 'cancel':
      if (proposalState !== 'pending') return [{ code: 'cancel-too-late', proposalState, field: null }]
      return proposer && !isAddressEqual(proposer, state.account)
        ? [{ code: 'not-proposer', proposer, field: null }]
        : []
    case 'propose':
      return []
  }
}

/** What to know before these verbs. */
export function governWarnings(state: PlanState, intent: GovernIntent): Warning[] {
  if (intent.verb === 'createPoll') return []
  const short: Warning[] = []
  if (intent.verb === 'propose' || intent.verb === 'execute') {
    const { treasuryLptWei, treasuryEthWei, paysLptWei, paysEthWei } = proposalOf(state)
    const lptShortWei = paysLptWei > treasuryLptWei ? paysLptWei - treasuryLptWei : 0n
    const ethShortWei = paysEthWei > treasuryEthWei ? paysEthWei - treasuryEthWei : 0n
    if (lptShortWei > 0n || ethShortWei > 0n) short.push({ code: 'treasury-short', lptShortWei, ethShortWei })
  }
  return intent.verb === 'propose' ? [...short, { code: 'proposal-final' }] : short
}
