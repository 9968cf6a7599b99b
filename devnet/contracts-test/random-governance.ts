import type { Address, PrivateKeyAccount } from 'viem'
import type { ContractCall } from '@/devnet/contracts-test/call-contract'
import { type GovernedHarness, redemption } from '@/devnet/contracts-test/governed-harness'
import { ETH, LPT } from '@/devnet/contracts-test/harness'
import {
  actionOf,
  draft,
  later,
  type ProposalState,
  proposing,
  stateOf,
} from '@/devnet/contracts-test/proposals'
import type { SeededRandom } from '@/devnet/contracts-test/seeded-random'
import type { FollowedProposal } from '@/devnet/contracts-test/vote-recount'
import type { SignedTicket } from '@/devnet/tickets/ticket'

/** Everyone and everything a random sequence of payments and votes is played with. */
export interface GovernanceScene {
  h: GovernedHarness
  random: SeededRandom
  orchestrators: readonly Address[]
  delegators: readonly Address[]
  gateways: readonly PrivateKeyAccount[]
  proposals: FollowedProposal[]
  tickets: SignedTicket[]
}

const WEIGHTS = {
  bond: 8,
  unbond: 4,
  reward: 8,
  withdrawFees: 2,
  fund: 6,
  unlock: 2,
  cancelUnlock: 2,
  withdraw: 3,
  redeem: 16,
  redeemAgain: 3,
  batch: 4,
  propose: 3,
  vote: 30,
  cancel: 2,
  queue: 4,
  execute: 4,
} as const

export type GovernanceAction = keyof typeof WEIGHTS
export const GOVERNANCE_ACTIONS = Object.keys(WEIGHTS) as GovernanceAction[]

function anyone({ random, orchestrators, delegators }: GovernanceScene): Address {
  return random.pick([...orchestrators, ...delegators])
}

function call(
  from: Address,
  contract: string,
  functionName: string,
  args: readonly unknown[] = [],
  valueWei?: bigint,
): ContractCall {
  return { from, contract, functionName, args, ...(valueWei === undefined ? {} : { valueWei }) }
}

async function freshTicket(scene: GovernanceScene): Promise<SignedTicket> {
  const { h, random, orchestrators, gateways } = scene
  const signed = await h.ticket(random.pick(gateways), {
    recipient: random.pick(orchestrators),
    faceValueWei: random.amountBelow(2n * ETH),
    // Other probabilities would be decided by block hashes, which no seed repeats.
    ...(random.chance(10) ? { winProb: 0n } : {}),
  })
  scene.tickets.push(signed)
  return signed
}

/** Mostly a proposal in the state that lets the call succeed, when there is one. */
export async function someProposal(
  { h, random, proposals }: GovernanceScene,
  wanted: ProposalState,
): Promise<FollowedProposal | undefined> {
  const fitting: FollowedProposal[] = []
  for (const followed of proposals) {
    if ((await stateOf(h, followed.proposal)) === wanted) fitting.push(followed)
  }
  const from = fitting.length > 0 && random.chance(90) ? fitting : proposals
  return from.length > 0 ? random.pick(from) : undefined
}

type Build = (scene: GovernanceScene) => ContractCall | Promise<ContractCall>

/** A proposal to pay some LPT; it is followed from now on. */
export async function proposePayment(scene: GovernanceScene): Promise<ContractCall> {
  const { h, random, proposals } = scene
  const from = anyone(scene)
  const action = actionOf(h, 'LivepeerToken', 'transfer', [anyone(scene), random.amountBelow(20n * LPT)])
  const proposal = await draft(h, [action], `# Proposal ${proposals.length}`)
  proposals.push({ proposal, proposer: from, votes: new Map(), ended: undefined })
  return call(from, 'LivepeerGovernor', 'propose', proposing(proposal))
}

