import type { Address } from 'viem'
import { LockActionsSlot } from '@/components/account/owner-slots'
import { RoundRing } from '@/components/charts/round-ring'
import { ShortAddress } from '@/components/ui/address'
import { Amount } from '@/components/ui/amount'
import { Badge } from '@/components/ui/badge'
import type { RoundView, UnbondingLockView } from '@/lib/data/types'
import { formatDateTime } from '@/lib/format/date'
import { formatDuration } from '@/lib/format/duration'
import { countOf, formatInteger } from '@/lib/format/number'

export interface UnbondingLocksProps {
  account: Address
  locks: readonly UnbondingLockView[]
  round: RoundView
  /** Chain time in Unix seconds. */
  now: number
}

/** Every unbonding lock: amount, when it opens, and for the owner what can be done with it. */
export function UnbondingLocks({ account, locks, round, now }: UnbondingLocksProps) {
  return (
    <ul className="divide-y border-y">
      {locks.map((lock) => (
        <li key={lock.id} className="flex flex-wrap items-center gap-x-6 gap-y-3 py-4">
          <p className="min-w-40">
            <span className="block text-figure font-semibold">
              <Amount wei={lock.amountWei} unit="LPT" />
            </span>
            <span className="text-small text-ink-quiet">
              Lock {lock.id}
              {lock.delegate && (
                <>
                  , from <ShortAddress address={lock.delegate} />
                </>
              )}
            </span>
          </p>
          <div className="min-w-56 flex-1">
            {lock.state === 'withdrawable' ? (
              <p className="space-x-2">
                <Badge>Ready to withdraw</Badge>
                <span className="text-small text-ink-quiet">
                  since round {formatInteger(lock.withdrawRound)}
                </span>
              </p>
            ) : (
              <WaitingLock lock={lock} round={round} now={now} />
            )}
          </div>
          <LockActionsSlot
            account={account}
            lockId={lock.id}
            amountWei={lock.amountWei.toString()}
            withdrawRound={lock.withdrawRound}
            currentRound={round.number}
          />
        </li>
      ))}
    </ul>
  )
}

function WaitingLock({ lock, round, now }: { lock: UnbondingLockView; round: RoundView; now: number }) {
  return (
    <div className="flex items-center gap-3">
      <RoundRing round={round} size="small" label={null} />
      <p>
        <span className="block">
          Opens in round {formatInteger(lock.withdrawRound)},{' '}
          <span className="text-wait">{countOf(lock.withdrawRound - round.number, 'round')} from now</span>
        </span>
        <span className="text-small text-ink-quiet">
          in {formatDuration(lock.availableAt - now)}, estimated{' '}
          <time dateTime={new Date(lock.availableAt * 1000).toISOString()}>
            {formatDateTime(lock.availableAt)}
          </time>
        </span>
      </p>
    </div>
  )
}
