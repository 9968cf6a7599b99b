import { Fragment, type ReactNode } from 'react'
import type { MyVoteProps } from '@/components/governance/my-vote'
import { MyVoteSlot } from '@/components/governance/my-vote-slot'
import type { StateWords } from '@/components/governance/state-words'
import { TallyBar, type TallySide } from '@/components/governance/tally'
import { Badge } from '@/components/ui/badge'
import { IntentLink } from '@/components/ui/intent-link'
import { percentP6, percentP9 } from '@/lib/format/percent'

export interface VoteListRowProps {
  href: string
  title: string
  state: StateWords
  /** One quiet line under the title: when, what it pays. */
  detail: ReactNode
  tally: readonly TallySide[]
  /** Figures at the end: support and participation. */
  figures: readonly { label: string; value: ReactNode }[]
  /** Whose own vote stands between the figures. */
  mine: MyVoteProps
}

/** How much has voted, and how much has to. */
export function OfQuorum({ sharesP9, quorumP6 }: { sharesP9: bigint; quorumP6: bigint | null }) {
  const [voted, line] = [percentP9(sharesP9), quorumP6 === null ? null : percentP6(quorumP6, { trim: true })]
  if (line === null) return voted
  return (
    <span title={`${voted} has voted; the quorum is ${line}`}>
      {voted}
      <span className="font-normal text-ink-quiet">
        <span aria-hidden> / </span>
        <span className="sr-only"> of the needed </span>
        {line}
      </span>
    </span>
  )
}

/** One poll or proposal of a list: title and state, then its tally and what it comes to. */
export function VoteListRow({ href, title, state, detail, tally, figures, mine }: VoteListRowProps) {
  return (
    <li className="grid gap-x-8 gap-y-3 border-b py-4 md:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="min-w-0 font-medium break-words">
            <IntentLink href={href} className="underline-offset-4 hover:underline">
              <bdi>{title}</bdi>
            </IntentLink>
          </h2>
          <span title={state.meaning}>
            <Badge tone={state.tone}>{state.label}</Badge>
          </span>
        </div>
        <p className="pt-1 text-small text-ink-quiet">{detail}</p>
      </div>
      <div className="min-w-0 space-y-2 self-center">
        <TallyBar tally={tally} slim />
        <dl className="flex flex-wrap justify-between gap-x-3 gap-y-1 text-small">
          {figures.map(({ label, value }, index) => (
            <Fragment key={label}>
              {index === 1 && <MyVoteSlot {...mine} />}
              <div className="flex gap-1.5">
                <dt className="text-ink-quiet">{label}</dt>
                <dd className="font-medium">{value}</dd>
              </div>
            </Fragment>
          ))}
        </dl>
      </div>
    </li>
  )
}
