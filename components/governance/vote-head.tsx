import type { StateWords } from '@/components/governance/state-words'
import { Badge } from '@/components/ui/badge'
import { buttonClasses } from '@/components/ui/button'
import { IntentLink } from '@/components/ui/intent-link'

export interface VoteHeadProps {
  back: { href: string; label: string }
  title: string
  state: StateWords
  /** Words of the link to the vote panel where it stands below (under 1024 px); null when there is nothing to do. */
  act: string | null
}

/** Title and state of a poll or proposal, and the way back to its list. */
export function VoteHead({ back, title, state, act }: VoteHeadProps) {
  return (
    <div className="space-y-2 pt-8 pb-8">
      <p className="text-small">
        <IntentLink href={back.href} className="text-accent-text underline underline-offset-4">
          {back.label}
        </IntentLink>
      </p>
      <h1 className="max-w-text text-title break-words">
        <bdi>{title}</bdi>
      </h1>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={state.tone}>{state.label}</Badge>
        <span className="text-ink-quiet">{state.meaning}</span>
      </p>
      {act && (
        <a
          href="#vote"
          className={buttonClasses({ wide: true, className: 'mt-3 lg:hidden' })}
          data-print="hide"
        >
          {act}
        </a>
      )}
    </div>
  )
}
