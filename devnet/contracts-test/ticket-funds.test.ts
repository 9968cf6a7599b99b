import type { Address } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createGatewayWorld, type GatewayWorld } from '@/devnet/contracts-test/gateway-world'
import { ETH, type Harness, ZERO } from '@/devnet/contracts-test/harness'
import { nameId } from '@/devnet/deploy/deployment-script'

const text = (message: string) => ({ kind: 'text', text: message })

/** Deposits, reserves, unlocking and withdrawal of a gateway (contracts.md 8). */
describe('a gateway’s funds', () => {
  let world: GatewayWorld
  let h: GatewayWorld['h']
  let from: Address

  beforeAll(async () => {
    world = await createGatewayWorld()
    h = world.h
    from = world.from
  })
  afterAll(() => h.chain.close())

  const broker = (functionName: string, args: readonly unknown[] = [], valueWei?: bigint, sender = from) =>
    h.send(sender, 'TicketBroker', functionName, args, valueWei)
  const refused = (functionName: string, args: readonly unknown[] = [], valueWei?: bigint, sender = from) =>
    h.revertOf(sender, 'TicketBroker', functionName, args, valueWei)
  const names = (logs: Awaited<ReturnType<Harness['send']>>) => logs.map(({ event }) => event)
  const info = () => h.view('TicketBroker', 'getSenderInfo', from)

  test('enter the Minter, whatever the way in', () =>
    h.undoing(async () => {
      expect(names(await broker('fundDeposit', [], 3n))).toEqual(['DepositFunded'])
      expect(names(await broker('fundReserve', [], 5n))).toEqual(['ReserveFunded'])
      expect(names(await broker('fundDepositAndReserve', [7n, 11n], 18n))).toEqual([
        'ReserveFunded',
        'DepositFunded',
      ])
      const logs = await broker('fundDepositAndReserveFor', [from, 0n, 13n], 13n, world.A)
      expect(logs.map(({ event, args }) => [event, args.amount])).toEqual([
        ['ReserveFunded', 13n],
        ['DepositFunded', 0n],
      ])
      expect(await info()).toEqual([
        { deposit: 10n, withdrawRound: 0n },
        { fundsRemaining: 29n, claimedInCurrentRound: 0n },
      ])
      expect(await h.ethOf(h.deployment.contracts.Minter as Address)).toBe(39n)
      expect(await h.ethOf(h.broker)).toBe(0n)
    }))

  test('must add up', async () => {
    const sentence = text('msg.value does not equal sum of deposit amount and reserve amount')
    expect(await refused('fundDepositAndReserve', [7n, 11n], 17n)).toEqual(sentence)
    expect(await refused('fundDepositAndReserveFor', [world.A, 7n, 11n], 19n)).toEqual(sentence)
  })

  test('a gateway that funds itself cancels its unlock, at the place in the log each way has', () =>
    h.undoing(async () => {
      await broker('fundDeposit', [], ETH)
      const unlocking = async (work: () => ReturnType<Harness['send']>) => {
        await broker('unlock')
        const logs = await work()
        expect(await h.view('TicketBroker', 'isUnlockInProgress', from)).toBe(false)
        return names(logs)
      }
      expect(await unlocking(() => broker('fundDeposit', [], 1n))).toEqual([
        'UnlockCancelled',
        'DepositFunded',
      ])
      expect(await unlocking(() => broker('fundReserve', [], 1n))).toEqual([
        'ReserveFunded',
        'UnlockCancelled',
      ])
      expect(await unlocking(() => broker('fundDepositAndReserve', [1n, 1n], 2n))).toEqual([
        'UnlockCancelled',
        'ReserveFunded',
        'DepositFunded',
      ])
      expect(await unlocking(() => broker('cancelUnlock'))).toEqual(['UnlockCancelled'])
      await broker('unlock')
      await broker('fundDepositAndReserveFor', [from, 1n, 1n], 2n, world.A)
      expect(await h.view('TicketBroker', 'isUnlockInProgress', from)).toBe(true)
    }))

  test('leave after the unlock period, and only then', () =>
    h.undoing(async () => {
      const nothing = text('sender deposit and reserve are zero')
      expect(await refused('unlock')).toEqual(nothing)
      expect(await refused('withdraw')).toEqual(nothing)
      expect(await refused('cancelUnlock')).toEqual(text('no unlock request in progress'))

      await broker('fundDepositAndReserve', [2n * ETH, 3n * ETH], 5n * ETH)
      expect(await refused('withdraw')).toEqual(text('no unlock request in progress'))
      const start = world.round
      expect((await broker('unlock'))[0]?.args).toEqual({
        sender: from,
        startRound: start,
        endRound: start + 2n,
      })
      expect(await refused('unlock')).toEqual(text('unlock already initiated'))
      expect(await refused('withdraw')).toEqual(text('account is locked'))
      await h.mineToRound(start + 1n)
      expect(await refused('withdraw')).toEqual(text('account is locked'))
      // No round needs to be initialized to leave.
      await h.mineToRound(start + 2n)
      const before = await h.ethOf(from)
      expect((await broker('withdraw'))[0]).toEqual({
        contract: 'TicketBroker',
        event: 'Withdrawal',
        args: { sender: from, deposit: 2n * ETH, reserve: 3n * ETH },
      })
      const gained = (await h.ethOf(from)) - before
      expect(gained).toBeGreaterThan(5n * ETH - ETH / 100n)
      expect(await info()).toEqual([
        { deposit: 0n, withdrawRound: start + 2n },
        { fundsRemaining: 0n, claimedInCurrentRound: 0n },
      ])
      expect(await h.view('TicketBroker', 'isUnlockInProgress', from)).toBe(true)
      expect(await refused('withdraw')).toEqual(nothing)
      await broker('fundReserve', [], 1n)
      expect(await h.view('TicketBroker', 'isUnlockInProgress', from)).toBe(false)
    }))

  test('the reserve is shared by the active ones of a round alone', () =>
    h.undoing(async () => {
      await broker('fundReserve', [], 4n * ETH)
      const claimable = (who: Address) => h.bigint('TicketBroker', 'claimableReserve', from, who)
      expect([await claimable(world.A), await claimable(world.B)]).toEqual([2n * ETH, 2n * ETH])
      expect([await claimable(world.C), await claimable(ZERO)]).toEqual([0n, 0n])
      expect(await h.bigint('TicketBroker', 'claimableReserve', world.A, world.B)).toBe(0n)
    }))

  test('paused, nothing moves', () =>
    h.undoing(async () => {
      await h.send(h.deployer, 'Controller', 'pause')
      for (const [functionName, args] of [
        ['fundDeposit', []],
        ['fundReserve', []],
        ['fundDepositAndReserve', [1n, 1n]],
        ['fundDepositAndReserveFor', [from, 1n, 1n]],
        ['unlock', []],
        ['cancelUnlock', []],
        ['withdraw', []],
      ] as const) {
        expect(await refused(functionName, args), functionName).toEqual(text('system is paused'))
      }
    }))

  test('without the id JobsManager no ETH enters', () =>
    h.undoing(async () => {
      await h.send(h.deployer, 'Controller', 'setContractInfo', [
        nameId('JobsManager'),
        ZERO,
        '0x'.padEnd(42, '0'),
      ])
      expect(await refused('fundDeposit', [], 1n)).toEqual(text('msg.sender not Minter or JobsManager'))
    }))

  test('the owner sets the periods', () =>
    h.undoing(async () => {
      const setters = [
        ['setUnlockPeriod', 'unlockPeriod'],
        ['setTicketValidityPeriod', 'ticketValidityPeriod'],
      ] as const
      for (const [setter, name] of setters) {
        expect(await h.bigint('TicketBroker', name)).toBe(2n)
        expect(await refused(setter, [5n])).toEqual(text('caller must be Controller owner'))
        expect((await broker(setter, [5n], undefined, h.deployer))[0]?.args).toEqual({ param: name })
        expect(await h.bigint('TicketBroker', name)).toBe(5n)
      }
      expect(await refused('setTicketValidityPeriod', [0n], undefined, h.deployer)).toEqual(
        text('ticketValidityPeriod must be greater than 0'),
      )
      expect(await refused('setController', [ZERO])).toEqual(text('caller must be Controller'))
    }))
})
