import type { Change } from '@/components/staking/delegate-model'
import { stakingObstacle } from '@/components/staking/unbond-model'
import type { WalletState } from '@/hooks/wallet-store'
import type { OperatingView } from '@/lib/data/operating'
import type { DelegatingView } from '@/lib/data/types'
import { formatDateTime } from '@/lib/format/date'
import { formatRelative } from '@/lib/format/duration'
import type { Intent } from '@/lib/transaction/types'

/** What every form of a workbench starts from. */
export interface Situation<View> {
  view: View
  wallet: WalletState
  /** Chain time of the figures, Unix seconds. */
  now: number
  /** The account acted after the block of these figures. */
  behind: boolean
}

export type OperatorSituation = Situation<OperatingView>

/** A form's state besides its fields. */
export interface ActionForm {
  /** Why the action cannot be reviewed now; null when it can. */
  reason: string | null
  intent: Intent | null
  changes: readonly Change[]
  notes: readonly string[]
}

/** What of the protocol's state stops a verb (contracts.md 5.3, 8, 9). */
type Gating = 'nothing' | 'pause' | 'pause-and-round'

/** Why nothing of a kind can be signed now, whatever is entered; null when nothing is in the way. */
export function obstacleTo(
  gating: Gating,
  { view, wallet, behind }: Situation<Pick<DelegatingView, 'paused' | 'round'>>,
): string | null {
  const round = gating === 'pause-and-round' ? view.round : { ...view.round, overdue: false }
  const paused = gating !== 'nothing' && view.paused
  const stands = stakingObstacle({ paused, round }, wallet)
  return stands ?? (behind ? 'Reading the figures after your last action.' : null)
}

/** An estimated time with how far it is: "16 Jan 2026, 01:26 UTC (in 13 h 26 min)". */
export function whenText(seconds: number, now: number): string {
  return `about ${formatDateTime(seconds)} (${formatRelative(seconds, now)})`
}
