import { type Address, getAddress, getContractAddress, type Hex, hexToBigInt, toHex } from 'viem'
import { mineBatch, readHead, withoutAutomine } from '@/devnet/chain/transact'
import type { EventLog } from '@/devnet/contracts-test/call-contract'
import type { GovernedHarness } from '@/devnet/contracts-test/governed-harness'
import { ETH, LPT, ZERO } from '@/devnet/contracts-test/harness'
import { createVoteWorld } from '@/devnet/contracts-test/vote-world'
import { type ClaimLeaf, claimTree } from '@/devnet/deploy/claim-tree'
import { publishClaimsCalls } from '@/devnet/deploy/claims'

/** What Arbitrum adds to the address of a sender on Ethereum. */
const ALIAS_OFFSET = 0x1111000000000000000000000000000000001111n

/** What every message tells, whatever else it does. */
export interface MessageParams {
  l1Addr: Address
  l2Addr: Address
  delegate?: Address
}

/** An initialized round with the active orchestrators T and U, and a published list of claims that the migrator can pay. */
export interface ClaimWorld {
  h: GovernedHarness
  T: Address
  U: Address
  /** Orchestrator on Ethereum, not here yet; 500 LPT are delegated to it in the list. */
  O: Address
  claims: readonly ClaimLeaf[]
  /** Sender of messages of the L1Migrator as contracts here see it. */
  alias: Address
  claimOf(delegator: Address): ClaimLeaf
  /** Claims what the list says, or with some of the arguments changed. */
  claimArguments(claim: ClaimLeaf, newDelegate: Address, change?: Partial<ClaimLeaf>): readonly unknown[]
  /** A message of the L1Migrator. Names the pool it may create, so that its logs can be read. */
  finalize(functionName: string, params: MessageParams): Promise<EventLog[]>
}

export async function createClaimWorld(): Promise<ClaimWorld> {
  const { h, T, U } = await createVoteWorld()
  const O = await h.account('O')
  const claim = async (name: string, delegate: Address, stake: bigint, fees: bigint): Promise<ClaimLeaf> => ({
    delegator: await h.account(name),
    delegate,
    stakeWei: stake,
    feesWei: fees,
  })
  const claims = [
    await claim('claims 300 of O', O, 300n * LPT, ETH),
    await claim('claims 200 of O', O, 200n * LPT, 2n * ETH),
    await claim('claims 40 of T', T, 40n * LPT, 0n),
    await claim('claims 7 of T', T, 7n * LPT, 3n),
    await claim('claims fees', ZERO, 0n, 5n * ETH),
  ]
  const head = await readHead(h.chain.request)
  await withoutAutomine(h.chain, () =>
    mineBatch(h.chain, publishClaimsCalls(h.deployment, claims), head.timestamp + 12),
  )
  const migrator = h.deployment.contracts.L2Migrator as Address
  // For what comes by message: the migrator was given just what the list needs.
  await h.send(h.deployer, 'LivepeerToken', 'transfer', [migrator, 10_000n * LPT])
  const l1Migrator = hexToBigInt((await h.view('L2Migrator', 'l1MigratorAddr')) as Address)
  const alias = getAddress(toHex((l1Migrator + ALIAS_OFFSET) % 2n ** 160n, { size: 20 }))
  await h.speakAs(alias)

  return {
    h,
    T,
    U,
    O,
    claims,
    alias,
    claimOf: (delegator) => {
      const found = claims.find((entry) => entry.delegator === delegator)
      if (!found) throw new Error(`${delegator} has no claim`)
      return found
    },
    claimArguments: (entry, newDelegate, change = {}) => {
      const { delegate, stakeWei, feesWei } = { ...entry, ...change }
      return [delegate, stakeWei, feesWei, claimTree(claims).proof(entry), newDelegate]
    },
    finalize: async (functionName, params) => {
      // Only an orchestrator, its own delegate, gets a pool.
      if (params.l1Addr === params.delegate) {
        const nonce = (await h.chain.request({
          method: 'eth_getTransactionCount',
          params: [migrator, 'latest'],
        })) as Hex
        h.know('DelegatorPool', getContractAddress({ from: migrator, nonce: hexToBigInt(nonce) }))
      }
      return h.send(alias, 'L2Migrator', functionName, [params])
    },
  }
}
