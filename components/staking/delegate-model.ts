import type { Address } from 'viem'
import type { WalletState } from '@/hooks/wallet-store'
import type { DelegatingView } from '@/lib/data/types'
import { shortenAddress } from '@/lib/format/address'
import { exactAmount, fixedAmount } from '@/lib/format/amount'
import { formatInteger } from '@/lib/format/number'
import { parseAmount, refusalSentence } from '@/lib/format/parse-amount'
import type { Intent } from '@/lib/transaction/types'

/** Figures of the orchestrator from the page, for the what-if before the wallet's own figures are known. */
export interface DelegateTarget {
  /** Wei of LPT as a decimal string. */
  totalStakeWei: string
  /** Current round. */
  round: number
  active: boolean
  registered: boolean
}

/** `first`: nothing bonded; `add`: bonded to this orchestrator; `elsewhere`: bonded to another one, so a choice is due. */
export type DelegateMode = 'first' | 'add' | 'elsewhere'

/** With stake elsewhere: move all of it here, or add to the orchestrator it is with. */
export type ElsewhereChoice = 'move' | 'add-there'

export interface DelegateDraft {
  text: string
  /** null until the person has chosen. */
  choice: ElsewhereChoice | null
}

export interface DelegateSituation {
  to: Address
  name: string | null
  target: DelegateTarget | null
  wallet: WalletState
  /** The account's figures; null before they are known. */
  view: DelegatingView | null
}

export interface Change {
  label: string
  before: string
  after: string
}

export interface DelegateForm {
  mode: DelegateMode
  /** Who gets the stake as chosen: not the page's orchestrator when one adds to the present one. */
  receiver: { address: Address; name: string | null }
  /** Sentence at the amount field. */
  amountError: string | null
  /** Why the action cannot be reviewed now; null when it can. */
  reason: string | null
  intent: Intent | null
  changes: readonly Change[]
  /** Quiet sentences below the changes. */
  notes: readonly string[]
}

const lpt = (wei: bigint) => `${exactAmount(wei)} LPT`
/** Other people's totals: two decimals are enough to see the effect. */
const rounded = (wei: bigint) => `${fixedAmount(wei)} LPT`

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}

export function delegateMode(view: DelegatingView | null, to: Address): DelegateMode {
  if (!view?.delegate || view.status === 'unbonded') return 'first'
  return same(view.delegate.address, to) ? 'add' : 'elsewhere'
}

/** What stands in the way besides the amount, most fundamental first. */
function obstacle(
  situation: DelegateSituation,
  mode: DelegateMode,
  choice: ElsewhereChoice | null,
): string | null {
  const { wallet, view, target, to } = situation
  if (wallet.status === 'wrong-chain') return 'Your wallet is on another network. Switch it first.'
  if (wallet.status === 'none' || wallet.status === 'connecting') return null
  if (wallet.status === 'loading') return 'Waiting for your wallet.'
  if (!view) return 'Reading your balance.'
  if (view.paused) return 'The protocol is paused: no staking action is possible now.'
  if (view.round.overdue) {
    return `Round ${formatInteger(view.round.number)} has not been started yet. Staking waits until somebody starts it.`
  }
  if (mode === 'elsewhere' && choice === null) return 'Choose what happens with the stake you have.'
  if (
    mode === 'elsewhere' &&
    choice === 'move' &&
    view.delegate &&
    same(view.delegate.address, view.address)
  ) {
    return 'Your account is an orchestrator. It cannot delegate to another one until it has unbonded all its stake.'
  }
  if (target && !target.registered && choice !== 'add-there' && !same(to, view.address)) {
    return 'This address is not a registered orchestrator.'
  }
  return null
}

function changesOf(
  situation: DelegateSituation,
  mode: DelegateMode,
  amount: bigint,
  choice: ElsewhereChoice | null,
) {
  const { view, target } = situation
  const who = situation.name ?? shortenAddress(situation.to)
  const stake = mode === 'first' ? 0n : (view?.pendingStakeWei ?? 0n)
  const changes: Change[] = [{ label: 'Your stake', before: lpt(stake), after: lpt(stake + amount) }]
  if (view) {
    changes.push({
      label: 'In your wallet',
      before: lpt(view.lptBalanceWei),
      after: lpt(view.lptBalanceWei > amount ? view.lptBalanceWei - amount : 0n),
    })
  }
  if (target && (mode !== 'elsewhere' || choice === 'move')) {
    const before = BigInt(target.totalStakeWei)
    const arriving = mode === 'elsewhere' ? stake + amount : amount
    changes.push({ label: `Stake of ${who}`, before: rounded(before), after: rounded(before + arriving) })
  }
  return changes
}

function notesOf(situation: DelegateSituation, mode: DelegateMode, choice: ElsewhereChoice | null): string[] {
  const { target, view } = situation
  const round = view?.round.number ?? target?.round
  const notes: string[] = []
  if (round !== undefined && (mode === 'first' || choice === 'move')) {
    const starts = target && !target.active ? 'Counts' : 'Earns'
    notes.push(`${starts} from round ${formatInteger(round + 1)} on.`)
  }
  if (target && !target.active && choice !== 'add-there')
    notes.push('This orchestrator is not active now: nothing is earned while it is not.')
  if (mode === 'first') {
    const rounds = view?.unbondingPeriodRounds
    notes.push(
      rounds === undefined
        ? 'To get LPT back you unbond, then wait for the unbonding period.'
        : `To get LPT back you unbond, then wait ${formatInteger(rounds)} rounds.`,
    )
  }
  return notes
}

/** The whole state of the delegate form from what is typed and known: pure, throws on no text. */
export function delegateForm(situation: DelegateSituation, draft: DelegateDraft): DelegateForm {
  const { view, to, wallet } = situation
  const mode = delegateMode(view, to)
  const choice = mode === 'elsewhere' ? draft.choice : null
  const moves = choice === 'move'
  const connected = wallet.status === 'connected' && view !== null
  const parsed = parseAmount(draft.text, {
    allowZero: moves,
    ...(connected ? { limit: view.lptBalanceWei } : {}),
  })
  const empty = draft.text.trim() === ''
  const amount = parsed.ok ? parsed.amount : empty && moves ? 0n : null
  const sentence = parsed.ok
    ? null
    : refusalSentence(parsed.refusal, { unit: 'LPT', limitName: 'your wallet holds' })
  const blocked = obstacle(situation, mode, choice)
  const receiver =
    choice === 'add-there' && view?.delegate ? view.delegate : { address: to, name: situation.name }
  const ready = connected && amount !== null && blocked === null
  return {
    mode,
    receiver: { address: receiver.address, name: receiver.name },
    amountError: empty || amount !== null ? null : sentence,
    reason:
      blocked ?? (amount === null ? (empty ? 'Enter an amount of LPT.' : 'Correct the amount above.') : null),
    intent: ready ? { verb: 'bond', amountWei: amount, to: receiver.address } : null,
    changes: amount === null || (amount === 0n && !moves) ? [] : changesOf(situation, mode, amount, choice),
    notes: notesOf(situation, mode, choice),
  }
}
