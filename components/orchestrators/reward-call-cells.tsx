import type { CallsCell, ThisRound } from '@/components/orchestrators/list-row'
import { Glyph } from '@/components/ui/glyph'
import { Unknown } from '@/components/ui/unknown'

/** Reward calls over a window: how many of how many; missed ones stand out by weight and in the tooltip's words. */
export function CallsCount({ calls }: { calls: CallsCell }) {
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
