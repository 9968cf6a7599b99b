import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { shareMetadata } from '@/app/share-metadata'
import { proposalId } from '@/app/treasury/[proposal]/proposal-id'
import { ActionList, type ActionListProps } from '@/components/governance/action-list'
import { AuthorMarkdown } from '@/components/governance/author-markdown'
import { NextStep } from '@/components/governance/next-step'
import { ProposalFacts } from '@/components/governance/proposal-facts'
import { ProposalFigures } from '@/components/governance/proposal-figures'
import { proposalTitle, shortProposal } from '@/components/governance/proposal-words'
import { Simulation } from '@/components/governance/simulation'
import { proposalStateWords } from '@/components/governance/state-words'
import { TextDoubts } from '@/components/governance/text-doubts'
import { VoteElsewhere } from '@/components/governance/vote-elsewhere'
import { VoteHead } from '@/components/governance/vote-head'
import { VoteList } from '@/components/governance/vote-list'
import { TreasuryVoteSlot } from '@/components/governance/vote-slots'
import { proposalDescription, proposalPageTitle } from '@/components/governance/vote-titles'
import { ListSkeleton } from '@/components/orchestrators/list-skeleton'
import { AsOfLine } from '@/components/ui/as-of'
import { LoadedView } from '@/components/ui/loaded-view'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { ProposalView } from '@/lib/data/governance-types'
import { loadProposal } from '@/lib/data/proposal'
import type { AsOf, Loaded } from '@/lib/data/types'
import { loadNames } from '@/lib/ens/names'
import { formatInteger } from '@/lib/format/number'
import { loadPublicConfig } from '@/lib/network/load-public-config'

