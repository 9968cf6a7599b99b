import { type Address, getAddress } from 'viem'
import { ticketBrokerAbi } from '@/lib/contracts/abi/ticket-broker'
import { multicallBytes, readChain } from '@/lib/data/chain-client'
import { readCore } from '@/lib/data/core'
import { fundsOf, type GatewayFunds, spendDays } from '@/lib/data/gateway'
import { feeDaysSince, indexWei } from '@/lib/data/index-figures'
import { readRows } from '@/lib/data/pages'
import { load, type Reading } from '@/lib/data/reading'
import { roundView } from '@/lib/data/round'
import type { Loaded, RoundView } from '@/lib/data/types'
import { loadNames } from '@/lib/ens/names'
import { contractAddresses } from '@/lib/network/deployment'
import { settings } from '@/lib/network/settings'
import { SourceError } from '@/lib/network/source-error'
import { gatewayDayPageDocument, gatewaysPageDocument } from '@/lib/subgraph/documents/gateways'
import type { IndexedAt } from '@/lib/subgraph/meta'
import { querySubgraph } from '@/lib/subgraph/query'

/** Face value of winning tickets: less was paid where deposit and reserve fell short (subgraph.md Q18). */
export interface Paid {
  ethWei: bigint
  /** US dollars at the times of the tickets, times 10^18; null: the index knew no price for them. */
  usdE18: bigint | null
}

/** What the index knows of a gateway. */
interface IndexedGateway {
  address: Address
  paid: Paid
  paid90: Paid
  /** Unix seconds of the day of its first deposit or reserve; null: none known. */
  firstFundedAt: number | null
  /** Unix seconds of the last day on which a ticket of it was redeemed; null: never. */
  lastPaidAt: number | null
}

/** A gateway of the list: funds by the chain, what it paid by the index. */
export interface GatewayRow extends IndexedGateway {
  /** Confirmed name; null: none, or not known in time. */
  name: string | null
  funds: GatewayFunds
}

export interface GatewaysView {
  round: RoundView
  /** Every account that ever funded or paid as a gateway, most paid in 90 days first; null: the index, which lists them, did not answer. */
  rows: readonly GatewayRow[] | null
}

function paidOf(eth: string, usd: string): Paid {
  const [ethWei, usdE18] = [indexWei(eth), indexWei(usd)]
  // The index writes 0 dollars where it had no price.
  return { ethWei, usdE18: ethWei > 0n && usdE18 === 0n ? null : usdE18 }
}

const nothing: Paid = { ethWei: 0n, usdE18: 0n }

/** Sums days of one gateway; dollars are known where each day's are. */
function plus(left: Paid, right: Paid): Paid {
  const known = left.usdE18 !== null && right.usdE18 !== null
  return {
    ethWei: left.ethWei + right.ethWei,
    usdE18: known ? (left.usdE18 ?? 0n) + (right.usdE18 ?? 0n) : null,
  }
}

/**
 * What gateways paid by lower-case address, out of day rows (their id is address and day).
 * @throws SourceError when a figure is no number
 */
export function sumDays(
  days: readonly { id: string; volumeETH: string; volumeUSD: string }[],
): ReadonlyMap<string, Paid> {
  const sums = new Map<string, Paid>()
  for (const { id, volumeETH, volumeUSD } of days) {
    const gateway = id.slice(0, id.lastIndexOf('-'))
    sums.set(gateway, plus(sums.get(gateway) ?? nothing, paidOf(volumeETH, volumeUSD)))
  }
  return sums
}

/** Every gateway, and its days of the last 90: the index's own rolling sums move once a round only (Q4). */
async function readIndexed(
  now: number,
): Promise<{ gateways: readonly IndexedGateway[]; indexedAt: IndexedAt }> {
  const [list, days] = await Promise.all([
    readRows(
      (after, block) => querySubgraph(gatewaysPageDocument, { after, block }),
      ({ broadcasters }) => broadcasters,
    ),
    readRows(
      (after, block) =>
        querySubgraph(gatewayDayPageDocument, { since: feeDaysSince(now, spendDays), after, block }),
      ({ broadcasterDays }) => broadcasterDays,
    ),
  ])
  const recent = sumDays(days.rows)
  return {
    gateways: list.rows.map((row) => ({
      address: getAddress(row.id),
      paid: paidOf(row.totalVolumeETH, row.totalVolumeUSD),
      paid90: recent.get(row.id) ?? nothing,
      firstFundedAt: row.firstFundedDay || null,
      lastPaidAt: row.lastFundedDay || null,
    })),
    indexedAt: list.indexedAt,
  }
}

/** Funds of many gateways in one reading of the chain. */
function readAllFunds(reading: Reading, addresses: readonly Address[]): Promise<readonly GatewayFunds[]> {
  return reading.chain(`gateways/${addresses.join()}`, async (block) => {
    const { TicketBroker, Multicall3 } = await contractAddresses()
    if (!TicketBroker)
      throw new SourceError('This network has no TicketBroker.', 'Gateways are not shown on it.')
    const broker = { address: TicketBroker, abi: ticketBrokerAbi } as const
    const at = {
      allowFailure: false,
      blockNumber: BigInt(block),
      multicallAddress: Multicall3,
      batchSize: multicallBytes,
    } as const
    const [[period], infos] = await readChain((client) =>
      Promise.all([
        client.multicall({ ...at, contracts: [{ ...broker, functionName: 'unlockPeriod' }] }),
        client.multicall({
          ...at,
          contracts: addresses.map(
            (address) => ({ ...broker, functionName: 'getSenderInfo', args: [address] }) as const,
          ),
        }),
      ]),
    )
    return infos.map(([sender, reserve]) => fundsOf(sender, reserve, period))
  })
}

/** Every gateway (product.md 3 and peer-explorer.md section 2), complete. */
export function loadGateways(): Promise<Loaded<GatewaysView>> {
  return load(async (reading): Promise<GatewaysView> => {
    const [core, indexed] = await Promise.all([
      readCore(reading),
      reading.index('gateways', 'per-minute', () => readIndexed(reading.head.timestamp)),
    ])
    const round = roundView(core, reading.head.timestamp, settings().network.secondsPerBlock)
    if (!indexed) return { round, rows: null }
    const addresses = indexed.gateways.map(({ address }) => address)
    const [funds, names] = await Promise.all([readAllFunds(reading, addresses), loadNames(addresses)])
    const rows = indexed.gateways.flatMap((gateway, place): GatewayRow[] => {
      const own = funds[place]
      return own ? [{ ...gateway, name: names.get(gateway.address.toLowerCase()) ?? null, funds: own }] : []
    })
    return { round, rows }
  })
}
