import type { ReactNode } from 'react'
import { parameterWords } from '@/components/protocol/parameter-words'
import { FullAddress } from '@/components/ui/address'
import { Amount } from '@/components/ui/amount'
import { FigureLine, FigureLines } from '@/components/ui/figures'
import { IntentLink } from '@/components/ui/intent-link'
import type { OwnersView, ParameterChangeView, ParametersView } from '@/lib/data/protocol-page-types'
import { formatDate } from '@/lib/format/date'
import { formatDuration } from '@/lib/format/duration'
import { countOf, formatInteger } from '@/lib/format/number'
import { percentP6 } from '@/lib/format/percent'

/** Rules of polls and of treasury proposals (7.4). */
export function VotingRules({
  parameters,
  secondsPerBlock,
}: {
  parameters: ParametersView
  secondsPerBlock: number
}) {
  const { governor, polls, timelockDelaySeconds } = parameters
  return (
    <div className="grid gap-x-12 gap-y-6 md:grid-cols-2">
      <Rules
        title="LIP polls"
        lead="They measure what stake wants and bind nobody: the owner of the contracts acts on them."
        href="/voting"
        missing={polls ? null : 'This network has no polls.'}
      >
        {polls && (
          <>
            <FigureLine
              label="Stake to start one"
              value={<Amount wei={polls.neededStakeWei} unit="LPT" places={0} />}
            />
            <FigureLine
              label="Open for"
              value={countOf(polls.periodBlocks, 'block')}
              note={formatDuration(polls.periodBlocks * secondsPerBlock)}
            />
            <FigureLine
              label="Quorum"
              value={percentP6(polls.quorumP6)}
              note="of the active stake at its end"
            />
            <FigureLine
              label="Passes with"
              value={percentP6(polls.quotaP6)}
              note="of votes for and against"
            />
          </>
        )}
      </Rules>
      <Rules
        title="Treasury proposals"
        lead="They bind: what passes is carried out by the contracts, by whoever sends the call."
        href="/treasury"
        missing={governor ? null : 'This network has no treasury governor.'}
      >
        {governor && (
          <>
            <FigureLine
              label="Power to propose"
              value={<Amount wei={governor.proposalThresholdWei} unit="LPT" places={0} />}
            />
            <FigureLine
              label="Voting opens after"
              value={countOf(governor.votingDelayRounds, 'round')}
              note={`and takes ${countOf(governor.votingPeriodRounds, 'round')}`}
            />
            <FigureLine
              label="Quorum"
              explanation="Votes for, against and abstaining, out of the stake at the snapshot."
              value={percentP6(governor.quorumP6)}
            />
            <FigureLine
              label="Passes with"
              value={percentP6(governor.quotaP6)}
              note="of votes for and against"
            />
            <FigureLine
              label="Waits in the queue"
              value={timelockDelaySeconds === 0 ? 'not at all' : formatDuration(timelockDelaySeconds)}
            />
          </>
        )}
      </Rules>
    </div>
  )
}

function Rules(props: {
  title: string
  lead: string
  href: string
  missing: string | null
  children: ReactNode
}) {
  return (
    <div className="space-y-3">
      <h3 className="font-semibold">
        <IntentLink href={props.href} className="underline underline-offset-4">
          {props.title}
        </IntentLink>
      </h3>
      <p className="text-ink-quiet">{props.lead}</p>
      {props.missing ? <p>{props.missing}</p> : <FigureLines>{props.children}</FigureLines>}
    </div>
  )
}

/** Who can change what (contracts.md 2.6). */
export function Powers({ owners, explorerUrl }: { owners: OwnersView; explorerUrl: string | null }) {
  return (
    <dl className="divide-y border-y">
      <Power who="Owner of the Controller" address={owners.controllerOwner} explorerUrl={explorerUrl}>
        Sets every parameter of rounds, bonding, minting and tickets, registers new code for every contract,
        and pauses the protocol.
      </Power>
      {owners.governorOwner && (
        <Power who="Owner of that contract" address={owners.governorOwner} explorerUrl={explorerUrl}>
          Stages and cancels what the owner of the Controller carries out; once its delay is over anybody can
          carry it out.
        </Power>
      )}
      <Power who="Stakers, by a treasury proposal" address={null} explorerUrl={explorerUrl}>
        Spend the treasury, and set the voting delay, the voting period, the power to propose, the quorum and
        the delay of the queue.
      </Power>
      <Power who="Each orchestrator" address={null} explorerUrl={explorerUrl}>
        Sets its own cuts outside the locked part of a round, its service address, and who may call reward for
        it.
      </Power>
      <Power who="Anybody" address={null} explorerUrl={explorerUrl}>
        Starts a round, queues and carries out passed proposals, redeems winning tickets, and records an
        account’s stake for voting.
      </Power>
    </dl>
  )
}

function Power(props: {
  who: string
  address: `0x${string}` | null
  explorerUrl: string | null
  children: ReactNode
}) {
  return (
    <div className="grid gap-x-8 gap-y-1 py-3 md:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
      <dt>
        <span className="block font-medium">{props.who}</span>
        {props.address && <FullAddress address={props.address} explorerUrl={props.explorerUrl} />}
      </dt>
      <dd className="text-ink-quiet">{props.children}</dd>
    </div>
  )
}

/** How many changes are shown before the rest is opened. */
const shownFirst = 12

/** Parameters that were set, newest first; the contracts name them without their value. */
export function ParameterChanges({
  changes,
  explorerUrl,
}: {
  changes: readonly ParameterChangeView[]
  explorerUrl: string | null
}) {
  if (changes.length === 0) return <p className="text-ink-quiet">No parameter was ever set.</p>
  const rest = changes.slice(shownFirst)
  return (
    <div className="space-y-3">
      <ChangeRows changes={changes.slice(0, shownFirst)} explorerUrl={explorerUrl} />
      {rest.length > 0 && (
        <details>
          <summary className="text-accent-text underline underline-offset-4">
            {countOf(rest.length, 'earlier change')}
          </summary>
          <div className="pt-3">
            <ChangeRows changes={rest} explorerUrl={explorerUrl} />
          </div>
        </details>
      )}
      <p className="text-small text-ink-quiet">
        The contracts say that a parameter was set, not to what: the values of today are on this page.
      </p>
    </div>
  )
}

function ChangeRows({ changes, explorerUrl }: Parameters<typeof ParameterChanges>[0]) {
  return (
    <ol className="divide-y border-y">
      {changes.map(({ parameter, round, at, transaction }) => (
        <li
          key={`${transaction}-${parameter}`}
          className="flex flex-wrap items-baseline justify-between gap-x-6 py-2"
        >
          <span>{parameterWords(parameter)}</span>
          <span className="text-small text-ink-quiet">
            round {formatInteger(round)},{' '}
            {explorerUrl ? (
              <a
                href={`${explorerUrl}/tx/${transaction}`}
                rel="noreferrer"
                target="_blank"
                className="underline underline-offset-4"
              >
                {formatDate(at)}
              </a>
            ) : (
              formatDate(at)
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}
