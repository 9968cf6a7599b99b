import { type Address, getAddress, getContractAddress, type Hex, hexToBigInt, toHex } from 'viem'
import { mineBatch, readHead, withoutAutomine } from '@/devnet/chain/transact'
import { createGovernedHarness } from '@/devnet/contracts-test/governed-harness'
import { ETH, LPT } from '@/devnet/contracts-test/harness'
import type { Cast } from '@/devnet/contracts-test/random-actions'
import type { GovernanceScene } from '@/devnet/contracts-test/random-governance'
import { createSeededRandom } from '@/devnet/contracts-test/seeded-random'
import type { ClaimLeaf } from '@/devnet/deploy/claim-tree'
import { publishClaimsCalls } from '@/devnet/deploy/claims'
import { nameId } from '@/devnet/deploy/deployment-script'
import type { Chain } from '@/devnet/types'

/** What Arbitrum adds to the address of a sender on Ethereum. */
const ALIAS_OFFSET = 0x1111000000000000000000000000000000001111n
const NO_HASH = '0x0000000000000000000000000000000000000000'

/** Long enough for a poll of 57,600 blocks to end within ten rounds. */
const ROUND_LENGTH = 6_000n

/** Everyone and everything a random sequence over all contracts is played with. */
export interface FullScene extends GovernanceScene {
  /** Everyone who acts, claimants included. */
  cast: Cast
  claims: readonly ClaimLeaf[]
  /** Orchestrators on Ethereum that may come by message, each under its own address. */
  former: readonly Address[]
  /** Sender of messages of the L1Migrator as contracts here see it. */
  alias: Address
  /** May slash. */
  verifier: Address
  polls: Address[]
  /** Contracts that hold stake for the delegators of orchestrators that came by message. */
  pools: Set<Address>
}

async function publishClaims(scene: Pick<FullScene, 'h' | 'claims'>): Promise<Address> {
  const { h, claims } = scene
  const head = await readHead(h.chain.request)
  await withoutAutomine(h.chain, () =>
    mineBatch(h.chain, publishClaimsCalls(h.deployment, claims), head.timestamp + 12),
  )
  const migrator = h.deployment.contracts.L2Migrator as Address
  // For what comes by message: the migrator was given just what the list needs.
  await h.send(h.deployer, 'LivepeerToken', 'transfer', [migrator, 20_000n * LPT])
  await h.chain.request({ method: 'hardhat_setBalance', params: [migrator, toHex(1_000n * ETH)] })
  const l1Migrator = hexToBigInt((await h.view('L2Migrator', 'l1MigratorAddr')) as Address)
  return h.speakAs(getAddress(toHex((l1Migrator + ALIAS_OFFSET) % 2n ** 160n, { size: 20 })))
}

/**
 * Deploys the whole protocol on a fresh chain with a small pool, short waits, a verifier, a published list of claims and
 * two orchestrators on Ethereum that have not come yet; the first round is initialized.
 */
export async function createFullScene(chain: Chain, seed: number): Promise<FullScene> {
  const h = await createGovernedHarness(
    chain,
    {
      numActiveTranscoders: 4n,
      unbondingPeriodRounds: 2n,
      roundLengthBlocks: ROUND_LENGTH,
      treasuryBalanceCeilingWei: 150_000n * LPT,
    },
    { votingPeriodRounds: 3n },
  )
  const people = async (kind: string, count: number, lptWei = 200_000n * LPT) => {
    const addresses: Address[] = []
    for (let number = 1; number <= count; number++) {
      addresses.push(await h.account(`${kind} ${number}`, lptWei))
    }
    return addresses
  }
  const orchestrators = await people('orchestrator', 6)
  const delegators = await people('delegator', 8)
  const former = await people('former', 2)
  const claimants = await people('claimant', 8, 1_000n * LPT)
  const claims = claimants.map(
    (delegator, index): ClaimLeaf => ({
      delegator,
      delegate: (index % 4 === 3 ? orchestrators[0] : former[index % 2]) as Address,
      stakeWei: BigInt(100 + 37 * index) * LPT + BigInt(index),
      feesWei: index % 3 === 0 ? 0n : (ETH * BigInt(index)) / 7n,
    }),
  )
  const verifier = await h.account('verifier')
  await h.send(h.deployer, 'Controller', 'setContractInfo', [nameId('Verifier'), verifier, NO_HASH])
  const alias = await publishClaims({ h, claims })
  await h.nextRound()
  for (const orchestrator of orchestrators) await h.bm(orchestrator, 'bond', 3_000n * LPT, orchestrator)
  await h.send(h.deployer, 'LivepeerToken', 'transfer', [h.treasury, 100_000n * LPT])
  return {
    h,
    random: createSeededRandom(seed),
    orchestrators,
    delegators,
    gateways: [await h.signer('gateway 1'), await h.signer('gateway 2')],
    proposals: [],
    tickets: [],
    cast: {
      orchestrators,
      delegators: [...delegators, ...former, ...claimants],
      idle: await h.account('idle'),
    },
    claims,
    former,
    alias,
    verifier,
    polls: [],
    pools: new Set(),
  }
}

/** Address that the next pool of a migrated orchestrator will have. */
export async function nextPoolAddress({ h }: FullScene): Promise<Address> {
  const migrator = h.deployment.contracts.L2Migrator as Address
  const nonce = (await h.chain.request({
    method: 'eth_getTransactionCount',
    params: [migrator, 'latest'],
  })) as Hex
  return getContractAddress({ from: migrator, nonce: hexToBigInt(nonce) })
}
