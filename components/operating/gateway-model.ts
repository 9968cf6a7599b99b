import type { Change } from '@/components/staking/delegate-model'
import type { GatewayFundsView } from '@/lib/data/gateway-funds'
import { timeOfRound } from '@/lib/data/round-times'
import { exactAmount, fixedAmount } from '@/lib/format/amount'
import { countOf, formatInteger } from '@/lib/format/number'
import { parseAmount, refusalSentence } from '@/lib/format/parse-amount'
import type { Intent } from '@/lib/transaction/types'
import { type ActionForm, obstacleTo, type Situation, whenText } from './situation'

export type GatewaySituation = Situation<GatewayFundsView>

/** `locked`: tickets are paid; `waiting`: still paid, until the wait is over; `open`: withdrawable, no ticket is paid. */
export type FundsState = 'empty' | 'locked' | 'waiting' | 'open'

export function fundsState(view: GatewayFundsView): FundsState {
  if (view.depositEthWei === 0n && view.reserveEthWei === 0n) return 'empty'
  if (view.withdrawRound === null) return 'locked'
  return view.round.number < view.withdrawRound ? 'waiting' : 'open'
}

const eth = (wei: bigint) => `${exactAmount(wei)} ETH`
/** Where the last digits decide nothing. */
const rounded = (wei: bigint) => `${fixedAmount(wei, 4)} ETH`

/** The state of the funds and what it means for tickets (contracts.md section 8). */
export function fundsWords({ view, now }: GatewaySituation): { state: string; meaning: string } {
  const { round, withdrawRound } = view
  switch (fundsState(view)) {
    case 'empty':
      return {
        state: 'Nothing deposited',
        meaning: 'Orchestrators work for gateways with a deposit and a reserve.',
      }
    case 'locked':
      return { state: 'Locked', meaning: 'Orchestrators can redeem your tickets against these funds.' }
    case 'waiting': {
      const opens = withdrawRound ?? round.number
      return {
        state: `Unlocking until round ${formatInteger(opens)}`,
        meaning: `Tickets can still be redeemed against deposit and reserve until then, ${whenText(timeOfRound(round, opens), now)}. What is left you can withdraw.`,
      }
    }
    case 'open':
      return {
        state: 'Unlocked',
        meaning:
          'No ticket can be redeemed any more. The funds wait for you to withdraw or to lock them again.',
      }
  }
}

/** What one orchestrator may take from the reserve in a round, wei (contracts.md section 8). */
function claimable(view: GatewayFundsView, reserveWei: bigint): bigint | null {
  return view.poolSize === 0 ? null : (reserveWei + view.reserveClaimedEthWei) / BigInt(view.poolSize)
}

export interface FundDraft {
  deposit: string
  reserve: string
}

export interface FundForm extends ActionForm {
  depositError: string | null
  reserveError: string | null
}

/** A field of the form: empty counts as nothing to add. */
function partOf(text: string, walletWei: bigint): { wei: bigint; error: string | null } {
  if (text.trim() === '') return { wei: 0n, error: null }
  const parsed = parseAmount(text, { limit: walletWei })
  if (parsed.ok) return { wei: parsed.amount, error: null }
  return { wei: 0n, error: refusalSentence(parsed.refusal, { unit: 'ETH', limitName: 'your wallet holds' }) }
}

function fundIntent(depositWei: bigint, reserveWei: bigint): Intent {
  if (reserveWei === 0n) return { verb: 'fundDeposit', amountWei: depositWei }
  if (depositWei === 0n) return { verb: 'fundReserve', amountWei: reserveWei }
  return { verb: 'fundDepositAndReserve', depositWei, reserveWei }
}

