import type { Address } from 'viem'
import type { SignedTicket } from '@/devnet/tickets/ticket'

/** A call of the TicketBroker by its recipient, without what it costs. */
export interface Redemption {
  from: Address
  functionName: 'redeemWinningTicket' | 'batchRedeemWinningTickets'
  args: readonly unknown[]
  tickets: readonly SignedTicket[]
}

/** How recipients redeem their tickets: each its own, one by one or, when there are several, in one batch. */
export function redemptionsOf(tickets: readonly SignedTicket[]): Redemption[] {
  const byRecipient = new Map<Address, SignedTicket[]>()
  for (const signed of tickets) {
    const { recipient } = signed.ticket
    byRecipient.set(recipient, [...(byRecipient.get(recipient) ?? []), signed])
  }
  return [...byRecipient].map(([from, own]) => {
    const [first] = own
    return first && own.length === 1
      ? {
          from,
          functionName: 'redeemWinningTicket',
          args: [first.ticket, first.signature, first.recipientRand],
          tickets: own,
        }
      : {
          from,
          functionName: 'batchRedeemWinningTickets',
          args: [
            own.map(({ ticket }) => ticket),
            own.map(({ signature }) => signature),
            own.map(({ recipientRand }) => recipientRand),
          ],
          tickets: own,
        }
  })
}
