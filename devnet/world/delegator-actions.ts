import type { Address } from 'viem'
import type { Action } from '@/devnet/world/batch'
import {
  type BookEntry,
  recordBond,
  recordRebond,
  recordUnbond,
  recordWithdrawal,
} from '@/devnet/world/delegator-book'
import type { Random } from '@/devnet/world/random'
import type { ContractCall, Session } from '@/devnet/world/session'

/** What an action may depend on. */
export interface Situation {
  session: Session
  random: Random
  round: number
  unbondingPeriod: number
  /** Registered orchestrators to choose from, the popular ones more than once. */
  candidates: readonly Address[]
}

type Maker = (entry: BookEntry, situation: Situation) => Promise<Action | undefined> | Action | undefined

/** Giants move slowly: one of them leaving would turn the whole network over. */
function isGiant(entry: BookEntry): boolean {
  return entry.principalWei > 60_000n * 10n ** 18n
}

function bonding(
  entry: BookEntry,
  functionName: string,
  args: readonly unknown[],
  record: () => void,
): Action {
  return { calls: [{ from: entry.address, contract: 'BondingManager', functionName, args }], record }
}

/** Approves exactly what it bonds, as the site does, and bonds it. */
export function bondAction(
  session: Session,
  entry: BookEntry,
  to: Address,
  amountWei: bigint,
  round: number,
): Action {
  const approve: ContractCall = {
    from: entry.address,
    contract: 'LivepeerToken',
    functionName: 'approve',
    args: [session.address('BondingManager'), amountWei],
  }
  const bond: ContractCall = {
    from: entry.address,
    contract: 'BondingManager',
    functionName: 'bond',
    args: [amountWei, to],
  }
  return {
    calls: amountWei > 0n ? [approve, bond] : [bond],
    record: () => recordBond(entry, to, amountWei, round),
  }
}

const bondMore: Maker = (entry, { session, random, round }) => {
  if (!entry.delegate || entry.walletWei < 10n ** 15n) return undefined
  const amount = entry.walletWei / BigInt(random.integer(1, 4))
  return bondAction(session, entry, entry.delegate, amount, round)
}

const move: Maker = (entry, { session, random, round, candidates }) => {
  const to = random.pick(candidates)
  if (!entry.delegate || to === entry.delegate || entry.principalWei === 0n || isGiant(entry))
    return undefined
  return bondAction(session, entry, to, 0n, round)
}

const unbondPart: Maker = (entry, { random, round, unbondingPeriod }) => {
  if (!entry.delegate || entry.startRound > round || entry.principalWei < 1_000n) return undefined
  const percent = isGiant(entry) ? random.integer(1, 4) : random.integer(3, 60)
  const amount = (entry.principalWei * BigInt(percent)) / 100n
  return bonding(entry, 'unbond', [amount], () => recordUnbond(entry, amount, round + unbondingPeriod, false))
}

const unbondAll: Maker = async (entry, { session, round, unbondingPeriod }) => {
  if (!entry.delegate || entry.startRound > round || isGiant(entry)) return undefined
  const amount = (await session.read('BondingManager', 'pendingStake', [entry.address, 0n])) as bigint
  if (amount === 0n) return undefined
  return bonding(entry, 'unbond', [amount], () => recordUnbond(entry, amount, round + unbondingPeriod, true))
}

const rebond: Maker = (entry, { random, round, candidates }) => {
  if (entry.locks.length === 0) return undefined
  const lock = random.pick(entry.locks)
  if (entry.delegate) {
    const to = entry.delegate
    return bonding(entry, 'rebond', [BigInt(lock.id)], () => recordRebond(entry, lock, to, round))
  }
  const to = random.pick(candidates)
  return bonding(entry, 'rebondFromUnbonded', [to, BigInt(lock.id)], () =>
    recordRebond(entry, lock, to, round),
  )
}

const withdrawStake: Maker = (entry, { random, round }) => {
  const matured = entry.locks.filter((lock) => lock.withdrawRound <= round)
  if (matured.length === 0) return undefined
  const lock = random.pick(matured)
  return bonding(entry, 'withdrawStake', [BigInt(lock.id)], () => recordWithdrawal(entry, lock))
}

const withdrawFees: Maker = async (entry, { session }) => {
  if (!entry.delegate) return undefined
  const fees = (await session.read('BondingManager', 'pendingFees', [entry.address, 0n])) as bigint
  if (fees === 0n) return undefined
  return bonding(entry, 'withdrawFees', [entry.address, fees], () => undefined)
}

const claimEarnings: Maker = (entry) =>
  entry.delegate ? bonding(entry, 'claimEarnings', [0n], () => undefined) : undefined

const KINDS: readonly { weight: number; make: Maker }[] = [
  { weight: 26, make: bondMore },
  { weight: 24, make: unbondPart },
  { weight: 7, make: unbondAll },
  { weight: 10, make: move },
  { weight: 9, make: rebond },
  { weight: 14, make: withdrawStake },
  { weight: 6, make: withdrawFees },
  { weight: 4, make: claimEarnings },
]

const WEIGHT_SUM = KINDS.reduce((sum, kind) => sum + kind.weight, 0)

/** Draws an action the delegator can do now; `undefined` when the draw does not fit it. */
export async function drawAction(entry: BookEntry, situation: Situation): Promise<Action | undefined> {
  let left = situation.random.next() * WEIGHT_SUM
  for (const kind of KINDS) {
    left -= kind.weight
    if (left <= 0) return kind.make(entry, situation)
  }
  return undefined
}
