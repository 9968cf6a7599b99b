import { type Address, getAddress, padHex } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GovernedHarness } from '@/devnet/contracts-test/governed-harness'
import { LPT, ZERO } from '@/devnet/contracts-test/harness'
import {
  type Action,
  actionOf,
  draft,
  FOR,
  later,
  propose,
  stateOf,
  toResult,
  toVoting,
} from '@/devnet/contracts-test/proposals'
import { createVoteWorld, type VoteWorld } from '@/devnet/contracts-test/vote-world'
import { nameId } from '@/devnet/deploy/deployment-script'

const text = (message: string) => ({ kind: 'text', text: message })
const custom = (name: string, ...args: readonly unknown[]) => ({ kind: 'custom', name, args })
const PAYEE: Address = getAddress(padHex('0xbeef', { size: 20 }))
const ALREADY = text('Initializable: contract is already initialized')

/** What only a passed proposal may do, and what the treasury refuses (contracts.md 11.3 and 11.4). */
describe('settings of the governor and the treasury', () => {
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
        nameId('BondingVotes'),
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
