import { ShortAddress } from '@/components/ui/address'
import { Amount, AmountFigure } from '@/components/ui/amount'
import { FigureLine, FigureLines } from '@/components/ui/figures'
import { IntentLink } from '@/components/ui/intent-link'
import { Unknown } from '@/components/ui/unknown'
import type { ProtocolPageView, SlashingsView } from '@/lib/data/protocol-page-types'
import type { AsOf, ProtocolView } from '@/lib/data/types'
import { formatDuration } from '@/lib/format/duration'
import { countOf, formatInteger } from '@/lib/format/number'
import { percentP6, percentP9, percentP27 } from '@/lib/format/percent'

const lpt = (wei: bigint, asOf: AsOf) => (
  <AmountFigure wei={wei} unit="LPT" source={`Chain, block ${formatInteger(asOf.block)}`} />
)

/** Rounds and bonding: what they are and how they stand (7.2). */
export function RoundsAndBonding({
  page,
  protocol,
  asOf,
}: {
  page: ProtocolPageView
  protocol: ProtocolView
  asOf: AsOf
}) {
  const { round, parameters } = page
  const roundSeconds = round.lengthBlocks * round.secondsPerBlock
  return (
    <div className="space-y-4">
      <p className="max-w-text text-ink-quiet">
        Time runs in rounds. Somebody starts each round by a transaction; until then staking stands still. In
        the last part of a round cuts cannot be changed, so that nobody can lower them for a moment. Bonded
        stake counts from the next round on, and unbonded stake waits before it can be withdrawn.
      </p>
      <FigureLines>
        <FigureLine
          label="Round"
          value={formatInteger(round.number)}
          note={
            round.overdue
              ? 'not started yet'
              : `${formatInteger(round.blocksDone)} of ${formatInteger(round.lengthBlocks)} blocks done`
          }
        />
        <FigureLine
          label="Length of a round"
          explanation="Counted in blocks of Ethereum, also on Arbitrum."
          value={countOf(round.lengthBlocks, 'block')}
          note={`${formatDuration(roundSeconds)} at ${formatInteger(round.secondsPerBlock)} s a block`}
        />
        <FigureLine
          label="Locked part"
          explanation="The tail of each round in which cuts cannot be changed."
          value={percentP6(parameters.roundLockAmountP6, { trim: true })}
          note={round.locked ? 'locked now' : `from block ${formatInteger(round.lockStartBlock)} on`}
        />
        <FigureLine
          label="Unbonding period"
          explanation="Rounds that unbonded stake waits. It earns nothing meanwhile and can be rebonded at any time."
          value={countOf(protocol.unbondingPeriodRounds, 'round')}
          note={formatDuration(protocol.unbondingPeriodRounds * roundSeconds)}
        />
        <FigureLine
          label="Active set"
          explanation="Orchestrators with most stake. Equal stake does not push anybody out, and a place freed by resigning stays empty until somebody joins."
          value={
            <>
              {formatInteger(protocol.poolSize)}
              <span className="font-normal text-ink-quiet"> of {formatInteger(protocol.poolMaxSize)}</span>
            </>
          }
          note="places taken for the next round"
        />
        <FigureLine label="Active stake" value={lpt(protocol.activeStakeWei, asOf)} />
      </FigureLines>
    </div>
  )
}

