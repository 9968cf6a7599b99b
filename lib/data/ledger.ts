import { type Address, getAddress } from 'viem'
import { type AccountEvent, inChainOrder, readAccountEvents } from '@/lib/data/account-events'
import { within } from '@/lib/data/cache'
import { addressOrNone } from '@/lib/data/chain-client'
import { readCore } from '@/lib/data/core'
import { type DelegatorReading, readDelegator } from '@/lib/data/delegating-account'
import {
  type DelegateRounds,
  type RoundRow,
  readDelegateRounds,
  readRoundRows,
} from '@/lib/data/ledger-history'
import { readEarningsPools } from '@/lib/data/ledger-lens'
import { ledgerEvent, movementOf } from '@/lib/data/ledger-movements'
import { readPrices } from '@/lib/data/ledger-prices'
import { readTickets } from '@/lib/data/ledger-tickets'
import type { LedgerLineView, LedgerView } from '@/lib/data/ledger-types'
import { lineViews, totalsView } from '@/lib/data/ledger-view'
import { load, type Reading } from '@/lib/data/reading'
import { roundView } from '@/lib/data/round'
import type { Loaded, RoundView } from '@/lib/data/types'
import { settings } from '@/lib/network/settings'
import { isSourceError, SourceError } from '@/lib/network/source-error'
import { P27 } from '@/lib/protocol/fixed-point'
import { buildLedger, type Ledger } from '@/lib/protocol/ledger'
import { elapsedRounds, stakeGrowth } from '@/lib/protocol/ledger-totals'
import type { EarningsPool } from '@/lib/protocol/types'
import { yearlyYield } from '@/lib/protocol/yield'

/** What a caller wants beside the lines and totals. */
export interface LedgerWishes {
  /** The lines whose prices are wanted; default none. Each ten rounds cost the index one question, once. */
  pricesFor?: (lines: readonly LedgerLineView[]) => readonly LedgerLineView[]
}

/** An account's earnings ledger (3.3), from its first event to the running round. Any address is valid. */
export function loadLedger(address: Address, wishes: LedgerWishes = {}): Promise<Loaded<LedgerView>> {
  const account = getAddress(address)
  return load((reading) => readLedger(reading, account, wishes))
}

/** How long a page waits for a ledger that is not its subject, ms. */
const soon = 1_500

/** The same for a panel beside other figures: late, not waited for, when it takes long; it goes on in the background. */
export async function loadLedgerSoon(address: Address): Promise<Loaded<LedgerView>> {
  try {
    return await within(loadLedger(address), soon)
  } catch (error) {
    if (!isSourceError(error)) throw error
    return { state: 'late', reason: error.reason, next: error.next }
  }
}

async function readLedger(reading: Reading, account: Address, wishes: LedgerWishes): Promise<LedgerView> {
  const [core, delegator] = await Promise.all([readCore(reading), readDelegator(reading, account)])
  const now = roundView(core, reading.head.timestamp, settings().network.secondsPerBlock)
  const rows = await readRounds(reading, now)
  const events = await readEvents(reading, account, delegator, rows)
  const first = events[0]?.round
  const running = rows.at(-1)?.round ?? now.lastInitializedRound
  const rounds = first === undefined ? [] : rows.filter(({ round }) => round >= first)
  const delegates = delegatesOf(account, events)
  const numbers = rows.map(({ round }) => round)
  const pools = new Map(
    await Promise.all(
      delegates.map(
        async (delegate): Promise<[string, ReadonlyMap<number, EarningsPool>]> => [
          delegate.toLowerCase(),
          await readEarningsPools(reading, delegate, numbers, first ?? 0, running),
        ],
      ),
    ),
  )
  const ledger = buildLedger({
    account,
    events: events.map(ledgerEvent),
    rounds: rounds.map(({ round }) => BigInt(round)),
    pool: (delegate, round) => pools.get(delegate.toLowerCase())?.get(Number(round)) ?? emptyPool,
    now: { stake: delegator.pendingStakeWei, fees: delegator.pendingFeesWei },
  })
  assertComplete(ledger, delegator)
  const histories = await readHistories(reading, delegates, pools, running)
  const lines = lineViews({
    account,
    ledger,
    rounds: new Map(rows.map((row) => [row.round, row])),
    running,
    histories,
    pools,
    movements: events.flatMap(movementOf),
    claims: events.filter(({ kind }) => kind === 'claim'),
    treasuryRateP27: core.treasuryRewardCutP27,
  })
  const totals = totalsView('all', lines)
  return {
    address: account,
    round: now.number,
    pendingStakeWei: delegator.pendingStakeWei,
    pendingFeesWei: delegator.pendingFeesWei,
    principalWei: delegator.pendingStakeWei - totals.rewardWei,
    lines,
    totals,
    ...yearlyOf(ledger, core.roundLength),
    exact: ledger.unexplained.stake === 0n && ledger.unexplained.fees === 0n,
    prices: await readPrices(reading, wishes.pricesFor?.(lines) ?? []),
  }
}

