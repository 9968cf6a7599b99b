import {
  type Address,
  getAddress,
  type Hex,
  keccak256,
  numberToHex,
  type PrivateKeyAccount,
  toHex,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { createHarness, ETH, type Harness } from '@/devnet/contracts-test/harness'
import { deployGovernance } from '@/devnet/deploy/deploy-governance'
import type { GovernanceParams } from '@/devnet/deploy/governance-params'
import { type SignedTicket, signTicket, type TicketTerms } from '@/devnet/tickets/ticket'
import type { Chain, ProtocolParams } from '@/devnet/types'

/** The whole protocol: payments, governance and migration are contracts, not accounts. */
export interface GovernedHarness extends Harness {
  /** An account with ETH whose key is known, so that it can sign; the same name gives the same account. */
  signer(name: string): Promise<PrivateKeyAccount>
  /** Lets a contract or any other address send transactions of its own. */
  speakAs(address: Address): Promise<Address>
  /** Names a contract that came later, such as a poll, so that it can be called and its logs read. */
  know(contract: string, address: Address): void
  /** ETH that an address holds, in wei. */
  ethOf(address: Address): Promise<bigint>
  /** A signed ticket of the sender made in the current round, unless the terms say otherwise. */
  ticket(sender: PrivateKeyAccount, terms: Partial<TicketTerms> & TicketPrice): Promise<SignedTicket>
}

export type TicketPrice = Pick<TicketTerms, 'recipient' | 'faceValueWei'>

/** Arguments of redeemWinningTicket. */
export function redemption({ ticket, signature, recipientRand }: SignedTicket): readonly unknown[] {
  return [ticket, signature, recipientRand]
}

export async function createGovernedHarness(
  chain: Chain,
  params: Partial<ProtocolParams> = {},
  governance: Partial<GovernanceParams> = {},
): Promise<GovernedHarness> {
  const h = await createHarness(chain, params)
  const { contracts } = await deployGovernance(chain, h.deployment, governance)
  // The harness reads its deployment at each call.
  Object.assign(h.deployment.contracts, contracts)
  const [broker, treasury] = [contracts.TicketBroker as Address, contracts.Treasury as Address]
  let ticketNumber = 0n

  const speakAs = async (address: Address): Promise<Address> => {
    await chain.request({ method: 'hardhat_impersonateAccount', params: [address] })
    await chain.request({ method: 'hardhat_setBalance', params: [address, numberToHex(1_000_000n * ETH)] })
    return address
  }

  const gateway = privateKeyToAccount(keccak256(toHex('gateway of the harness')))

  const governed: GovernedHarness = {
    ...h,
    broker: getAddress(broker),
    treasury: getAddress(treasury),
    speakAs,
    signer: async (name) => {
      const account = privateKeyToAccount(keccak256(toHex(name)))
      await speakAs(account.address)
      return account
    },
    know: (contract, address) => {
      h.deployment.contracts[contract] = address
    },
    ethOf: async (address) =>
      BigInt((await chain.request({ method: 'eth_getBalance', params: [address, 'latest'] })) as Hex),
    ticket: async (sender, terms) => {
      ticketNumber += 1n
      const creationRound = terms.creationRound ?? (await h.bigint('RoundsManager', 'currentRound'))
      return signTicket(sender, {
        senderNonce: ticketNumber,
        recipientRand: ticketNumber * 7_919n,
        creationRound,
        creationRoundBlockHash: (await h.view('RoundsManager', 'blockHashForRound', creationRound)) as Hex,
        ...terms,
      })
    },
    ticketFees: async (recipient, faceValueWei) => {
      await speakAs(gateway.address)
      await h.send(gateway.address, 'TicketBroker', 'fundDeposit', [], faceValueWei)
      const signed = await governed.ticket(gateway, { recipient, faceValueWei })
      return h.send(recipient, 'TicketBroker', 'redeemWinningTicket', redemption(signed))
    },
  }
  return governed
}
