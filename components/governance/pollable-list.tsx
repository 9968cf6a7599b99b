import { IntentLink } from '@/components/ui/intent-link'
import type { PollableLip, PollableLipsView } from '@/lib/data/authoring-types'

/** Proposed LIPs to choose from; those that are not offered say why. */
export function PollableList({ view, chosen }: { view: PollableLipsView; chosen: string | null }) {
  const offered = view.lips.filter(({ not }) => not === null)
  const others = view.lips.filter(({ not }) => not !== null)
  return (
    <div className="space-y-4">
      {offered.length === 0 ? (
        <p className="text-ink-quiet">
          No LIP waits for a poll: none is in the state “Proposed” without one.
        </p>
      ) : (
        <ul className="divide-y border-y">
          {offered.map((lip) => (
            <li key={lip.lip}>
              <IntentLink
                href={`/voting/create-poll?lip=${lip.lip}`}
                scroll={false}
                aria-current={lip.lip === chosen ? 'true' : undefined}
                className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-l-2 border-transparent px-3 py-3 hover:bg-raised aria-[current=true]:border-accent aria-[current=true]:bg-accent-soft"
              >
                <Name lip={lip} />
              </IntentLink>
            </li>
          ))}
        </ul>
      )}
      {!view.pollsKnown && (
        <p className="text-small text-ink-quiet">
          Not every poll could be read: one of these may have a poll already. Look at the list of polls first.
        </p>
      )}
      {others.length > 0 && (
        <details className="text-small">
          <summary className="text-ink-quiet">Proposed, and not offered: {others.length}</summary>
          <ul className="divide-y pt-2">
            {others.map((lip) => (
              <li key={lip.lip} className="flex flex-wrap items-baseline gap-x-3 py-2">
                <Name lip={lip} />
                <WhyNot lip={lip} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function Name({ lip: { lip, title } }: { lip: PollableLip }) {
  return (
    <>
      <span className="text-ink-quiet tabular-nums">LIP-{lip}</span>
      <span className="min-w-0 break-words">
        <bdi>{title}</bdi>
      </span>
    </>
  )
}

function WhyNot({ lip: { not } }: { lip: PollableLip }) {
  if (not === null) return null
  if (not.reason === 'part-of') return <span className="text-ink-quiet">part of another: {not.lip}</span>
  return (
    <IntentLink
      href={`/voting/${not.poll.toLowerCase()}`}
      className="text-accent-text underline underline-offset-4"
    >
      has a poll
    </IntentLink>
  )
}
