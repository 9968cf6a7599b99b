import type { Address } from 'viem'
import type { Harness } from '@/devnet/contracts-test/harness'
import { ZERO } from '@/devnet/contracts-test/harness'
import { type Comparison, idOf, inTokens, rowsOf } from './comparison'
import type { Indexer } from './indexer'
import { SlashingLag } from './slashing-lag'

const NEVER = 2n ** 256n - 1n
const HALVED_NEVER = 2n ** 255n - 1n

/** Two sides to compare, and what of slashing the index may have missed. */
export interface Sides {
  readonly comparison: Comparison
  readonly h: Harness
  readonly index: Indexer
  readonly lag?: SlashingLag
}

/** What holds only when a round has just begun: flags of the active set, the round's pools, stake and supply of the round. */
export async function compareRoundStart(
  { comparison, h, index, lag = new SlashingLag() }: Sides,
  round: bigint,
): Promise<void> {
  const at = `round ${round}`
  const order = await h.poolOrder()
  const pools = rowsOf(index, 'Pool').filter((pool) => pool.round === round.toString())
  const sorted = (ids: readonly string[]) => ids.map((id) => id.toLowerCase()).toSorted()
  comparison.same(`${at} pools`, sorted(pools.map((pool) => pool.delegate)), sorted(order))
  for (const pool of pools) {
    const stake = await h.bigint('BondingManager', 'transcoderTotalStake', pool.delegate)
    const { rewardCut, feeShare } = await h.transcoder(pool.delegate as Address)
    comparison.fields(`${at} pool ${pool.id}`, pool, {
      totalStake: inTokens(stake + lag.delegated(pool.delegate)),
      rewardCut,
      feeShare,
      fees: '0',
      rewardTokens: null,
    })
  }
  for (const { id, active } of rowsOf(index, 'Transcoder')) {
    comparison.same(`${at} active of ${id}`, active, await h.view('BondingManager', 'isActiveTranscoder', id))
  }
  const stake = inTokens(await h.bigint('BondingManager', 'getTotalBonded'))
  comparison.fields(`${at} protocol`, rowsOf(index, 'Protocol')[0], {
    totalActiveStake: stake,
    currentRound: round,
    lastInitializedRound: round,
    pendingActivation: [],
    pendingDeactivation: [],
  })
  const row = rowsOf(index, 'Round').find(({ id }) => id === round.toString())
  comparison.fields(at, row, {
    startBlock: await h.bigint('RoundsManager', 'currentRoundStartBlock'),
    length: await h.bigint('RoundsManager', 'roundLength'),
    mintableTokens: inTokens(await h.bigint('Minter', 'currentMintableTokens')),
    totalActiveStake: stake,
    initialized: true,
  })
}

/** Every Delegator and getDelegator. */
export async function compareDelegators({
  comparison,
  h,
  index,
  lag = new SlashingLag(),
}: Sides): Promise<void> {
  for (const row of rowsOf(index, 'Delegator')) {
    const state = await h.delegator(row.id as Address)
    const bonded = state.bondedAmount + lag.bonded(row.id)
    comparison.fields(`Delegator ${row.id}`, row, {
      // Stake can be bonded to the zero address, which is not the same as none.
      delegate: idOf(state.delegateAddress) ?? (bonded === 0n ? null : ZERO),
      bondedAmount: inTokens(bonded),
      fees: inTokens(state.fees),
      delegatedAmount: inTokens(state.delegatedAmount + lag.delegated(row.id)),
      startRound: state.startRound,
    })
    comparison.same(`Delegator ${row.id} claimed`, row.lastClaimRound ?? '0', state.lastClaimRound)
  }
}

/** Every open unbonding lock is indexed, and no other; returns how many there are. */
export async function compareLocks({ comparison, h, index }: Sides): Promise<number> {
  const open: string[] = []
  for (const { id } of rowsOf(index, 'Delegator')) {
    const { nextUnbondingLockId } = await h.delegator(id as Address)
    for (let lock = 0n; lock < nextUnbondingLockId; lock++) {
      const [amount, withdrawRound] = (await h.view(
        'BondingManager',
        'getDelegatorUnbondingLock',
        id,
        lock,
      )) as [bigint, bigint]
      if (withdrawRound > 0n) open.push(`${id} ${lock} ${inTokens(amount)} ${withdrawRound}`)
    }
  }
  const indexed = rowsOf(index, 'UnbondingLock').map(
    (row) => `${row.delegator} ${row.unbondingLockId} ${row.amount} ${row.withdrawRound}`,
  )
  comparison.same('unbonding locks', indexed.toSorted().join('\n'), open.toSorted().join('\n'))
  return open.length
}

