import type { Address } from 'viem'
import { readCore } from '@/lib/data/core'
import type { ActionView, PaidView } from '@/lib/data/governance-types'
import { readPayments } from '@/lib/data/payments'
import { load, missingSubgraph, type Reading } from '@/lib/data/reading'
import type { Loaded } from '@/lib/data/types'
import { SourceError } from '@/lib/network/source-error'
import { hasSubgraph } from '@/lib/subgraph/query'

/** What executed proposals paid. */
export interface TreasurySpendingView {
  /** Every recipient, by LPT, then by ETH, greatest first. */
  recipients: readonly PaidView[]
  /** Executed proposals. */
  executed: number
  /** Those of them that also made calls other than plain transfers, whose payments are not counted here. */
  withOtherCalls: number
}

/** Sums the plain transfers of executed proposals by recipient: pure. */
export function spendingOf(
  executed: readonly { id: string; actions: readonly ActionView[] }[],
): TreasurySpendingView {
  const byRecipient = new Map<string, PaidView>()
  for (const { actions } of executed) {
    const counted = new Set<Address>()
    for (const action of actions) {
      if (action.kind === 'call') continue
      const { to } = action
      const paid = byRecipient.get(to) ?? { to, lptWei: 0n, ethWei: 0n, proposals: 0 }
      if (action.kind === 'lpt-transfer') paid.lptWei += action.amountWei
      else paid.ethWei += action.ethWei
      if (!counted.has(to)) paid.proposals += 1
      counted.add(to)
      byRecipient.set(to, paid)
    }
  }
  return {
    recipients: [...byRecipient.values()].toSorted(byAmount),
    executed: executed.length,
    withOtherCalls: executed.filter(({ actions }) => actions.some(({ kind }) => kind === 'call')).length,
  }
}

function byAmount(a: PaidView, b: PaidView): number {
  if (a.lptWei !== b.lptWei) return a.lptWei > b.lptWei ? -1 : 1
  if (a.ethWei !== b.ethWei) return a.ethWei > b.ethWei ? -1 : 1
  return a.to < b.to ? -1 : 1
}

async function buildSpending(reading: Reading): Promise<TreasurySpendingView> {
  const executed = await readPayments(reading, await readCore(reading))
  if (executed) return spendingOf(executed)
  if (!hasSubgraph() && missingSubgraph.state === 'missing')
    throw new SourceError(missingSubgraph.reason, missingSubgraph.next)
  throw new SourceError(
    'The index did not answer, and it alone knows what proposals did.',
    'Reload in a moment.',
  )
}

/** What the treasury paid to whom (6.6). */
export function loadTreasurySpending(): Promise<Loaded<TreasurySpendingView>> {
  return load(buildSpending)
}
