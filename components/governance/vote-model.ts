import type { Address } from 'viem'
import type { Side } from '@/components/governance/sides'
import { shortenAddress } from '@/lib/format/address'
import { exactAmount } from '@/lib/format/amount'
import { countOf } from '@/lib/format/number'
import type { Intent } from '@/lib/transaction/types'

/** One line of the power that a vote has. */
export interface PowerLine {
  label: string
  value: string
  /** What it means; null where the label says it. */
  explanation: string | null
}

/** Why a vote weighs nothing, and what can be done about it. */
export interface Weightless {
  title: string
  text: string
  /** Whose stake a transaction of anybody can record for voting; null: that is not what is missing. */
  record: { of: Address; label: string } | null
}

/** What a vote would change in the tally as it stands. */
export interface VoteEffect {
  rows: readonly { side: Side; beforeWei: bigint; afterWei: bigint }[]
  /** How the tally would then be judged. */
  verdict: string
}

/** The whole state of a vote form. */
export interface VoteForm {
  /** What has been voted, in words; null before. */
  voted: string | null
  power: readonly PowerLine[]
  weightless: Weightless | null
  /** Quiet sentences: what the vote does to others. */
  notes: readonly string[]
  /** null: no side is chosen, the vote weighs nothing, or the tally is not known. */
  effect: VoteEffect | null
  /** Why it cannot be reviewed now; null when it can. */
  reason: string | null
  intent: Intent | null
}

/** An exact amount with its unit. */
export const lpt = (wei: bigint) => `${exactAmount(wei)} LPT`

/** Whether two accounts that may not be there are the same one. */
export function same(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.toLowerCase() === b.toLowerCase()
}

/** An orchestrator by name, where it has one, and address. */
export function whoIs(delegate: Address, name: string | null): string {
  return name === null ? shortenAddress(delegate) : `${name} (${shortenAddress(delegate)})`
}

/** The parts of an orchestrator's power; `ownWei` null: not known. */
export function partLines(
  weightWei: bigint,
  parts: { ownWei: bigint | null; movedAwayWei: bigint | null; movedAwayBy: number | null },
): PowerLine[] {
  const { ownWei, movedAwayWei, movedAwayBy } = parts
  const lines: PowerLine[] = []
  if (ownWei !== null && ownWei <= weightWei)
    lines.push(
      { label: 'Your own', value: lpt(ownWei), explanation: null },
      { label: 'Of your delegators', value: lpt(weightWei - ownWei), explanation: null },
    )
  if (movedAwayWei === null || movedAwayWei === 0n) return lines
  return [
    ...lines,
    {
      label: `Voted by ${countOf(movedAwayBy ?? 0, 'delegator')} of yours`,
      value: `−${lpt(movedAwayWei)}`,
      explanation: 'Delegators who vote themselves take their part out of your vote.',
    },
    { label: 'Counts for your choice', value: lpt(weightWei - movedAwayWei), explanation: null },
  ]
}

/** What a delegator's own vote takes from its orchestrator's. */
export function orchestratorLines(
  { delegateCountedWei: counted }: { delegateCountedWei: bigint | null },
  weightWei: bigint,
  voted: boolean,
): PowerLine[] {
  if (counted === null || weightWei === 0n) return []
  const without = {
    label: 'Your orchestrator’s vote without your part',
    value: lpt(counted - weightWei),
    explanation: null,
  }
  return voted
    ? [without]
    : [
        {
          label: 'Your orchestrator’s vote with your part',
          value: lpt(counted),
          explanation: 'All that is delegated to it, less what its delegators voted themselves.',
        },
        without,
      ]
}

/** What is said of the orchestrator's vote to a delegator who can still vote, and to the orchestrator of its delegators. */
export function orchestratorNote(ballot: {
  account: Address
  delegate: Address | null
  delegateName: string | null
  delegateRegistered: boolean
  /** Whether the account has voted. */
  voted: boolean
  /** What the orchestrator voted, in words: null: not at all; empty: it is not known what. */
  choice: string | null
}): string[] {
  const { account, delegate, delegateName, delegateRegistered, voted, choice } = ballot
  if (delegate === null || !delegateRegistered) return []
  if (same(delegate, account))
    return ['Delegators who vote themselves take their part out of your vote, before it or after it.']
  const who = whoIs(delegate, delegateName)
  const theirs = choice === '' ? '' : ` ${choice}`
  if (voted)
    return choice === null
      ? [`Your orchestrator ${who} has not voted.`]
      : [`Your orchestrator ${who} voted${theirs}, without your part.`]
  return choice === null
    ? [`Your orchestrator ${who} has not voted. If you vote, your part does not go with its vote.`]
    : [
        `Your orchestrator ${who} voted${theirs}, for you too. Until voting ends, your own vote takes your part out of it.`,
      ]
}
