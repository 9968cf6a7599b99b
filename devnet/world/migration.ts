import { parseEther } from 'viem'
import type { ClaimLeaf } from '@/devnet/deploy/claim-tree'
import { publishClaimsCalls } from '@/devnet/deploy/claims'
import type { Deployment } from '@/devnet/types'
import { lpt, type OrchestratorProfile } from '@/devnet/world/profiles'
import { createRandom, worldAddress } from '@/devnet/world/random'
import type { Session } from '@/devnet/world/session'

/** Delegators in the list that nobody has a key of. */
const FORMER_DELEGATORS = 30

/** Rank of the orchestrator that the well-known accounts had delegated to on Ethereum. */
const FORMER_ORCHESTRATOR = 5

/** Stake left behind on Ethereum: of the well-known accounts that can claim it and of some others. */
export function makeClaims(
  seed: string,
  deployment: Deployment,
  orchestrators: readonly OrchestratorProfile[],
): ClaimLeaf[] {
  const random = createRandom(`${seed}/claims`)
  const delegate = orchestrators[FORMER_ORCHESTRATOR]?.address
  if (!delegate) throw new Error('The world is too small for claims')
  const [demo] = deployment.accounts.filter(({ role }) => role === 'demo')
  const [claimant] = deployment.accounts.filter(({ role }) => role === 'demo-claimant')
  return [
    ...(claimant
      ? [{ delegator: claimant.address, delegate, stakeWei: lpt(640), feesWei: parseEther('0.35') }]
      : []),
    ...(demo ? [{ delegator: demo.address, delegate, stakeWei: lpt(75), feesWei: 0n }] : []),
    ...Array.from({ length: FORMER_DELEGATORS }, (_, index) => ({
      delegator: worldAddress(seed, 'former delegator', index),
      delegate: random.pick(orchestrators).address,
      stakeWei: lpt(20) + random.wei(lpt(400)),
      feesWei: random.chance(0.4) ? random.wei(parseEther('0.2')) : 0n,
    })),
  ]
}

/** Puts the publication of the list into the next block. */
export function addClaims(session: Session, claims: readonly ClaimLeaf[]): void {
  for (const call of publishClaimsCalls(session.deployment, claims)) session.addRaw(call)
}
