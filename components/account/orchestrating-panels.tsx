import type { Address } from 'viem'
import { ServiceFacts, StandingFacts } from '@/components/account/orchestrating-figures'
import { OrchestratingHistory } from '@/components/account/orchestrating-history'
import { type Measured, Performance, type PerformanceProps } from '@/components/account/orchestrating-service'
import { GovernanceVotes } from '@/components/account/orchestrating-votes'
import { OrchestratingYield } from '@/components/account/orchestrating-yield'
import { RewardStrip } from '@/components/account/reward-strip'
import { IntentLink } from '@/components/ui/intent-link'
import { LoadedView } from '@/components/ui/loaded-view'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/skeleton'
import { Unknown } from '@/components/ui/unknown'
import { loadOrchestratingRecord } from '@/lib/data/orchestrating-record'
import { loadOrchestratorRow } from '@/lib/data/orchestrating-row'
import { soon } from '@/lib/data/orchestrating-soon'
import { loadOrchestratingVotes } from '@/lib/data/orchestrating-votes'
import type { OrchestratingView } from '@/lib/data/types'
import { loadNodePrices, loadScores, loadTopAiScore } from '@/lib/metrics/scores'

function part<Whole, Value>(
  answer: Measured<Whole>,
  pick: (whole: Whole) => Value | undefined,
): Measured<Value> {
  if (!('value' in answer)) return answer
  return { ...answer, value: answer.value === null ? null : (pick(answer.value) ?? null) }
}

async function loadPerformance(address: Address): Promise<PerformanceProps> {
  const key = address.toLowerCase()
  const [prices, scores, topAi] = await Promise.all([
    soon(loadNodePrices()),
    soon(loadScores()),
    soon(loadTopAiScore(address)),
  ])
  return {
    price: part(prices, (known) => known.get(key)),
    score: part(scores, (known) => known.byAddress.get(key)),
    topAi,
  }
}

/** Everything about an orchestrator beside its first figures. Each panel fails alone; what others measure or list is waited for
 * only for a moment. */
export async function OrchestratingPanels({ account }: { account: OrchestratingView }) {
  const { address } = account
  const [row, record, governance, performance] = await Promise.all([
    loadOrchestratorRow(address),
    loadOrchestratingRecord(address),
    soon(loadOrchestratingVotes(address)),
    loadPerformance(address),
  ])
  const id = address.toLowerCase()
  return (
    <>
      <div className="grid gap-x-12 gap-y-10 md:grid-cols-2">
        <Panel title="Yield and cuts">
          <LoadedView view={row} what="Its yield" skeleton={<LinesSkeleton lines={5} />} hideAsOf>
            {(value) =>
              value ? (
                <OrchestratingYield row={value} />
              ) : (
                <p className="border-y py-4 text-ink-quiet">
                  Neither registered nor in the active set: stake with it earns nothing.
                </p>
              )
            }
          </LoadedView>
        </Panel>
        <Panel title="Standing">
          <StandingFacts account={account} />
        </Panel>
      </div>
      <Panel title="Reward calls">
        {account.rewardRounds === null ? (
          <p className="text-ink-quiet">
            <Unknown /> Past rounds come from the index, which did not answer.
          </p>
        ) : (
          <RewardStrip rounds={account.rewardRounds} />
        )}
      </Panel>
      <Panel title="History" id="history">
        <LoadedView view={record} what="Its history" skeleton={<LinesSkeleton lines={8} />}>
          {(value, asOf) => <OrchestratingHistory id={id} record={value} asOf={asOf} />}
        </LoadedView>
      </Panel>
      <div className="grid gap-x-12 gap-y-10 md:grid-cols-2">
        <Panel
          title="Work and service"
          aside={
            <IntentLink
              href={`/accounts/${id}/history?type=orchestrating`}
              className="text-small underline underline-offset-4"
            >
              Its tickets
            </IntentLink>
          }
        >
          <ServiceFacts account={account} />
        </Panel>
        <Panel title="Price and performance">
          <Performance {...performance} />
        </Panel>
      </div>
      <Panel
        title="Governance"
        id="governance"
        aside={
          <IntentLink
            href={`/accounts/${id}/history?type=governance`}
            className="text-small underline underline-offset-4"
          >
            Its votes in the history
          </IntentLink>
        }
      >
        <LoadedView
          view={governance}
          what="Its voting record"
          skeleton={<LinesSkeleton lines={4} />}
          hideAsOf
        >
          {(value) =>
            value ? (
              <GovernanceVotes governance={value} />
            ) : (
              <p className="text-ink-quiet">
                <Unknown /> Votes are listed by the index alone, which did not answer.
              </p>
            )
          }
        </LoadedView>
      </Panel>
    </>
  )
}

function LinesSkeleton({ lines }: { lines: number }) {
  return (
    <div className="divide-y border-y">
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="flex justify-between py-2.5">
          <Skeleton ch={16} />
          <Skeleton ch={8} />
        </div>
      ))}
    </div>
  )
}
