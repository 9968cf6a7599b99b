import { type Address, getAddress } from 'viem'
import { ticketBrokerAbi } from '@/lib/contracts/abi/ticket-broker'
import { multicallBytes, readChain, toNumber } from '@/lib/data/chain-client'
import { readCore } from '@/lib/data/core'
import { feeDaysSince, indexWei } from '@/lib/data/index-figures'
import { readRows } from '@/lib/data/pages'
import { load, type Reading } from '@/lib/data/reading'
import { roundView } from '@/lib/data/round'
import type { Loaded, RoundView } from '@/lib/data/types'
import { contractAddresses } from '@/lib/network/deployment'
import { settings } from '@/lib/network/settings'
import { SourceError } from '@/lib/network/source-error'
import { gatewayDocument, gatewayTicketPageDocument } from '@/lib/subgraph/documents/gateway'
import { type IndexedAt, indexedAt } from '@/lib/subgraph/meta'
import { querySubgraph } from '@/lib/subgraph/query'

/** A gateway's funds in TicketBroker (contracts.md section 8). Wei of ETH. */
export interface GatewayFunds {
  depositWei: bigint
  reserveWei: bigint
  /** Of the reserve, paid out in this round. */
  reserveClaimedWei: bigint
  /** Round from which the funds can be withdrawn; null: they are locked. */
  withdrawRound: number | null
  unlockPeriodRounds: number
}

/** Face value of a gateway's winning tickets in one UTC day; days without a ticket have no row. */
export interface SpendDay {
  /** Unix seconds of the day's start. */
  day: number
  paidWei: bigint
  /** Still running at the time of the view. */
  partial: boolean
}

/** What a gateway's tickets of the last 30 days were worth, by recipient, most first. */
export interface Recipient {
  address: Address
  tickets: number
  paidWei: bigint
}

export interface GatewaySpend {
  /** All of it, ever. */
  totalWei: bigint
  /** Unix seconds of its first deposit or reserve; null: none known. */
  firstFundedAt: number | null
  /** Oldest first, the last `spendDays` days. */
  days: readonly SpendDay[]
  recipients: readonly Recipient[]
  /** A ticket of the last 30 days that it redeemed itself: no work was bought with it. */
  selfRedeemedWei: bigint
}

/** A gateway (3.7). Funds are the chain's; what was spent is the index's, as ticket face value. */
export interface GatewayView {
  address: Address
  round: RoundView
  funds: GatewayFunds
  /** null: the index did not answer. */
  spend: GatewaySpend | null
}

/** Days of the spend chart and of its sums. */
export const spendDays = 90
/** Days over which recipients are summed. */
export const recipientDays = 30

const day = 86_400

/** An answer of `getSenderInfo` with the broker's unlock period. */
export function fundsOf(
  sender: { deposit: bigint; withdrawRound: bigint },
  reserve: { fundsRemaining: bigint; claimedInCurrentRound: bigint },
  unlockPeriod: bigint,
): GatewayFunds {
  return {
    depositWei: sender.deposit,
    reserveWei: reserve.fundsRemaining,
    reserveClaimedWei: reserve.claimedInCurrentRound,
    withdrawRound: sender.withdrawRound === 0n ? null : toNumber(sender.withdrawRound),
    unlockPeriodRounds: toNumber(unlockPeriod),
  }
}

/**
 * A gateway's funds; zeros for an account that is none.
 * @throws SourceError
 */
export function readFunds(reading: Reading, address: Address): Promise<GatewayFunds> {
  return reading.chain(`gateway/${address}`, async (block) => {
    const { TicketBroker, Multicall3 } = await contractAddresses()
    if (!TicketBroker)
      throw new SourceError('This network has no TicketBroker.', 'Gateways are not shown on it.')
    const broker = { address: TicketBroker, abi: ticketBrokerAbi } as const
    const [[sender, reserve], period] = await readChain((client) =>
      client.multicall({
        allowFailure: false,
        blockNumber: BigInt(block),
        multicallAddress: Multicall3,
        batchSize: multicallBytes,
        contracts: [
          { ...broker, functionName: 'getSenderInfo', args: [address] },
          { ...broker, functionName: 'unlockPeriod' },
        ],
      }),
    )
    return fundsOf(sender, reserve, period)
  })
}

/**
 * Recipients of tickets, most paid first, the gateway itself left out.
 * @returns with the sum it redeemed itself
 */
export function sumRecipients(
  gateway: string,
  tickets: readonly { faceValue: string; recipient: { id: string } }[],
): { recipients: Recipient[]; selfRedeemedWei: bigint } {
  const sums = new Map<string, { tickets: number; paidWei: bigint }>()
  for (const { faceValue, recipient } of tickets) {
    const sum = sums.get(recipient.id) ?? { tickets: 0, paidWei: 0n }
    sums.set(recipient.id, { tickets: sum.tickets + 1, paidWei: sum.paidWei + indexWei(faceValue) })
  }
  const selfRedeemedWei = sums.get(gateway)?.paidWei ?? 0n
  sums.delete(gateway)
  const recipients = [...sums].map(([id, sum]) => ({ address: getAddress(id), ...sum }))
  recipients.sort((left, right) =>
    left.paidWei === right.paidWei
      ? left.address.localeCompare(right.address)
      : left.paidWei < right.paidWei
        ? 1
        : -1,
  )
  return { recipients, selfRedeemedWei }
}

async function readSpend(address: Address, now: number): Promise<GatewaySpend & { indexedAt: IndexedAt }> {
  const id = address.toLowerCase()
  const [answer, tickets] = await Promise.all([
    querySubgraph(gatewayDocument, { id, since: feeDaysSince(now, spendDays) }),
    readRows(
      (after, block) =>
        querySubgraph(gatewayTicketPageDocument, {
          id,
          since: feeDaysSince(now, recipientDays),
          after,
          block,
        }),
      (page) => page.winningTicketRedeemedEvents,
    ),
  ])
  const row = answer.broadcaster
  const today = Math.floor(now / day) * day
  return {
    totalWei: indexWei(row?.totalVolumeETH ?? '0'),
    firstFundedAt: row?.firstFundedDay || null,
    days: (row?.broadcasterDays ?? [])
      .map(({ date, volumeETH }) => ({ day: date, paidWei: indexWei(volumeETH), partial: date >= today }))
      .sort((left, right) => left.day - right.day),
    ...sumRecipients(id, tickets.rows),
    indexedAt: indexedAt(answer._meta),
  }
}

/** Any address as a gateway; one that never funded has zero funds because the chain says so. */
export function loadGateway(address: Address): Promise<Loaded<GatewayView>> {
  const account = getAddress(address)
  return load(async (reading): Promise<GatewayView> => {
    const [core, funds, spend] = await Promise.all([
      readCore(reading),
      readFunds(reading, account),
      reading.index(`gateway/${account.toLowerCase()}`, 'per-minute', () =>
        readSpend(account, reading.head.timestamp),
      ),
    ])
    return {
      address: account,
      round: roundView(core, reading.head.timestamp, settings().network.secondsPerBlock),
      funds,
      spend,
    }
  })
}
