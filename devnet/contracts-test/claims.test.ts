import { type Address, getAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClaimWorld, createClaimWorld } from '@/devnet/contracts-test/claim-world'
import type { GovernedHarness } from '@/devnet/contracts-test/governed-harness'
import { ETH, LPT, ZERO } from '@/devnet/contracts-test/harness'
import { claimLeafHash, claimTree } from '@/devnet/deploy/claim-tree'
import { CLAIM_SNAPSHOT_ID } from '@/devnet/deploy/claims'
import { nameId } from '@/devnet/deploy/deployment-script'

const text = (message: string) => ({ kind: 'text', text: message })

/** Stake of the former protocol that a delegator takes over itself (contracts.md 12.2 and 12.4). */
describe('claiming stake of the former protocol', () => {
  let world: ClaimWorld
  let h: GovernedHarness
  let claimant: Address

  beforeAll(async () => {
    world = await createClaimWorld()
    h = world.h
    claimant = await h.account('claims 40 of T')
  })
  afterAll(() => h.chain.close())

  const args = (who: Address, newDelegate: Address = ZERO) =>
    world.claimArguments(world.claimOf(who), newDelegate)
  const claim = (who: Address, newDelegate: Address = ZERO) =>
    h.send(who, 'L2Migrator', 'claimStake', args(who, newDelegate))
  const refused = (who: Address, values: readonly unknown[]) =>
    h.revertOf(who, 'L2Migrator', 'claimStake', values)
  const INVALID = text('CLAIM_STAKE:INVALID_PROOF')

  test('bonds to the former delegate', () =>
    h.undoing(async () => {
      const logs = await claim(claimant)
      expect(logs.filter(({ event }) => event === 'Bond' || event === 'StakeClaimed')).toEqual([
        {
          contract: 'BondingManager',
          event: 'Bond',
          args: {
            newDelegate: world.T,
            oldDelegate: ZERO,
            delegator: claimant,
            additionalAmount: 40n * LPT,
            bondedAmount: 40n * LPT,
          },
        },
        {
          contract: 'L2Migrator',
          event: 'StakeClaimed',
          args: { delegator: claimant, delegate: world.T, stake: 40n * LPT, fees: 0n },
        },
      ])
      expect(await h.delegator(claimant)).toMatchObject({ bondedAmount: 40n * LPT, delegateAddress: world.T })
      expect(await h.bigint('L2Migrator', 'claimedDelegatedStake', world.T)).toBe(40n * LPT)
      expect(await h.view('L2Migrator', 'migratedDelegators', claimant)).toBe(true)
      expect(await refused(claimant, args(claimant))).toEqual(text('CLAIM_STAKE:ALREADY_MIGRATED'))
    }))

  test('or to another one, with fees in ETH', () =>
    h.undoing(async () => {
      const other = await h.account('claims 300 of O')
      const before = await h.ethOf(other)
      await claim(other, world.U)
      expect(await h.delegator(other)).toMatchObject({ bondedAmount: 300n * LPT, delegateAddress: world.U })
      expect((await h.ethOf(other)) - before).toBeGreaterThan(ETH - ETH / 100n)
      // What is claimed counts for the former delegate, who is not here yet.
      expect(await h.bigint('L2Migrator', 'claimedDelegatedStake', world.O)).toBe(300n * LPT)
      expect(await h.bigint('L2Migrator', 'claimedDelegatedStake', world.U)).toBe(0n)
    }))

  test('fees alone bond nothing', () =>
    h.undoing(async () => {
      const poor = await h.account('claims fees')
      expect((await claim(poor)).map(({ event }) => event)).toEqual(['StakeClaimed'])
      expect(await h.delegator(poor)).toMatchObject({ bondedAmount: 0n, delegateAddress: ZERO })
    }))

  test('only with the very values of the list and the proof for them', async () => {
    const entry = world.claimOf(claimant)
    expect(await refused(claimant, world.claimArguments(entry, ZERO, { stakeWei: 41n * LPT }))).toEqual(
      INVALID,
    )
    expect(await refused(claimant, world.claimArguments(entry, ZERO, { feesWei: 1n }))).toEqual(INVALID)
    expect(await refused(claimant, world.claimArguments(entry, ZERO, { delegate: world.U }))).toEqual(INVALID)
    expect(await refused(world.U, args(claimant))).toEqual(INVALID)
    const [delegate, stake, fees, proof] = args(claimant) as [Address, bigint, bigint, string[], Address]
    expect(proof.length).toBeGreaterThan(1)
    expect(await refused(claimant, [delegate, stake, fees, proof.slice(1), ZERO])).toEqual(INVALID)
    expect(await refused(claimant, [delegate, stake, fees, [], ZERO])).toEqual(INVALID)
    expect(await refused(claimant, [delegate, stake, fees, [...proof].reverse(), ZERO])).toEqual(INVALID)
    const others = args(await h.account('claims 300 of O'))[3]
    expect(await refused(claimant, [delegate, stake, fees, others, ZERO])).toEqual(INVALID)
  })

  test('only while claims are enabled', () =>
    h.undoing(async () => {
      const [log] = await h.send(h.deployer, 'L2Migrator', 'setClaimStakeEnabled', [false])
      expect(log?.args).toEqual({ _enabled: false })
      expect(await h.view('L2Migrator', 'claimStakeEnabled')).toBe(false)
      expect(await refused(claimant, args(claimant))).toEqual(text('CLAIM_STAKE_DISABLED'))
    }))

  test('the rules of bonding hold: a paused system, a round not initialized', () =>
    h.undoing(async () => {
      await h.mineToRound((await h.bigint('RoundsManager', 'currentRound')) + 1n)
      expect(await refused(claimant, args(claimant))).toEqual(text('current round is not initialized'))
      await h.send(h.deployer, 'Controller', 'pause')
      expect(await refused(claimant, args(claimant))).toEqual(text('system is paused'))
    }))

  test('the list knows its leaves, and only those', async () => {
    const tree = claimTree(world.claims)
    expect(await h.view('MerkleSnapshot', 'snapshot', CLAIM_SNAPSHOT_ID)).toBe(tree.root)
    for (const entry of world.claims) {
      const proven = (id: string) =>
        h.view('MerkleSnapshot', 'verify', id, tree.proof(entry), claimLeafHash(entry))
      expect(await proven(CLAIM_SNAPSHOT_ID)).toBe(true)
      expect(await proven(nameId('LIP-52'))).toBe(false)
    }
    expect(
      await h.revertOf(world.T, 'MerkleSnapshot', 'setSnapshot', [CLAIM_SNAPSHOT_ID, tree.root]),
    ).toEqual(text('caller must be Controller owner'))
  })

  test('settings are the owner’s, the cache is anybody’s', () =>
    h.undoing(async () => {
      for (const [functionName, value, event] of [
        ['setL1Migrator', world.T, 'L1MigratorUpdate'],
        ['setDelegatorPoolImpl', world.T, 'DelegatorPoolImplUpdate'],
        ['setClaimStakeEnabled', true, 'ClaimStakeEnabled'],
      ] as const) {
        expect(await h.revertOf(world.T, 'L2Migrator', functionName, [value]), functionName).toEqual(
          text('caller must be Controller owner'),
        )
        expect((await h.send(h.deployer, 'L2Migrator', functionName, [value]))[0]?.event).toBe(event)
      }
      expect(await h.revertOf(world.T, 'L2Migrator', 'initialize', [ZERO, ZERO])).toEqual(
        text('caller must be Controller owner'),
      )
      expect(await h.revertOf(h.deployer, 'L2Migrator', 'initialize', [ZERO, ZERO])).toEqual(
        text('Initializable: contract is already initialized'),
      )
      expect(await h.revertOf(world.T, 'L2Migrator', 'setController', [ZERO])).toEqual(
        text('caller must be Controller'),
      )
      await h.send(h.deployer, 'Controller', 'setContractInfo', [
        nameId('TicketBroker'),
        world.U,
        '0x'.padEnd(42, '0'),
      ])
      expect(await h.view('L2Migrator', 'ticketBrokerAddr')).toBe(getAddress(h.broker))
      const logs = await h.send(world.T, 'L2Migrator', 'syncControllerContracts')
      expect(new Map(logs.map(({ args: { id, addr } }) => [id, addr])).get(nameId('TicketBroker'))).toBe(
        world.U,
      )
      expect(logs.every(({ event }) => event === 'ControllerContractUpdate')).toBe(true)
      expect(await h.view('L2Migrator', 'ticketBrokerAddr')).toBe(world.U)
    }))

  test('a claimant that refuses ETH cannot claim fees', () =>
    h.undoing(async () => {
      const refusing = await h.speakAs(getAddress(h.deployment.contracts.LivepeerToken as Address))
      const entry = { delegator: refusing, delegate: ZERO, stakeWei: 0n, feesWei: 1n } as const
      const { root } = claimTree([entry])
      await h.send(h.deployer, 'MerkleSnapshot', 'setSnapshot', [CLAIM_SNAPSHOT_ID, root])
      expect(await refused(refusing, [ZERO, 0n, 1n, [], ZERO])).toEqual(text('CLAIM_STAKE:FAIL_FEE'))
    }))
})
