import type { Address } from 'viem'
import type { Core } from '@/lib/data/core'
import type { ActionView, PaidView } from '@/lib/data/governance-types'
import { readProposals } from '@/lib/data/governor'
import type { Reading } from '@/lib/data/reading'
import { actionViews, readIndexedProposals } from '@/lib/data/treasury'
import { sameAddress } from '@/lib/protocol/types'

/** What one executed proposal did. */
interface ExecutedProposal {
  id: string
  actions: readonly ActionView[]
}

/**
 * What the treasury has carried out: calls as the index has them, whether they were carried out as the governor says.
 * Null when the index did not answer.
 * @throws SourceError
 */
export async function readPayments(
  reading: Reading,
  core: Core,
): Promise<readonly ExecutedProposal[] | null> {
  const known = await readIndexedProposals(reading)
  if (!known) return null
  const states = await readProposals(
    reading,
    core,
    known.rows.map(({ id }) => id),
  )
  const executed = known.rows.filter(({ id }) => states.get(id)?.state === 'executed')
  return Promise.all(executed.map(async ({ id, calls }) => ({ id, actions: await actionViews(calls) })))
}

function recipient(action: ActionView): Address | null {
  return action.kind === 'call' ? null : action.to
}

/** What the recipients of a proposal got from others that were executed: those who got something, in the proposal's order. */
export function paidBefore(executed: readonly ExecutedProposal[], proposal: ExecutedProposal): PaidView[] {
  const recipients = proposal.actions.flatMap((action) => recipient(action) ?? [])
  return recipients
    .filter((to, index) => recipients.findIndex((other) => sameAddress(other, to)) === index)
    .flatMap((to): PaidView[] => {
      const paid: PaidView = { to, lptWei: 0n, ethWei: 0n, proposals: 0 }
      for (const { id, actions } of executed) {
        if (id === proposal.id) continue
        const own = actions.filter((action) => {
          const other = recipient(action)
          return other !== null && sameAddress(other, to)
        })
        if (own.length > 0) paid.proposals += 1
        for (const action of own) {
          if (action.kind === 'lpt-transfer') paid.lptWei += action.amountWei
          else paid.ethWei += action.ethWei
        }
      }
      return paid.proposals > 0 ? [paid] : []
    })
}
