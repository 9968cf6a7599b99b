import type { Metadata } from 'next'
import { Leaderboard } from '@/components/network/leaderboard'
import { leaderboardPath, parseLeaders } from '@/components/network/leaderboard-query'
import { NetworkHead } from '@/components/network/network-head'
import { loadOrchestrators } from '@/lib/data/orchestrators'
import { loadPipelines, loadRegions, loadScores } from '@/lib/metrics/scores'

export const metadata: Metadata = {
  title: 'Performance',
  description:
    'How Livepeer orchestrators do in public tests: success rate, latency and total score by region, for transcoding and each AI pipeline and model.',
  alternates: { canonical: leaderboardPath },
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function LeaderboardPage({ searchParams }: Props) {
  const query = parseLeaders(await searchParams)
  const [scores, regions, pipelines, orchestrators] = await Promise.all([
    loadScores(query.work ?? undefined),
    loadRegions(),
    loadPipelines(),
    loadOrchestrators(),
  ])
  return (
    <>
      <NetworkHead title="Performance" current={leaderboardPath}>
        How orchestrators do in public tests, by region and type of work.
      </NetworkHead>
      <Leaderboard
        query={query}
        scores={scores}
        regions={regions}
        pipelines={pipelines}
        orchestrators={orchestrators}
      />
    </>
  )
}
