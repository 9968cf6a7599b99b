import type { Address } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import { createGovernedHarness, type GovernedHarness } from '@/devnet/contracts-test/governed-harness'
import { LPT } from '@/devnet/contracts-test/harness'
import {
  ABSTAIN,
  AGAINST,
  actionOf,
  draft,
  FOR,
  type Proposal,
  propose,
  proposing,
  stateOf,
  votesOf,
} from '@/devnet/contracts-test/proposals'

const TOO_LITTLE = { kind: 'text', text: 'Governor: proposer votes below proposal threshold' }

/** contracts.md 13.2: a vote with overrides, every number to the wei. Tests run in order. */
describe('worked example B', () => {
  let h: GovernedHarness
  let proposal: Proposal
  const people: Record<string, Address> = {}
  const who = (name: string): Address => people[name] as Address

  beforeAll(async () => {
    h = await createGovernedHarness(await createChain(), {
      numActiveTranscoders: 3n,
      treasuryRewardCutRateP27: 0n,
      l1CirculatingSupplyWei: 0n,
      initialSupplyWei: 901_000n * LPT,
    })
    await h.send(h.deployer, 'LivepeerToken', 'transfer', [h.treasury, 1000n * LPT])
    for (const name of ['T', 'U', 'V', 'D1', 'D2', 'D3', 'W', 'I']) {
      people[name] = await h.account(name, 2000n * LPT)
    }
    await h.mineToRound(10n)
    await h.send(h.deployer, 'RoundsManager', 'initializeRound')
    for (const [owner, amount, to] of [
      ['T', 1000n, 'T'],
      ['U', 700n, 'U'],
      ['V', 600n, 'V'],
      ['D1', 300n, 'T'],
      ['D2', 200n, 'T'],
      ['D3', 120n, 'I'],
      ['W', 500n, 'W'],
    ] as const) {
      await h.bm(who(owner), 'bond', amount * LPT, who(to))
    }
    await h.bm(who('T'), 'transcoder', 0n, 0n)
  })
  afterAll(() => h.chain.close())

  const grant = () => [actionOf(h, 'LivepeerToken', 'transfer', [who('D1'), LPT])]

  test('nobody has power at the start of the first round', async () => {
    expect(await h.bigint('BondingManager', 'getTranscoderPoolSize')).toBe(3n)
    const early = await draft(h, grant(), '# Early')
    expect(await h.revertOf(who('D1'), 'LivepeerGovernor', 'propose', proposing(early))).toEqual(TOO_LITTLE)
  })

  test('proposed in round 11, pending through 12, active in 13', async () => {
    await h.nextRound()
    proposal = await propose(h, who('D1'), grant(), '# Pay D1\nOne LPT')
    expect(await h.bigint('LivepeerGovernor', 'proposalSnapshot', proposal.id)).toBe(12n)
    expect(await h.bigint('LivepeerGovernor', 'proposalDeadline', proposal.id)).toBe(22n)
    await h.bm(who('T'), 'reward')
    await h.nextRound()
    await h.bm(who('T'), 'reward')
    await h.bm(who('D1'), 'bond', 50n * LPT, who('T'))
    expect(await stateOf(h, proposal)).toBe('Pending')
    await h.nextRound()
    expect(await stateOf(h, proposal)).toBe('Active')
  })

  test.each([
    ['T', 1767496633154164384527n],
    ['D1', 393499326630832876905n],
    ['D2', 228999551087221917936n],
    ['D3', 0n],
    ['U', 700n * LPT],
    ['V', 600n * LPT],
    ['W', 500n * LPT],
  ])('power of %s at the snapshot', async (name, votes) => {
    expect(await h.bigint('BondingVotes', 'getPastVotes', who(name), 12n)).toBe(votes)
    expect(await h.bigint('LivepeerGovernor', 'getVotes', who(name), 12n)).toBe(votes)
  })

  test('supply and quorum leave out who is not in the pool', async () => {
    expect(await h.bigint('BondingVotes', 'getPastTotalSupply', 12n)).toBe(3067496633154164384527n)
    expect(await h.bigint('LivepeerGovernor', 'quorum', 12n)).toBe(1022396627830282989362n)
  })

  test.each([
    ['D1', AGAINST, 393499326630832876905n, [393499326630832876905n, 0n, 0n]],
    ['T', FOR, 1767496633154164384527n, [393499326630832876905n, 1373997306523331507622n, 0n]],
    [
      'D2',
      ABSTAIN,
      228999551087221917936n,
      [393499326630832876905n, 1144997755436109589686n, 228999551087221917936n],
    ],
    ['D3', AGAINST, 0n, [393499326630832876905n, 1144997755436109589686n, 228999551087221917936n]],
    ['W', FOR, 500n * LPT, [393499326630832876905n, 1644997755436109589686n, 228999551087221917936n]],
    ['U', AGAINST, 700n * LPT, [1093499326630832876905n, 1644997755436109589686n, 228999551087221917936n]],
  ])('%s votes %i', async (name, support, weight, tally) => {
    const logs = await h.send(who(name), 'LivepeerGovernor', 'castVote', [proposal.id, support])
    expect(logs).toEqual([
      {
        contract: 'LivepeerGovernor',
        event: 'VoteCast',
        args: { voter: who(name), proposalId: proposal.id, support, weight, reason: '' },
      },
    ])
    expect(await votesOf(h, proposal)).toEqual(tally)
    expect(await h.view('LivepeerGovernor', 'hasVoted', proposal.id, who(name))).toBe(true)
  })

  test('decided in round 23, initialized or not', async () => {
    expect(await h.view('LivepeerGovernor', 'hasVoted', proposal.id, who('V'))).toBe(false)
    await h.mineToRound(22n)
    expect(await stateOf(h, proposal)).toBe('Active')
    await h.mineToRound(23n)
    expect(await h.view('RoundsManager', 'currentRoundInitialized')).toBe(false)
    expect(await stateOf(h, proposal)).toBe('Succeeded')
  })
})