function yearlyOf(ledger: Ledger, roundLength: bigint): Pick<LedgerView, 'yearlyP9' | 'elapsedRounds'> {
  const lines = ledger.lines.map(({ round, start, reward }) => ({ round, startStake: start.stake, reward }))
  const passed = elapsedRounds(lines)
  if (passed === 0n) return { yearlyP9: null, elapsedRounds: 0 }
  const growth = stakeGrowth(lines)
  const realised = { lptP27: growth > P27 ? growth - P27 : 0n, ethPerLptP27: 0n }
  return { yearlyP9: yearlyYield(realised, passed, roundLength).lptP9, elapsedRounds: Number(passed) }
}

const emptyPool: EarningsPool = {
  totalStake: 0n,
  rewardCutP6: 0n,
  feeShareP6: 0n,
  rewardFactorP27: 0n,
  feeFactorP27: 0n,
}

const needsIndex = {
  reason: 'The events of this account come from the index, which did not answer.',
  next: 'Reload in a moment. Stake and fees of today are on the delegating page.',
}

async function readEvents(
  reading: Reading,
  account: Address,
  delegator: DelegatorReading,
  rows: readonly RoundRow[],
): Promise<readonly AccountEvent[]> {
  const { bondedWei, storedFeesWei, lastClaimRound, nextUnbondingLockId, delegate } = delegator
  const own = delegate?.toLowerCase() === account.toLowerCase()
  // What the chain says is in the key: after an action (or a reward call of its own) events from before are not used again.
  const version = [bondedWei, storedFeesWei, lastClaimRound, nextUnbondingLockId, delegate].join('/')
  const ownVersion = own ? `/${delegator.pendingStakeWei}` : ''
  const history = await reading.index(
    `account-events/${account.toLowerCase()}/${version}${ownVersion}`,
    'per-minute',
    () => readAccountEvents(account),
  )
  if (!history) throw new SourceError(needsIndex.reason, needsIndex.next)
  const tickets = history.redeems
    ? await readTickets(account, rows.filter(isIndexed), `${version}/${delegator.pendingFeesWei}`)
    : []
  return [...history.events, ...tickets]
    .filter(({ block }) => block <= reading.head.block)
    .toSorted(inChainOrder)
}

/** A round the index has: the running one may be from the chain alone, and then mints nothing. */
const isIndexed = (row: RoundRow) => row.mintable > 0n

/** Initialised rounds; the running one also when the index does not have it yet. */
async function readRounds(reading: Reading, now: RoundView): Promise<readonly RoundRow[]> {
  const history = await reading.index(`rounds/${now.lastInitializedRound}`, 'per-minute', readRoundRows)
  if (!history) throw new SourceError(needsIndex.reason, needsIndex.next)
  const rounds = history.rounds.filter(({ round }) => round <= now.lastInitializedRound)
  if (rounds.at(-1)?.round === now.lastInitializedRound) return rounds
  const running: RoundRow = {
    round: now.lastInitializedRound,
    startedAt: reading.head.timestamp - now.blocksDone * now.secondsPerBlock,
    lengthBlocks: now.lengthBlocks,
    startBlock: now.startBlock,
    inflationP9: 0n,
    totalSupplyWei: 0n,
    feesWei: 0n,
    mintable: 0n,
    activeStake: 0n,
  }
  return [...rounds, running]
}

/** Everyone the stake was ever with, and the account itself where it acted as an orchestrator. */
function delegatesOf(account: Address, events: readonly AccountEvent[]): Address[] {
  const found = new Set<Address>()
  for (const event of events) {
    if (event.kind === 'reward' || event.kind === 'ticket') found.add(account)
    else if (event.kind === 'bond' || event.kind === 'rebond') {
      const delegate = addressOrNone(event.delegate)
      if (delegate) found.add(delegate)
    }
  }
  return [...found]
}

async function readHistories(
  reading: Reading,
  delegates: readonly Address[],
  pools: ReadonlyMap<string, ReadonlyMap<number, EarningsPool>>,
  running: number,
): Promise<ReadonlyMap<string, DelegateRounds>> {
  const found = await Promise.all(
    delegates.map((delegate) => {
      const id = delegate.toLowerCase()
      // A reward call writes the factor: the history from before it is then not used again.
      const factor = pools.get(id)?.get(running)?.rewardFactorP27 ?? 0n
      return reading.index(`delegate-rounds/${id}/${running}/${factor}`, 'per-minute', () =>
        readDelegateRounds(delegate),
      )
    }),
  )
  return new Map(
    found.flatMap((history): [string, DelegateRounds][] =>
      history ? [[history.delegate.toLowerCase(), history]] : [],
    ),
  )
}

/** @throws SourceError when events and chain disagree: sums would then count stake put in as earned */
function assertComplete({ state }: Ledger, delegator: DelegatorReading): void {
  const same = state.bonded === delegator.bondedWei && state.fees === delegator.storedFeesWei
  if (same) return
  throw new SourceError(
    'The index does not have every action of this account yet, so that its sums would not be those of the chain.',
    'Reload in a moment.',
  )
}
