import type { WalletState } from '@/hooks/wallet-store'
import type { DelegatingView } from '@/lib/data/types'
import { exactAmount } from '@/lib/format/amount'
import { formatInteger } from '@/lib/format/number'
import { parseAmount, refusalSentence } from '@/lib/format/parse-amount'
import type { Intent } from '@/lib/transaction/types'
import type { Change } from './delegate-model'

export interface UnbondForm {
  amountError: string | null
  reason: string | null
  intent: Intent | null
  changes: readonly Change[]
  notes: readonly string[]
}

/** Why the owner of an account cannot sign a staking action now, whatever the action; null when nothing is in the way. */
export function stakingObstacle(
  view: Pick<DelegatingView, 'paused' | 'round'>,
  wallet: WalletState,
): string | null {
  if (wallet.status === 'wrong-chain') return 'Your wallet is on another network. Switch it first.'
  if (wallet.status !== 'connected') return 'Waiting for your wallet.'
  if (view.paused) return 'The protocol is paused: no staking action is possible now.'
  if (view.round.overdue) {
    return `Round ${formatInteger(view.round.number)} has not been started yet. Staking waits until somebody starts it.`
  }
  return null
}

/**
 * Stake that an unbonding can take now, wei. After its claim of this round an orchestrator's commission counts as its
 * stake but can be moved only after the next claim (contracts.md 5.5, 6.5).
 */
export function unbondableWei(view: DelegatingView): bigint {
  return view.lastClaimRound >= view.round.number ? view.bondedWei : view.pendingStakeWei
}

/** The whole state of the unbond form: pure, throws on no text. */
export function unbondForm(view: DelegatingView, wallet: WalletState, text: string): UnbondForm {
  const lpt = (wei: bigint) => `${exactAmount(wei)} LPT`
  const limit = unbondableWei(view)
  const limitName = limit < view.pendingStakeWei ? 'can be unbonded in this round' : 'your stake'
  const parsed = parseAmount(text, { limit })
  const empty = text.trim() === ''
  const pending =
    view.status === 'pending'
      ? `This stake counts from round ${formatInteger(view.startRound)} on and can be unbonded from then.`
      : null
  const blocked = stakingObstacle(view, wallet) ?? pending
  const amountMissing = empty ? 'Enter an amount of LPT.' : 'Correct the amount above.'
  return {
    amountError: parsed.ok || empty ? null : refusalSentence(parsed.refusal, { unit: 'LPT', limitName }),
    reason: blocked ?? (parsed.ok ? null : amountMissing),
    intent: parsed.ok && !blocked ? { verb: 'unbond', amountWei: parsed.amount } : null,
    changes: parsed.ok
      ? [
          {
            label: 'Your stake',
            before: lpt(view.pendingStakeWei),
            after: lpt(view.pendingStakeWei - parsed.amount),
          },
        ]
      : [],
    notes: [
      `Can be withdrawn ${formatInteger(view.unbondingPeriodRounds)} rounds later, from round ${formatInteger(view.round.number + view.unbondingPeriodRounds)} on.`,
      'It earns nothing while it waits. Until it is withdrawn you can bond it again.',
    ],
  }
}
