import { type Address, getAddress, type Hex } from 'viem'
import { treasuryAction } from '@/lib/contracts/treasury-action'
import { readChain } from '@/lib/data/chain-client'
import { type Core, readCore, readTreasuryAddress } from '@/lib/data/core'
import { readRoundStarts } from '@/lib/data/governance-dates'
import type { ActionView, DateView, ProposalRow, TreasuryView } from '@/lib/data/governance-types'
import { type GovernorProposal, governorAddress, readProposals } from '@/lib/data/governor'
import { type Rows, readRows } from '@/lib/data/pages'
import { load, type Reading } from '@/lib/data/reading'
import { roundView } from '@/lib/data/round'
import type { Loaded } from '@/lib/data/types'
import { parseAuthorText } from '@/lib/format/author-text'
import { contractAddresses } from '@/lib/network/deployment'
import { settings } from '@/lib/network/settings'
import { treasuryParticipationP9, treasurySupportP9, treasuryVerdict } from '@/lib/protocol/treasury-vote'
import { proposalPageDocument } from '@/lib/subgraph/documents/proposals'
import { querySubgraph } from '@/lib/subgraph/query'

/** What the index keeps of a proposal: its text and its calls. */
export interface IndexedProposal {
  id: string
  title: string | null
  body: string
  hiddenCharacters: number
  /** The text to the byte: its hash is part of the id. */
  description: string
  calls: readonly { target: Address; valueWei: bigint; calldata: Hex }[]
}

/** A proposal of the index; its text is taken apart, hidden characters are gone. */
export function indexedProposal(row: {
  id: string
  description: string
  targets: readonly string[]
  values: readonly string[]
  calldatas: readonly Hex[]
}): IndexedProposal {
  const { title, body, removed } = parseAuthorText(row.description)
  const calls = row.targets.map((target, index) => ({
    target: getAddress(target),
    valueWei: BigInt(row.values[index] ?? '0'),
    calldata: row.calldatas[index] ?? '0x',
  }))
  return { id: row.id, title, body, hiddenCharacters: removed, description: row.description, calls }
}

async function readProposalList(): Promise<Rows<IndexedProposal>> {
  const { rows, indexedAt } = await readRows(
    (after, block) => querySubgraph(proposalPageDocument, { after, block }),
    ({ treasuryProposals }) => treasuryProposals,
  )
  return { rows: rows.map(indexedProposal), indexedAt }
}

/** What a proposal does, call by call. */
export async function actionViews(calls: IndexedProposal['calls']): Promise<ActionView[]> {
  const addresses = await contractAddresses()
  return calls.map((call): ActionView => treasuryAction(call, addresses))
}

/** Joins the governor's figures with the index's text. */
export function proposalRow(
  id: string,
  governor: GovernorProposal,
  index: { title: string | null; actions: readonly ActionView[] } | null,
  dates: ReadonlyMap<number, DateView>,
): ProposalRow {
  const { tally, power, quotaP6 } = governor
  const firstRound = governor.snapshot + 1
  return {
    id,
    title: index?.title ?? null,
    proposer: governor.proposer,
    state: governor.state,
    verdict: power ? treasuryVerdict(tally, power.quorumWei, quotaP6) : null,
    forWei: tally.for,
    againstWei: tally.against,
    abstainWei: tally.abstain,
    quorumWei: power?.quorumWei ?? null,
    totalPowerWei: power?.totalWei ?? null,
    quotaP6,
    supportP9: treasurySupportP9(tally),
    participationP9: power ? treasuryParticipationP9(tally, power.totalWei) : null,
    firstRound,
    lastRound: governor.deadline,
    opensAt: dates.get(firstRound) ?? null,
    closesAt: dates.get(governor.deadline + 1) ?? null,
    actions: index?.actions ?? null,
  }
}

/** Rounds whose beginnings a proposal's dates are: when voting opens, and the round after the last one of voting. */
export function datedRounds({
  snapshot,
  deadline,
}: Pick<GovernorProposal, 'snapshot' | 'deadline'>): number[] {
  return [snapshot + 1, deadline + 1]
}

async function readRowsOf(
  reading: Reading,
  core: Core,
  proposals: readonly IndexedProposal[],
): Promise<ProposalRow[]> {
  const governor = await readProposals(
    reading,
    core,
    proposals.map(({ id }) => id),
  )
  const dates = await readRoundStarts(reading, core, [...governor.values()].flatMap(datedRounds))
  const rows = await Promise.all(
    proposals.map(async ({ id, title, calls }) => {
      const known = governor.get(id)
      return known ? [proposalRow(id, known, { title, actions: await actionViews(calls) }, dates)] : []
    }),
  )
  return rows.flat().toSorted(byFirstRound)
}

/** Newest first; proposals of one round by id, so that the order never changes. */
export function byFirstRound(
  a: Pick<ProposalRow, 'firstRound' | 'id'>,
  b: Pick<ProposalRow, 'firstRound' | 'id'>,
): number {
  if (a.firstRound !== b.firstRound) return b.firstRound - a.firstRound
  return a.id < b.id ? -1 : 1
}

/** Every proposal the index has; null when it did not answer. */
export async function readIndexedProposals(reading: Reading): Promise<Rows<IndexedProposal> | null> {
  const governor = await governorAddress()
  return reading.index(`proposals/${governor}`, 'per-minute', readProposalList)
}

/**
 * The treasury and its proposals as part of another loader's reading.
 * @throws SourceError
 */
export async function buildTreasury(reading: Reading): Promise<TreasuryView> {
  const [core, known, treasury] = await Promise.all([
    readCore(reading),
    readIndexedProposals(reading),
    reading.settled('treasury', 'per-round', readTreasuryAddress),
  ])
  const [rows, ethBalanceWei] = await Promise.all([
    known ? readRowsOf(reading, core, known.rows) : null,
    reading.chain(`eth/${treasury}`, (block) =>
      readChain((client) => client.getBalance({ address: treasury, blockNumber: BigInt(block) })),
    ),
  ])
  return {
    rows,
    balanceWei: core.treasuryBalanceWei,
    ethBalanceWei,
    rewardCutP27: core.treasuryRewardCutP27,
    ceilingWei: core.treasuryBalanceCeilingWei,
    round: roundView(core, reading.head.timestamp, settings().network.secondsPerBlock),
  }
}

/** The treasury and every proposal to it (6.1). */
export function loadTreasury(): Promise<Loaded<TreasuryView>> {
  return load(buildTreasury)
}
