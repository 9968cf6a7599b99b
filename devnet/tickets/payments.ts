import { type Address, encodePacked, type Hex, hexToBigInt, keccak256, type LocalAccount } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { WELL_KNOWN_MNEMONIC } from '@/devnet/chain/provider'
import { signTicket } from '@/devnet/tickets/ticket'
import type { Deployment } from '@/devnet/types'

/** What a gateway owes an orchestrator for one winning ticket, in wei. */
export interface Payment {
  to: Address
  amountWei: bigint
}

/** A call of a protocol contract by name. */
export interface TicketCall {
  from: Address
  contract: string
  functionName: string
  args?: readonly unknown[]
  valueWei?: bigint
}

/** A round in which tickets are made: initialized, with its `blockHashForRound`. */
export interface TicketRound {
  number: bigint
  blockHash: Hex
}

/** A well-known account of a role with its key, so that it can sign. Throws when the deployment has none of that role. */
export function signingAccount(deployment: Deployment, role: string): LocalAccount {
  const addressIndex = deployment.accounts.findIndex((account) => account.role === role)
  if (addressIndex < 0) throw new Error(`The deployment has no account with the role ${role}`)
  return mnemonicToAccount(WELL_KNOWN_MNEMONIC, { addressIndex })
}

/**
 * Calls, in order, by which a gateway pays orchestrators: it funds its deposit with the sum, and each orchestrator redeems a
 * winning ticket of its own. The tickets have the sender nonces from `firstNonce` on; the gateway must not use one twice.
 */
export async function ticketPayments(
  gateway: LocalAccount,
  round: TicketRound,
  payments: readonly Payment[],
  firstNonce: bigint,
): Promise<TicketCall[]> {
  if (payments.length === 0) return []
  const calls: TicketCall[] = [
    {
      from: gateway.address,
      contract: 'TicketBroker',
      functionName: 'fundDeposit',
      valueWei: payments.reduce((sum, { amountWei }) => sum + amountWei, 0n),
    },
  ]
  for (const [index, { to, amountWei }] of payments.entries()) {
    const senderNonce = firstNonce + BigInt(index)
    const { ticket, signature, recipientRand } = await signTicket(gateway, {
      recipient: to,
      faceValueWei: amountWei,
      senderNonce,
      recipientRand: hexToBigInt(
        keccak256(encodePacked(['address', 'uint256'], [gateway.address, senderNonce])),
      ),
      creationRound: round.number,
      creationRoundBlockHash: round.blockHash,
    })
    calls.push({
      from: to,
      contract: 'TicketBroker',
      functionName: 'redeemWinningTicket',
      args: [ticket, signature, recipientRand],
    })
  }
  return calls
}
