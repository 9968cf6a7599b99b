import type { Address, Hex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createGatewayWorld, type GatewayWorld } from '@/devnet/contracts-test/gateway-world'
import { ETH } from '@/devnet/contracts-test/harness'
import { accountOf } from '@/devnet/deploy/accounts'
import { signingAccount, ticketPayments } from '@/devnet/tickets/payments'

let world: GatewayWorld
beforeAll(async () => {
  world = await createGatewayWorld()
})
afterAll(() => world.h.chain.close())

test('a well-known account signs with its own key', () => {
  const { deployment } = world.h
  for (const role of ['deployer', 'keeper', 'demo-orchestrator']) {
    expect(signingAccount(deployment, role).address.toLowerCase()).toBe(
      accountOf(deployment.accounts, role).toLowerCase(),
    )
  }
  expect(() => signingAccount(deployment, 'nobody')).toThrow('no account with the role nobody')
})

test('a gateway pays several orchestrators with real tickets', async () => {
  const { h, A, B, round } = world
  const gateway = signingAccount(h.deployment, 'spare')
  const blockHash = (await h.view('RoundsManager', 'blockHashForRound', round)) as Hex
  const payments = [
    { to: A, amountWei: 3n * ETH },
    { to: B, amountWei: ETH },
    { to: A, amountWei: ETH },
  ]
  const calls = await ticketPayments(gateway, { number: round, blockHash }, payments, 70n)
  expect(calls.map(({ functionName }) => functionName)).toEqual([
    'fundDeposit',
    ...payments.map(() => 'redeemWinningTicket'),
  ])
  for (const { from, contract, functionName, args = [], valueWei } of calls) {
    await h.send(from, contract, functionName, args, valueWei)
  }
  const fees = async (who: Address) => (await h.pending(who))[1]
  expect([await fees(A), await fees(B)]).toEqual([4n * ETH, ETH])
  expect(await h.view('TicketBroker', 'getSenderInfo', gateway.address)).toMatchObject([{ deposit: 0n }, {}])
})

test('nobody to pay, nothing to do', async () => {
  const gateway = signingAccount(world.h.deployment, 'spare')
  expect(await ticketPayments(gateway, { number: world.round, blockHash: '0x' }, [], 0n)).toEqual([])
})
