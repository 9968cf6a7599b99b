import { BigDecimal } from '@/devnet/graphql/big-decimal'
import { broadcasterOf, transcoderOf } from '../accounts'
import type { BroadcasterRow } from '../entity-types'
import { dayNumber, dayOf, midnight, PROTOCOL_ID, poolId, roundOfNow } from '../rounds'
import { tokens, type Work } from '../work'

interface TicketArgs {
  readonly sender: string
  readonly recipient: string
  readonly faceValue: bigint
  readonly winProb: bigint
  readonly senderNonce: bigint
  readonly recipientRand: bigint
  readonly auxData: string
}

interface Volume {
  readonly volumeETH: BigDecimal
  readonly volumeUSD: BigDecimal
}

function atLeastZero(value: BigDecimal): BigDecimal {
  return value.isPositive() ? value : BigDecimal.zero
}

/** What a ticket leaves of deposit and reserve; the published rule counts the shortfall from a deposit already at 0 (Q1). */
function payTicket(
  work: Work,
  row: BroadcasterRow,
  face: BigDecimal,
): Pick<BroadcasterRow, 'deposit' | 'reserve'> {
  const exceeds = face.compare(row.deposit) > 0
  return {
    deposit: atLeastZero(row.deposit.minus(face)),
    reserve: exceeds && work.quirks.reserveTakesWholeTicket ? row.reserve.minus(face) : row.reserve,
  }
}

function addTo(row: Volume, volume: Volume): Volume {
  return {
    volumeETH: row.volumeETH.plus(volume.volumeETH),
    volumeUSD: row.volumeUSD.plus(volume.volumeUSD),
  }
}

function addToTotal(row: { totalVolumeETH: BigDecimal; totalVolumeUSD: BigDecimal }, volume: Volume) {
  return {
    totalVolumeETH: row.totalVolumeETH.plus(volume.volumeETH),
    totalVolumeUSD: row.totalVolumeUSD.plus(volume.volumeUSD),
  }
}

function addGatewayVolume(work: Work, sender: string, volume: Volume): void {
  const gateway = broadcasterOf(work, sender)
  const id = `${sender}-${dayNumber(work)}`
  const date = midnight(work)
  const day = work.load('BroadcasterDay', id)
  work.save('BroadcasterDay', { id, date, broadcaster: sender, ...(day ? addTo(day, volume) : volume) })
  work.update('Broadcaster', sender, {
    ...payTicket(work, gateway, volume.volumeETH),
    ...addToTotal(gateway, volume),
    lastFundedDay: date,
    lastActiveDay: date,
    broadcasterDays: day ? gateway.broadcasterDays : [id, ...gateway.broadcasterDays],
  })
}

function addOrchestratorVolume(work: Work, recipient: string, volume: Volume): void {
  const orchestrator = transcoderOf(work, recipient)
  const id = `${recipient}-${dayNumber(work)}`
  const day = work.load('TranscoderDay', id)
  work.save('TranscoderDay', {
    id,
    date: midnight(work),
    transcoder: recipient,
    ...(day ? addTo(day, volume) : volume),
  })
  work.update('Transcoder', recipient, {
    ...addToTotal(orchestrator, volume),
    transcoderDays: day ? orchestrator.transcoderDays : [id, ...orchestrator.transcoderDays],
  })
}

export async function handleWinningTicket(work: Work, args: TicketArgs): Promise<void> {
  const { sender, recipient, winProb, senderNonce, recipientRand, auxData } = args
  const round = await roundOfNow(work)
  const faceValue = tokens(args.faceValue)
  const faceValueUSD = faceValue.times(work.env.prices.ethPriceUsd(work.now))
  const volume: Volume = { volumeETH: faceValue, volumeUSD: faceValueUSD }
  addGatewayVolume(work, sender, volume)
  addOrchestratorVolume(work, recipient, volume)
  const { totalSupply, totalActiveStake, participationRate } = work.update(
    'Protocol',
    PROTOCOL_ID,
    (row) => ({
      ...addToTotal(row, volume),
      winningTicketCount: row.winningTicketCount + 1,
      activeBroadcasters: row.activeBroadcasters.includes(sender)
        ? row.activeBroadcasters
        : [...row.activeBroadcasters, sender],
    }),
  )
  const pool = work.load('Pool', poolId(round.id, recipient))
  if (pool) work.update('Pool', pool.id, { fees: pool.fees.plus(faceValue) })
  const day = await dayOf(work)
  work.update('Day', day.id, { ...addTo(day, volume), totalSupply, totalActiveStake, participationRate })
  work.update('Round', round.id, (row) => addTo(row, volume))
  await work.record('WinningTicketRedeemedEvent', round.id, {
    sender,
    recipient,
    faceValue,
    faceValueUSD,
    winProb,
    senderNonce,
    recipientRand,
    auxData,
  })
}

/** Day fields of the first funding of a gateway. */
function funded(work: Work, row: BroadcasterRow): Partial<BroadcasterRow> {
  const date = midnight(work)
  return row.firstFundedDay === 0 ? { firstFundedDay: date, firstActiveDay: date } : {}
}

export async function handleDepositFunded(
  work: Work,
  args: { sender: string; amount: bigint },
): Promise<void> {
  const round = await roundOfNow(work)
  const amount = tokens(args.amount)
  const row = broadcasterOf(work, args.sender)
  work.update('Broadcaster', row.id, { deposit: row.deposit.plus(amount), ...funded(work, row) })
  await work.record('DepositFundedEvent', round.id, { sender: row.id, amount })
}

export async function handleReserveFunded(
  work: Work,
  args: { reserveHolder: string; amount: bigint },
): Promise<void> {
  const round = await roundOfNow(work)
  const amount = tokens(args.amount)
  const row = broadcasterOf(work, args.reserveHolder)
  work.update('Broadcaster', row.id, { reserve: row.reserve.plus(amount), ...funded(work, row) })
  await work.record('ReserveFundedEvent', round.id, { reserveHolder: row.id, amount })
}

export async function handleReserveClaimed(
  work: Work,
  args: { reserveHolder: string; claimant: string; amount: bigint },
): Promise<void> {
  const round = await roundOfNow(work)
  const amount = tokens(args.amount)
  const row = broadcasterOf(work, args.reserveHolder)
  // The claim comes before the ticket that caused it: the claimant may be new to the index.
  transcoderOf(work, args.claimant)
  work.update('Broadcaster', row.id, { reserve: row.reserve.minus(amount) })
  await work.record('ReserveClaimedEvent', round.id, {
    reserveHolder: row.id,
    claimant: args.claimant,
    amount,
  })
}

export async function handleWithdrawal(
  work: Work,
  args: { sender: string; deposit: bigint; reserve: bigint },
): Promise<void> {
  const round = await roundOfNow(work)
  const row = broadcasterOf(work, args.sender)
  work.update('Broadcaster', row.id, { deposit: BigDecimal.zero, reserve: BigDecimal.zero })
  await work.record('WithdrawalEvent', round.id, {
    sender: row.id,
    deposit: tokens(args.deposit),
    reserve: tokens(args.reserve),
  })
}
