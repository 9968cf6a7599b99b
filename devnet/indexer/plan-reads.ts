import type { Store } from '@/devnet/graphql/store'
import type { PlannedRead } from './block-reader'
import type { DecodedEvent } from './event-decoder'
import { ZERO_ADDRESS } from './work'

/** Accounts whose stored stake the handler of an event reads. */
const stakeReaders: Readonly<Record<string, readonly string[]>> = {
  Bond: ['newDelegate', 'oldDelegate', 'delegator'],
  Unbond: ['delegate', 'delegator'],
  Rebond: ['delegate', 'delegator'],
  WithdrawFees: ['delegator'],
}

const minterViews = ['inflation', 'inflationChange', 'targetBondingRate'] as const

function readsOfNewRound(store: Store): PlannedRead[] {
  const next = [...store.all('Transcoder')]
    .filter((found) => found.row['status'] === 'Registered')
    .map(
      (found): PlannedRead => ({
        contract: 'BondingManager',
        view: 'getNextTranscoderInPool',
        args: [found.id],
      }),
    )
  return [
    { contract: 'BondingManager', view: 'getTotalBonded', args: [] },
    { contract: 'BondingManager', view: 'getFirstTranscoderInPool', args: [] },
    ...next,
  ]
}

/**
 * The contract reads that the handlers of a block's events are about to make, so that they can go out together.
 * A plan need not be complete: what it misses is read when it is needed.
 */
export function planReads(events: readonly DecodedEvent[], store: Store): PlannedRead[] {
  const reads: PlannedRead[] = [{ contract: 'RoundsManager', view: 'blockNum', args: [] }]
  const accounts = new Set<string>()
  for (const { source, name, args } of events) {
    if (source === 'BondingManager') {
      for (const field of stakeReaders[name] ?? []) accounts.add(String(args[field]))
    } else if (name === 'NewRound') reads.push(...readsOfNewRound(store))
    else if (name === 'SetCurrentRewardTokens') {
      for (const view of minterViews) reads.push({ contract: 'Minter', view, args: [] })
    } else if (name === 'Mint' || name === 'Burn') {
      reads.push({ contract: 'Minter', view: 'getGlobalTotalSupply', args: [] })
    }
  }
  accounts.delete(ZERO_ADDRESS)
  for (const account of accounts)
    reads.push({ contract: 'BondingManager', view: 'getDelegator', args: [account] })
  return reads
}
