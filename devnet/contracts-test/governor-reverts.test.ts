import { type Address, getAddress, type Hex, padHex, parseSignature } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GovernedHarness } from '@/devnet/contracts-test/governed-harness'
import { LPT } from '@/devnet/contracts-test/harness'
import {
  type Action,
  actionOf,
  draft,
  FOR,
  later,
  type Proposal,
  propose,
  proposing,
  stateOf,
  toResult,
  toVoting,
  votesOf,
} from '@/devnet/contracts-test/proposals'
import { createVoteWorld, type VoteWorld } from '@/devnet/contracts-test/vote-world'

const text = (message: string) => ({ kind: 'text', text: message })
const custom = (name: string, ...args: readonly unknown[]) => ({ kind: 'custom', name, args })
const PAYEE: Address = getAddress(padHex('0xbeef', { size: 20 }))

/** What the governor refuses, and each way to vote (contracts.md 11 and 15). */
describe('the governor', () => {
  let world: VoteWorld
  let h: GovernedHarness
  let grant: Action

  beforeAll(async () => {
    world = await createVoteWorld()
    h = world.h
    grant = actionOf(h, 'LivepeerToken', 'transfer', [PAYEE, LPT])
  })
  afterAll(() => h.chain.close())

  const refused = (from: Address, functionName: string, args: readonly unknown[], valueWei?: bigint) =>
    h.revertOf(from, 'LivepeerGovernor', functionName, args, valueWei)
  const ask = (functionName: string, ...args: readonly unknown[]) =>
    h.bigint('LivepeerGovernor', functionName, ...args)
  test('parameters are those of Arbitrum One', async () => {
    expect(await ask('votingDelay')).toBe(1n)
    expect(await ask('votingPeriod')).toBe(10n)
    expect(await ask('proposalThreshold')).toBe(100n * LPT)
    expect(await ask('quorumNumerator')).toBe(333_300n)
    expect(await ask('quorumDenominator')).toBe(1_000_000n)
    expect(await ask('quota')).toBe(500_000n)
    expect(await h.bigint('Treasury', 'getMinDelay')).toBe(0n)
    expect(await h.view('LivepeerGovernor', 'COUNTING_MODE')).toBe('support=bravo&quorum=for,abstain,against')
    expect(await h.view('LivepeerGovernor', 'CLOCK_MODE')).toBe('mode=livepeer_round')
    expect(await h.view('LivepeerGovernor', 'clock')).toBe(
      Number(await h.bigint('RoundsManager', 'currentRound')),
    )
    expect(await h.view('LivepeerGovernor', 'name')).toBe('LivepeerGovernor')
    expect(await h.view('LivepeerGovernor', 'version')).toBe('1')
  })

  test('proposing: each check in its order', async () => {
    const good = await draft(h, [grant], '# Good')
    const restricted = `# Mine\n#proposer=${world.T.toLowerCase()}`
    const poor = text('Governor: proposer votes below proposal threshold')
    const length = text('Governor: invalid proposal length')
    const { targets, values, calldatas } = good
    expect(await refused(world.N, 'propose', [[], [], [], restricted])).toEqual(
      text('Governor: proposer restricted'),
    )
    expect(await refused(world.N, 'propose', [[], [], [], '# Empty'])).toEqual(poor)
    expect(await refused(world.D, 'propose', [targets, [], calldatas, '# Bad'])).toEqual(length)
    expect(await refused(world.D, 'propose', [targets, values, [], '# Bad'])).toEqual(length)
    expect(await refused(world.D, 'propose', [[], [], [], '# Empty'])).toEqual(
      text('Governor: empty proposal'),
    )
    await h.undoing(async () => {
      await h.send(world.D, 'LivepeerGovernor', 'propose', proposing(good))
      expect(await refused(world.T, 'propose', proposing(good))).toEqual(
        text('Governor: proposal already exists'),
      )
      // Exactly the threshold is enough, the suffix may have any case, and no suffix binds nobody.
      await propose(h, world.E, [grant], '# Just enough')
      await propose(h, world.T, [grant], restricted)
      await propose(h, world.D, [grant], '# Not an address\n#proposer=0x1234')
    })
  })

  test('an unknown proposal has no state', async () => {
    const unknown = await draft(h, [grant], '# Never made')
    const sentence = text('Governor: unknown proposal id')
    expect(await h.viewRevert('LivepeerGovernor', 'state', [unknown.id])).toEqual(sentence)
    expect(await refused(world.T, 'castVote', [unknown.id, FOR])).toEqual(sentence)
    for (const functionName of ['queue', 'execute', 'cancel']) {
      expect(await refused(world.T, functionName, later(unknown)), functionName).toEqual(sentence)
    }
    expect(await ask('proposalEta', unknown.id)).toBe(0n)
  })

  test('voting: only in time, only known choices, only once', () =>
    h.undoing(async () => {
      const proposal = await propose(h, world.D, [grant], '# A grant')
      const snapshot = await ask('proposalSnapshot', proposal.id)
      const closed = text('Governor: vote not currently active')
      expect(await refused(world.T, 'castVote', [proposal.id, FOR])).toEqual(closed)
      expect(await h.viewRevert('LivepeerGovernor', 'quorum', [snapshot])).toEqual(
        custom('FutureLookup', snapshot, snapshot - 2n),
      )
      await toVoting(h, proposal)
      expect(await h.viewRevert('LivepeerGovernor', 'quorum', [snapshot])).toBeUndefined()
      expect(await refused(world.T, 'castVote', [proposal.id, 3])).toEqual(custom('InvalidVoteType', 3))
      await h.send(world.T, 'LivepeerGovernor', 'castVote', [proposal.id, FOR])
      expect(await refused(world.T, 'castVote', [proposal.id, FOR])).toEqual(custom('VoteAlreadyCast'))
      expect(await refused(world.T, 'castVote', [proposal.id, 3])).toEqual(custom('InvalidVoteType', 3))
      await toResult(h, proposal)
      expect(await refused(world.U, 'castVote', [proposal.id, FOR])).toEqual(closed)
    }))

  test('with reason, with parameters and by signature', () =>
    h.undoing(async () => {
      const voter = await h.signer('Voter')
      await h.send(h.deployer, 'LivepeerToken', 'transfer', [voter.address, 10n * LPT])
      await h.send(voter.address, 'LivepeerToken', 'approve', [
        h.deployment.contracts.BondingManager,
        10n * LPT,
      ])
      await h.bm(voter.address, 'bond', 10n * LPT, world.T)
      const proposal = await propose(h, world.D, [grant], '# A grant')
      await toVoting(h, proposal)
      const domain = {
        name: 'LivepeerGovernor',
        version: '1',
        chainId: 31_337,
        verifyingContract: h.deployment.contracts.LivepeerGovernor as Address,
      }
      const ballot = await voter.signTypedData({
        domain,
        types: {
          Ballot: [
            { name: 'proposalId', type: 'uint256' },
            { name: 'support', type: 'uint8' },
          ],
        },
        primaryType: 'Ballot',
        message: { proposalId: proposal.id, support: FOR },
      })
      const extended = await voter.signTypedData({
        domain,
        types: {
          ExtendedBallot: [
            { name: 'proposalId', type: 'uint256' },
            { name: 'support', type: 'uint8' },
            { name: 'reason', type: 'string' },
            { name: 'params', type: 'bytes' },
          ],
        },
        primaryType: 'ExtendedBallot',
        message: { proposalId: proposal.id, support: FOR, reason: 'Because', params: '0x01' },
      })
      const parts = (signature: Hex) => {
        const { v, r, s } = parseSignature(signature)
        return [Number(v), r, s]
      }
      const [reasoned] = await h.send(world.U, 'LivepeerGovernor', 'castVoteWithReason', [
        proposal.id,
        FOR,
        'Why not',
      ])
      expect([reasoned?.event, reasoned?.args.reason]).toEqual(['VoteCast', 'Why not'])
      const [withParams] = await h.send(world.T, 'LivepeerGovernor', 'castVoteWithReasonAndParams', [
        proposal.id,
        FOR,
        'Why not',
        '0xabcd',
      ])
      expect([withParams?.event, withParams?.args.params]).toEqual(['VoteCastWithParams', '0xabcd'])
      await h.undoing(async () => {
        const [log] = await h.send(world.N, 'LivepeerGovernor', 'castVoteBySig', [
          proposal.id,
          FOR,
          ...parts(ballot),
        ])
        expect(log?.args).toEqual({
          voter: voter.address,
          proposalId: proposal.id,
          support: FOR,
          weight: 10n * LPT,
          reason: '',
        })
        // A changed choice is another signer, who has no power.
        const [other] = await h.send(world.N, 'LivepeerGovernor', 'castVoteBySig', [
          proposal.id,
          0,
          ...parts(ballot),
        ])
        expect(other?.args.weight).toBe(0n)
        expect(other?.args.voter).not.toBe(voter.address)
      })
      const [log] = await h.send(world.N, 'LivepeerGovernor', 'castVoteWithReasonAndParamsBySig', [
        proposal.id,
        FOR,
        'Because',
        '0x01',
        ...parts(extended),
      ])
      expect([log?.event, log?.args.voter]).toEqual(['VoteCastWithParams', voter.address])
      expect(await votesOf(h, proposal)).toEqual([0n, 2010n * LPT, 0n])
    }))

  test('cancelling: too late comes before whose it is', () =>
    h.undoing(async () => {
      const proposal = await propose(h, world.D, [grant], '# A grant')
      expect(await refused(world.T, 'cancel', later(proposal))).toEqual(
        text('Governor: only proposer can cancel'),
      )
      await toVoting(h, proposal)
      for (const from of [world.T, world.D]) {
        expect(await refused(from, 'cancel', later(proposal))).toEqual(text('Governor: too late to cancel'))
      }
      await toResult(h, proposal)
      expect(await stateOf(h, proposal)).toBe('Defeated')
      expect(await refused(world.D, 'cancel', later(proposal))).toEqual(text('Governor: too late to cancel'))
    }))

  test('what passed must be queued before it is executed, with the very same arguments', () =>
    h.undoing(async () => {
      const proposal = await propose(h, world.D, [grant], '# A grant')
      await toVoting(h, proposal)
      await h.send(world.T, 'LivepeerGovernor', 'castVote', [proposal.id, FOR])
      await toResult(h, proposal)
      expect(await refused(world.N, 'execute', later(proposal))).toEqual(
        text('TimelockController: operation is not ready'),
      )
      const other: Proposal = { ...proposal, values: [1n] }
      expect(await refused(world.N, 'queue', later(other))).toEqual(text('Governor: unknown proposal id'))
      await h.send(world.N, 'LivepeerGovernor', 'queue', later(proposal))
      expect(await refused(world.N, 'queue', later(proposal))).toEqual(
        text('Governor: proposal not successful'),
      )
    }))
})
