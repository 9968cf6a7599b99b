import type { Address, PrivateKeyAccount } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import {
  createGovernedHarness,
  type GovernedHarness,
  redemption,
} from '@/devnet/contracts-test/governed-harness'
import { ETH, LPT } from '@/devnet/contracts-test/harness'

/** contracts.md 13.5: deposit and reserve of one gateway with two active orchestrators. Tests run in order. */
describe('worked example E', () => {
  let h: GovernedHarness
  let A: Address
  let B: Address
  let gateway: PrivateKeyAccount
  let from: Address

  beforeAll(async () => {
    h = await createGovernedHarness(await createChain(), { numActiveTranscoders: 2n })
    A = await h.account('A', 10_000n * LPT)
    B = await h.account('B', 10_000n * LPT)
    gateway = await h.signer('gateway')
    from = gateway.address
    await h.mineToRound(9n)
    await h.send(h.deployer, 'RoundsManager', 'initializeRound')
    await h.bm(A, 'bond', 1000n * LPT, A)
    await h.bm(B, 'bond', 900n * LPT, B)
    expect(await h.nextRound()).toBe(10n)
  })
  afterAll(() => h.chain.close())

  const redeem = async (faceValueWei: bigint) =>
    h.send(
      A,
      'TicketBroker',
      'redeemWinningTicket',
      redemption(await h.ticket(gateway, { recipient: A, faceValueWei })),
    )
  const info = async () => h.view('TicketBroker', 'getSenderInfo', from)

  test('funding logs the reserve first', async () => {
    const logs = await h.send(from, 'TicketBroker', 'fundDepositAndReserve', [ETH, 4n * ETH], 5n * ETH)
    expect(logs.map(({ contract, event, args }) => [contract, event, args])).toEqual([
      ['TicketBroker', 'ReserveFunded', { reserveHolder: from, amount: 4n * ETH }],
      ['TicketBroker', 'DepositFunded', { sender: from, amount: ETH }],
    ])
    expect(await h.ethOf(h.deployment.contracts.Minter as Address)).toBe(5n * ETH)
    expect(await h.bigint('TicketBroker', 'claimableReserve', from, A)).toBe(2n * ETH)
  })

  test('a small ticket is paid from the deposit', async () => {
    const logs = await redeem(600000000000000000n)
    expect(logs.map(({ event }) => event)).toEqual(['WinningTicketTransfer', 'WinningTicketRedeemed'])
    expect(logs[0]?.args).toEqual({ sender: from, recipient: A, amount: 600000000000000000n })
    expect(await info()).toEqual([
      { deposit: 400000000000000000n, withdrawRound: 0n },
      { fundsRemaining: 4n * ETH, claimedInCurrentRound: 0n },
    ])
  })

  test('a large one takes the deposit and the orchestrator’s half of the reserve', async () => {
    const logs = await redeem(3n * ETH)
    expect(logs.map(({ event }) => event)).toEqual([
      'ReserveClaimed',
      'WinningTicketTransfer',
      'WinningTicketRedeemed',
    ])
    expect(logs[0]?.args).toEqual({ reserveHolder: from, claimant: A, amount: 2000000000000000000n })
    expect(logs[1]?.args.amount).toBe(2400000000000000000n)
    expect(logs[2]?.args.faceValue).toBe(3000000000000000000n)
    expect(await info()).toEqual([
      { deposit: 0n, withdrawRound: 0n },
      { fundsRemaining: 2n * ETH, claimedInCurrentRound: 2n * ETH },
    ])
    expect(await h.view('TicketBroker', 'getReserveInfo', from)).toEqual({
      fundsRemaining: 2n * ETH,
      claimedInCurrentRound: 2n * ETH,
    })
    expect(await h.bigint('TicketBroker', 'claimableReserve', from, A)).toBe(0n)
    expect(await h.bigint('TicketBroker', 'claimedReserve', from, A)).toBe(2n * ETH)
    expect(await h.bigint('TicketBroker', 'claimableReserve', from, B)).toBe(2n * ETH)
  })

  test('a further one in that round pays nothing and still succeeds', async () => {
    const logs = await redeem(ETH)
    expect(logs.map(({ event }) => event)).toEqual(['WinningTicketRedeemed'])
    expect((await h.pending(A))[1]).toBe(3n * ETH)
  })

  test('unlocking takes two rounds', async () => {
    expect(await h.send(from, 'TicketBroker', 'unlock')).toEqual([
      { contract: 'TicketBroker', event: 'Unlock', args: { sender: from, startRound: 10n, endRound: 12n } },
    ])
  })
})
