import type { Address, Hex } from 'viem'
import { redemptionsOf } from '@/devnet/tickets/redemption'
import { type SignedTicket, signTicket } from '@/devnet/tickets/ticket'
import type { Batch } from '@/devnet/world/batch'
import type { Gateway } from '@/devnet/world/gateways'
import type { Random } from '@/devnet/world/random'
import type { ContractCall } from '@/devnet/world/session'
import type { Story } from '@/devnet/world/story'
import { LAST_ROUND } from '@/devnet/world/timeline'

/** ETH paid to orchestrators in a round, in wei: about 1.2 ETH a day. */
export const FEES_PER_ROUND_WEI = 1_060_000_000_000_000_000n

const GATEWAY_ETH_WEI = 1_000n * 10n ** 18n
const REDEEM_GAS = 700_000

/** A gateway and what the writer of the world believes its deposit to be: never more than it is. */
export interface GatewayState {
  gateway: Gateway
  depositWei: bigint
  state: 'absent' | 'open' | 'unlocking' | 'gone'
}

/** A payment that is due. */
export interface Payment {
  from: Gateway
  to: Address
  amountWei: bigint
}

/** Draws one of the items by weight; `undefined` when none has any. */
export function drawByWeight<T extends { weight: number }>(
  random: Random,
  items: readonly T[],
): T | undefined {
  let left = random.next() * items.reduce((sum, { weight }) => sum + weight, 0)
  return items.find(({ weight }) => {
    left -= weight
    return weight > 0 && left <= 0
  })
}

/** Signs a winning ticket for each payment, made in `round`, which must be initialized. */
export function signPayments(
  payments: readonly Payment[],
  random: Random,
  round: number,
  creationRoundBlockHash: Hex,
): Promise<SignedTicket[]> {
  return Promise.all(
    payments.map(({ from, to, amountWei }, index) =>
      signTicket(from.account, {
        recipient: to,
        faceValueWei: amountWei,
        senderNonce: BigInt(index + 1),
        recipientRand: random.wei(2n ** 160n),
        creationRound: BigInt(round),
        creationRoundBlockHash,
      }),
    ),
  )
}

/** Calls by which recipients redeem tickets. */
export function redemptionCalls(
  tickets: readonly SignedTicket[],
): (ContractCall & { functionName: string })[] {
  return redemptionsOf(tickets).map(({ from, functionName, args, tickets: own }) => ({
    from,
    contract: 'TicketBroker',
    functionName,
    args,
    gas: REDEEM_GAS * own.length,
  }))
}

function fund(
  gateway: Gateway,
  functionName: string,
  args: readonly unknown[],
  valueWei: bigint,
): ContractCall {
  return { from: gateway.account.address, contract: 'TicketBroker', functionName, args, valueWei }
}

/** What gateways do about their funds in a round: they come, unlock and leave. */
export async function addGatewayMoves(story: Story, batch: Batch, round: number): Promise<void> {
  const fromEnd = LAST_ROUND - round
  for (const entry of story.gateways) {
    const { gateway } = entry
    const from = gateway.account.address
    if (entry.state === 'absent' && (gateway.joins === undefined || fromEnd <= gateway.joins)) {
      await story.session.adopt(from, GATEWAY_ETH_WEI)
      const { depositWei, reserveWei } = gateway
      batch.addCall(
        fund(gateway, 'fundDepositAndReserve', [depositWei, reserveWei], depositWei + reserveWei),
        () => {
          Object.assign(entry, { state: 'open', depositWei })
        },
      )
    } else if (entry.state === 'open' && gateway.unlocks === fromEnd) {
      batch.addCall({ from, contract: 'TicketBroker', functionName: 'unlock' }, () => {
        entry.state = 'unlocking'
      })
    } else if (entry.state === 'unlocking' && gateway.withdraws === fromEnd) {
      batch.addCall({ from, contract: 'TicketBroker', functionName: 'withdraw' }, () => {
        entry.state = 'gone'
      })
    }
  }
}

/** Payments that are due. */
interface Fees {
  count: number
  /** Mean of a payment. */
  meanWei: bigint
  /** Only gateways that fill up their deposits pay. */
  refillingOnly?: boolean
}

/** Amounts and parties of a few payments, from gateways and to active orchestrators by weight. */
function drawPayments(story: Story, { count, meanWei, refillingOnly }: Fees) {
  const { random } = story
  const payers = story.gateways
    .filter(({ state, gateway }) => state === 'open' && (gateway.refills || !refillingOnly))
    .map((payer) => ({ payer, weight: payer.gateway.weight }))
  const payees = story.profiles.orchestrators
    .filter(({ address }) => story.active.includes(address))
    .map(({ address, feeWeight }) => ({ address, weight: feeWeight }))
  return Array.from({ length: count }, (): { payer: GatewayState; payment: Payment }[] => {
    const amountWei = meanWei / 3n + random.wei((meanWei * 4n) / 3n)
    const payer = drawByWeight(random, payers)?.payer
    const to = drawByWeight(random, payees)?.address
    return payer && to ? [{ payer, payment: { from: payer.gateway, to, amountWei } }] : []
  }).flat()
}

/** Some winning tickets: deposits are filled up first, then recipients redeem. */
export async function addFees(story: Story, batch: Batch, round: number, fees: Fees): Promise<void> {
  const due = drawPayments(story, fees)
  if (due.length === 0) return
  for (const { payer, payment } of due) {
    const { gateway } = payer
    if (payer.depositWei < payment.amountWei && gateway.refills) {
      const depositWei = gateway.depositWei > payment.amountWei ? gateway.depositWei : payment.amountWei
      batch.addCall(fund(gateway, 'fundDeposit', [], depositWei))
      payer.depositWei += depositWei
    }
    payer.depositWei = payer.depositWei > payment.amountWei ? payer.depositWei - payment.amountWei : 0n
  }
  await addTickets(
    story,
    batch,
    round,
    due.map(({ payment }) => payment),
  )
}

/** Signs and redeems tickets for payments that the payers' funds cover. */
export async function addTickets(
  story: Story,
  batch: Batch,
  round: number,
  payments: readonly Payment[],
): Promise<void> {
  const hash = (await story.session.read('RoundsManager', 'blockHashForRound', [BigInt(round)])) as Hex
  const tickets = await signPayments(payments, story.random, round, hash)
  for (const call of redemptionCalls(tickets)) batch.addCall(call)
}