function fundChanges(view: GatewayFundsView, depositWei: bigint, reserveWei: bigint): Change[] {
  const added = depositWei + reserveWei
  const [before, after] = [
    claimable(view, view.reserveEthWei),
    claimable(view, view.reserveEthWei + reserveWei),
  ]
  return [
    ...(depositWei > 0n
      ? [
          {
            label: 'Deposit',
            before: eth(view.depositEthWei),
            after: eth(view.depositEthWei + depositWei),
          },
        ]
      : []),
    ...(reserveWei > 0n
      ? [
          {
            label: 'Reserve',
            before: eth(view.reserveEthWei),
            after: eth(view.reserveEthWei + reserveWei),
          },
          ...(before !== null && after !== null
            ? [
                {
                  label: 'One orchestrator can claim, a round',
                  before: rounded(before),
                  after: rounded(after),
                },
              ]
            : []),
        ]
      : []),
    {
      label: 'In your wallet',
      before: rounded(view.walletEthWei),
      after: rounded(view.walletEthWei - added),
    },
  ]
}

/** Funding deposit, reserve or both in one transaction: pure, throws on no text. */
export function fundForm(situation: GatewaySituation, draft: FundDraft): FundForm {
  const { view } = situation
  const deposit = partOf(draft.deposit, view.walletEthWei)
  const reserve = partOf(draft.reserve, view.walletEthWei)
  const added = deposit.wei + reserve.wei
  const wrong = deposit.error !== null || reserve.error !== null
  const short =
    added > 0n && added >= view.walletEthWei
      ? `Your wallet holds ${eth(view.walletEthWei)}, and the network fee comes out of it too.`
      : null
  const incomplete = wrong
    ? 'Correct the amounts above.'
    : added === 0n
      ? 'Enter an amount of ETH for the deposit, the reserve or both.'
      : short
  const reason = obstacleTo('pause', situation) ?? incomplete
  return {
    depositError: deposit.error,
    reserveError: reserve.error,
    reason,
    intent: reason === null ? fundIntent(deposit.wei, reserve.wei) : null,
    changes: !wrong && added > 0n && short === null ? fundChanges(view, deposit.wei, reserve.wei) : [],
    notes:
      view.withdrawRound !== null && fundsState(view) !== 'empty'
        ? ['Adding funds stops your unlock: to withdraw you unlock and wait again.']
        : [],
  }
}

/** The three actions on what is there. */
export interface FundsActions {
  unlock: ActionForm
  cancel: ActionForm
  withdraw: ActionForm
}

function action(
  reason: string | null,
  verb: 'unlock' | 'cancelUnlock' | 'withdraw',
  notes: readonly string[],
  changes: readonly Change[] = [],
): ActionForm {
  return { reason, intent: reason === null ? { verb } : null, changes, notes }
}

/** What can be done with the funds as they are, each with its reason where it cannot (contracts.md section 8). Pure. */
export function fundsActions(situation: GatewaySituation): FundsActions {
  const { view, now } = situation
  const { round } = view
  const state = fundsState(view)
  const blocked = obstacleTo('pause', situation)
  const empty = state === 'empty' ? 'There is no deposit and no reserve.' : null
  const opens = view.withdrawRound ?? round.number + view.unlockPeriodRounds
  const opensText = `round ${formatInteger(opens)}, ${whenText(timeOfRound(round, opens), now)}`
  const running = view.withdrawRound !== null
  const locked =
    state === 'locked'
      ? 'The funds are locked. Unlock them first.'
      : state === 'waiting'
        ? `Withdrawable from ${opensText}.`
        : null
  return {
    unlock: action(
      blocked ?? empty ?? (running ? 'The unlock was started already.' : null),
      'unlock',
      empty
        ? []
        : [
            `It takes ${countOf(view.unlockPeriodRounds, 'round')}: withdrawable from ${opensText}.`,
            'Until then tickets are still paid from these funds, and you can cancel. Orchestrators may stop working for you at once.',
          ],
    ),
    cancel: action(blocked ?? empty ?? (running ? null : 'No unlock was started.'), 'cancelUnlock', [
      'The funds are locked again and pay tickets. Unlocking later means waiting anew.',
    ]),
    withdraw: action(
      blocked ?? empty ?? locked,
      'withdraw',
      empty
        ? []
        : [
            'Deposit and reserve go to your wallet whole. Tickets that are not redeemed yet become worthless.',
          ],
      state === 'empty'
        ? []
        : [
            {
              label: 'In your wallet',
              before: rounded(view.walletEthWei),
              after: rounded(view.walletEthWei + view.depositEthWei + view.reserveEthWei),
            },
          ],
    ),
  }
}
