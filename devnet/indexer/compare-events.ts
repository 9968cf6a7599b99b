import { type Address, decodeEventLog, type Hex } from 'viem'
import type { Harness } from '@/devnet/contracts-test/harness'
import type { FieldDef } from '@/devnet/graphql/entity-schema'
import { loadArtifact } from '@/devnet/solidity/artifact'
import { type Comparison, inTokens } from './comparison'
import type { Indexer } from './indexer'

/** An event of the chain, decoded with the contract's own interface. */
export interface ChainEvent {
  readonly contract: string
  /** Lower-case address of the contract. */
  readonly address: string
  readonly event: string
  readonly args: Readonly<Record<string, unknown>>
  readonly block: number
  readonly transaction: Hex
  readonly logIndex: number
}

interface RawLog {
  address: Address
  topics: [Hex, ...Hex[]]
  data: Hex
  blockNumber: Hex
  transactionHash: Hex
  logIndex: Hex
}

/** All events of the deployment and its polls, in chain order. */
export async function chainEvents(h: Harness, polls: readonly Address[]): Promise<ChainEvent[]> {
  const contracts = new Map(
    Object.entries(h.deployment.contracts)
      // JobsManager is another name of the TicketBroker.
      .filter(([name]) => !name.endsWith('Target') && name !== 'JobsManager')
      .map(([name, address]) => [address.toLowerCase(), name] as const),
  )
  for (const poll of polls) contracts.set(poll.toLowerCase(), 'Poll')
  const logs = (await h.chain.request({
    method: 'eth_getLogs',
    params: [{ fromBlock: '0x0', toBlock: 'latest', address: [...contracts.keys()] }],
  })) as RawLog[]
  return logs.map((log) => {
    const contract = contracts.get(log.address.toLowerCase()) ?? ''
    const { eventName, args } = decodeEventLog({ abi: loadArtifact(contract).abi, ...log })
    const given = (args ?? {}) as unknown as Record<string, unknown>
    return {
      contract,
      address: log.address.toLowerCase(),
      event: eventName ?? '',
      args: { ...given, ...(given.params as Record<string, unknown> | undefined) },
      block: Number(log.blockNumber),
      transaction: log.transactionHash,
      logIndex: Number(log.logIndex),
    }
  })
}

/** Event rows that are not called after their event. */
const ROWS: Readonly<Record<string, string>> = {
  Vote: 'VoteEvent',
  VoteCast: 'TreasuryVoteEvent',
  VoteCastWithParams: 'TreasuryVoteEvent',
}

/** Events of the same name as an indexed one that nobody follows. */
const NOT_FOLLOWED: ReadonlySet<string> = new Set([
  'AIServiceRegistry.ServiceURIUpdate',
  'TicketBroker.ParameterUpdate',
])

/** Q13: these rows are in the schema and never written. */
const NEVER_WRITTEN: ReadonlySet<string> = new Set([
  'TranscoderSlashedEvent',
  'TranscoderResignedEvent',
  'TranscoderEvictedEvent',
])

/** Fields that are not called after the event's argument. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Reward: { transcoder: 'delegate', amount: 'rewardTokens' },
  RewardCallerSet: { transcoder: 'delegate' },
  TranscoderActivated: { transcoder: 'delegate' },
  TranscoderDeactivated: { transcoder: 'delegate' },
  TranscoderUpdate: { transcoder: 'delegate' },
  EarningsClaimed: { rewards: 'rewardTokens' },
  VoteCast: { proposalId: 'proposal' },
}

const SUPPORT = ['Against', 'For', 'Abstain'] as const

function written(field: FieldDef, value: unknown): string {
  if (field.base === 'BigDecimal') return inTokens(value as bigint)
  if (field.kind === 'enum') return SUPPORT[value as number] ?? 'none'
  if (field.name === 'reason' && value === '') return 'null'
  const text = String(value)
  return /^0x[0-9a-fA-F]*$/.test(text) ? text.toLowerCase() : text
}

/** The event row a log must have left; undefined when the index does not follow it. */
function rowName(index: Indexer, { contract, event, args }: ChainEvent): string | undefined {
  const name = ROWS[event] ?? `${event}Event`
  if (NOT_FOLLOWED.has(`${contract}.${event}`) || NEVER_WRITTEN.has(name)) return undefined
  if (event === 'Vote' && (args.choiceID as bigint) > 1n) return undefined
  return index.store.schema.entities.has(name) ? name : undefined
}

/** Q12: holds the other address again. */
const SPOILT: ReadonlySet<string> = new Set(['MigrateDelegatorFinalizedEvent.l2Addr'])

/**
 * Every followed log has its row with the same values, and there are no other rows. Returns how many rows of each kind there
 * are.
 */
export function compareEvents(
  comparison: Comparison,
  index: Indexer,
  chain: readonly ChainEvent[],
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const log of chain) {
    const name = rowName(index, log)
    if (!name) continue
    counts.set(name, (counts.get(name) ?? 0) + 1)
    const id = `${log.transaction}-${log.logIndex}`
    const row = index.store.get(name, id)?.row
    comparison.same(`${name} ${id} transaction`, row?.transaction, log.transaction)
    for (const [argument, value] of Object.entries(log.args)) {
      const field = index.store.schema.entities
        .get(name)
        ?.byName.get(FIELDS[log.event]?.[argument] ?? argument)
      if (!field || SPOILT.has(`${name}.${field.name}`)) continue
      comparison.same(`${name} ${id} ${field.name}`, row?.[field.name], written(field, value))
    }
  }
  for (const entity of index.store.schema.entities.values()) {
    if (entity.isInterface || !entity.name.endsWith('Event')) continue
    const rows = [...index.store.all(entity.name)].length
    comparison.same(`rows of ${entity.name}`, rows, counts.get(entity.name) ?? 0)
  }
  return counts
}
