import type { Address } from 'viem'
import { cutChart, stakeChart } from '@/components/account/orchestrating-charts'
import { Chart } from '@/components/charts/chart'
import { voteOverlap } from '@/components/orchestrators/vote-overlap'
import { Panel } from '@/components/ui/panel'
import { Cell, HeadCell, RowHeadCell, rowClasses, Table, TableScroller } from '@/components/ui/table'
import { Unknown } from '@/components/ui/unknown'
import { loadOrchestratingRecord } from '@/lib/data/orchestrating-record'
import { soon } from '@/lib/data/orchestrating-soon'
import { loadOrchestratingVotes, type OrchestratingVotes } from '@/lib/data/orchestrating-votes'
import { lowerAddress, shortenAddress } from '@/lib/format/address'
import { percentP6 } from '@/lib/format/percent'

interface Named {
  address: Address
  name: string | null
}

const nameOf = ({ address, name }: Named) => name ?? shortenAddress(address)

/** Stake and reward cut of each over time, one under the other's like, so that the shapes can be compared. */
export async function ComparePast({ of }: { of: readonly Named[] }) {
  const records = await Promise.all(of.map(({ address }) => soon(loadOrchestratingRecord(address))))
  return (
    <Panel title="Stake and reward cut over time">
      <div className="grid gap-x-12 gap-y-10 md:grid-cols-2">
        {of.flatMap((one, place) => {
          const record = records[place]
          const id = `livepeer-${lowerAddress(one.address)}`
          if (!record || !('value' in record)) {
            return [
              <p key={one.address} className="border-y py-6 text-ink-quiet md:col-span-2">
                {nameOf(one)}: {record ? `${record.reason} ${record.next}` : 'not known now.'}
              </p>,
            ]
          }
          const { rounds, cuts, cutsNow } = record.value
          const stake = stakeChart(rounds ?? [])
          const cut = cutChart('reward', cuts ?? [], cutsNow, record.asOf.timestamp)
          return [
            <Chart
              key={`${one.address}/stake`}
              spec={{ ...stake, name: `Stake, ${nameOf(one)}` }}
              empty={
                rounds ? 'It has not been in the active set in this window.' : 'The index did not answer.'
              }
              file={`${id}-stake`}
            />,
            <Chart
              key={`${one.address}/cut`}
              spec={{ ...cut, name: `Reward cut, ${nameOf(one)}`, points: cuts ? cut.points : [] }}
              figure={percentP6(cutsNow.rewardCutP6)}
              empty="The index did not answer."
              file={`${id}-reward-cut`}
            />,
          ]
        })}
      </div>
    </Panel>
  )
}

/** In how many of the votes that two of them both cast they chose the same. */
export async function CompareVotes({ of }: { of: readonly Named[] }) {
  const known = await Promise.all(
    of.map(async ({ address }): Promise<OrchestratingVotes | null> => {
      const votes = await soon(loadOrchestratingVotes(address))
      return 'value' in votes ? votes.value : null
    }),
  )
  return (
    <Panel title="Votes in common">
      <p className="max-w-text pb-4 text-ink-quiet">
        LIP polls and treasury proposals on which both voted: how often they chose the same. On the diagonal
        stands how many votes each has cast.
      </p>
      <TableScroller label="Votes in common, by pair, as a table">
        <Table>
          <caption className="sr-only">Votes in common, by pair</caption>
          <thead>
            <tr>
              <HeadCell>
                <span className="sr-only">Orchestrator</span>
              </HeadCell>
              {of.map((one) => (
                <HeadCell key={one.address} align="end">
                  {nameOf(one)}
                </HeadCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {of.map((one, line) => (
              <tr key={one.address} className={rowClasses}>
                <RowHeadCell>{nameOf(one)}</RowHeadCell>
                {of.map((other, column) => (
                  <Cell key={other.address} align="end">
                    <Common
                      left={known[line] ?? null}
                      right={known[column] ?? null}
                      itself={line === column}
                    />
                  </Cell>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </TableScroller>
    </Panel>
  )
}

function Common(props: {
  left: OrchestratingVotes | null
  right: OrchestratingVotes | null
  itself: boolean
}) {
  const { left, right, itself } = props
  if (!left || !right) return <Unknown reason="Not known: the index did not answer" />
  if (itself) return <span className="text-ink-quiet">{left.votes.length} cast</span>
  const { both, same } = voteOverlap(left.votes, right.votes)
  return both === 0 ? <span className="text-ink-quiet">none</span> : `${same} of ${both}`
}
