import type { LedgerLineView, MovementKind } from '@/lib/data/ledger-types'

/** What a round was for the stake, in a word or two, with its explanation. */
export const outcomeWords: Readonly<
  Record<LedgerLineView['outcome'], { label: string; explanation: string; tone: 'plain' | 'loss' | 'quiet' }>
> = {
  called: { label: 'Called', explanation: 'The orchestrator called reward.', tone: 'plain' },
  early: {
    label: 'Claimed early',
    explanation:
      'Earnings were claimed before the reward call, so this round’s reward did not reach this stake.',
    tone: 'loss',
  },
  missed: { label: 'Missed', explanation: 'The round ended without a reward call.', tone: 'loss' },
  open: { label: 'Open', explanation: 'The round is running and reward is not called yet.', tone: 'quiet' },
  inactive: {
    label: 'Not active',
    explanation: 'The orchestrator was not in the active set.',
    tone: 'quiet',
  },
  none: { label: 'No stake yet', explanation: 'No stake was bonded when the round began.', tone: 'quiet' },
  unknown: { label: 'Not known', explanation: 'The index did not answer.', tone: 'quiet' },
}

export const movementWords: Readonly<Record<MovementKind, string>> = {
  bond: 'Bonded',
  rebond: 'Rebonded',
  received: 'Received',
  migrated: 'Migrated',
  unbond: 'Unbonded',
  given: 'Transferred',
  'withdraw-stake': 'Withdrawn from a lock',
  'withdraw-fees': 'Fees withdrawn',
}
