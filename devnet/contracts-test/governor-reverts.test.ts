import { type Address, getAddress, type Hex, padHex, parseSignature } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GovernedHarness } from '@/devnet/contracts-test/governed-harness'
import { LPT, ZERO } from '@/devnet/contracts-test/harness'
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
import { contractId } from '@/devnet/deploy/deploy'

const text = (message: string) => ({ kind: 'text', text: message })
const custom = (name: string, ...args: readonly unknown[]) => ({ kind: 'custom', name, args })
const PAYEE: Address = getAddress(padHex('0xbeef', { size: 20 }))
const ALREADY = text('Initializable: contract is already initialized')

/** What the governor and the treasury refuse, and what only a passed proposal may do (contracts.md 11 and 15). */
describe('the governor and the treasury', () => {
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
  /** Passes a proposal and executes it. */
  const enact = async (actions: readonly Action[], description: string) => {
    const proposal = await propose(h, world.D, actions, description)
    await toVoting(h, proposal)
    await h.send(world.T, 'LivepeerGovernor', 'castVote', [proposal.id, FOR])
    await toResult(h, proposal)
    await h.send(world.N, 'LivepeerGovernor', 'queue', later(proposal))
    return h.attempt({
      from: world.N,
      contract: 'LivepeerGovernor',
      functionName: 'execute',
      args: later(proposal),
    })
  }
  const self = (functionName: string, ...args: readonly unknown[]) =>
    actionOf(h, 'LivepeerGovernor', functionName, args)

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

  test('settings change by proposal alone', () =>
    h.undoing(async () => {
      for (const [functionName, args] of [
        ['setVotingDelay', [2n]],
        ['setVotingPeriod', [2n]],
        ['setProposalThreshold', [2n]],
        ['updateQuorumNumerator', [2n]],
        ['updateTimelock', [world.T]],
        ['relay', [world.T, 0n, '0x']],
      ] as const) {
        expect(await refused(world.T, functionName, args), functionName).toEqual(
          text('Governor: onlyGovernance'),
        )
      }
      const before = await ask('clock')
      const outcome = await enact(
        [
          self('setVotingDelay', 3n),
          self('setVotingPeriod', 4n),
          self('setProposalThreshold', 5n),
          self('updateQuorumNumerator', 500_000n),
          self(
            'relay',
            h.deployment.contracts.LivepeerToken,
            0n,
            actionOf(h, 'LivepeerToken', 'approve', [PAYEE, 9n]).data,
          ),
          actionOf(h, 'Treasury', 'updateDelay', [60n]),
        ],
        '# Settings',
      )
      if (outcome.state === 'reverted') throw new Error(JSON.stringify(outcome.revert))
      expect(outcome.logs.map(({ event }) => event).filter((name) => name !== 'CallExecuted')).toEqual([
        'ProposalExecuted',
        'VotingDelaySet',
        'VotingPeriodSet',
        'ProposalThresholdSet',
        'QuorumNumeratorUpdated',
        'Approval',
        'MinDelayChange',
      ])
      expect([await ask('votingDelay'), await ask('votingPeriod'), await ask('proposalThreshold')]).toEqual([
        3n,
        4n,
        5n,
      ])
      expect(await ask('quorumNumerator')).toBe(500_000n)
      expect(await ask('quorumNumerator', before)).toBe(333_300n)
      expect(await h.bigint('Treasury', 'getMinDelay')).toBe(60n)
      expect(
        await h.bigint('LivepeerToken', 'allowance', h.deployment.contracts.LivepeerGovernor, PAYEE),
      ).toBe(9n)
    }))

  test.each([
    ['setVotingPeriod', 0n],
    ['updateQuorumNumerator', 1_000_001n],
  ])('not even by proposal: %s(%i)', (functionName, value) =>
    h.undoing(async () => {
      const outcome = await enact([self(functionName, value)], '# Bad settings')
      expect(outcome).toMatchObject({
        state: 'reverted',
        revert: text('TimelockController: underlying transaction reverted'),
      })
    }),
  )

  test('a delay of the treasury holds execution back', () =>
    h.undoing(async () => {
      await enact([actionOf(h, 'Treasury', 'updateDelay', [3_600n])], '# Delay')
      const outcome = await enact([grant], '# Slow grant')
      expect(outcome).toMatchObject({
        state: 'reverted',
        revert: text('TimelockController: operation is not ready'),
      })
      const proposal = await draft(h, [grant], '# Slow grant')
      await h.chain.request({ method: 'evm_increaseTime', params: [3_600] })
      await h.send(world.N, 'LivepeerGovernor', 'execute', later(proposal))
      expect(await stateOf(h, proposal)).toBe('Executed')
    }))

  test('a new BondingVotes is taken over by anybody', () =>
    h.undoing(async () => {
      const votes = await h.view('LivepeerGovernor', 'token')
      await h.send(h.deployer, 'Controller', 'setContractInfo', [
        contractId('BondingVotes'),
        PAYEE,
        '0x'.padEnd(42, '0'),
      ])
      expect(await h.view('LivepeerGovernor', 'votes')).toBe(PAYEE)
      expect(await h.view('LivepeerGovernor', 'token')).toBe(votes)
      await h.send(world.N, 'LivepeerGovernor', 'bumpGovernorVotesTokenAddress')
      expect(await h.view('LivepeerGovernor', 'token')).toBe(PAYEE)
    }))

  test('a new timelock takes over by proposal; calls that no proposal makes are refused even from the timelock', () =>
    h.undoing(async () => {
      await h.speakAs(h.treasury)
      expect(await refused(h.treasury, 'setVotingDelay', [2n])).toEqual(custom('Empty'))
      await enact([self('updateTimelock', PAYEE)], '# Another treasury')
      expect(await h.view('LivepeerGovernor', 'timelock')).toBe(PAYEE)
    }))

  test('initialized once; the implementation never; ETH goes to the treasury', async () => {
    const args = [1n, 10n, 1n, 1n, 1n]
    expect(await refused(h.deployer, 'initialize', args)).toEqual(ALREADY)
    expect(await h.revertOf(h.deployer, 'Treasury', 'initialize', [0n, [], [], h.deployer])).toEqual(ALREADY)
    const proxy = h.deployment.contracts.LivepeerGovernor as Address
    h.know('LivepeerGovernor', h.deployment.contracts.LivepeerGovernorTarget as Address)
    expect(await refused(h.deployer, 'initialize', args)).toEqual(ALREADY)
    h.know('LivepeerGovernor', proxy)
    expect(await refused(world.T, 'setController', [ZERO])).toEqual(text('caller must be Controller'))
    await expect(
      h.chain.request({ method: 'eth_call', params: [{ from: world.T, to: proxy, value: '0x1' }, 'latest'] }),
    ).rejects.toThrow('Governor: must send to executor')
  })

  test('the treasury obeys the governor alone', async () => {
    const roles = ['PROPOSER_ROLE', 'EXECUTOR_ROLE', 'CANCELLER_ROLE'] as const
    for (const name of roles) {
      const role = await h.view('Treasury', name)
      expect(await h.view('Treasury', 'hasRole', role, h.deployment.contracts.LivepeerGovernor)).toBe(true)
      expect(await h.view('Treasury', 'hasRole', role, h.deployer)).toBe(false)
      expect(await h.view('Treasury', 'hasRole', role, ZERO)).toBe(false)
    }
    const admin = await h.view('Treasury', 'TIMELOCK_ADMIN_ROLE')
    expect(admin).toBe('0x5f58e3a2316349923ce3780f8d587db2d72378aed66a8261c916544fa6846ca5')
    expect(await h.view('Treasury', 'hasRole', admin, h.treasury)).toBe(true)
    expect(await h.view('Treasury', 'hasRole', admin, h.deployer)).toBe(false)
    const zero = `0x${'0'.repeat(64)}`
    const missing = async (role: string) =>
      text(
        `AccessControl: account ${world.T.toLowerCase()} is missing role ${String(await h.view('Treasury', role))}`,
      )
    expect(await h.revertOf(world.T, 'Treasury', 'schedule', [PAYEE, 0n, '0x', zero, zero, 0n])).toEqual(
      await missing('PROPOSER_ROLE'),
    )
    expect(await h.revertOf(world.T, 'Treasury', 'execute', [PAYEE, 0n, '0x', zero, zero])).toEqual(
      await missing('EXECUTOR_ROLE'),
    )
    expect(await h.revertOf(world.T, 'Treasury', 'cancel', [zero])).toEqual(await missing('CANCELLER_ROLE'))
    expect(await h.revertOf(world.T, 'Treasury', 'updateDelay', [1n])).toEqual(
      text('TimelockController: caller must be timelock'),
    )
  })
})
