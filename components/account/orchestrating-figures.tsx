import { Fragment } from 'react'
import { CallsCount, ThisRoundCall } from '@/components/orchestrators/reward-call-cells'
import { standingWords } from '@/components/orchestrators/standing'
import { StandingBadge } from '@/components/orchestrators/standing-badge'
import { ShortAddress } from '@/components/ui/address'
import { Amount, AmountFigure } from '@/components/ui/amount'
import { BigFigure, FigureLine, FigureLines, FigureRow } from '@/components/ui/figures'
import { IntentLink } from '@/components/ui/intent-link'
import { Unknown } from '@/components/ui/unknown'
import type { AsOf, OrchestratingView } from '@/lib/data/types'
import { formatDate } from '@/lib/format/date'
import { formatInteger } from '@/lib/format/number'
import { percentP6, percentP9 } from '@/lib/format/percent'

const noIndex = 'Not known: the index did not answer'

/** Stake, cuts and backers: what a delegator looks at first. */
export function OrchestratingFigures({ account, asOf }: { account: OrchestratingView; asOf: AsOf }) {
  const chain = `Chain, block ${formatInteger(asOf.block)}`
  return (
    <FigureRow>
      <BigFigure
        label="Stake"
        explanation="Its own stake and all stake delegated to it."
        value={<AmountFigure wei={account.totalStakeWei} unit="LPT" places={0} source={chain} />}
        note={
          account.rank === null
            ? 'not in the next round’s active set'
            : `${percentP9(account.stakeShareP9)} of the next round’s active stake, rank ${account.rank}`
        }
      />
      <BigFigure
        label="Own stake"
        explanation="What the orchestrator itself has at stake, with its unclaimed rewards and commission."
        value={<AmountFigure wei={account.selfStakeWei} unit="LPT" places={0} source={chain} />}
      />
      <BigFigure
        label="Reward cut"
        explanation="Part of the LPT rewards it keeps before sharing with delegators."
        value={percentP6(account.rewardCutP6)}
      />
      <BigFigure
        label="Fee cut"
        explanation="Part of the ETH fees it keeps before sharing with delegators."
        value={percentP6(account.feeCutP6)}
      />
      <BigFigure
        label="Delegators"
        explanation="Accounts with stake bonded to it, counted one by one."
        value={
          account.delegatorsCount === null ? (
            <Unknown reason={noIndex} />
          ) : (
            formatInteger(account.delegatorsCount)
          )
        }
      />
    </FigureRow>
  )
}

/** Activity now and in the next round, and its reward calls, as lines. */
export function StandingFacts({ account }: { account: OrchestratingView }) {
  return (
    <FigureLines>
      <FigureLine
        label="This round"
        value={account.active ? 'Active' : 'Not active'}
        note={
          account.activationRound > 0 &&
          `${activationWord(account)} round ${formatInteger(account.activationRound)}${
            account.activeSince === null ? '' : `, ${formatDate(account.activeSince)}`
          }`
        }
      />
      <FigureLine
        label="Next round"
        value={
          <span className="font-normal">
            <StandingBadge standing={account.standing} />
          </span>
        }
        note={<StandingNote account={account} />}
      />
      <FigureLine
        label="Reward call this round"
        value={
          <span className="font-normal">
            <ThisRoundCall state={account.calledThisRound ? 'called' : account.active ? 'open' : 'none'} />
          </span>
        }
        note={
          account.lastRewardRound === 0
            ? 'never called'
            : `last called in round ${formatInteger(account.lastRewardRound)}`
        }
      />
      <FigureLine label="Calls, last 30 rounds" value={<CallsCount calls={account.rewardCalls30} />} />
      <FigureLine label="Calls, last 90 rounds" value={<CallsCount calls={account.rewardCalls90} />} />
    </FigureLines>
  )
}

/** Fees and how it is run, as lines. */
export function ServiceFacts({ account }: { account: OrchestratingView }) {
  return (
    <FigureLines>
      <FigureLine
        label="Fees, last 90 days"
        explanation="Ticket face value it won, before its cut."
        value={<Amount wei={account.fees90dWei} unit="ETH" places={4} unknownReason={noIndex} />}
        note={
          account.feesTotalWei !== null && (
            <>
              <Amount wei={account.feesTotalWei} unit="ETH" places={4} /> in all
            </>
          )
        }
      />
      <FigureLine
        label="Reward caller"
        explanation="An account that may call reward for it, so that its own key can stay cold."
        value={
          account.rewardCaller ? (
            <IntentLink
              href={`/accounts/${account.rewardCaller.toLowerCase()}/history`}
              className="underline underline-offset-4"
            >
              <ShortAddress address={account.rewardCaller} className="text-small" />
            </IntentLink>
          ) : (
            'none'
          )
        }
      />
      <UriLine
        label="Service address"
        explanation="Where gateways reach it, as registered on chain. Written by the orchestrator."
        uri={account.serviceUri}
      />
      <UriLine
        label="AI service address"
        explanation="Where gateways reach it for AI jobs, from a registry of its own. Written by the orchestrator."
        uri={account.aiServiceUri}
      />
    </FigureLines>
  )
}

/** An address that breaks where its parts end, if it has to. */
function breakable(uri: string) {
  return uri.split(/(?<=[./:?-])/).map((part, place) => (
    // The parts of one text: their places are what they are.
    <Fragment key={`${place}${part}`}>
      {part}
      <wbr />
    </Fragment>
  ))
}

function UriLine({ label, explanation, uri }: { label: string; explanation: string; uri: string | null }) {
  return (
    <FigureLine
      label={label}
      explanation={explanation}
      value={
        <span className="font-mono text-small [overflow-wrap:anywhere]">
          {uri === null ? 'none' : breakable(uri)}
        </span>
      }
    />
  )
}

function activationWord({ active, activationRound, round }: OrchestratingView): string {
  if (active) return 'since'
  return activationRound > round.number ? 'from' : 'last from'
}

function StandingNote({ account }: { account: OrchestratingView }) {
  if (account.marginWei === null) return standingWords[account.standing].meaning
  const above = account.marginWei >= 0n
  return (
    <>
      <Amount wei={above ? account.marginWei : -account.marginWei} unit="LPT" places={0} />{' '}
      {above ? 'above the last place in the set' : 'more would bring it in'}
    </>
  )
}
