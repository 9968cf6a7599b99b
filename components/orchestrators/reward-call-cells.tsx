import type { CallsCell, ThisRound } from '@/components/orchestrators/list-row'
import { Glyph } from '@/components/ui/glyph'
import { Unknown } from '@/components/ui/unknown'

/**
 * Reward calls over a window: how many of how many; missed ones stand out by weight and in the tooltip's words. With `now`
 * the running round's call stands behind it, which counts for neither.
 */
export function CallsCount({ calls, now }: { calls: CallsCell; now?: ThisRound | undefined }) {
  if (calls === null) return <Unknown reason="Not known: the index did not answer" />
  if (calls.rounds === 0) {
    return (
      <span className="text-ink-quiet" title="Not active in any finished round of this window">
        none yet
      </span>
    )
  }
  const title = `${calls.called} called, ${calls.missed} missed of ${calls.rounds} finished rounds`
  return (
    <span title={title} className="whitespace-nowrap">
      <span className={calls.missed > 0 ? 'font-medium text-loss' : undefined}>{calls.called}</span>
      <span className="text-ink-quiet">
        <span aria-hidden>/</span>
        <span className="sr-only"> of </span>
        {calls.rounds}
      </span>
      {now && <NowMark state={now} />}
    </span>
  )
}

/** The running round's call as a mark of fixed width. */
function NowMark({ state }: { state: ThisRound }) {
  const words = {
    called: 'This round is called',
    open: 'This round is open: not called yet',
    none: 'Not active in this round',
  }[state]
  return (
    <span title={words} className="ml-1.5 inline-block w-3.5 align-[-2px] text-ink-quiet">
      {state !== 'none' && <Glyph name={state === 'called' ? 'check' : 'open'} className="size-3.5" />}
      <span className="sr-only">{words}</span>
    </span>
  )
}

/** This round's reward call. Open is not missed: there is time until the round ends. */
export function ThisRoundCall({ state }: { state: ThisRound }) {
  if (state === 'none') {
    return (
      <span className="text-ink-quiet" title="Not active in this round, so there is nothing to call">
        <span aria-hidden>·</span>
        <span className="sr-only">Not active</span>
      </span>
    )
  }
  return state === 'called' ? (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      <Glyph name="check" className="size-3.5" /> Called
    </span>
  ) : (
    <span
      className="inline-flex items-center gap-1 whitespace-nowrap text-ink-quiet"
      title="Not called yet; it has time until the round ends"
    >
      <Glyph name="open" className="size-3.5" /> Open
    </span>
  )
}
