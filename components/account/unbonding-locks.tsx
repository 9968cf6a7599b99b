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

/** A lock's place on the line of time. */
const stop = 'absolute top-5 -left-[calc(1.5rem+5px)] size-2.5 rounded-full border-2'

/**
 * Every unbonding lock on a line of time: those that are ready, the running round, then those that wait by the round in which they
 * open. For the owner with what can be done with each.
 */
export function UnbondingLocks({ account, locks, round, now }: UnbondingLocksProps) {
  const ordered = locks.toSorted(
    (left, right) => left.withdrawRound - right.withdrawRound || left.id - right.id,
  )
  const ready = ordered.filter(({ state }) => state === 'withdrawable')
  const waiting = ordered.filter(({ state }) => state === 'waiting')
  const row = (lock: UnbondingLockView) => (
    <LockRow key={lock.id} account={account} lock={lock} round={round} now={now} />
  )
  return (
    <ol className="ml-5 border-l border-line-control pl-6">
      {ready.map(row)}
      <li className="relative flex items-center gap-3 py-2 text-small text-ink-quiet">
        <span className="absolute -left-[calc(1.5rem+0.875rem)] flex size-7 items-center justify-center rounded-full bg-ground">
          <RoundRing round={round} size="mark" label={null} />
        </span>
        <span>
          Now: round {formatInteger(round.number)}
          {round.overdue && ', not started yet'}
        </span>
      </li>
      {waiting.map(row)}
    </ol>
  )
}

function LockRow({
  account,
  lock,
  round,
  now,
}: Omit<UnbondingLocksProps, 'locks'> & { lock: UnbondingLockView }) {
  const ready = lock.state === 'withdrawable'
  return (
    <li className="relative flex flex-wrap items-start gap-x-6 gap-y-3 py-3.5">
      <span
        aria-hidden
        className={`${stop} ${ready ? 'border-accent bg-accent' : 'border-line-control bg-ground'}`}
      />
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
        {ready ? (
          <p>
            <Badge>Ready to withdraw</Badge>
            <span className="block pt-0.5 text-small text-ink-quiet">
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
  )
}

function WaitingLock({ lock, round, now }: { lock: UnbondingLockView; round: RoundView; now: number }) {
  return (
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
  )
}
