import { type ActionForm, actionForm } from '@/components/governance/propose-action'
import type { ProposalDraft } from '@/hooks/proposal-draft-store'
import type { Trial } from '@/hooks/use-trial'
import type { WalletState } from '@/hooks/wallet-store'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import type { Call } from '@/lib/contracts/call'
import { proposeCall } from '@/lib/contracts/calls/propose'
import { descriptionHashOf, idOfProposal } from '@/lib/contracts/proposal-call'
import { type TreasuryAction, type TreasuryCall, treasuryAction } from '@/lib/contracts/treasury-action'
import type { ProposerView, TrialRequest } from '@/lib/data/authoring-types'
import { exactAmount } from '@/lib/format/amount'
import { formatInteger } from '@/lib/format/number'
import type { Intent } from '@/lib/transaction/types'

/** Longest title, in characters: lists cut longer ones. */
export const titleLimit = 120
/** Most actions of a proposal: what the site tries, and what anybody reads. */
export const mostActions = 20
/** Longest call that the site's own endpoint simulates, in bytes. */
const callLimitBytes = 60_000

const lpt = (wei: bigint) => `${exactAmount(wei)} LPT`

/** A proposal that is filled in. */
export interface CompleteProposal {
  id: bigint
  calls: readonly TreasuryCall[]
  description: string
  actions: readonly TreasuryAction[]
  trial: TrialRequest
  /** The governor's call, for a wallet elsewhere. */
  call: Call
}

/** The whole state of the form. */
export interface ProposalForm {
  actions: readonly ActionForm[]
  /** A sentence about the title; null also while it is empty. */
  titleError: string | null
  /** What is missing or wrong, the first of it in words; null when the proposal is complete. */
  missing: string | null
  complete: CompleteProposal | null
}

/** The text as it is proposed: the title as the first heading, as readers of proposals expect it (contracts.md 11.4). */
export function descriptionOf({ title, body }: Pick<ProposalDraft, 'title' | 'body'>): string {
  const text = body.trim()
  const heading = `# ${title.trim().replace(/\s+/g, ' ')}`
  return text === '' ? heading : `${heading}\n\n${text}`
}

/** Reads a draft: pure, throws on no text. */
export function proposalForm(draft: ProposalDraft, addresses: ContractAddresses): ProposalForm {
  const actions = draft.actions.map((action) => actionForm(action, addresses))
  const titleError =
    [...draft.title.trim()].length > titleLimit
      ? `Shorten the title to ${titleLimit} characters. Details belong into the text.`
      : null
  const calls = actions.flatMap(({ call }) => (call ? [call] : []))
  const unfinished = actions.findIndex(({ call }) => call === null)
  const none = { actions, titleError, complete: null }
  if (!addresses.LivepeerGovernor) return { ...none, missing: 'This network has no treasury governor.' }
  if (draft.title.trim() === '') return { ...none, missing: 'Give it a title.' }
  if (titleError) return { ...none, missing: titleError }
  if (actions.length === 0) return { ...none, missing: 'Add at least one action.' }
  if (unfinished !== -1) return { ...none, missing: `Complete action ${unfinished + 1}.` }
  const description = descriptionOf(draft)
  const call = proposeCall({ verb: 'propose', calls, description }, addresses)
  if ((call.data.length - 2) / 2 > callLimitBytes) {
    return { ...none, missing: 'Text and calls together are too long to be sent. Shorten them.' }
  }
  return {
    actions,
    titleError,
    missing: null,
    complete: {
      id: idOfProposal({ calls, description }),
      calls,
      description,
      actions: calls.map((one) => treasuryAction(one, addresses)),
      trial: {
        calls: calls.map(({ target, valueWei, calldata }) => ({
          target,
          valueWei: valueWei.toString(),
          calldata,
        })),
        descriptionHash: descriptionHashOf(description),
      },
      call,
    },
  }
}

/** What the actions pay in all by plain transfers and ETH sent along, wei. */
export function paysOf({ actions, calls }: Pick<CompleteProposal, 'actions' | 'calls'>) {
  let lptWei = 0n
  for (const action of actions) if (action.kind === 'lpt-transfer') lptWei += action.amountWei
  const ethWei = calls.reduce((sum, { valueWei }) => sum + valueWei, 0n)
  return { lptWei, ethWei }
}