/** Every Transcoder, its status and what it set. */
export async function compareTranscoders({
  comparison,
  h,
  index,
  lag = new SlashingLag(),
}: Sides): Promise<void> {
  for (const row of rowsOf(index, 'Transcoder')) {
    const state = await h.transcoder(row.id as Address)
    const stake = await h.bigint('BondingManager', 'transcoderTotalStake', row.id)
    const registered =
      (await h.view('BondingManager', 'isRegisteredTranscoder', row.id)) || lag.looksRegistered(row.id)
    const caller = (await h.view('BondingManager', 'transcoderToRewardCaller', row.id)) as Address
    const uri = (await h.view('ServiceRegistry', 'getServiceURI', row.id)) as string
    comparison.fields(`Transcoder ${row.id}`, row, {
      totalStake: inTokens(stake + lag.delegated(row.id)),
      status: registered ? 'Registered' : 'NotRegistered',
      delegator: registered ? row.id : null,
      rewardCut: state.rewardCut,
      feeShare: state.feeShare,
      activationRound: state.activationRound,
      // Q7: "never" is halved.
      deactivationRound: state.deactivationRound === NEVER ? HALVED_NEVER : state.deactivationRound,
      rewardCaller: idOf(caller),
      serviceURI: uri === '' ? null : uri,
    })
    comparison.same(`Transcoder ${row.id} rewarded`, row.lastRewardRound ?? '0', state.lastRewardRound)
  }
}

/** Parameters and counters; `known` are fields that a quirk of the index keeps from agreeing. */
export async function compareProtocol({ comparison, h, index }: Sides): Promise<void> {
  const row = rowsOf(index, 'Protocol')[0]
  comparison.fields('Protocol', row, {
    inflation: await h.bigint('Minter', 'inflation'),
    inflationChange: await h.bigint('Minter', 'inflationChange'),
    targetBondingRate: await h.bigint('Minter', 'targetBondingRate'),
    numActiveTranscoders: await h.bigint('BondingManager', 'getTranscoderPoolMaxSize'),
    activeTranscoderCount: await h.bigint('BondingManager', 'getTranscoderPoolSize'),
    unbondingPeriod: await h.bigint('BondingManager', 'unbondingPeriod'),
    roundLength: await h.bigint('RoundsManager', 'roundLength'),
    roundLockAmount: await h.bigint('RoundsManager', 'roundLockAmount'),
    lastInitializedRound: await h.bigint('RoundsManager', 'lastInitializedRound'),
    totalActiveStake: inTokens(await h.bigint('BondingManager', 'getTotalBonded')),
    totalSupply: inTokens(await h.bigint('Minter', 'getGlobalTotalSupply')),
    paused: await h.view('Controller', 'paused'),
  })
  if (row) {
    const rate = row.totalActiveStake.dividedBy(row.totalSupply)
    comparison.same('Protocol participationRate', row.participationRate, rate)
    comparison.same('newest Day totalSupply', rowsOf(index, 'Day').at(-1)?.totalSupply, row.totalSupply)
  }
}

/** No relation that must not be null points to nothing. */
export function compareRelations({ comparison, index }: Pick<Sides, 'comparison' | 'index'>): void {
  const { store } = index
  for (const entity of store.schema.entities.values()) {
    if (entity.isInterface) continue
    const relations = entity.fields.filter(
      (field) => field.kind === 'relation' && field.required && !field.list && !field.derivedFrom,
    )
    for (const found of store.all(entity.name)) {
      for (const { base, name } of relations) {
        const there = store.find(base, String(found.row[name])) !== undefined
        comparison.same(`${entity.name} ${found.id} ${name} exists`, there, true)
      }
    }
  }
}
