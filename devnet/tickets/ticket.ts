import {
  type Address,
  encodeAbiParameters,
  encodePacked,
  type Hex,
  keccak256,
  type LocalAccount,
  toHex,
} from 'viem'

/** A promise of a gateway to pay `faceValue` wei with the probability winProb / (2^256 - 1) (contracts.md 8). */
export interface Ticket {
  recipient: Address
  sender: Address
  faceValue: bigint
  winProb: bigint
  senderNonce: bigint
  /** Hash of the number that the recipient keeps to itself until it redeems. */
  recipientRandHash: Hex
  /** Creation round and that round's block hash. */
  auxData: Hex
}

/** Arguments of `redeemWinningTicket`, in order. */
export interface SignedTicket {
  ticket: Ticket
  signature: Hex
  recipientRand: bigint
}

export interface TicketTerms {
  recipient: Address
  faceValueWei: bigint
  /** Default: wins but for one chance in 2^256. */
  winProb?: bigint
  senderNonce: bigint
  recipientRand: bigint
  creationRound: bigint
  /** `blockHashForRound` of the creation round, which must be initialized. */
  creationRoundBlockHash: Hex
}

/** Probability of a ticket that always wins. */
export const ALWAYS_WINS = 2n ** 256n - 1n

/** What the sender signs as a personal message. */
export function ticketHash(ticket: Ticket): Hex {
  return keccak256(
    encodePacked(
      ['address', 'address', 'uint256', 'uint256', 'uint256', 'bytes32', 'bytes'],
      [
        ticket.recipient,
        ticket.sender,
        ticket.faceValue,
        ticket.winProb,
        ticket.senderNonce,
        ticket.recipientRandHash,
        ticket.auxData,
      ],
    ),
  )
}

export function makeTicket(sender: Address, terms: TicketTerms): Ticket {
  return {
    recipient: terms.recipient,
    sender,
    faceValue: terms.faceValueWei,
    winProb: terms.winProb ?? ALWAYS_WINS,
    senderNonce: terms.senderNonce,
    recipientRandHash: keccak256(toHex(terms.recipientRand, { size: 32 })),
    auxData: encodeAbiParameters(
      [{ type: 'uint256' }, { type: 'bytes32' }],
      [terms.creationRound, terms.creationRoundBlockHash],
    ),
  }
}

/** A ticket with its sender's signature, ready to be redeemed. */
export async function signTicket(sender: LocalAccount, terms: TicketTerms): Promise<SignedTicket> {
  const ticket = makeTicket(sender.address, terms)
  const signature = await sender.signMessage({ message: { raw: ticketHash(ticket) } })
  return { ticket, signature, recipientRand: terms.recipientRand }
}

/** Whether a signed ticket wins: the contract's own draw. */
export function wins({ ticket, signature, recipientRand }: SignedTicket): boolean {
  return BigInt(keccak256(encodePacked(['bytes', 'uint256'], [signature, recipientRand]))) < ticket.winProb
}
