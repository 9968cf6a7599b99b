import { type Address, zeroAddress } from 'viem'
import type { World } from '@/e2e/chain/world'
import { unbondableWei, withdrawableFeesWei } from '@/lib/transaction/stake-now'
import type { PlanState } from '@/lib/transaction/state'
import type { Intent } from '@/lib/transaction/types'

/** A whole number from 0 to below a bound. */
export type Random = (below: number) => number

/** Mulberry32: the same sequence on every machine. */
export function randomOf(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[random(items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** Amounts around a bound, which is where rules turn. */
function amountUpTo(random: Random, wei: bigint): bigint {
  const kind = random(6)
  if (kind === 0) return wei
  if (kind === 1) return wei + 1n
  if (kind === 2) return wei > 0n ? wei - 1n : 0n
  if (kind === 3) return 0n
  return (wei * BigInt(random(1_000_000))) / 1_000_000n
}

/** Who acts, and on whom: every orchestrator has the account as many places on as its reward caller at first. */
export interface Cast {
  readonly world: World
  readonly orchestrators: readonly Address[]
}

/** Something an account may want of the staking contracts, often just possible or just not. */
export async function someIntent(random: Random, cast: Cast, account: Address): Promise<Intent> {
  const { world, orchestrators } = cast
  const state = await world.state(account, { verb: 'claimEarnings' })
  if (!state.round.initialized && random(2) === 0) return { verb: 'initializeRound' }
  const place = world.accounts.indexOf(account)
  const operates = place < orchestrators.length
  const serves = place < 2 * orchestrators.length
  if (random(operates ? 2 : serves ? 4 : 12) === 0) return operatorIntent(random, cast, account)
  return stakeIntent(random, cast, state)
}

function operatorIntent(random: Random, { world, orchestrators }: Cast, account: Address): Intent {
  const served = orchestrators[world.accounts.indexOf(account) - orchestrators.length]
  switch (random(8)) {
    case 0:
      return { verb: 'setRewardCaller', caller: served ?? pick(random, world.accounts) }
    case 1:
      return random(3) === 0 ? { verb: 'resign' } : { verb: 'reward' }
    case 2:
    case 3:
    case 4: {
      const [rewardCutP6, feeShareP6] = [BigInt(random(1_030_000)), BigInt(random(1_030_000))]
      return { verb: 'transcoder', rewardCutP6, feeShareP6 }
    }
    default:
      return served
        ? { verb: 'rewardForTranscoder', transcoder: random(4) === 0 ? account : served }
        : { verb: 'reward' }
  }
}

async function stakeIntent(
  random: Random,
  { world, orchestrators }: Cast,
  state: PlanState,
): Promise<Intent> {
  const { account, delegator } = state
  const bonded = delegator.bondedAmount > 0n
  // Orchestrators that resigned come back now and then.
  const returns = orchestrators.includes(account) && !bonded
  const to = returns ? account : pick(random, random(12) === 0 ? world.accounts : orchestrators)
  const open = await openLocks(world, account, delegator.nextUnbondingLockId)
  const lockId = open.length > 0 && random(6) > 0 ? pick(random, open) : delegator.nextUnbondingLockId
  const upTo = (wei: bigint) => amountUpTo(random, wei)
  if (open.length > 0 && random(3) === 0) {
    switch (random(4)) {
      case 0:
        return { verb: 'withdrawStake', lockId }
      case 1: {
        const fits = bonded === random(6) > 0
        return fits ? { verb: 'rebond', lockId } : { verb: 'rebondFromUnbonded', lockId, to }
      }
      case 2:
        return { verb: 'rebondLocks', lockIds: open.slice(0, 3), to }
      default:
        return { verb: 'withdrawLocks', lockIds: open.slice(0, 3) }
    }
  }
  switch (random(12)) {
    case 0:
    case 1:
      return { verb: 'bond', to, amountWei: upTo(state.lptWei / 20n) }
    case 2:
    case 3:
      return {
        verb: 'bond',
        to: bonded ? delegator.delegateAddress : to,
        amountWei: upTo(state.lptWei / 10n),
      }
    case 4:
    case 5:
      return { verb: 'unbond', amountWei: upTo(unbondableWei(state) / 2n) }
    case 6:
      return { verb: 'unbond', amountWei: upTo(unbondableWei(state)) }
    case 7:
      return {
        verb: 'withdrawFees',
        recipient: random(10) === 0 ? zeroAddress : to,
        amountWei: upTo(withdrawableFeesWei(state)),
      }
    case 8:
      return { verb: 'claimEarnings' }
    case 9:
    case 10:
      return {
        verb: 'transferBond',
        receiver: pick(random, world.accounts),
        amountWei: upTo(unbondableWei(state)),
      }
    default:
      return { verb: 'approve', amountWei: upTo(state.allowanceWei + state.lptWei) }
  }
}

/** Locks of the account that still hold something, oldest first. */
async function openLocks(world: World, account: Address, nextId: bigint): Promise<bigint[]> {
  const ids = Array.from({ length: Number(nextId) }, (_unused, id) => BigInt(id))
  const valid = await Promise.all(
    ids.map((id) => world.read('BondingManager', 'isValidUnbondingLock', [account, id])),
  )
  return ids.filter((_id, index) => valid[index] === true)
}
