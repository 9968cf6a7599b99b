import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { shareMetadata } from '@/app/share-metadata'
import { pollAddress } from '@/app/voting/[poll]/poll-address'
import { AuthorMarkdown } from '@/components/governance/author-markdown'
import { PollFigures } from '@/components/governance/poll-figures'
import { PollHistory } from '@/components/governance/poll-history'
import { lipsFolder, pollTitle } from '@/components/governance/poll-words'
import { sideOfChoice } from '@/components/governance/sides'
import { pollStateWords } from '@/components/governance/state-words'
import { TextDoubts } from '@/components/governance/text-doubts'
import { VoteElsewhere } from '@/components/governance/vote-elsewhere'
import { VoteHead } from '@/components/governance/vote-head'
import { VoteList } from '@/components/governance/vote-list'
import { PollVoteSlot } from '@/components/governance/vote-slots'
import { pollDescription, pollPageTitle } from '@/components/governance/vote-titles'
import { ListSkeleton } from '@/components/orchestrators/list-skeleton'
import { AsOfLine } from '@/components/ui/as-of'
import { LoadedView } from '@/components/ui/loaded-view'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { PollBody, PollView } from '@/lib/data/governance-types'
import { loadPoll } from '@/lib/data/polls'
import type { AsOf, Loaded } from '@/lib/data/types'
import { shortenAddress } from '@/lib/format/address'
import { formatInteger } from '@/lib/format/number'
import { loadPublicConfig } from '@/lib/network/load-public-config'

type Props = {
  params: Promise<{ poll: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

function known(loaded: Loaded<PollView | null>): Loaded<PollView> {
  if ('value' in loaded && loaded.value === null) notFound()
  return loaded as Loaded<PollView>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const address = await pollAddress(params)
  const poll = known(await loadPoll(address))
  return shareMetadata({
    title: 'value' in poll ? pollPageTitle(poll.value) : `Poll ${shortenAddress(address)}`,
    description:
      'value' in poll
        ? pollDescription(poll.value)
        : 'A poll of Livepeer’s stakers: what it proposes, how the vote stands and who voted.',
    path: `/voting/${address}`,
    image: `/voting/${address}/preview.png`,
    listed: true,
  })
}

export default async function PollPage({ params, searchParams }: Props) {
  const address = await pollAddress(params)
  const [loaded, config, { page }] = await Promise.all([loadPoll(address), loadPublicConfig(), searchParams])
  const poll = known(loaded)
  return (
    <LoadedView view={poll} what="This poll" hideAsOf bareFailure skeleton={<ListSkeleton rows={8} />}>
      {(value, asOf) => (
        <Poll
          poll={value}
          asOf={asOf}
          page={typeof page === 'string' ? page : null}
          explorerUrl={config.explorerUrl}
        />
      )}
    </LoadedView>
  )
}

function Poll({
  poll,
  asOf,
  page,
  explorerUrl,
}: {
  poll: PollView
  asOf: AsOf
  page: string | null
  explorerUrl: string | null
}) {
  const open = poll.state === 'open'
  return (
    <>
      <VoteHead
        back={{ href: '/voting', label: 'LIP polls' }}
        title={pollTitle(poll)}
        state={pollStateWords(poll)}
        act={open ? 'Vote' : null}
      />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-12">
          {poll.indexed !== 'yes' && <PollNotIndexed indexed={poll.indexed} />}
          <PollFigures poll={poll} now={asOf.timestamp} />
          <Panel title="Text">
            {poll.text.state === 'ready' ? (
              <PollBodyText text={poll.text.value} known={poll.knownAddresses} />
            ) : (
              <Notice tone="wait" title={poll.text.reason}>
                {poll.text.next} Tally and voting work without it.{' '}
                {poll.cid && <span className="font-mono break-all">{poll.cid}</span>}
              </Notice>
            )}
          </Panel>
        </div>
        {open && (
          <aside
            id="vote"
            aria-label="Your vote"
            className="self-start lg:sticky lg:top-20 lg:col-start-2 lg:row-span-2 lg:row-start-1"
          >
            <PollVoteSlot poll={poll.address} />
            {poll.voteCalls && <VoteElsewhere {...poll.voteCalls} />}
          </aside>
        )}
        <div className="min-w-0 space-y-8 lg:col-start-1">
          <PollHistory poll={poll} now={asOf.timestamp} />
          <Panel id="votes" title={`Votes, ${formatInteger(poll.votes.length)}`}>
            <VoteList
              votes={poll.votes.map((vote) => ({ ...vote, side: sideOfChoice[vote.choice] }))}
              totalWei={poll.yesWei + poll.noWei}
              path={`/voting/${poll.address.toLowerCase()}`}
              page={page}
              explorerUrl={explorerUrl}
            />
          </Panel>
          <div className="text-small text-ink-quiet">
            <AsOfLine asOf={asOf} />
          </div>
        </div>
      </div>
    </>
  )
}

function PollBodyText({ text, known }: { text: PollBody; known: PollView['knownAddresses'] }) {
  const { title, body, hiddenCharacters, commit } = text
  return (
    <div className="space-y-4">
      <TextDoubts text={`${title ?? ''}\n${body}`} hiddenCharacters={hiddenCharacters} known={known} />
      <AuthorMarkdown source={body} linkBase={lipsFolder(commit)} />
    </div>
  )
}

function PollNotIndexed({ indexed }: { indexed: 'not-yet' | 'unknown' }) {
  return (
    <Notice
      tone="wait"
      title={indexed === 'not-yet' ? 'The index does not have this poll yet' : 'The index did not answer'}
    >
      Poll and votes below are read from the chain’s own logs, and it can be voted on. When votes were cast
      follows with the index.
    </Notice>
  )
}
