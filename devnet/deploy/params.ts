import type { ProtocolParams } from '@/devnet/types'

const LPT = 10n ** 18n

/** Parameters of Arbitrum One as contracts.md 2.7 records them; supply figures are those of its example A. */
export const DEFAULT_PARAMS: ProtocolParams = {
  inflationP9: 220_500n,
  inflationChangeP9: 500n,
  targetBondingRateP9: 500_000_000n,
  unbondingPeriodRounds: 7n,
  numActiveTranscoders: 100n,
  treasuryRewardCutRateP27: 10n ** 26n,
  treasuryBalanceCeilingWei: 750_000n * LPT,
  roundLengthBlocks: 6_377n,
  roundLockAmountP6: 100_000n,
  initialSupplyWei: 16_000_000n * LPT,
  l1CirculatingSupplyWei: 4_000_000n * LPT,
  faucetRequestWei: 10n * LPT,
  faucetWaitHours: 1n,
}

const FAUCET_FUND_WEI = 100_000n * LPT

/** LPT of the initial supply that the faucet contract starts with: a tenth of a small supply. */
export function faucetFundOf({ initialSupplyWei }: Pick<ProtocolParams, 'initialSupplyWei'>): bigint {
  return initialSupplyWei < FAUCET_FUND_WEI * 10n ? initialSupplyWei / 10n : FAUCET_FUND_WEI
}
