import { BigDecimal } from '@/devnet/graphql/big-decimal'
import type { BroadcasterRow, DelegatorRow, LivepeerAccountRow, TranscoderRow } from './entity-types'
import { type Work, ZERO_ADDRESS } from './work'

const zero = BigDecimal.zero

/** The account's row, touched at the block's time (subgraph.md 1.3). */
export function touchAccount(
  work: Work,
  id: string,
  change: Partial<Pick<LivepeerAccountRow, 'delegator' | 'delegate'>> = {},
): LivepeerAccountRow {
  const known = work.load('LivepeerAccount', id) ?? { id, delegator: ZERO_ADDRESS, delegate: ZERO_ADDRESS }
  return work.save('LivepeerAccount', { ...known, ...change, id, lastUpdatedTimestamp: work.now })
}

/** The orchestrator's row, made when missing; its account is touched either way (subgraph.md 3.1). */
export function transcoderOf(work: Work, id: string): TranscoderRow {
  touchAccount(work, id, work.quirks.accountDelegateIsItself ? { delegate: id } : {})
  const known = work.load('Transcoder', id)
  if (known) return known
  return work.save('Transcoder', {
    id,
    activationRound: 0n,
    deactivationRound: 0n,
    lastActiveStakeUpdateRound: 0n,
    active: false,
    status: 'NotRegistered',
    activationTimestamp: 0,
    lastRewardRound: null,
    rewardCut: 0n,
    rewardCutUpdateTimestamp: 0,
    feeShare: 0n,
    feeShareUpdateTimestamp: 0,
    totalStake: zero,
    totalVolumeETH: zero,
    thirtyDayVolumeETH: zero,
    sixtyDayVolumeETH: zero,
    ninetyDayVolumeETH: zero,
    totalVolumeUSD: zero,
    delegator: null,
    serviceURI: null,
    rewardCaller: null,
    transcoderDays: [],
  })
}

/** The delegator's row, made when missing; its account is touched either way. */
export function delegatorOf(work: Work, id: string): DelegatorRow {
  touchAccount(work, id, { delegator: id })
  const known = work.load('Delegator', id)
  if (known) return known
  return work.save('Delegator', {
    id,
    delegate: null,
    startRound: 0n,
    lastClaimRound: null,
    bondedAmount: zero,
    principal: zero,
    unbonded: zero,
    fees: zero,
    withdrawnFees: zero,
    delegatedAmount: zero,
  })
}

/** Writes whom an account is bonded to; where Q9 is mended its account row says so too. */
export function setDelegate(work: Work, delegator: string, delegate: string | null): void {
  work.update('Delegator', delegator, { delegate })
  if (!work.quirks.accountDelegateIsItself) touchAccount(work, delegator, { delegate })
}

/** The gateway's row, made when missing. */
export function broadcasterOf(work: Work, id: string): BroadcasterRow {
  const known = work.load('Broadcaster', id)
  if (known) return known
  return work.save('Broadcaster', {
    id,
    deposit: zero,
    reserve: zero,
    totalVolumeETH: zero,
    totalVolumeUSD: zero,
    thirtyDayVolumeETH: zero,
    sixtyDayVolumeETH: zero,
    ninetyDayVolumeETH: zero,
    firstFundedDay: 0,
    firstActiveDay: 0,
    lastFundedDay: 0,
    lastActiveDay: 0,
    broadcasterDays: [],
  })
}
