import type { TallySide } from '@/components/governance/tally'
import type { ActionView, ProposalRow } from '@/lib/data/governance-types'
import { compactAmount, exactAmount } from '@/lib/format/amount'
import { countOf } from '@/lib/format/number'

/** "5324…3661": an id is a number of 77 digits. */
export function shortProposal(id: string): string {
  return id.length <= 12 ? id : `${id.slice(0, 4)}…${id.slice(-4)}`
}

/** What a proposal is called: its title, else its number. */
export function proposalTitle({ id, title }: Pick<ProposalRow, 'id' | 'title'>): string {
  return title ?? `Proposal ${shortProposal(id)}`
}

/** Sides of a proposal in the order they are drawn. */
export function proposalTally({
  forWei,
  againstWei,
  abstainWei,
}: Pick<ProposalRow, 'forWei' | 'againstWei' | 'abstainWei'>): TallySide[] {
  return [
    { side: 'for', wei: forWei },
    { side: 'against', wei: againstWei },
    { side: 'abstain', wei: abstainWei },
  ]
}

/** What a proposal pays and does in one phrase: "pays 10k LPT and 2 ETH, 1 other action". */
export function actionsPhrase(actions: readonly ActionView[]): string {
  const lpt = actions.reduce(
    (sum, action) => (action.kind === 'lpt-transfer' ? sum + action.amountWei : sum),
    0n,
  )
  const eth = actions.reduce(
    (sum, action) => (action.kind === 'lpt-transfer' ? sum : sum + action.ethWei),
    0n,
  )
  const others = actions.filter(({ kind }) => kind === 'call').length
  const payments = [
    ...(lpt > 0n ? [`${compactAmount(lpt)} LPT`] : []),
    ...(eth > 0n ? [`${exactAmount(eth)} ETH`] : []),
  ]
  const parts = [
    ...(payments.length > 0 ? [`pays ${payments.join(' and ')}`] : []),
    ...(others > 0 ? [countOf(others, payments.length > 0 ? 'other action' : 'action')] : []),
  ]
  return parts.length === 0 ? 'moves nothing' : parts.join(', ')
}
