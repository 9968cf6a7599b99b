import { Amount } from '@/components/ui/amount'
import { Cell, HeadCell, RowHeadCell, Table } from '@/components/ui/table'
import type { RewardCallRound } from '@/lib/data/types'
import { fixedAmount } from '@/lib/format/amount'
import { formatDate } from '@/lib/format/date'
import { countOf, formatInteger } from '@/lib/format/number'

const words = { called: 'called', missed: 'missed', open: 'still open' }

/**
 * One bar per round, oldest on the left: full where reward was called, a low red block where it was missed, an outline
 * for the running round while its call is open. The same as a table behind a toggle.
 * @param rounds newest first, as loaders give them
 */
export function RewardStrip({ rounds }: { rounds: readonly RewardCallRound[] }) {
  const [newest, oldest] = [rounds[0], rounds.at(-1)]
  if (!newest || !oldest) {
    return (
      <p className="text-ink-quiet">
        It has not been active in any round of this window, so there was nothing to call.
      </p>
    )
  }
  const missed = rounds.filter(({ state }) => state === 'missed').length
  const called = rounds.filter(({ state }) => state === 'called').length
  const bars = [...rounds].reverse()
  return (
    <div className="space-y-3">
      <svg
        viewBox={`0 0 ${bars.length * 10} 40`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Reward calls from round ${formatInteger(oldest.round)} to ${formatInteger(newest.round)}: ${called} called, ${missed} missed${newest.state === 'open' ? ', the running round still open' : ''}`}
        className="h-10 w-full"
        style={{ maxWidth: `${bars.length * 14}px` }}
      >
        {bars.map((bar, index) => (
          <Bar key={bar.round} bar={bar} x={index * 10 + 1} />
        ))}
      </svg>
      <p
        className="flex justify-between gap-4 text-small text-ink-quiet"
        style={{ maxWidth: `max(22rem, ${bars.length * 14}px)` }}
      >
        <span>Round {formatInteger(oldest.round)}</span>
        <span>
          {countOf(called, 'call')},{' '}
          <span className={missed > 0 ? 'text-loss' : undefined}>{missed} missed</span>
        </span>
        <span>Round {formatInteger(newest.round)}</span>
      </p>
      <details>
        <summary className="inline-flex min-h-8 items-center text-small underline underline-offset-4">
          Rounds as a table
        </summary>
        <div className="max-h-96 overflow-y-auto pt-2">
          <RoundsTable rounds={rounds} />
        </div>
      </details>
    </div>
  )
}

function Bar({ bar, x }: { bar: RewardCallRound; x: number }) {
  const reward = bar.rewardWei === null ? '' : `, ${fixedAmount(bar.rewardWei)} LPT`
  const title = <title>{`Round ${formatInteger(bar.round)}: ${words[bar.state]}${reward}`}</title>
  if (bar.state === 'called') {
    return (
      <rect x={x} y={0} width={8} height={40} className="fill-ink-quiet">
        {title}
      </rect>
    )
  }
  if (bar.state === 'missed') {
    return (
      <g className="fill-loss">
        {title}
        <rect x={x} y={0} width={8} height={40} className="fill-transparent" />
        <rect x={x} y={28} width={8} height={12} />
      </g>
    )
  }
  return (
    <rect
      x={x + 0.75}
      y={0.75}
      width={6.5}
      height={38.5}
      vectorEffect="non-scaling-stroke"
      strokeWidth={1.5}
      strokeDasharray="3 2"
      className="fill-transparent stroke-ink-quiet"
    >
      {title}
    </rect>
  )
}

function RoundsTable({ rounds }: { rounds: readonly RewardCallRound[] }) {
  return (
    <Table className="text-small">
      <caption className="sr-only">Reward calls and ticket face value by round, newest first</caption>
      <thead>
        <tr>
          <HeadCell className="sticky top-0 xl:top-0">Round</HeadCell>
          <HeadCell className="sticky top-0 xl:top-0">Started</HeadCell>
          <HeadCell className="sticky top-0 xl:top-0">Reward call</HeadCell>
          <HeadCell align="end" className="sticky top-0 xl:top-0">
            Minted LPT
          </HeadCell>
          <HeadCell align="end" className="sticky top-0 xl:top-0" title="Ticket face value, before its cut">
            Fees ETH
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {rounds.map((row) => (
          <tr key={row.round} className="h-9 border-b">
            <RowHeadCell>{formatInteger(row.round)}</RowHeadCell>
            <Cell>{formatDate(row.startedAt)}</Cell>
            <Cell className={row.state === 'missed' ? 'text-loss' : undefined}>{words[row.state]}</Cell>
            <Cell align="end">
              {row.rewardWei === null ? '' : <Amount wei={row.rewardWei} unit="LPT" bare />}
            </Cell>
            <Cell align="end">
              <Amount wei={row.feesWei} unit="ETH" places={4} bare />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
