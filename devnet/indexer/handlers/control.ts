import { transcoderOf } from '../accounts'
import { PROTOCOL_ID, roundOfNow } from '../rounds'
import { tokens, type Work } from '../work'

interface MigrateParams {
  readonly l1Addr: string
  readonly l2Addr: string
  readonly stake: bigint
  readonly delegatedStake: bigint
  readonly fees: bigint
  readonly delegate: string
}

export async function handlePause(work: Work): Promise<void> {
  const round = await roundOfNow(work)
  work.update('Protocol', PROTOCOL_ID, { paused: true })
  await work.record('PauseEvent', round.id, {})
}

export async function handleUnpause(work: Work): Promise<void> {
  const round = await roundOfNow(work)
  work.update('Protocol', PROTOCOL_ID, { paused: false })
  await work.record('UnpauseEvent', round.id, {})
}

export async function handleServiceUri(
  work: Work,
  { addr, serviceURI }: { addr: string; serviceURI: string },
): Promise<void> {
  const round = await roundOfNow(work)
  transcoderOf(work, addr)
  work.update('Transcoder', addr, { serviceURI })
  await work.record('ServiceURIUpdateEvent', round.id, { addr, serviceURI })
}

export async function handleMigrateDelegator(
  work: Work,
  { params }: { params: MigrateParams },
): Promise<void> {
  const round = await roundOfNow(work)
  await work.record('MigrateDelegatorFinalizedEvent', round.id, {
    l1Addr: params.l1Addr,
    l2Addr: work.quirks.migrationRepeatsL1Address ? params.l1Addr : params.l2Addr,
    stake: tokens(params.stake),
    delegatedStake: tokens(params.delegatedStake),
    fees: tokens(params.fees),
    delegate: params.delegate,
  })
}

export async function handleStakeClaimed(
  work: Work,
  args: { delegator: string; delegate: string; stake: bigint; fees: bigint },
): Promise<void> {
  const round = await roundOfNow(work)
  await work.record('StakeClaimedEvent', round.id, {
    delegator: args.delegator,
    delegate: args.delegate,
    stake: tokens(args.stake),
    fees: tokens(args.fees),
  })
}
