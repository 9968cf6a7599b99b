import { CircleAlert, CircleSlash2, Hourglass } from 'lucide-react'
import type { ReactNode } from 'react'
import { AsOfLine } from '@/components/ui/as-of'
import type { AsOf, Loaded } from '@/lib/data/types'

export interface LoadedViewProps<T> {
  view: Loaded<T>
  /** What it is, as in "The round is not known now". */
  what: string
  /** Shaped like the content, shown while the figures are late and, dimmed, under the reason of a failure. */
  skeleton: ReactNode
  /** Leave the shape out of a failure, where it would be a long page of nothing. */
  bareFailure?: boolean
  /** Hide the line about block and sources where a neighbour carries the same. */
  hideAsOf?: boolean
  children: (value: T, asOf: AsOf) => ReactNode
}

/** One of the five states of a panel: complete, partial, stale, late or failed. Nothing outside the panel changes with it. */
export function LoadedView<T>({
  view,
  what,
  skeleton,
  bareFailure = false,
  hideAsOf = false,
  children,
}: LoadedViewProps<T>) {
  if (view.state === 'late' || view.state === 'failed') {
    return (
      <div className="space-y-4">
        <StateNote
          state={view.state}
          tone={view.state === 'late' ? 'wait' : 'loss'}
          title={view.state === 'late' ? `${what} is late` : `${what} is not known now`}
          reason={view.reason}
          next={view.next}
        />
        {view.state === 'failed' && (
          <Report
            text={[`${what} is not known`, view.reason, view.next, view.detail].filter(Boolean).join('\n')}
          />
        )}
        {!(bareFailure && view.state === 'failed') && (
          <div aria-hidden className={view.state === 'failed' ? '[&_*]:animate-none' : undefined}>
            {skeleton}
          </div>
        )}
      </div>
    )
  }
  return (
    <>
      {view.state === 'partial' && (
        <StateNote tone="info" title="Some figures are missing" reason={view.reason} next={view.next} />
      )}
      {view.state === 'stale' && (
        <StateNote
          tone="wait"
          title="These figures are kept from before"
          reason={view.reason}
          next={view.next}
        />
      )}
      {children(view.value, view.asOf)}
      {!hideAsOf && (
        <div className="mt-auto pt-4 text-small text-ink-quiet">
          <AsOfLine asOf={view.asOf} />
        </div>
      )}
    </>
  )
}

/** What went wrong as text to hand on. A click selects all of it, which needs no script. */
function Report({ text }: { text: string }) {
  return (
    <details className="mb-4 text-small" data-print="hide">
      <summary className="text-ink-quiet">Report to copy</summary>
      <pre className="mt-2 rounded bg-raised p-3 font-mono break-words whitespace-pre-wrap select-all">
        {text}
      </pre>
    </details>
  )
}

const tones = {
  info: { Icon: CircleSlash2, className: 'text-info' },
  wait: { Icon: Hourglass, className: 'text-wait' },
  loss: { Icon: CircleAlert, className: 'text-loss' },
}

function StateNote(props: {
  /** Marks a page without its figures: scripts/serve keeps such a page for a second only. */
  state?: 'late' | 'failed'
  tone: keyof typeof tones
  title: string
  reason: string
  next: string
}) {
  const { Icon, className } = tones[props.tone]
  return (
    <p
      data-view={props.state}
      className={`mb-4 flex gap-2 border-l-2 border-current py-0.5 pl-3 text-small ${className}`}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="text-ink">
        <strong className="font-medium">{props.title}.</strong> {props.reason} {props.next}
      </span>
    </p>
  )
}