/** Sentences about a complete proposal that its author should read twice. */
export function proposalNotes(
  complete: CompleteProposal,
  treasury: { treasuryLptWei: bigint; treasuryEthWei: bigint },
): string[] {
  const { lptWei, ethWei } = paysOf(complete)
  const notes: string[] = []
  if (lptWei > treasury.treasuryLptWei) {
    notes.push(
      `It pays ${lpt(lptWei)}; the treasury holds ${lpt(treasury.treasuryLptWei)}. It cannot be executed until the rest is there.`,
    )
  }
  if (ethWei > treasury.treasuryEthWei) {
    notes.push(
      `It pays ${exactAmount(ethWei)} ETH; the treasury holds ${exactAmount(treasury.treasuryEthWei)} ETH. It cannot be executed until the rest is there.`,
    )
  }
  const same = sameActions(complete.calls)
  if (same) notes.push(`Actions ${same[0]} and ${same[1]} are the very same: both would be carried out.`)
  return notes
}

/** The first two calls that are the same, counted from 1. */
function sameActions(calls: readonly TreasuryCall[]): [number, number] | null {
  const seen = new Map<string, number>()
  for (const [index, { target, valueWei, calldata }] of calls.entries()) {
    const key = `${target} ${valueWei} ${calldata}`.toLowerCase()
    const before = seen.get(key)
    if (before !== undefined) return [before + 1, index + 1]
    seen.set(key, index)
  }
  return null
}

/** Whether an account may propose, in a sentence, and what to do where it may not. */
export function proposerWords(view: ProposerView): { may: boolean; title: string; next: string | null } {
  const { powerWei, thresholdWei, nextPowerWei, round, powerless } = view
  if (powerWei >= thresholdWei) return { may: true, title: 'This account can propose.', next: null }
  const title =
    powerWei === 0n
      ? `This account had no voting power at the start of round ${formatInteger(round)}, and proposing needs ${lpt(thresholdWei)}.`
      : `Proposing needs ${lpt(thresholdWei)} of voting power. This account had ${lpt(powerWei)} at the start of round ${formatInteger(round)}.`
  return { may: false, title, next: wayOut(nextPowerWei >= thresholdWei, view, powerless) }
}

function wayOut(nextRound: boolean, view: ProposerView, powerless: ProposerView['powerless']): string {
  const elsewhere =
    'Or let an account that has enough send it: the call below is the same for everybody who signs it.'
  const { round, thresholdWei, nextPowerWei } = view
  if (nextRound) {
    return `From round ${formatInteger(round + 1)} on it has ${lpt(nextPowerWei)}, which is enough: your draft stays here until then.`
  }
  if (powerless === 'no-checkpoint') {
    return `Its stake was never recorded for voting. Any staking action records it, and it counts from the next round on. ${elsewhere}`
  }
  if (powerless === 'delegate-no-checkpoint') {
    return `Its orchestrator was never recorded for voting. Its delegating page offers to record it, and it counts from the next round on. ${elsewhere}`
  }
  if (powerless === 'delegate-not-registered') {
    return `Its stake is with an account that is no orchestrator. Move it to one, and it counts from the next round on. ${elsewhere}`
  }
  return `Delegate ${lpt(thresholdWei - nextPowerWei)} more: stake bonded now counts from round ${formatInteger(round + 1)} on. ${elsewhere}`
}

/** Why a proposal cannot be reviewed now, the most fundamental reason first; null when it can. */
export function sendReason(
  form: ProposalForm,
  wallet: WalletState,
  proposer: ProposerView | null,
  trial: Trial,
): string | null {
  if (form.missing !== null) return form.missing
  if (trial.state === 'known' && trial.view.known !== null)
    return 'This very proposal exists already. Change the text to make another one.'
  if (wallet.status === 'wrong-chain') return 'Your wallet is on another network. Switch it first.'
  if (wallet.status !== 'connected') return 'Waiting for your wallet.'
  if (proposer === null) return 'Reading your voting power.'
  return proposer.powerWei < proposer.thresholdWei ? proposerWords(proposer).title : null
}

/** What is reviewed. */
export function proposeIntent({ calls, description }: CompleteProposal): Intent {
  return { verb: 'propose', calls, description }
}
