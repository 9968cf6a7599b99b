import { type Address, getAddress, type Hex } from 'viem'
import { l2MigratorAbi, merkleSnapshotAbi } from '@/lib/contracts/abi/l2-migrator'
import { CLAIM_LIST_ID, type ClaimList, type ClaimProof } from '@/lib/contracts/claim-proof'
import { addressOrNone, multicallBytes, readChain } from '@/lib/data/chain-client'
import { readCore } from '@/lib/data/core'
import { readDelegator, readMember } from '@/lib/data/delegating-account'
import { readPool } from '@/lib/data/pool'
import { load, type Reading } from '@/lib/data/reading'
import type { Served } from '@/lib/data/served'
import { isMemberActive } from '@/lib/data/standing'
import type { Failure, Loaded } from '@/lib/data/types'
import { loadName } from '@/lib/ens/names'
import { contractAddresses } from '@/lib/network/deployment'
import { SourceError } from '@/lib/network/source-error'
import { loadClaimList } from '@/lib/snapshot/claim-list'

/** The orchestrator that the list names, as it is here. */
export interface ListedDelegate {
  address: Address
  name: string | null
  registered: boolean
  active: boolean
}

/** What the list says of an account, with the proof that it does. Every value must reach the contract as it is. */
export interface ClaimEntryView {
  /** null: it delegated to nobody on Ethereum. */
  delegate: ListedDelegate | null
  stakeWei: bigint
  feesWei: bigint
  proof: readonly Hex[]
  /**
   * Where the delegators of an orchestrator that migrated are paid from, with their share of what it earned since; null: the
   * listed amounts are paid, and the delegate can be chosen.
   */
  pool: Address | null
}

/** The snapshot as far as it can be used. `wrong`: it is not the list that the chain knows. */
export type ListView =
  | { state: 'checked'; entry: ClaimEntryView | null }
  | ({ state: 'missing' | 'late' | 'failed' | 'wrong' } & Failure)

/** What an account has left on Ethereum, as far as this chain and the published snapshot know (4.8). */
export interface ClaimView {
  address: Address
  /** Whether claims are open at all. */
  enabled: boolean
  /** Claimed here, or moved by a message from Ethereum: either happens once. */
  migrated: boolean
  /** Root of the list on the chain. */
  root: Hex
  list: ListView
  /** Contract that a claim calls. */
  migrator: Address
  /** For the network fee of a claim. */
  ethBalanceWei: bigint
  /** LPT in the wallet here. */
  lptBalanceWei: bigint
  /** What the account has here now. */
  bondedWei: bigint
  delegateNow: Address | null
}

interface MigratorReading {
  migrator: Address
  enabled: boolean
  migrated: boolean
  root: Hex
  /** Pool of the listed delegate. */
  pool: Address | null
}

function readMigrator(reading: Reading, account: Address, listed: Address): Promise<MigratorReading> {
  return reading.chain(`claim/${account}/${listed}`, async (block): Promise<MigratorReading> => {
    const { L2Migrator, MerkleSnapshot, Multicall3 } = await contractAddresses()
    if (!L2Migrator || !MerkleSnapshot) {
      throw new SourceError('This network has no L2Migrator.', 'Nothing can be claimed on it.')
    }
    const migrator = { address: L2Migrator, abi: l2MigratorAbi } as const
    const [enabled, migrated, pool, root] = await readChain((client) =>
      client.multicall({
        allowFailure: false,
        blockNumber: BigInt(block),
        multicallAddress: Multicall3,
        batchSize: multicallBytes,
        contracts: [
          { ...migrator, functionName: 'claimStakeEnabled' },
          { ...migrator, functionName: 'migratedDelegators', args: [account] },
          { ...migrator, functionName: 'delegatorPools', args: [listed] },
          {
            address: MerkleSnapshot,
            abi: merkleSnapshotAbi,
            functionName: 'snapshot',
            args: [CLAIM_LIST_ID],
          },
        ],
      }),
    )
    return { migrator: L2Migrator, enabled, migrated, root, pool: addressOrNone(pool) }
  })
}

/** Refuses a list that is not the chain's: a proof from it could not pass, and its figures prove nothing. */
function checked(list: Served<ClaimList>, root: Hex): Extract<ListView, Failure> | null {
  if (list.state === 'missing' || list.state === 'late' || list.state === 'failed') {
    return { state: list.state, reason: list.reason, next: list.next }
  }
  if (list.value.root === root.toLowerCase()) return null
  return {
    state: 'wrong',
    reason: 'The snapshot of this copy is not the list that the chain knows, so nothing of it is used.',
    next: 'Its operator can set CLAIM_SNAPSHOT_URL to the published file.',
  }
}

async function listedDelegate(reading: Reading, address: Address): Promise<ListedDelegate> {
  const [core, pool] = await Promise.all([readCore(reading), readPool(reading)])
  const [member, name] = await Promise.all([readMember(reading, pool, address), loadName(address)])
  const active = member !== null && isMemberActive(member, Number(core.round))
  return { address, name, registered: member?.registered ?? false, active }
}

async function entryView(
  reading: Reading,
  { entry, proof }: ClaimProof,
  pool: Address | null,
): Promise<ClaimEntryView> {
  const delegate = addressOrNone(entry.delegate)
  return {
    delegate: delegate && (await listedDelegate(reading, getAddress(delegate))),
    stakeWei: entry.stakeWei,
    feesWei: entry.feesWei,
    proof,
    pool,
  }
}

async function buildClaim(reading: Reading, address: Address): Promise<ClaimView> {
  const list = await loadClaimList()
  const found = 'value' in list ? list.value.find(address) : null
  const [chain, account] = await Promise.all([
    readMigrator(reading, address, getAddress(found?.entry.delegate ?? zero)),
    readDelegator(reading, address),
  ])
  const { enabled, migrated, root, pool } = chain
  const refused = checked(list, root)
  return {
    address,
    enabled,
    migrated,
    root,
    list: refused ?? { state: 'checked', entry: found && (await entryView(reading, found, pool)) },
    migrator: chain.migrator,
    ethBalanceWei: account.ethBalanceWei,
    lptBalanceWei: account.lptBalanceWei,
    bondedWei: account.bondedWei,
    delegateNow: account.delegate,
  }
}

const zero: Address = '0x0000000000000000000000000000000000000000'

/** What an account can still claim of the stake it had on Ethereum. */
export function loadClaim(address: Address): Promise<Loaded<ClaimView>> {
  const account = getAddress(address)
  return load((reading) => buildClaim(reading, account))
}
