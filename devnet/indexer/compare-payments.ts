import { type Address, getAddress } from 'viem'
import type { Harness } from '@/devnet/contracts-test/harness'
import type { BigDecimal } from '@/devnet/graphql/big-decimal'
import type { ChainEvent } from './compare-events'
import { type Comparison, inTokens, rowsOf, sumOf } from './comparison'
import type { Indexer } from './indexer'

/**
 * Q1: what the published index takes too much off a reserve, wei, by gateway: the whole face value of each ticket above the
 * deposit, since the last withdrawal.
 */
export function takenTwice(chain: readonly ChainEvent[]): Map<string, bigint> {
  const deposits = new Map<string, bigint>()
  const excess = new Map<string, bigint>()
  for (const { contract, event, args } of chain) {
    if (contract !== 'TicketBroker') continue
    const sender = String(args.sender as string).toLowerCase()
    const deposit = deposits.get(sender) ?? 0n
    if (event === 'DepositFunded') deposits.set(sender, deposit + (args.amount as bigint))
    if (event === 'WinningTicketRedeemed') {
      const face = args.faceValue as bigint
      deposits.set(sender, face > deposit ? 0n : deposit - face)
      if (face > deposit) excess.set(sender, (excess.get(sender) ?? 0n) + face)
    }
    if (event === 'Withdrawal') {
      deposits.set(sender, 0n)
      excess.delete(sender)
    }
  }
  return excess
}

/** Deposit and reserve of every gateway. */
export async function compareGateways(
  comparison: Comparison,
  h: Harness,
  index: Indexer,
  excess: ReadonlyMap<string, bigint>,
): Promise<void> {
  for (const row of rowsOf(index, 'Broadcaster')) {
    const [{ deposit }, { fundsRemaining }] = (await h.view(
      'TicketBroker',
      'getSenderInfo',
      getAddress(row.id as Address),
    )) as [{ deposit: bigint }, { fundsRemaining: bigint }]
    comparison.fields(`Broadcaster ${row.id}`, row, {
      deposit: inTokens(deposit),
      reserve: inTokens(fundsRemaining - (excess.get(row.id) ?? 0n)),
    })
  }
}

/** Volumes everywhere are sums of the face values in the chain's logs. */
export function compareVolumes(comparison: Comparison, index: Indexer, chain: readonly ChainEvent[]): number {
  const tickets = chain.filter(({ event }) => event === 'WinningTicketRedeemed')
  const total = inTokens(tickets.reduce((sum, { args }) => sum + (args.faceValue as bigint), 0n))
  const of = (side: 'sender' | 'recipient', id: string) =>
    inTokens(
      tickets
        .filter(({ args }) => (args[side] as string).toLowerCase() === id)
        .reduce((sum, { args }) => sum + (args.faceValue as bigint), 0n),
    )
  const protocol = rowsOf(index, 'Protocol')[0]
  comparison.fields('Protocol', protocol, { totalVolumeETH: total, winningTicketCount: tickets.length })
  const sums: readonly (readonly [string, readonly BigDecimal[]])[] = [
    ['days', rowsOf(index, 'Day').map((row) => row.volumeETH)],
    ['rounds', rowsOf(index, 'Round').map((row) => row.volumeETH)],
    ['gateway days', rowsOf(index, 'BroadcasterDay').map((row) => row.volumeETH)],
    ['orchestrator days', rowsOf(index, 'TranscoderDay').map((row) => row.volumeETH)],
  ]
  for (const [what, volumes] of sums) comparison.same(`volume of ${what}`, sumOf(volumes), total)
  for (const { id, totalVolumeETH } of rowsOf(index, 'Broadcaster')) {
    comparison.same(`volume of gateway ${id}`, totalVolumeETH, of('sender', id))
  }
  for (const { id, totalVolumeETH } of rowsOf(index, 'Transcoder')) {
    comparison.same(`volume of orchestrator ${id}`, totalVolumeETH, of('recipient', id))
  }
  return tickets.length
}
