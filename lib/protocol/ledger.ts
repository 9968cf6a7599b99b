import { type Earnings, earningsBetween, NO_FACTORS } from './earnings'
import { NO_OWN_PART, type OwnPart, ownAfterClaim, ownAfterReward, ownAfterTicket } from './ledger-own'
import type { Address, EarningsPool, Factors } from './types'
import { sameAddress, ZERO_ADDRESS } from './types'

/**
 * What happened to an account's stake and fees, as the contracts' events say (contracts.md 5.3, 5.5). LPT in wei, fees in wei of
 * ETH. `reward` and `ticket` are the account's own as an orchestrator.
 */
export type LedgerAction =
  | { kind: 'claim'; rewards: bigint; fees: bigint }
  | { kind: 'bond'; amount: bigint; delegate: Address }
  | { kind: 'rebond'; amount: bigint; delegate: Address }
  | { kind: 'unbond'; amount: bigint }
  | { kind: 'withdrawFees'; amount: bigint }
  /** Leaves a lock for the wallet: the stake went down with its unbond. */
  | { kind: 'withdrawStake'; amount: bigint }
  | { kind: 'slash'; amount: bigint }
  | { kind: 'reward'; amount: bigint }
  | { kind: 'ticket'; amount: bigint }

/** An action and the round it happened in. */
export type LedgerEvent = LedgerAction & { round: bigint }

/** What the contract keeps of an account, as its events leave it. */
export interface LedgerState {
  bonded: bigint
  fees: bigint
  delegate: Address
  lastClaimRound: bigint
}

/** Earnings of one round: differences of the contract's own, rounded-down, pending amounts. */
export interface LedgerLine {
  round: bigint
  /** Whom the stake was with when the round began; zero address: with nobody. */
  delegateAtStart: Address
  delegateAtEnd: Address
  /** Pending stake and fees when the round began (the end of the round before) and when it ended. */
  start: Earnings
  end: Earnings
  /** LPT earned: end − start − principal in + principal out + slashed. */
  reward: bigint
  /** ETH earned: end − start + withdrawn. */
  fees: bigint
  /** LPT put in: bonds, rebonds, stake received. Never a reward. */
  principalIn: bigint
  /** LPT taken out: unbonds, stake handed on. */
  principalOut: bigint
  slashed: bigint
  withdrawnFees: bigint
  /** Earnings were claimed in this round: what the orchestrator earns later in it does not reach this account. */
  claimed: boolean
  /** Something happened to the account itself in this round. */
  moved: boolean
}

/** An account's ledger: its lines telescope, so that their sums are the chain's pending amounts less the principal. */
export interface Ledger {
  lines: readonly LedgerLine[]
  /** Stored figures after the last event: they must be the chain's, or events are missing. */
  state: LedgerState
  /** What the chain says beyond what events and factors explain, wei; both 0 when every line is exact. */
  unexplained: Earnings
}

export interface LedgerInput {
  account: Address
  /** In chain order. */
  events: readonly LedgerEvent[]
  /** Initialised rounds, ascending, from the first event's to the newest. */
  rounds: readonly bigint[]
  /** Stored earnings pool of a delegate in a round; all 0 where never written. Past rounds never change. */
  pool: (delegate: Address, round: bigint) => EarningsPool
  /** The chain's pending stake and fees now: what the last line ends with. */
  now: Earnings
}

/**
 * The earnings ledger of an account (product requirement 3.3). A round's end is worked out from the delegate's stored factors
 * as the contract would have answered in its last block (contracts.md 6.5, last paragraph); claims take the amounts of their
 * events. Σ reward = now.stake − Σ principal in + Σ principal out + Σ slashed, to the wei; fees likewise.
 */
