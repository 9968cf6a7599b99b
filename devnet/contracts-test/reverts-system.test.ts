import { type Abi, type Address, encodeDeployData, getAddress, type Hex, numberToHex } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendCall } from '@/devnet/chain/transact'
import { decodeRevert } from '@/devnet/contracts-test/call-contract'
import { ETH, type Harness, LPT, ZERO } from '@/devnet/contracts-test/harness'
import { createSmallWorld, type SmallWorld } from '@/devnet/contracts-test/small-world'
import { nameId } from '@/devnet/deploy/deployment-script'
import { loadArtifact } from '@/devnet/solidity/artifact'

const NO_HASH = '0x0000000000000000000000000000000000000000'
const text = (message: string) => ({ kind: 'text', text: message })
const empty = { kind: 'empty' }

/** Minter, rounds, registry, proxy and token: what they refuse and how they say it (contracts.md 2.1, 3 and 4). */
describe('reverts of the contracts around the BondingManager', () => {
  let world: SmallWorld
  let h: Harness

  beforeAll(async () => {
    world = await createSmallWorld()
    h = world.h
  })
  afterAll(() => h.chain.close())

  /** Lets a contract of the deployment send transactions of its own. */
  const speakAs = async (contract: string): Promise<Address> => {
    const address = h.deployment.contracts[contract] as Address
    await h.chain.request({ method: 'hardhat_impersonateAccount', params: [address] })
    await h.chain.request({ method: 'hardhat_setBalance', params: [address, numberToHex(100n * ETH)] })
    return address
  }
  const creationData = (artifactName: string, args: readonly unknown[]): Hex => {
    const { abi, bytecode } = loadArtifact(artifactName)
    return encodeDeployData({ abi: abi as Abi, bytecode, args: [...args] })
  }
  const deploy = async (artifactName: string, args: readonly unknown[]): Promise<Address> => {
    const hash = await sendCall(h.chain.request, {
      label: artifactName,
      from: h.deployer,
      data: creationData(artifactName, args),
      gas: 15_000_000,
    })
    const receipt = (await h.chain.request({ method: 'eth_getTransactionReceipt', params: [hash] })) as {
      status: Hex
      contractAddress: Address
    }
    expect(receipt.status).toBe('0x1')
    return getAddress(receipt.contractAddress)
  }
  const deploymentRevert = async (artifactName: string, args: readonly unknown[]) => {
    try {
      await h.chain.request({
        method: 'eth_call',
        params: [{ from: h.deployer, data: creationData(artifactName, args), gas: '0xe4e1c0' }, 'latest'],
      })
    } catch (error) {
      return decodeRevert(artifactName, (error as { data?: unknown }).data)
    }
    return undefined
  }

  test('Minter: each function has its caller', async () => {
    const refused = (functionName: string, args: readonly unknown[], valueWei?: bigint) =>
      h.revertOf(world.D, 'Minter', functionName, args, valueWei)
    expect(await refused('createReward', [1n, 1n])).toEqual(text('msg.sender not BondingManager'))
    expect(await refused('trustedTransferTokens', [world.D, 1n])).toEqual(
      text('msg.sender not BondingManager'),
    )
    expect(await refused('trustedBurnTokens', [1n])).toEqual(text('msg.sender not BondingManager'))
    expect(await refused('setCurrentRewardTokens', [])).toEqual(text('msg.sender not RoundsManager'))
    expect(await refused('trustedWithdrawETH', [world.D, 1n])).toEqual(
      text('msg.sender not BondingManager or JobsManager'),
    )
    expect(await refused('depositETH', [], 1n)).toEqual(text('msg.sender not Minter or JobsManager'))
    for (const functionName of ['setTargetBondingRate', 'setInflationChange', 'migrateToNewMinter']) {
      const argument = functionName === 'migrateToNewMinter' ? world.D : 1n
      expect(await refused(functionName, [argument])).toEqual(text('caller must be Controller owner'))
    }
  })

  test('Minter: rates have limits, at creation and later', async () => {
    const controller = h.deployment.contracts.Controller
    const over = 10n ** 9n + 1n
    expect(await deploymentRevert('Minter', [controller, over, 0n, 0n])).toEqual(
      text('_inflation is invalid percentage'),
    )
    expect(await deploymentRevert('Minter', [controller, 0n, over, 0n])).toEqual(
      text('_inflationChange is invalid percentage'),
    )
    expect(await deploymentRevert('Minter', [controller, 0n, 0n, over])).toEqual(
      text('_targetBondingRate is invalid percentage'),
    )
    expect(await deploymentRevert('Minter', [controller, over - 1n, over - 1n, over - 1n])).toBeUndefined()
    expect(await h.revertOf(h.deployer, 'Minter', 'setInflationChange', [over])).toEqual(
      text('_inflationChange is invalid percentage'),
    )
    expect(await h.revertOf(h.deployer, 'Minter', 'setTargetBondingRate', [over])).toEqual(
      text('_targetBondingRate is invalid percentage'),
    )
  })

  test('Minter: never more than the round’s tokens, and no share of nothing', () =>
    h.undoing(async () => {
      const manager = await speakAs('BondingManager')
      expect(await h.revertOf(manager, 'Minter', 'createReward', [2n, 1n])).toEqual(
        text('minted tokens cannot exceed mintable tokens'),
      )
      expect(await h.revertOf(manager, 'Minter', 'createReward', [1n, 0n])).toEqual({
        kind: 'panic',
        code: 18n,
      })
      await h.send(manager, 'Minter', 'createReward', [1n, 1n])
      expect(await h.revertOf(manager, 'Minter', 'createReward', [1n, 10n ** 9n])).toEqual(
        text('minted tokens cannot exceed mintable tokens'),
      )
    }))

  test('Minter: paused', () =>
    h.undoing(async () => {
      const manager = await speakAs('BondingManager')
      const rounds = await speakAs('RoundsManager')
      await h.send(h.deployer, 'Controller', 'pause')
      const calls: [Address, string, readonly unknown[]][] = [
        [manager, 'createReward', [1n, 1n]],
        [manager, 'trustedTransferTokens', [world.D, 1n]],
        [manager, 'trustedBurnTokens', [1n]],
        [manager, 'trustedWithdrawETH', [world.D, 0n]],
        [rounds, 'setCurrentRewardTokens', []],
      ]
      for (const [from, functionName, args] of calls) {
        expect(await h.revertOf(from, 'Minter', functionName, args), functionName).toEqual(
          text('system is paused'),
        )
      }
    }))

  test('Minter: moving to the next one', () =>
    h.undoing(async () => {
      const controller = h.deployment.contracts.Controller as Address
      const minter = getAddress(h.deployment.contracts.Minter as Address)
      const refused = (to: Address) => h.revertOf(h.deployer, 'Minter', 'migrateToNewMinter', [to])
      expect(await refused(world.D)).toEqual(text('system is not paused'))

      const next = await deploy('Minter', [controller, 1n, 1n, 1n])
      const elsewhere = await deploy('Minter', [await deploy('Controller', []), 1n, 1n, 1n])
      await h.send(h.broker, 'Minter', 'depositETH', [], 3n)
      await h.send(h.deployer, 'Controller', 'pause')
      expect(await refused(minter)).toEqual(text('new Minter cannot be current Minter'))
      expect(await refused(ZERO)).toEqual(text('new Minter cannot be null address'))
      expect(await refused(elsewhere)).toEqual(text('new Minter Controller must be current Controller'))
      await h.undoing(async () => {
        await h.send(h.deployer, 'Controller', 'setContractInfo', [nameId('Minter'), world.D, NO_HASH])
        expect(await refused(next)).toEqual(text('new Minter must be registered'))
      })
      const lpt = await h.bigint('LivepeerToken', 'balanceOf', minter)
      await h.send(h.deployer, 'Minter', 'migrateToNewMinter', [next])
      expect(await h.bigint('LivepeerToken', 'balanceOf', next)).toBe(lpt)
      expect(
        BigInt((await h.chain.request({ method: 'eth_getBalance', params: [next, 'latest'] })) as Hex),
      ).toBe(3n)
    }))

  test('withdrawing fees to a contract that refuses ETH has no reason', () =>
    h.undoing(async () => {
      await h.ticketFees(world.T, ETH)
      const refusing = h.deployment.contracts.LivepeerToken
      expect(await h.revertOf(world.T, 'BondingManager', 'withdrawFees', [refusing, 1n])).toEqual(empty)
    }))

  test('RoundsManager', () =>
    h.undoing(async () => {
      const refused = (functionName: string, args: readonly unknown[] = []) =>
        h.revertOf(h.deployer, 'RoundsManager', functionName, args)
      expect(await refused('initializeRound')).toEqual(text('round already initialized'))
      expect(await refused('setRoundLength', [0n])).toEqual(text('round length cannot be 0'))
      expect(await refused('setRoundLockAmount', [1_000_001n])).toEqual(
        text('round lock amount must be a valid percentage'),
      )
      await h.send(h.deployer, 'RoundsManager', 'setLIPUpgradeRound', [50n, 7n])
      expect(await refused('setLIPUpgradeRound', [50n, 8n])).toEqual(text('LIP upgrade round already set'))
      for (const [functionName, args] of [
        ['setRoundLength', [1n]],
        ['setRoundLockAmount', [1n]],
        ['setLIPUpgradeRound', [51n, 1n]],
      ] as const) {
        expect(await h.revertOf(world.D, 'RoundsManager', functionName, args)).toEqual(
          text('caller must be Controller owner'),
        )
      }
      await h.mineBlocks(300n)
      const head = await h.bigint('RoundsManager', 'blockNum')
      expect(await h.viewRevert('RoundsManager', 'blockHash', [head])).toEqual(
        text('can only retrieve past block hashes'),
      )
      expect(await h.viewRevert('RoundsManager', 'blockHash', [head - 257n])).toEqual(
        text('can only retrieve hashes for last 256 blocks'),
      )
      expect(await h.viewRevert('RoundsManager', 'blockHash', [head - 256n])).toBeUndefined()
      await h.send(h.deployer, 'Controller', 'pause')
      expect(await refused('initializeRound')).toEqual(text('system is paused'))
    }))

  test('a proxy without a registered implementation says so; its Controller alone can be moved', () =>
    h.undoing(async () => {
      await h.send(h.deployer, 'Controller', 'setContractInfo', [
        nameId('BondingManagerTarget'),
        ZERO,
        NO_HASH,
      ])
      expect(await h.revertOf(world.D, 'BondingManager', 'reward')).toEqual(
        text('target contract must be registered'),
      )
      for (const contract of [
        'BondingManager',
        'BondingVotes',
        'RoundsManager',
        'Minter',
        'ServiceRegistry',
      ]) {
        expect(await h.revertOf(world.D, contract, 'setController', [world.D]), contract).toEqual(
          text('caller must be Controller'),
        )
      }
      const logs = await h.send(h.deployer, 'Controller', 'updateController', [
        nameId('BondingManager'),
        world.D,
      ])
      expect(logs).toEqual([
        { contract: 'BondingManager', event: 'SetController', args: { controller: world.D } },
      ])
    }))

  test('the Controller refuses without a word, and knows nothing of unknown names', async () => {
    const refused = (from: Address, functionName: string, args: readonly unknown[] = []) =>
      h.revertOf(from, 'Controller', functionName, args)
    expect(await refused(world.D, 'setContractInfo', [nameId('X'), ZERO, NO_HASH])).toEqual(empty)
    expect(await refused(world.D, 'updateController', [nameId('Minter'), ZERO])).toEqual(empty)
    expect(await refused(world.D, 'transferOwnership', [world.D])).toEqual(empty)
    expect(await refused(world.D, 'pause')).toEqual(empty)
    expect(await refused(h.deployer, 'unpause')).toEqual(empty)
    expect(await h.view('Controller', 'getContract', nameId('Nobody'))).toBe(ZERO)
    expect(await h.view('Controller', 'getContract', nameId('Verifier'))).toBe(ZERO)
  })

  test('LPT: balance before allowance, roles named, and even an endless allowance sinks', () =>
    h.undoing(async () => {
      const { D, P } = world
      const refused = (from: Address, functionName: string, args: readonly unknown[]) =>
        h.revertOf(from, 'LivepeerToken', functionName, args)
      const lpt = await h.bigint('LivepeerToken', 'balanceOf', P)
      expect(await refused(P, 'transfer', [D, lpt + 1n])).toEqual(
        text('ERC20: transfer amount exceeds balance'),
      )
      expect(await refused(D, 'transferFrom', [P, D, lpt + 1n])).toEqual(
        text('ERC20: transfer amount exceeds balance'),
      )
      expect(await refused(D, 'transferFrom', [P, D, 1n])).toEqual(
        text('ERC20: transfer amount exceeds allowance'),
      )
      expect(await refused(P, 'transfer', [ZERO, 1n])).toEqual(text('ERC20: transfer to the zero address'))
      expect(await refused(P, 'approve', [ZERO, 1n])).toEqual(text('ERC20: approve to the zero address'))
      expect(await refused(P, 'decreaseAllowance', [D, 1n])).toEqual(
        text('ERC20: decreased allowance below zero'),
      )
      const role = '0x3c11d16cbaffd01df69ce1c404f6340ee057498f5f00246190ea54220576a848'
      expect(await refused(P, 'burn', [1n])).toEqual(
        text(`AccessControl: account ${P.toLowerCase()} is missing role ${role}`),
      )
      const before = await h.bigint('LivepeerToken', 'allowance', P, h.deployment.contracts.BondingManager)
      await h.bm(P, 'bond', LPT, world.T)
      expect(await h.bigint('LivepeerToken', 'allowance', P, h.deployment.contracts.BondingManager)).toBe(
        before - LPT,
      )
    }))
})
