import { Chart } from '@/components/charts/chart'
import { pollCharts } from '@/components/governance/poll-charts'
import { Panel } from '@/components/ui/panel'
import type { PollView } from '@/lib/data/governance-types'
import { lowerAddress } from '@/lib/format/address'

/** How the vote grew. Says whose stakes it is weighed with: they are not those of the day of each vote. */
export function PollHistory({ poll, now }: { poll: PollView; now: number }) {
  if (poll.votes.length === 0) return null
  const charts = pollCharts(poll, now)
  return (
    <Panel title="Over time" id="history">
      {charts.length === 0 ? (
        <p className="text-ink-quiet">
          {poll.tallySource === 'chain'
            ? 'When votes were cast is not known now. Tally and votes are not affected.'
            : 'The votes are as the index froze them at the end; how they grew until then cannot be counted from that.'}
        </p>
      ) : (
        <div className="space-y-4">
          <div className="grid gap-x-12 gap-y-8 sm:grid-cols-2">
            {charts.map((spec, index) => (
              <Chart
                key={spec.name}
                spec={spec}
                empty="Nobody had taken a side."
                file={`livepeer-poll-${lowerAddress(poll.address)}-${index === 0 ? 'support' : 'participation'}`}
              />
            ))}
          </div>
          <p className="text-small text-ink-quiet">
            {poll.state === 'open'
              ? 'Every vote weighs what its stake is now'
              : 'Every vote weighs what its stake was in the poll’s last block'}
            , not what it was when the vote was cast. Delegators leave their orchestrator’s vote from their
            own on.
          </p>
        </div>
      )}
    </Panel>
  )
}