export function buildLedger(input: LedgerInput): Ledger {
  const { account, events, rounds, pool } = input
  const replay = new Replay(account, pool)
  const lines: LedgerLine[] = []
  let next = 0
  let unexplained: Earnings = { stake: 0n, fees: 0n }
  for (const [index, round] of rounds.entries()) {
    const start = replay.held
    const delegateAtStart = replay.state.delegate
    const sums = {
      principalIn: 0n,
      principalOut: 0n,
      slashed: 0n,
      withdrawnFees: 0n,
      claimed: false,
      moved: false,
    }
    for (let event = events[next]; event && event.round <= round; event = events[++next]) {
      replay.apply(event)
      addTo(sums, event)
    }
    const replayed = replay.endRound(round)
    const last = index === rounds.length - 1
    const end = last ? input.now : replayed
    if (last) unexplained = { stake: input.now.stake - replayed.stake, fees: input.now.fees - replayed.fees }
    const reward = end.stake - start.stake - sums.principalIn + sums.principalOut + sums.slashed
    const fees = end.fees - start.fees + sums.withdrawnFees
    if (!sums.moved && start.stake === 0n && end.stake === 0n && reward === 0n && fees === 0n) continue
    lines.push({
      round,
      delegateAtStart,
      delegateAtEnd: replay.state.delegate,
      start,
      end,
      reward,
      fees,
      ...sums,
    })
  }
  return { lines, state: replay.state, unexplained }
}

type Sums = Pick<
  LedgerLine,
  'principalIn' | 'principalOut' | 'slashed' | 'withdrawnFees' | 'claimed' | 'moved'
>

function addTo(sums: Sums, event: LedgerEvent): void {
  sums.moved = true
  if (event.kind === 'bond' || event.kind === 'rebond') sums.principalIn += event.amount
  else if (event.kind === 'unbond') sums.principalOut += event.amount
  else if (event.kind === 'slash') sums.slashed += event.amount
  else if (event.kind === 'withdrawFees') sums.withdrawnFees += event.amount
  else if (event.kind === 'claim') sums.claimed = true
}

/** The account's records while its events pass. */
class Replay {
  state: LedgerState = { bonded: 0n, fees: 0n, delegate: ZERO_ADDRESS, lastClaimRound: 0n }
  /** Pending amounts at the end of the round that ended last. */
  held: Earnings = { stake: 0n, fees: 0n }
  private own: OwnPart = NO_OWN_PART
  /** Factors of the delegate in force, carried over rounds in which nothing was stored. */
  private carried: Factors = NO_FACTORS

  constructor(
    private readonly account: Address,
    private readonly pool: LedgerInput['pool'],
  ) {}

  apply(event: LedgerEvent): void {
    const { state } = this
    switch (event.kind) {
      case 'claim':
        if (sameAddress(state.delegate, this.account)) this.own = ownAfterClaim(this.own)
        this.state = {
          ...state,
          bonded: state.bonded + event.rewards,
          fees: state.fees + event.fees,
          lastClaimRound: event.round,
        }
        break
      case 'bond':
      case 'rebond':
        this.state = { ...state, bonded: state.bonded + event.amount, delegate: event.delegate }
        break
      case 'unbond':
      case 'slash': {
        const bonded = state.bonded - event.amount
        const leaves = event.kind === 'unbond' && bonded === 0n
        this.state = { ...state, bonded, delegate: leaves ? ZERO_ADDRESS : state.delegate }
        break
      }
      case 'withdrawFees':
        this.state = { ...state, fees: state.fees - event.amount }
        break
      case 'withdrawStake':
        break
      case 'reward':
        this.own = ownAfterReward(this.own, event.amount, this.pool(this.account, event.round), event.round)
        break
      case 'ticket':
        this.own = ownAfterTicket(this.own, event.amount, this.pool(this.account, event.round), event.round)
        break
    }
  }

  /** Pending amounts as the contract would give them in the last block of a round. */
  endRound(round: bigint): Earnings {
    this.held = this.withOwn(this.grown(round))
    return this.held
  }

  private grown(round: bigint): Earnings {
    const { bonded, fees, delegate, lastClaimRound } = this.state
    if (sameAddress(delegate, ZERO_ADDRESS)) return { stake: bonded, fees }
    const stored = this.pool(delegate, round)
    if (lastClaimRound >= round) {
      this.carried = stored
      return { stake: bonded, fees }
    }
    this.carried = {
      rewardFactorP27: stored.rewardFactorP27 || this.carried.rewardFactorP27,
      feeFactorP27: stored.feeFactorP27 || this.carried.feeFactorP27,
    }
    return earningsBetween({ bondedAmount: bonded, fees }, this.pool(delegate, lastClaimRound), this.carried)
  }

  private withOwn(grown: Earnings): Earnings {
    if (!sameAddress(this.state.delegate, this.account)) return grown
    return {
      stake: grown.stake + this.own.cumulativeRewards,
      fees: grown.fees + this.own.cumulativeFees,
    }
  }
}
