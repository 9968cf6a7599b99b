import type { Metadata } from 'next'
import { AuthorMarkdown } from '@/components/governance/author-markdown'
import { BackHead } from '@/components/governance/back-head'
import { PollCreateSlot } from '@/components/governance/poll-create-slot'
import { PollTerms } from '@/components/governance/poll-terms'
import { lipsFolder } from '@/components/governance/poll-words'
import { PollableList } from '@/components/governance/pollable-list'
import { LoadedView } from '@/components/ui/loaded-view'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/skeleton'
import type { LipTextView, PollableLipsView } from '@/lib/data/authoring-types'
import { loadLipText, loadPollableLips, loadPollTerms } from '@/lib/data/poll-creation'
import { parseAuthorText } from '@/lib/format/author-text'
import { settings } from '@/lib/network/settings'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = {
  title: 'New LIP poll',
  description: 'Put a proposed Livepeer improvement proposal to a poll of stakers.',
  alternates: { canonical: '/voting/create-poll' },
  robots: { index: false, follow: true },
}

/** The LIP that is asked for; null: none, or nothing that could be one. */
function chosenLip(value: string | string[] | undefined): string | null {
  return typeof value === 'string' && /^\d{1,6}$/.test(value) ? `${Number(value)}` : null
}

export default async function CreatePollPage({ searchParams }: Props) {
  const chosen = chosenLip((await searchParams).lip)
  const [lips, terms, text] = await Promise.all([
    loadPollableLips(),
    loadPollTerms(),
    chosen === null ? null : loadLipText(chosen),
  ])
  const open = 'value' in lips ? lips.value.lips.find(({ lip, not }) => lip === chosen && not === null) : null
  const shown = open && text && 'value' in text ? text.value : null
  return (
    <>
      <BackHead back={{ href: '/voting', label: 'LIP polls' }} title="New LIP poll">
        Put a proposed LIP to a vote of everybody with stake. Polls advise: they change nothing by themselves.
      </BackHead>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-12">
          <Panel title="Which LIP">
            {'value' in lips ? (
              <Choice view={lips.value} chosen={shown?.lip ?? null} asked={chosen} stale={lips} />
            ) : (
              <Notice tone="wait" title={lips.reason}>
                {lips.next}
              </Notice>
            )}
          </Panel>
          {shown && <LipText text={shown} />}
        </div>
        <aside aria-label="Create the poll" className="space-y-8 self-start lg:sticky lg:top-20">
          {shown && <PollCreateSlot lip={shown.lip} commit={shown.commit} canPin={settings().pin !== null} />}
          <Panel title="What it takes">
            <LoadedView view={terms} what="The rules of polls" bareFailure skeleton={<Skeleton ch={30} />}>
              {(value) => <PollTerms terms={value} />}
            </LoadedView>
          </Panel>
        </aside>
      </div>
    </>
  )
}

function Choice({
  view,
  chosen,
  asked,
  stale,
}: {
  view: PollableLipsView
  chosen: string | null
  asked: string | null
  stale: { state: string; reason?: string; next?: string }
}) {
  return (
    <div className="space-y-4">
      {stale.state === 'stale' && (
        <Notice tone="wait" title="This list is kept from before">
          {stale.reason} {stale.next}
        </Notice>
      )}
      {asked !== null && chosen === null && (
        <Notice tone="wait" title={`LIP-${asked} is not open for a poll.`}>
          Choose one from the list.
        </Notice>
      )}
      <PollableList view={view} chosen={chosen} />
    </div>
  )
}

/** The text that the poll would be about, as its page will show it. */
function LipText({ text }: { text: LipTextView }) {
  const { body } = parseAuthorText(text.text)
  return (
    <Panel title="Its text">
      <AuthorMarkdown source={body} linkBase={lipsFolder(text.commit)} />
      <p className="pt-4 text-small text-ink-quiet">
        As the repository of LIPs has it at commit <span className="font-mono break-all">{text.commit}</span>.
      </p>
    </Panel>
  )
}