type Props = {
  params: Promise<{ proposal: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

function known(loaded: Loaded<ProposalView | null>): Loaded<ProposalView> {
  if ('value' in loaded && loaded.value === null) notFound()
  return loaded as Loaded<ProposalView>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const id = await proposalId(params)
  const proposal = known(await loadProposal(id))
  return shareMetadata({
    title: 'value' in proposal ? proposalPageTitle(proposal.value) : `Proposal ${shortProposal(id)}`,
    description:
      'value' in proposal
        ? proposalDescription(proposal.value, proposal.asOf.timestamp)
        : 'A proposal to Livepeer’s treasury: what it pays, how the vote stands and who voted.',
    path: `/treasury/${id}`,
    image: `/treasury/${id}/preview.png`,
    listed: true,
  })
}

export default async function ProposalPage({ params, searchParams }: Props) {
  const id = await proposalId(params)
  const [loaded, config, { page }] = await Promise.all([loadProposal(id), loadPublicConfig(), searchParams])
  const proposal = known(loaded)
  return (
    <LoadedView
      view={proposal}
      what="This proposal"
      hideAsOf
      bareFailure
      skeleton={<ListSkeleton rows={8} />}
    >
      {(value, asOf) => (
        <Proposal
          proposal={value}
          asOf={asOf}
          page={typeof page === 'string' ? page : null}
          explorerUrl={config.explorerUrl}
        />
      )}
    </LoadedView>
  )
}

function Proposal({
  proposal,
  asOf,
  page,
  explorerUrl,
}: {
  proposal: ProposalView
  asOf: AsOf
  page: string | null
  explorerUrl: string | null
}) {
  const pending = proposal.state === 'pending'
  const next = proposal.nextStep && (
    <NextStep next={proposal.nextStep} proposal={proposal.id} proposer={proposal.proposer} />
  )
  const votable = pending || proposal.state === 'active'
  return (
    <>
      <VoteHead
        back={{ href: '/treasury', label: 'Treasury' }}
        title={proposalTitle(proposal)}
        state={proposalStateWords(proposal)}
        act={pending ? 'See your voting power' : votable ? 'Vote' : null}
      />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-12">
          <ProposalFigures proposal={proposal} now={asOf.timestamp} />
          <Panel title="What it does">
            {proposal.actions ? (
              <div className="space-y-4">
                <Actions
                  actions={proposal.actions}
                  paidBefore={proposal.paidBefore}
                  explorerUrl={explorerUrl}
                />
                {proposal.simulation && (
                  <Simulation simulation={proposal.simulation} state={proposal.state} block={asOf.block} />
                )}
              </div>
            ) : (
              <NotIndexed indexed={proposal.indexed} />
            )}
          </Panel>
          {!pending && next}
          <Panel title="What its proposer says">
            {proposal.body === null ? (
              <NotIndexed indexed={proposal.indexed} />
            ) : (
              <ProposalText proposal={proposal} body={proposal.body} />
            )}
          </Panel>
          {pending && next}
        </div>
        <aside
          className="space-y-8 self-start lg:sticky lg:top-20 lg:col-start-2 lg:row-span-2 lg:row-start-1"
          aria-label="Your vote and facts"
        >
          {votable && (
            <div id="vote">
              <TreasuryVoteSlot proposal={proposal.id} pending={pending} />
              {proposal.voteCalls && <VoteElsewhere {...proposal.voteCalls} />}
            </div>
          )}
          <ProposalFacts proposal={proposal} now={asOf.timestamp} explorerUrl={explorerUrl} />
        </aside>
        <div className="min-w-0 space-y-8 lg:col-start-1">
          {!pending && (
            <Panel
              id="votes"
              title={proposal.votes ? `Votes, ${formatInteger(proposal.votes.length)}` : 'Votes'}
            >
              <ProposalVotes proposal={proposal} page={page} explorerUrl={explorerUrl} />
            </Panel>
          )}
          <div className="text-small text-ink-quiet">
            <AsOfLine asOf={asOf} />
          </div>
        </div>
      </div>
    </>
  )
}

/** The calls with the names of whom they pay. */
async function Actions(props: ActionListProps) {
  const names = await loadNames(
    props.actions.flatMap((action) => (action.kind === 'call' ? [] : [action.to])),
  )
  return <ActionList {...props} names={names} />
}

function ProposalText({ proposal, body }: { proposal: ProposalView; body: string }) {
  const { title, hiddenCharacters, knownAddresses } = proposal
  return (
    <div className="space-y-4">
      <TextDoubts
        text={`${title ?? ''}\n${body}`}
        hiddenCharacters={hiddenCharacters}
        known={knownAddresses}
      />
      {body === '' ? (
        <p className="text-ink-quiet">Nothing but the title.</p>
      ) : (
        <AuthorMarkdown source={body} />
      )}
    </div>
  )
}

function NotIndexed({ indexed }: Pick<ProposalView, 'indexed'>) {
  return indexed === 'unknown' ? (
    <Notice tone="wait" title="The index did not answer">
      It alone keeps the text and the actions. State and tally above are the chain’s own and not affected.
    </Notice>
  ) : (
    <Notice tone="wait" title="The index does not have this proposal yet">
      It is on chain: state and tally above are its own, and it can be voted on. Text and actions follow when
      the index has caught up.
    </Notice>
  )
}

function ProposalVotes({
  proposal,
  page,
  explorerUrl,
}: {
  proposal: ProposalView
  page: string | null
  explorerUrl: string | null
}) {
  if (!proposal.votes) {
    return (
      <Notice tone="wait" title="Who voted is not known now">
        The index did not answer. The tally above is the chain’s and is not affected.
      </Notice>
    )
  }
  return (
    <>
      {!proposal.votesAddUp && (
        <p className="pb-3 text-small text-ink-quiet">
          The newest votes are in the tally above, and not in this list yet.
        </p>
      )}
      <VoteList
        votes={proposal.votes.map((vote) => ({ ...vote, side: vote.support }))}
        totalWei={proposal.forWei + proposal.againstWei + proposal.abstainWei}
        path={`/treasury/${proposal.id}`}
        page={page}
        explorerUrl={explorerUrl}
      />
    </>
  )
}
