import { type Address, getAddress, type Hex, keccak256, toHex } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import { mineBatch, readHead, withoutAutomine } from '@/devnet/chain/transact'
import { createGovernedHarness, type GovernedHarness } from '@/devnet/contracts-test/governed-harness'
import { ZERO } from '@/devnet/contracts-test/harness'
import { type OwnerUpdate, ownerUpdate, ownerUpdateCalls } from '@/devnet/deploy/owner-update'

const text = (message: string) => ({ kind: 'text', text: message })
const ADMIN = `0x${'0'.repeat(64)}`

/** The contract that owns the Controller on Arbitrum One (contracts.md 2.6). */
describe('the protocol owner contract', () => {
  let h: GovernedHarness
  let other: Address
  let governor: Address

  beforeAll(async () => {
    h = await createGovernedHarness(await createChain(), {}, { protocolOwner: true })
    other = await h.account('somebody')
    governor = h.deployment.contracts.Governor as Address
  })
  afterAll(() => h.chain.close())

  const update = (value: bigint, nonce = 1n) =>
    ownerUpdate(
      h.deployment,
      [{ contract: 'BondingManager', functionName: 'setUnbondingPeriod', args: [value] }],
      nonce,
    )
  const stage = (what: OwnerUpdate, delay = 0n) => h.send(h.deployer, 'Governor', 'stage', [what, delay])
  const refused = (from: Address, functionName: string, args: readonly unknown[]) =>
    h.revertOf(from, 'Governor', functionName, args)

  test('owns the Controller and is admin of LPT; the deployer can set nothing any more', async () => {
    expect(((await h.view('Controller', 'owner')) as Address).toLowerCase()).toBe(governor)
    expect(await h.view('LivepeerToken', 'hasRole', ADMIN, governor)).toBe(true)
    expect(await h.view('LivepeerToken', 'hasRole', ADMIN, h.deployer)).toBe(false)
    expect(await h.revertOf(h.deployer, 'BondingManager', 'setUnbondingPeriod', [9n])).toEqual(
      text('caller must be Controller owner'),
    )
    expect(await h.view('Governor', 'owner')).toBe(h.deployer)
  })

  test('changes a parameter by staging and executing, in one block', () =>
    h.undoing(async () => {
      const head = await readHead(h.chain.request)
      await withoutAutomine(h.chain, () =>
        mineBatch(h.chain, ownerUpdateCalls(h.deployment, update(9n)), head.timestamp + 12),
      )
      expect(await h.bigint('BondingManager', 'unbondingPeriod')).toBe(9n)
    }))

  test('its owner alone stages and cancels, anybody executes, each once', () =>
    h.undoing(async () => {
      const change = update(9n)
      const notOwner = text('unauthorized: msg.sender not owner')
      expect(await refused(other, 'stage', [change, 0n])).toEqual(notOwner)
      expect(await refused(other, 'cancel', [change])).toEqual(notOwner)
      expect(await refused(h.deployer, 'cancel', [change])).toEqual(text('update is not staged'))
      expect(await refused(other, 'execute', [change])).toEqual(text('update is not staged'))
      expect((await stage(change))[0]).toEqual({
        contract: 'Governor',
        event: 'UpdateStaged',
        args: {
          update: { ...change, target: [getAddress(h.deployment.contracts.BondingManager as Address)] },
          delay: 0n,
        },
      })
      expect(await refused(h.deployer, 'stage', [change, 5n])).toEqual(text('update already staged'))
      expect(await refused(other, 'execute', [update(8n)])).toEqual(text('update is not staged'))
      const logs = await h.send(other, 'Governor', 'execute', [change])
      expect(logs.map(({ contract, event }) => `${contract}.${event}`)).toEqual([
        'BondingManager.ParameterUpdate',
        'Governor.UpdateExecuted',
      ])
      expect(await refused(other, 'execute', [change])).toEqual(text('update is not staged'))
      await stage(change)
      expect((await h.send(h.deployer, 'Governor', 'cancel', [change]))[0]?.event).toBe('UpdateCancelled')
      expect(await refused(other, 'execute', [change])).toEqual(text('update is not staged'))
    }))

  test('waits for the delay, in blocks', () =>
    h.undoing(async () => {
      const change = update(9n)
      await stage(change, 5n)
      await h.mineBlocks(3n)
      // The refused transaction is the fourth block after staging.
      expect(await refused(other, 'execute', [change])).toEqual(text('delay for update not expired'))
      await h.send(other, 'Governor', 'execute', [change])
    }))

  test('runs all of an update or nothing, and passes the reason on as it came', () =>
    h.undoing(async () => {
      const change = ownerUpdate(
        h.deployment,
        [
          { contract: 'BondingManager', functionName: 'setUnbondingPeriod', args: [9n] },
          { contract: 'RoundsManager', functionName: 'setRoundLength', args: [0n] },
        ],
        1n,
      )
      await stage(change)
      const revert = await refused(other, 'execute', [change])
      expect(revert).toMatchObject({
        kind: 'text',
        text: expect.stringContaining('round length cannot be 0') as string,
      })
      expect(await h.bigint('BondingManager', 'unbondingPeriod')).toBe(7n)
    }))

  test('is handed over only by itself', () =>
    h.undoing(async () => {
      expect(await refused(h.deployer, 'transferOwnership', [other])).toEqual(
        text('unauthorized: msg.sender not Governor'),
      )
      const change = ownerUpdate(
        h.deployment,
        [{ contract: 'Governor', functionName: 'transferOwnership', args: [other] }],
        1n,
      )
      await stage(change)
      const logs = await h.send(other, 'Governor', 'execute', [change])
      expect(logs[0]?.args).toEqual({ previousOwner: h.deployer, newOwner: other })
      expect(await refused(h.deployer, 'stage', [change, 0n])).toEqual(
        text('unauthorized: msg.sender not owner'),
      )
    }))
})

