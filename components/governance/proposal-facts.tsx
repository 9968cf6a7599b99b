import { AccountLink } from '@/components/governance/account-link'
import { DateText } from '@/components/governance/date-words'
import { shortProposal } from '@/components/governance/proposal-words'
import { CopyButton } from '@/components/ui/copy-button'
import { FigureLine, FigureLines } from '@/components/ui/figures'
import { Panel } from '@/components/ui/panel'
import type { DateView, ProposalMoment, ProposalView } from '@/lib/data/governance-types'
import { loadName } from '@/lib/ens/names'
import { formatInteger } from '@/lib/format/number'

/** Who proposed it, and its life with rounds and dates: as they were, or as they will be. */
export async function ProposalFacts({
  proposal,
  now,
  explorerUrl,
}: {
  proposal: ProposalView
  now: number
  explorerUrl: string | null
}) {
  const { events, opensAt, closesAt, state } = proposal
  const proposer = await loadName(proposal.proposer)
  const moment = (label: string, what: ProposalMoment | null | undefined) =>
    what && <FigureLine label={label} value={<Moment moment={what} explorerUrl={explorerUrl} />} />
  return (
    <Panel title="Facts">
      <FigureLines>
        <FigureLine
          label="Proposed by"
          value={
            <span className="-my-1.5 inline-flex justify-end align-middle">
              <AccountLink address={proposal.proposer} orchestrator={false} name={proposer} />
            </span>
          }
        />
        {moment('Proposed', events?.proposed)}
        <FigureLine
          label="Power settled"
          explanation="Votes weigh what was bonded when this round ended."
          value={`end of round ${formatInteger(proposal.firstRound - 1)}`}
        />
        <FigureLine
          label="Voting"
          value={`rounds ${formatInteger(proposal.firstRound)} to ${formatInteger(proposal.lastRound)}`}
        />
        {state !== 'canceled' && (
          <>
            <Turn words={['Opens', 'Opened']} date={opensAt} now={now} />
            <Turn words={['Closes', 'Closed']} date={closesAt} now={now} />
          </>
        )}
        {moment('Cancelled', events?.cancelled)}
        {moment('Queued', events?.queued)}
        {proposal.executableAt !== null && (
          <FigureLine
            label="Executable from"
            value={<DateText date={{ at: proposal.executableAt, estimated: false }} time />}
          />
        )}
        {moment('Executed', events?.executed)}
        <FigureLine
          label="Number"
          value={
            <span className="inline-flex items-center justify-end gap-1">
              <span className="font-mono text-small" title={proposal.id}>
                {shortProposal(proposal.id)}
              </span>
              <CopyButton text={proposal.id} what="number of the proposal" />
            </span>
          }
        />
      </FigureLines>
      {!events && (
        <p className="pt-2 text-small text-ink-quiet">
          When it was proposed, queued or executed is not known here: the node does not look so far back.
        </p>
      )}
    </Panel>
  )
}

function Turn({ words, date, now }: { words: [string, string]; date: DateView | null; now: number }) {
  if (!date) return null
  return <FigureLine label={words[date.at > now ? 0 : 1]} value={<DateText date={date} time />} />
}

function Moment({ moment, explorerUrl }: { moment: ProposalMoment; explorerUrl: string | null }) {
  const date = <DateText date={{ at: moment.at, estimated: false }} time />
  if (!explorerUrl) return date
  return (
    <a
      href={`${explorerUrl}/tx/${moment.hash}`}
      target="_blank"
      rel="noreferrer"
      className="underline underline-offset-4"
    >
      {date}
    </a>
  )
}
