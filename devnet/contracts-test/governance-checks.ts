import type { Address } from 'viem'
import { expect } from 'vitest'
import type { ContractCall } from '@/devnet/contracts-test/call-contract'
import { stateOf, votesOf } from '@/devnet/contracts-test/proposals'
import type { GovernanceScene } from '@/devnet/contracts-test/random-governance'
import { expectedState, recountVotes } from '@/devnet/contracts-test/vote-recount'
import type { Ticket } from '@/devnet/tickets/ticket'

/** ETH the Minter holds, and what of it belongs to gateways and to those who earned fees, in wei (contracts.md 16). */
export async function ethOfMinter(
  { h, gateways }: GovernanceScene,
  people: readonly Address[],
): Promise<{ held: bigint; owed: bigint }> {
  let owed = 0n
  for (const person of people) owed += (await h.pending(person))[1]
  for (const { address } of gateways) {
    const [{ deposit }, { fundsRemaining }] = (await h.view('TicketBroker', 'getSenderInfo', address)) as [
      { deposit: bigint },
      { fundsRemaining: bigint },
    ]
    owed += deposit + fundsRemaining
  }
  return { held: await h.ethOf(h.deployment.contracts.Minter as Address), owed }
}

/** Tallies and states are those of an independent count; nobody's weight counts twice. */
export async function checkVotes({ h, proposals }: GovernanceScene): Promise<void> {
  for (const followed of proposals) {
    const tally = await recountVotes(h, followed)
    expect(await votesOf(h, followed.proposal)).toEqual(tally)
    expect(await stateOf(h, followed.proposal)).toBe(await expectedState(h, followed, tally))
    const weights = [...followed.votes.values()].reduce((sum, { weight }) => sum + weight, 0n)
    expect(tally[0] + tally[1] + tally[2]).toBeLessThanOrEqual(weights)
  }
}

/**
 * The one panic of the protocol (contracts.md 8): shares of a reserve are by the pool's present size, so a pool that grew makes a
 * share smaller than what was claimed, and one that shrank makes it more than what is left.
 */
export async function checkReservePanic(
  { h }: GovernanceScene,
  { functionName, args }: ContractCall,
): Promise<void> {
  expect(functionName).toBe('redeemWinningTicket')
  const { sender, recipient } = args?.[0] as Ticket
  const refusal = await h.viewRevert('TicketBroker', 'claimableReserve', [sender, recipient])
  if (refusal) return expect(refusal).toEqual({ kind: 'panic', code: 0x11n })
  const claimable = await h.bigint('TicketBroker', 'claimableReserve', sender, recipient)
  const { fundsRemaining } = (await h.view('TicketBroker', 'getReserveInfo', sender)) as {
    fundsRemaining: bigint
  }
  expect(claimable).toBeGreaterThan(fundsRemaining)
}
