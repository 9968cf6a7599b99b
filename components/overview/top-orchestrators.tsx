import { toListRows } from '@/components/orchestrators/list-row'
import { OrchestratorName } from '@/components/orchestrators/orchestrator-cell'
import { CallsCount, ThisRoundCall } from '@/components/orchestrators/reward-call-cells'
import { StandingBadge } from '@/components/orchestrators/standing-badge'
import { Cell, HeadCell, RowHeadCell, rowClasses, Table } from '@/components/ui/table'
import type { OrchestratorRow } from '@/lib/data/types'

const wide = 'hidden sm:table-cell'
const widest = 'hidden lg:table-cell'

/** The ten with the most stake: enough to start from, the list has the rest. */
export function TopOrchestrators({ rows }: { rows: readonly OrchestratorRow[] }) {
  return (
    <Table>
      <caption className="sr-only">The ten orchestrators with the most stake</caption>
      <thead>
        <tr>
          <HeadCell>Orchestrator</HeadCell>
          <HeadCell align="end">
            Stake<span className="font-normal"> LPT</span>
          </HeadCell>
          <HeadCell align="end" className={wide}>
            Share
          </HeadCell>
          <HeadCell align="end">Reward cut</HeadCell>
          <HeadCell align="end" className={wide}>
            Fee cut
          </HeadCell>
          <HeadCell align="end" className={widest}>
            Calls 30
          </HeadCell>
          <HeadCell className={widest}>This round</HeadCell>
          <HeadCell className={widest}>Next round</HeadCell>
        </tr>
      </thead>
      <tbody>
        {toListRows(rows.filter(({ rank }) => rank !== null).slice(0, 10)).map((row) => (
          <tr key={row.address} className={rowClasses}>
            <RowHeadCell className="max-sm:w-full max-sm:max-w-0">
              <span className="flex items-center gap-2">
                <span className="hidden w-6 shrink-0 text-right text-small text-ink-quiet sm:inline">
                  {row.rank}
                </span>
                <OrchestratorName address={row.address} name={row.name} roomy />
              </span>
            </RowHeadCell>
            <Cell align="end" className="font-medium">
              <span title={`${row.stakeExact} LPT`}>{row.stake}</span>
            </Cell>
            <Cell align="end" className={wide}>
              {row.share}
            </Cell>
            <Cell align="end">{row.rewardCut}</Cell>
            <Cell align="end" className={wide}>
              {row.feeCut}
            </Cell>
            <Cell align="end" className={widest}>
              <CallsCount calls={row.calls30} />
            </Cell>
            <Cell className={widest}>
              <ThisRoundCall state={row.thisRound} />
            </Cell>
            <Cell className={widest}>
              <StandingBadge standing={row.standing} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