const BUILD: Record<GovernanceAction, Build> = {
  bond: (scene) => {
    const { random, orchestrators, delegators } = scene
    const own = random.chance(30)
    const to = random.pick(orchestrators)
    const amount = random.amountBelow(500n * LPT)
    return call(own ? to : random.pick(delegators), 'BondingManager', 'bond', [amount, to])
  },
  unbond: async (scene) => {
    const from = anyone(scene)
    const [stake] = await scene.h.pending(from)
    return call(from, 'BondingManager', 'unbond', [scene.random.chance(20) ? stake : stake / 3n])
  },
  reward: ({ random, orchestrators }) => call(random.pick(orchestrators), 'BondingManager', 'reward'),
  withdrawFees: async (scene) => {
    const from = anyone(scene)
    const [, fees] = await scene.h.pending(from)
    return call(from, 'BondingManager', 'withdrawFees', [from, fees])
  },
  fund: ({ random, gateways }) => {
    const [deposit, reserve] = [random.amountBelow(3n * ETH), random.amountBelow(4n * ETH)]
    const { address } = random.pick(gateways)
    if (random.chance(30)) return call(address, 'TicketBroker', 'fundDeposit', [], deposit)
    if (random.chance(30)) return call(address, 'TicketBroker', 'fundReserve', [], reserve)
    const value = random.chance(5) ? deposit : deposit + reserve
    return call(address, 'TicketBroker', 'fundDepositAndReserve', [deposit, reserve], value)
  },
  unlock: ({ random, gateways }) => call(random.pick(gateways).address, 'TicketBroker', 'unlock'),
  cancelUnlock: ({ random, gateways }) => call(random.pick(gateways).address, 'TicketBroker', 'cancelUnlock'),
  withdraw: ({ random, gateways }) => call(random.pick(gateways).address, 'TicketBroker', 'withdraw'),
  redeem: async (scene) =>
    call(anyone(scene), 'TicketBroker', 'redeemWinningTicket', redemption(await freshTicket(scene))),
  redeemAgain: async (scene) => {
    const signed = scene.tickets.length > 0 ? scene.random.pick(scene.tickets) : await freshTicket(scene)
    return call(anyone(scene), 'TicketBroker', 'redeemWinningTicket', redemption(signed))
  },
  batch: async (scene) => {
    const signed = [await freshTicket(scene), await freshTicket(scene), scene.random.pick(scene.tickets)]
    return call(anyone(scene), 'TicketBroker', 'batchRedeemWinningTickets', [
      signed.map(({ ticket }) => ticket),
      signed.map(({ signature }) => signature),
      signed.map(({ recipientRand }) => recipientRand),
    ])
  },
  propose: proposePayment,
  vote: async (scene) => {
    const chosen = await someProposal(scene, 'Active')
    if (!chosen) return proposePayment(scene)
    const support = scene.random.chance(3) ? 3 : scene.random.below(3)
    return call(anyone(scene), 'LivepeerGovernor', 'castVote', [chosen.proposal.id, support])
  },
  cancel: async (scene) => {
    const chosen = await someProposal(scene, 'Pending')
    if (!chosen) return proposePayment(scene)
    const from = scene.random.chance(90) ? chosen.proposer : anyone(scene)
    return call(from, 'LivepeerGovernor', 'cancel', later(chosen.proposal))
  },
  queue: async (scene) => {
    const chosen = await someProposal(scene, 'Succeeded')
    if (!chosen) return proposePayment(scene)
    return call(anyone(scene), 'LivepeerGovernor', 'queue', later(chosen.proposal))
  },
  execute: async (scene) => {
    const chosen = await someProposal(scene, 'Queued')
    if (!chosen) return proposePayment(scene)
    return call(anyone(scene), 'LivepeerGovernor', 'execute', later(chosen.proposal))
  },
}

/** Chooses what happens next; a choice that meets no proposal makes one. */
export async function chooseGovernanceAction(
  scene: GovernanceScene,
): Promise<{ action: GovernanceAction; call: ContractCall }> {
  const action = scene.random.weighted(WEIGHTS)
  return { action, call: await BUILD[action](scene) }
}