describe('what stands beside the protocol', () => {
  let h: GovernedHarness
  beforeAll(async () => {
    h = await createGovernedHarness(await createChain())
  })
  afterAll(() => h.chain.close())

  test('the registry of AI workers is another one than the orchestrators’', async () => {
    const worker = await h.account('worker')
    const logs = await h.send(worker, 'AIServiceRegistry', 'setServiceURI', ['https://ai.example'])
    expect(logs).toEqual([
      {
        contract: 'AIServiceRegistry',
        event: 'ServiceURIUpdate',
        args: { addr: worker, serviceURI: 'https://ai.example' },
      },
    ])
    expect(await h.view('AIServiceRegistry', 'getServiceURI', worker)).toBe('https://ai.example')
    expect(await h.view('ServiceRegistry', 'getServiceURI', worker)).toBe('')
    expect(await h.view('Controller', 'getContract', keccak256(toHex('AIServiceRegistry')))).toBe(ZERO)
  })

  test('the node answers for block ranges at Arbitrum’s address', async () => {
    expect(h.deployment.contracts.ArbNodeInterface).toMatch(/^0x0{38}c8$/)
    expect(await h.view('ArbNodeInterface', 'l2BlockRangeForL1', 77n)).toEqual([77n, 77n])
    expect(await h.bigint('ArbNodeInterface', 'nitroGenesisBlock')).toBe(0n)
    const [l1Gas] = (await h.view('ArbNodeInterface', 'gasEstimateL1Component', ZERO, false, '0x')) as [
      bigint,
    ]
    expect(l1Gas).toBe(0n)
    const code = (await h.chain.request({
      method: 'eth_getCode',
      params: [h.deployment.contracts.ArbNodeInterface, 'latest'],
    })) as Hex
    expect(code.length).toBeGreaterThan(2)
  })
})
