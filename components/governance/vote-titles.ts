import { pollTitle } from '@/components/governance/poll-words'
import { actionsPhrase, proposalTitle, shortProposal } from '@/components/governance/proposal-words'
import { pollStateWords, proposalStateWords } from '@/components/governance/state-words'
import type { DateView, PollHeading, PollRow, ProposalRow } from '@/lib/data/governance-types'
import { shortenAddress } from '@/lib/format/address'
import { formatDate } from '@/lib/format/date'
import { percentP9 } from '@/lib/format/percent'

/** A stranger's title is cut where search results cut it; what follows it tells copies apart. */
const titleLength = 80
const cut = (text: string) =>
  text.length <= titleLength ? text : `${text.slice(0, titleLength - 1).trimEnd()}…`

/** "Poll 0x12…34" is a title already; a text's title gets it behind, since anybody can use the same words. */
const numbered = (title: string, number: string) => (title === number ? title : `${cut(title)} · ${number}`)

export function pollPageTitle(poll: Pick<PollRow<PollHeading>, 'text' | 'address'>): string {
  return numbered(pollTitle(poll), `Poll ${shortenAddress(poll.address)}`)
}

export function proposalPageTitle(proposal: Pick<ProposalRow, 'id' | 'title'>): string {
  return numbered(proposalTitle(proposal), `Proposal ${shortProposal(proposal.id)}`)
}

const share = (valueP9: bigint | null, words: string): string[] =>
  valueP9 === null ? [] : [`${percentP9(valueP9, { places: 1 })} ${words}`]

/** A date that may be shown without a note: one that was read, not counted. */
const dated = (date: DateView | null, words: string): string[] =>
  date === null ? [] : [`${words} ${date.estimated ? 'about ' : ''}${formatDate(date.at)}`]

/** State, end and tally of a poll; what is not known is left out. */
export function pollDescription(poll: PollRow<PollHeading>): string {
  const open = poll.state === 'open'
  const facts = [
    pollStateWords(poll).label,
    ...dated(poll.endsAt, open ? 'closes' : 'closed'),
    ...share(poll.supportP9, 'of the votes for'),
    ...share(poll.participationP9, 'of the active stake voted'),
  ]
  return `${facts.join(', ')}. A poll of Livepeer’s stakers: what it proposes, how the vote stands and who voted.`
}

/** State, end, tally and payments of a proposal; what is not known is left out. */
export function proposalDescription(proposal: ProposalRow, now: number): string {
  const over = proposal.closesAt !== null && proposal.closesAt.at <= now
  const facts = [
    proposalStateWords(proposal).label,
    ...(proposal.actions ? [actionsPhrase(proposal.actions)] : []),
    ...(proposal.state === 'pending'
      ? dated(proposal.opensAt, 'opens')
      : dated(proposal.closesAt, over ? 'closed' : 'closes')),
    ...share(proposal.supportP9, 'for'),
    ...share(proposal.participationP9, 'of the voting power took part'),
  ]
  return `${facts.join(', ')}. A proposal to Livepeer’s treasury: what it pays, how the vote stands and who voted.`
}