/** Inflation and rewards (7.2). */
export function InflationAndRewards({ protocol, asOf }: { protocol: ProtocolView; asOf: AsOf }) {
  const { treasuryBalanceCeilingWei: ceiling } = protocol
  return (
    <div className="space-y-4">
      <p className="max-w-text text-ink-quiet">
        Each round mints new LPT. An orchestrator gets its share by calling reward once in the round; what
        nobody calls for is never minted. First the treasury takes its part, then the orchestrator its cut,
        and the rest is its delegators’.
      </p>
      <FigureLines>
        <FigureLine
          label="Inflation"
          explanation="Share of the supply that the running round may mint."
          value={percentP9(protocol.inflationP9, { places: 5 })}
          note={`moves by ${percentP9(protocol.inflationChangeP9, { places: 5 })} a round`}
        />
        <FigureLine
          label="Target"
          explanation="Above this bonded share inflation falls, below it rises."
          value={percentP9(protocol.targetBondingRateP9, { trim: true })}
          note={`bonded now: ${percentP9(protocol.participationP9)}`}
        />
        <FigureLine label="May be minted this round" value={lpt(protocol.mintableWei, asOf)} />
        <FigureLine label="Minted so far" value={lpt(protocol.mintedWei, asOf)} />
        <FigureLine
          label="Treasury’s part of rewards"
          value={percentP27(protocol.treasuryRewardCutP27, { trim: true })}
          note={
            protocol.nextTreasuryRewardCutP27 === protocol.treasuryRewardCutP27
              ? undefined
              : `${percentP27(protocol.nextTreasuryRewardCutP27, { trim: true })} from the next round`
          }
        />
        <FigureLine
          label="Treasury’s ceiling"
          explanation="Once the treasury holds this much, its part of rewards is set to nothing from the next round on."
          value={ceiling === 0n ? 'none' : lpt(ceiling, asOf)}
        />
      </FigureLines>
    </div>
  )
}

/** Penalties as the contract has them, and those there were (7.2). */
export function Penalties({ page, explorerUrl }: { page: ProtocolPageView; explorerUrl: string | null }) {
  const { verifier } = page.owners
  return (
    <div className="space-y-4">
      <p className="max-w-text text-ink-quiet">
        The contract lets one registered verifier take a part of an orchestrator’s own stake, pay a part of
        that to who found the fault and burn the rest; the orchestrator then leaves the active set.
        Delegators’ stake is never slashed. Missing a reward call is no fault: it costs that round’s reward
        and nothing else.
      </p>
      <FigureLines>
        <FigureLine
          label="Verifier"
          explanation="The only account that may slash."
          value={
            verifier === null ? (
              'nobody'
            ) : (
              <IntentLink
                href={`/accounts/${verifier.toLowerCase()}/history`}
                className="underline-offset-4 hover:underline"
              >
                <ShortAddress address={verifier} />
              </IntentLink>
            )
          }
          note={verifier === null ? 'so nobody can be slashed today' : undefined}
        />
        <FigureLine label="Slashed so far" {...slashedSoFar(page.slashings)} />
      </FigureLines>
      {page.slashings && page.slashings.rows.length > 0 && (
        <ul className="divide-y border-y">
          {page.slashings.rows.map(({ orchestrator, penaltyWei, rewardWei, block }) => (
            <li
              key={`${block}-${orchestrator}-${penaltyWei}`}
              className="flex flex-wrap justify-between gap-x-6 py-2.5"
            >
              <IntentLink
                href={`/accounts/${orchestrator.toLowerCase()}/orchestrating`}
                className="underline-offset-4 hover:underline"
              >
                <ShortAddress address={orchestrator} />
              </IntentLink>
              <span>
                <Amount wei={penaltyWei} unit="LPT" />{' '}
                <span className="text-small text-ink-quiet">
                  (<Amount wei={rewardWei} unit="LPT" /> to the finder), block{' '}
                  {explorerUrl ? (
                    <a
                      href={`${explorerUrl}/block/${block}`}
                      rel="noreferrer"
                      target="_blank"
                      className="underline underline-offset-4"
                    >
                      {formatInteger(block)}
                    </a>
                  ) : (
                    formatInteger(block)
                  )}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function slashedSoFar(slashings: SlashingsView | null) {
  if (!slashings) return { value: <Unknown reason="Not known: the node gives no logs" /> }
  return {
    value: slashings.rows.length === 0 ? 'never' : countOf(slashings.rows.length, 'time'),
    note:
      slashings.fromBlock === 0
        ? 'all blocks were read'
        : `read back to block ${formatInteger(slashings.fromBlock)}`,
  }
}
