import { pollTitle } from '@/components/governance/poll-words'
import { actionsPhrase, proposalTitle, shortProposal } from '@/components/governance/proposal-words'
import { pollStateWords, proposalStateWords } from '@/components/governance/state-words'
import { drawableText } from '@/components/preview/preview-text'
import type { PollHeading, PollRow, ProposalRow } from '@/lib/data/governance-types'
import type { OrchestratorRow, ProtocolView, RoundView } from '@/lib/data/types'
import { lowerAddress, shortenAddress } from '@/lib/format/address'
import { checksumAddress } from '@/lib/format/address-checksum'
import { compactAmount, fixedAmount } from '@/lib/format/amount'
import { formatDate } from '@/lib/format/date'
import { formatInteger } from '@/lib/format/number'
import { percentP6, percentP9 } from '@/lib/format/percent'
import type { Address } from '@/lib/protocol/types'

interface PreviewFigure {
  label: string
  value: string
}

/** What a link's picture shows. Every text is drawable; a figure that is not known is not in it. */
export interface PreviewCard {
  /** What kind of page it is. */
  kind: string
  title: string
  /** Under the title; null: nothing. */
  line: string | null
  /** At most four. */
  figures: readonly PreviewFigure[]
  /** Sides of a vote in parts of a thousand of all that was cast; null: none was. */
  sides: { for: number; against: number; abstain: number } | null
  /** Which day's figures these are. */
  asOf: string
}

const titleLength = 90
const day = (timestamp: number) => `Figures of ${formatDate(timestamp)}, UTC`
const shortAddress = (address: Address) => shortenAddress(checksumAddress(lowerAddress(address)))

/** An orchestrator: who, stake, cuts, reward calls. */
export function orchestratorCard(row: OrchestratorRow, timestamp: number): PreviewCard {
  const name = row.name === null ? '' : drawableText(row.name, titleLength)
  const calls = row.rewardCalls30
  return {
    kind: 'Orchestrator',
    title: name || shortAddress(row.address),
    line: name ? shortAddress(row.address) : null,
    figures: [
      { label: 'Stake', value: `${compactAmount(row.totalStakeWei)} LPT` },
      { label: 'Reward cut', value: percentP6(row.rewardCutP6, { trim: true }) },
      { label: 'Fee cut', value: percentP6(row.feeCutP6, { trim: true }) },
      ...(calls && calls.rounds > 0
        ? [{ label: 'Rewards called', value: `${calls.called} of ${calls.rounds}` }]
        : []),
    ],
    sides: null,
    asOf: day(timestamp),
  }
}

/** Sides in parts of a thousand, cut off; null: nobody voted. */
function sidesOf(votes: { for: bigint; against: bigint; abstain: bigint }): PreviewCard['sides'] {
  const all = votes.for + votes.against + votes.abstain
  if (all === 0n) return null
  const part = (wei: bigint) => Number((wei * 1_000n) / all)
  return { for: part(votes.for), against: part(votes.against), abstain: part(votes.abstain) }
}

const share = (label: string, valueP9: bigint | null): PreviewFigure[] =>
  valueP9 === null ? [] : [{ label, value: percentP9(valueP9, { places: 1 }) }]

/** A poll: title, state, tally. */
export function pollCard(poll: PollRow<PollHeading>, timestamp: number): PreviewCard {
  const title = drawableText(pollTitle(poll), titleLength)
  return {
    kind: 'LIP poll',
    title: title || `Poll ${shortAddress(poll.address)}`,
    line: `Poll ${shortAddress(poll.address)}`,
    figures: [
      { label: 'State', value: pollStateWords(poll).label },
      ...share('Support', poll.supportP9),
      ...share('Turnout', poll.participationP9),
    ],
    sides: sidesOf({ for: poll.yesWei, against: poll.noWei, abstain: 0n }),
    asOf: day(timestamp),
  }
}

/** A treasury proposal: title, state, what it pays, tally. */
export function proposalCard(proposal: ProposalRow, timestamp: number): PreviewCard {
  const title = drawableText(proposalTitle(proposal), titleLength)
  const number = `Proposal ${shortProposal(proposal.id)}`
  return {
    kind: 'Treasury proposal',
    title: title || number,
    line: proposal.actions
      ? drawableText(`${number}, ${actionsPhrase(proposal.actions)}`, titleLength)
      : number,
    figures: [
      { label: 'State', value: proposalStateWords(proposal).label },
      ...share('Support', proposal.supportP9),
      ...share('Turnout', proposal.participationP9),
    ],
    sides: sidesOf({ for: proposal.forWei, against: proposal.againstWei, abstain: proposal.abstainWei }),
    asOf: day(timestamp),
  }
}

/** The site: what it is for, and the stake it is about. */
export function siteCard(
  live: { protocol: ProtocolView; round: RoundView; timestamp: number } | null,
): PreviewCard {
  return {
    kind: 'Stake, vote, understand',
    title: 'Look after your Livepeer stake',
    line: 'Compare orchestrators, delegate, vote and withdraw with your own wallet',
    figures: live
      ? [
          { label: 'Staked', value: `${fixedAmount(live.protocol.activeStakeWei, 0)} LPT` },
          { label: 'Participation', value: percentP9(live.protocol.participationP9, { places: 1 }) },
          { label: 'Round', value: formatInteger(live.round.number) },
        ]
      : [],
    sides: null,
    asOf: live ? day(live.timestamp) : '',
  }
}
