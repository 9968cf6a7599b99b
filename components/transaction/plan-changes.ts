import type { Change } from '@/components/staking/delegate-model'
import { exactAmount, fixedAmount } from '@/lib/format/amount'
import { formatInteger } from '@/lib/format/number'
import type { Plan, Position, StepEffect } from '@/lib/transaction/types'
import type { NameOf } from '@/lib/transaction/wording'
import { furtherChanges } from './further-words'

function statusText(position: Position): string {
  switch (position.status) {
    case 'unbonded':
      return 'not delegating'
    case 'pending':
      return `pending until round ${formatInteger(position.startRound)}`
    case 'bonded':
      return 'earning if the orchestrator does'
  }
}

function effectChanges(effect: StepEffect, nameOf: NameOf): Change[] {
  switch (effect.kind) {
    case 'allowance':
    case 'lpt-bonded':
    case 'earnings-claimed':
    case 'stake-moved':
    case 'lock-created':
    case 'lock-rebonded':
    case 'lock-withdrawn':
    case 'fees-withdrawn':
    case 'treasury-vote':
    case 'poll-vote':
      return []
    default:
      return furtherChanges(effect, nameOf)
  }
}

/** The figures that the plan changes, as before → after; unchanged ones are left out. */
export function planChanges(plan: Plan, nameOf: NameOf): Change[] {
  const { before, after, stakes } = plan
  const lpt = (wei: bigint) => `${exactAmount(wei)} LPT`
  const rows: Change[] = [
    { label: 'Your stake', before: lpt(before.stakeWei), after: lpt(after.stakeWei) },
    { label: 'In your wallet', before: lpt(before.walletLptWei), after: lpt(after.walletLptWei) },
    {
      label: 'Delegated to',
      before: before.delegate ? nameOf(before.delegate) : 'nobody',
      after: after.delegate ? nameOf(after.delegate) : 'nobody',
    },
    { label: 'State', before: statusText(before), after: statusText(after) },
    {
      label: 'Withdrawable fees',
      before: `${exactAmount(before.feesWei)} ETH`,
      after: `${exactAmount(after.feesWei)} ETH`,
    },
    ...plan.steps.flatMap((step) => step.effects.flatMap((effect) => effectChanges(effect, nameOf))),
    ...stakes.map((stake) => ({
      label: `Stake of ${nameOf(stake.orchestrator)}`,
      before: `${fixedAmount(stake.beforeWei)} LPT`,
      after: `${fixedAmount(stake.afterWei)} LPT`,
    })),
  ]
  return rows.filter((row) => row.before !== row.after)
}
