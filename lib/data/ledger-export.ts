import { priceSources } from '@/lib/data/ledger-prices'
import type { LedgerLineView, LedgerMovement, LedgerPrice, LedgerView } from '@/lib/data/ledger-types'
import { isoDateTime } from '@/lib/format/date'
import { scaledToDecimal, weiToDecimal } from '@/lib/format/decimal'

/** The columns of the ledger's files, in order, with what they mean: the page and the files document themselves with it. */
export const ledgerColumns = [
  [
    'time_utc',
    'UTC time of the entry: of its transaction; earnings without a reward call: start of the round',
  ],
  ['round', 'Livepeer round'],
  [
    'entry',
    'earnings: what a round brought. bond, rebond, received, migrated: stake in. unbond, given: stake out. withdraw-stake, withdraw-fees: to the wallet',
  ],
  ['counterparty', 'Orchestrator of the earnings, or the other account of a movement'],
  ['reward_lpt', 'LPT earned in the round: difference of the contract’s pending stake, principal left out'],
  ['fees_eth', 'ETH earned in the round: difference of the contract’s pending fees, withdrawals left out'],
  ['principal_lpt', 'LPT of a movement of stake, minus when it goes out; never a reward'],
  ['withdrawn_lpt', 'LPT that left an unbonding lock for the wallet'],
  ['withdrawn_fees_eth', 'ETH of fees withdrawn'],
  ['stake_at_end_lpt', 'Stake with unclaimed rewards at the end of the round'],
  [
    'round_outcome',
    'called: rewards came. early: claimed before the call. missed: no reward call. open: still to come. inactive: orchestrator not in the set. none: no stake. unknown: index silent',
  ],
  ['missed_lpt_estimate', 'Estimated LPT that did not come in a missed or early round'],
  ['orchestrator_reward_lpt', 'What the orchestrator’s call minted, treasury part taken off'],
  ['reward_cut_percent', 'Share of rewards the orchestrator kept in the round'],
  ['orchestrator_fees_eth', 'Face value of tickets the orchestrator redeemed in the round'],
  ['fee_cut_percent', 'Share of fees the orchestrator kept in the round'],
  ['block', 'Block of the transaction (Arbitrum); of the orchestrator’s reward call for earnings'],
  ['transaction', 'Hash of that transaction'],
  ['lpt_price_eth', `ETH for one LPT. ${priceSources.lptEth}. Empty: no source`],
  ['eth_price_usd', `USD for one ETH. ${priceSources.ethUsd}. Empty: no source`],
] as const satisfies readonly (readonly [name: string, meaning: string])[]

type ColumnName = (typeof ledgerColumns)[number][0]

/** One row of the files: exact decimal text, empty where a column does not apply or is not known. */
export type LedgerEntry = Record<ColumnName, string>

const emptyEntry = Object.fromEntries(ledgerColumns.map(([name]) => [name, ''])) as LedgerEntry

/** Every entry of a ledger, oldest first. */
export function ledgerEntries(ledger: Pick<LedgerView, 'lines' | 'prices'>): LedgerEntry[] {
  const timed = ledger.lines.flatMap((line) => {
    const price = ledger.prices.get(line.round)
    return [
      ...line.movements.map((movement) => ({
        timestamp: movement.timestamp,
        entry: movementEntry(movement, line, price),
      })),
      ...(earns(line) ? [{ timestamp: line.timestamp, entry: earningsEntry(line, price) }] : []),
    ]
  })
  return timed.toSorted((a, b) => a.timestamp - b.timestamp).map(({ entry }) => entry)
}

/** Rounds in which nothing was at stake and nothing came have no earnings entry, only their movements. */
function earns(line: LedgerLineView): boolean {
  return line.stakeAtStartWei > 0n || line.rewardWei !== 0n || line.feesWei !== 0n
}

function earningsEntry(line: LedgerLineView, price: LedgerPrice | undefined): LedgerEntry {
  return {
    ...emptyEntry,
    ...shared(line.timestamp, line.round, price),
    entry: 'earnings',
    counterparty: line.delegate ?? '',
    reward_lpt: weiToDecimal(line.rewardWei),
    fees_eth: weiToDecimal(line.feesWei),
    stake_at_end_lpt: weiToDecimal(line.stakeAtEndWei),
    round_outcome: line.outcome,
    missed_lpt_estimate: amount(line.missedWei),
    orchestrator_reward_lpt: amount(line.orchestratorRewardWei),
    reward_cut_percent: percent(line.rewardCutP6),
    orchestrator_fees_eth: amount(line.orchestratorFeesWei),
    fee_cut_percent: percent(line.feeCutP6),
    block: line.block?.toString() ?? '',
    transaction: line.tx ?? '',
  }
}

function movementEntry(
  movement: LedgerMovement,
  line: LedgerLineView,
  price: LedgerPrice | undefined,
): LedgerEntry {
  const { kind, amountWei } = movement
  const toWallet = kind === 'withdraw-stake' || kind === 'withdraw-fees'
  const out = kind === 'unbond' || kind === 'given'
  return {
    ...emptyEntry,
    ...shared(movement.timestamp, movement.round, price),
    entry: kind,
    counterparty: movement.counterparty ?? '',
    principal_lpt: toWallet ? '' : weiToDecimal(out ? -amountWei : amountWei),
    withdrawn_lpt: kind === 'withdraw-stake' ? weiToDecimal(amountWei) : '',
    withdrawn_fees_eth: kind === 'withdraw-fees' ? weiToDecimal(movement.feesWei) : '',
    stake_at_end_lpt: weiToDecimal(line.stakeAtEndWei),
    block: movement.block.toString(),
    transaction: movement.tx,
  }
}

function shared(timestamp: number, round: number, price: LedgerPrice | undefined) {
  return {
    time_utc: isoDateTime(timestamp),
    round: round.toString(),
    lpt_price_eth: price?.lptEth ?? '',
    eth_price_usd: price?.ethUsd ?? '',
  }
}

const amount = (wei: bigint | null) => (wei === null ? '' : weiToDecimal(wei))
const percent = (pointsP6: bigint | null) => (pointsP6 === null ? '' : scaledToDecimal(pointsP6, 4))

/** The ledger as CSV (RFC 4180, CRLF, UTF-8). No field can hold a comma, a quote or a formula. */
export function ledgerCsv(ledger: Pick<LedgerView, 'lines' | 'prices'>): string {
  const names = ledgerColumns.map(([name]) => name)
  const rows = ledgerEntries(ledger).map((entry) => names.map((name) => entry[name]).join(','))
  return `${[names.join(','), ...rows].join('\r\n')}\r\n`
}

/** The ledger as a JSON file that says what its columns mean. */
export function ledgerJson(
  ledger: LedgerView,
  asOf: { block: number; timestamp: number },
  network: { name: string; chainId: number },
): string {
  return `${JSON.stringify(
    {
      network: network.name,
      chainId: network.chainId,
      account: ledger.address,
      block: asOf.block,
      time_utc: isoDateTime(asOf.timestamp),
      pending_stake_lpt: weiToDecimal(ledger.pendingStakeWei),
      pending_fees_eth: weiToDecimal(ledger.pendingFeesWei),
      principal_lpt: weiToDecimal(ledger.principalWei),
      total_reward_lpt: weiToDecimal(ledger.totals.rewardWei),
      total_fees_eth: weiToDecimal(ledger.totals.feesWei),
      price_sources: priceSources,
      columns: Object.fromEntries(ledgerColumns),
      entries: ledgerEntries(ledger),
    },
    null,
    1,
  )}\n`
}
