import type { WalletState } from '@/hooks/wallet-store'
import type { GatewayFundsView } from '@/lib/data/gateway-funds'
import type { OperatingView } from '@/lib/data/operating'
import type { DelegatingView, RoundView } from '@/lib/data/types'
import type { GatewaySituation } from './gateway-model'
import type { RegisterSituation } from './register-model'

/* A round, an orchestrator, a stake and a gateway for the tests of the forms. */

export const LPT = 10n ** 18n
export const own = '0x1111111111111111111111111111111111111111'
export const other = '0x2222222222222222222222222222222222222222'

export const wallet: WalletState = {
  status: 'connected',
  address: own,
  chainId: 31_337,
  connectorName: 'Test',
}

/** Round 4,250: 1,000 blocks of it to go, the last 600 of them locked. */
export const round: RoundView = {
  number: 4250,
  lengthBlocks: 6_000,
  startBlock: 100_000,
  endBlock: 106_000,
  blockNum: 105_000,
  blocksDone: 5_000,
  blocksLeft: 1_000,
  endsAt: 1_768_012_000,
  secondsPerBlock: 12,
  initialized: true,
  overdue: false,
  lastInitializedRound: 4250,
  locked: false,
  lockStartBlock: 105_400,
  mintableWei: 29_000n * LPT,
  mintedWei: 0n,
}
export const now = round.endsAt - 12_000

const operating: OperatingView = {
  address: own,
  round,
  paused: false,
  registered: true,
  active: true,
  standing: 'in',
  rank: 10,
  marginWei: 4_000n * LPT,
  toEnterWei: null,
  lastStakeWei: 1_000n * LPT,
  poolSize: 50,
  poolMaxSize: 50,
  totalStakeWei: 5_000n * LPT,
  rewardCutP6: 120_000n,
  feeShareP6: 600_000n,
  activationRound: 4100,
  calledThisRound: true,
  reward: null,
  rewardCaller: null,
  serviceUri: null,
  aiServiceUri: null,
  aiRegistry: true,
  cuts: {
    inflationP9: 560_000n,
    inflationChangeP9: 500n,
    targetBondingRateP9: 500_000_000n,
    activeStakeWei: 26_000_000n * LPT,
    supplyWei: 51_000_000n * LPT,
    treasuryRewardCutP27: 0n,
    nextTreasuryRewardCutP27: 0n,
    treasuryBalanceWei: 0n,
    treasuryBalanceCeilingWei: 0n,
    mintedShareP6: 1_000_000n,
    poolStakeWei: 5_000n * LPT,
    worstRewardCutP6: 120_000n,
    worstFeeCutP6: 400_000n,
    callRatio30P6: 1_000_000n,
    callRatio90P6: 1_000_000n,
    feesPerRoundWei: LPT / 100n,
  },
}

const stake = {
  address: own,
  round,
  status: 'bonded',
  startRound: 4000,
  lastClaimRound: 4249,
  bondedWei: 900n * LPT,
  pendingStakeWei: 1_000n * LPT,
  pendingFeesWei: 3n * LPT,
  storedFeesWei: LPT,
  delegate: { address: own, name: null },
  locks: [],
  lptBalanceWei: 2_000n * LPT,
  unbondingPeriodRounds: 7,
  paused: false,
} as unknown as DelegatingView

/** An active orchestrator that has called reward in this round, with changes. */
export function operator(
  change: Partial<OperatingView> = {},
  account: Partial<DelegatingView> = {},
  behind = false,
): RegisterSituation {
  return { view: { ...operating, ...change }, account: { ...stake, ...account }, wallet, now, behind }
}

/** An account that is no orchestrator and delegates to nobody. */
export function newcomer(
  change: Partial<OperatingView> = {},
  account: Partial<DelegatingView> = {},
): RegisterSituation {
  const stranger: Partial<OperatingView> = {
    registered: false,
    active: false,
    standing: 'unregistered',
    rank: null,
    marginWei: null,
    toEnterWei: 1_000n * LPT + 1n,
    totalStakeWei: 0n,
    calledThisRound: false,
    rewardCutP6: 0n,
    feeShareP6: 0n,
    cuts: null,
  }
  const free: Partial<DelegatingView> = {
    status: 'unbonded',
    bondedWei: 0n,
    pendingStakeWei: 0n,
    delegate: null,
  }
  return operator({ ...stranger, ...change }, { ...free, ...account })
}

const funds: GatewayFundsView = {
  address: own,
  round,
  paused: false,
  depositEthWei: LPT,
  reserveEthWei: 5n * LPT,
  reserveClaimedEthWei: 0n,
  withdrawRound: null,
  unlockPeriodRounds: 2,
  walletEthWei: 10n * LPT,
  poolSize: 50,
}

/** A gateway with locked funds, with changes. */
export function gateway(change: Partial<GatewayFundsView> = {}, behind = false): GatewaySituation {
  return { view: { ...funds, ...change }, wallet, now, behind }
}
