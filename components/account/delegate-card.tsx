import { OrchestratorName } from '@/components/orchestrators/orchestrator-cell'
import { ThisRoundCall } from '@/components/orchestrators/reward-call-cells'
import { StandingBadge } from '@/components/orchestrators/standing-badge'
import { Amount } from '@/components/ui/amount'
import { FigureLine, FigureLines } from '@/components/ui/figures'
import type { DelegateView } from '@/lib/data/types'
import { percentP6 } from '@/lib/format/percent'

/** The orchestrator an account delegates to: cuts, this round's call, next round's standing. */
export function DelegateCard({ delegate }: { delegate: DelegateView }) {
  return (
    <div className="space-y-3 [--name-room:none]">
      <OrchestratorName address={delegate.address} name={delegate.name} />
      <FigureLines>
        <FigureLine label="Its stake" value={<Amount wei={delegate.totalStakeWei} unit="LPT" places={0} />} />
        <FigureLine
          label="Reward cut"
          explanation="Part of the LPT rewards it keeps before sharing."
          value={percentP6(delegate.rewardCutP6)}
        />
        <FigureLine
          label="Fee cut"
          explanation="Part of the ETH fees it keeps before sharing."
          value={percentP6(delegate.feeCutP6)}
        />
        <FigureLine
          label="Reward call this round"
          value={
            <span className="font-normal">
              <ThisRoundCall
                state={delegate.calledThisRound ? 'called' : delegate.active ? 'open' : 'none'}
              />
            </span>
          }
        />
        <FigureLine
          label="Next round"
          value={
            <span className="font-normal">
              <StandingBadge standing={delegate.standing} />
            </span>
          }
        />
      </FigureLines>
    </div>
  )
}
