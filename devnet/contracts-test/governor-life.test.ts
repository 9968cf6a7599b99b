import { type Address, getAddress, padHex } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GovernedHarness } from '@/devnet/contracts-test/governed-harness'
import { ETH, LPT } from '@/devnet/contracts-test/harness'
import {
  ABSTAIN,
  type Action,
  AGAINST,
  actionOf,
  ethAction,
  FOR,
  later,
  type Proposal,
  propose,
  stateOf,
  toResult,
  toVoting,
  votesOf,
} from '@/devnet/contracts-test/proposals'
import { createVoteWorld, type VoteWorld } from '@/devnet/contracts-test/vote-world'

const PAYEE: Address = getAddress(padHex('0xbeef', { size: 20 }))
const ZERO_HASH = `0x${'0'.repeat(64)}`

/** From proposal to payment, and every other end a proposal can have (contracts.md 11). */
describe('the life of a proposal', () => {
  let world: VoteWorld
  let h: GovernedHarness
  let grant: Action

  beforeAll(async () => {
    world = await createVoteWorld()
    h = world.h
    grant = actionOf(h, 'LivepeerToken', 'transfer', [PAYEE, 5n * LPT])
  })
  afterAll(() => h.chain.close())

  type Voter = 'T' | 'U' | 'D' | 'E' | 'N'
  const vote = (proposal: Proposal, name: Voter, support: number) =>
    h.send(world[name], 'LivepeerGovernor', 'castVote', [proposal.id, support])
  /** A proposal with these votes, in this order, at its end. */
  const decided = async (votes: readonly (readonly [Voter, number])[], actions = [grant]) => {
    const proposal = await propose(h, world.D, actions, '# A grant')
    await toVoting(h, proposal)
    for (const [name, support] of votes) await vote(proposal, name, support)
    await toResult(h, proposal)
    return proposal
  }
  const governor = (functionName: string, proposal: Proposal, from = world.N) =>
    h.send(from, 'LivepeerGovernor', functionName, later(proposal))
  const lpt = (amount: bigint) => amount * LPT

  test('pending for the rest of its round and the next, active for ten, then decided', () =>
    h.undoing(async () => {
      const round = await h.bigint('RoundsManager', 'currentRound')
      const proposal = await propose(h, world.D, [grant], '# A grant')
      const states: Record<string, string[]> = {}
      for (let now = round; now <= round + 12n; now++) {
        await h.mineToRound(now)
        const state = await stateOf(h, proposal)
        states[state] = [...(states[state] ?? []), String(now - round)]
      }
      expect(states).toEqual({
        Pending: ['0', '1'],
        Active: ['2', '3', '4', '5', '6', '7', '8', '9', '10', '11'],
        Defeated: ['12'],
      })
    }))

  test('passes, is queued and executed by anybody, and pays LPT and ETH', () =>
    h.undoing(async () => {
      const proposal = await decided([['T', FOR]], [grant, ethAction(PAYEE, 2n * ETH)])
      expect(await stateOf(h, proposal)).toBe('Succeeded')
      expect(await h.bigint('LivepeerGovernor', 'proposalEta', proposal.id)).toBe(0n)

      const queued = await governor('queue', proposal)
      const operation = await h.view(
        'Treasury',
        'hashOperationBatch',
        ...later(proposal).slice(0, 3),
        ZERO_HASH,
        proposal.descriptionHash,
      )
      expect(queued.map(({ contract, event }) => `${contract}.${event}`)).toEqual([
        'Treasury.CallScheduled',
        'Treasury.CallScheduled',
        'Treasury.CallSalt',
        'LivepeerGovernor.ProposalQueued',
      ])
      expect(queued[2]?.args).toEqual({ id: operation, salt: proposal.descriptionHash })
      const eta = queued[3]?.args.eta as bigint
      expect(await stateOf(h, proposal)).toBe('Queued')
      expect(await h.bigint('LivepeerGovernor', 'proposalEta', proposal.id)).toBe(eta)
      expect(await h.bigint('Treasury', 'getTimestamp', operation)).toBe(eta)
      expect(await h.view('Treasury', 'isOperationReady', operation)).toBe(true)

      const executed = await governor('execute', proposal)
      expect(executed.map(({ contract, event }) => `${contract}.${event}`)).toEqual([
        'LivepeerGovernor.ProposalExecuted',
        'LivepeerToken.Transfer',
        'Treasury.CallExecuted',
        'Treasury.CallExecuted',
      ])
      expect(await stateOf(h, proposal)).toBe('Executed')
      expect(await h.bigint('LivepeerGovernor', 'proposalEta', proposal.id)).toBe(0n)
      expect(await h.bigint('Treasury', 'getTimestamp', operation)).toBe(1n)
      expect(await h.bigint('LivepeerToken', 'balanceOf', PAYEE)).toBe(lpt(5n))
      expect(await h.ethOf(PAYEE)).toBe(2n * ETH)
      for (const functionName of ['queue', 'execute']) {
        expect(await h.revertOf(world.N, 'LivepeerGovernor', functionName, later(proposal))).toEqual({
          kind: 'text',
          text: 'Governor: proposal not successful',
        })
      }
    }))

  test('fails on quorum: 600 of 2,000 are too few, whatever they say', () =>
    h.undoing(async () => {
      const proposal = await decided([['U', FOR]])
      expect(
        await h.bigint(
          'LivepeerGovernor',
          'quorum',
          await h.bigint('LivepeerGovernor', 'proposalSnapshot', proposal.id),
        ),
      ).toBe(666_600_000_000_000_000_000n)
      expect(await votesOf(h, proposal)).toEqual([0n, lpt(600n), 0n])
      expect(await stateOf(h, proposal)).toBe('Defeated')
    }))

  test('votes of every kind count for the quorum', () =>
    h.undoing(async () => {
      const proposal = await decided([
        ['U', FOR],
        ['E', ABSTAIN],
      ])
      expect(await votesOf(h, proposal)).toEqual([0n, lpt(600n), lpt(100n)])
      expect(await stateOf(h, proposal)).toBe('Succeeded')
    }))

  test('fails on the quota: more against than for', () =>
    h.undoing(async () => {
      const proposal = await decided([
        ['T', AGAINST],
        ['U', FOR],
      ])
      expect(await votesOf(h, proposal)).toEqual([lpt(1400n), lpt(600n), 0n])
      expect(await stateOf(h, proposal)).toBe('Defeated')
      expect(await h.revertOf(world.N, 'LivepeerGovernor', 'queue', later(proposal))).toEqual({
        kind: 'text',
        text: 'Governor: proposal not successful',
      })
    }))

  test('a tie passes', () =>
    h.undoing(async () => {
      // T keeps 1,000 of its 1,400 and faces 600 + 300 + 100.
      const proposal = await decided([
        ['T', FOR],
        ['U', AGAINST],
        ['D', AGAINST],
        ['E', AGAINST],
      ])
      expect(await votesOf(h, proposal)).toEqual([lpt(1000n), lpt(1000n), 0n])
      expect(await stateOf(h, proposal)).toBe('Succeeded')
    }))

  test('one wei more against than for does not pass', () =>
    h.undoing(async () => {
      await h.bm(world.U, 'bond', 2n, world.U)
      await h.nextRound()
      const proposal = await decided([
        ['T', FOR],
        ['U', AGAINST],
        ['D', AGAINST],
        ['E', AGAINST],
      ])
      const [against = 0n, inFavor = 0n] = await votesOf(h, proposal)
      expect(against - inFavor).toBe(2n)
      expect(await stateOf(h, proposal)).toBe('Defeated')
    }))

  test('nothing but abstentions passes', () =>
    h.undoing(async () => {
      const proposal = await decided([['T', ABSTAIN]])
      expect(await votesOf(h, proposal)).toEqual([0n, 0n, lpt(1400n)])
      expect(await stateOf(h, proposal)).toBe('Succeeded')
    }))

  const OVERRIDES = [
    ['after', ['T', 'D', 'E']],
    ['before', ['D', 'E', 'T']],
    ['around', ['D', 'T', 'E']],
  ] as const
  test.each(OVERRIDES)('delegators who vote %s their orchestrator take their stake out', (_, order) =>
    h.undoing(async () => {
      const choice = { T: FOR, D: AGAINST, E: ABSTAIN }
      const weights = { T: lpt(1400n), D: lpt(300n), E: lpt(100n) }
      const proposal = await propose(h, world.D, [grant], '# A grant')
      await toVoting(h, proposal)
      for (const name of order) {
        const [log] = await vote(proposal, name, choice[name])
        // The event always tells the full weight.
        expect(log?.args.weight).toBe(weights[name])
      }
      expect(await votesOf(h, proposal)).toEqual([lpt(300n), lpt(1000n), lpt(100n)])
    }),
  )

  test('an override is of the orchestrator’s own choice, and of that proposal alone', () =>
    h.undoing(async () => {
      const first = await propose(h, world.D, [grant], '# First')
      const second = await propose(h, world.D, [grant], '# Second')
      await toVoting(h, second)
      await vote(first, 'T', AGAINST)
      await vote(first, 'D', AGAINST)
      expect(await votesOf(h, first)).toEqual([lpt(1400n), 0n, 0n])
      await vote(second, 'T', ABSTAIN)
      await vote(second, 'E', FOR)
      expect(await votesOf(h, second)).toEqual([0n, lpt(100n), lpt(1300n)])
    }))

  test('stake moved after the snapshot votes where it was', () =>
    h.undoing(async () => {
      const proposal = await propose(h, world.D, [grant], '# A grant')
      await toVoting(h, proposal)
      await h.send(h.deployer, 'RoundsManager', 'initializeRound')
      await h.bm(world.D, 'bond', 0n, world.U)
      await h.nextRound()
      await vote(proposal, 'U', FOR)
      await vote(proposal, 'D', AGAINST)
      await vote(proposal, 'T', ABSTAIN)
      expect(await votesOf(h, proposal)).toEqual([lpt(300n), lpt(600n), lpt(1100n)])
    }))

  test('a vote without power is taken and counts nothing', () =>
    h.undoing(async () => {
      const proposal = await propose(h, world.D, [grant], '# A grant')
      await toVoting(h, proposal)
      expect((await vote(proposal, 'N', FOR))[0]?.args.weight).toBe(0n)
      expect(await votesOf(h, proposal)).toEqual([0n, 0n, 0n])
      expect(await h.view('LivepeerGovernor', 'hasVoted', proposal.id, world.N)).toBe(true)
    }))

  test('cancelled by its proposer while pending, for ever', () =>
    h.undoing(async () => {
      const proposal = await propose(h, world.D, [grant], '# A grant')
      expect(await h.view('LivepeerGovernor', 'proposalProposer', proposal.id)).toBe(world.D)
      expect((await governor('cancel', proposal, world.D))[0]).toEqual({
        contract: 'LivepeerGovernor',
        event: 'ProposalCanceled',
        args: { proposalId: proposal.id },
      })
      expect(await stateOf(h, proposal)).toBe('Canceled')
      await toVoting(h, proposal)
      expect(await stateOf(h, proposal)).toBe('Canceled')
      expect(await h.revertOf(world.D, 'LivepeerGovernor', 'castVote', [proposal.id, FOR])).toEqual({
        kind: 'text',
        text: 'Governor: vote not currently active',
      })
    }))

  test('executed only when every call succeeds', () =>
    h.undoing(async () => {
      const proposal = await decided([['T', FOR]], [grant, ethAction(PAYEE, 11n * ETH)])
      await governor('queue', proposal)
      expect(await h.revertOf(world.N, 'LivepeerGovernor', 'execute', later(proposal))).toEqual({
        kind: 'text',
        text: 'TimelockController: underlying transaction reverted',
      })
      expect(await stateOf(h, proposal)).toBe('Queued')
      // Money that arrives later mends it, also when the one who executes brings it.
      await h.send(world.N, 'LivepeerGovernor', 'execute', later(proposal), ETH)
      expect(await stateOf(h, proposal)).toBe('Executed')
      expect(await h.ethOf(PAYEE)).toBe(11n * ETH)
    }))
})
