import {
  encodeFunctionData,
  erc20Abi,
  getAddress,
  getContractAddress,
  type Hex,
  numberToHex,
  pad,
  stringToHex,
} from 'viem'
import { expect } from 'vitest'
import type { StakingWorld, VerbCase } from '@/e2e/chain/verb-cases'
import { LPT } from '@/e2e/chain/world'
import { idOfProposal } from '@/lib/contracts/proposal-call'
import type { TreasuryCall } from '@/lib/contracts/treasury-action'

const byDelegator = ({ delegator }: StakingWorld) => delegator

const proposal = ({ world, newcomer }: StakingWorld): { calls: TreasuryCall[]; description: string } => ({
  calls: [
    {
      target: world.addresses.LivepeerToken,
      valueWei: 0n,
      calldata: encodeFunctionData({ abi: erc20Abi, functionName: 'transfer', args: [newcomer, LPT] }),
    },
  ],
  description: '# One LPT',
})

async function propose(staking: StakingWorld): Promise<void> {
  const { calls, description } = proposal(staking)
  await staking.world.send(staking.first, 'LivepeerGovernor', 'propose', [
    calls.map(({ target }) => target),
    calls.map(({ valueWei }) => valueWei),
    calls.map(({ calldata }) => calldata),
    description,
  ])
}

async function openVoting(staking: StakingWorld): Promise<void> {
  await propose(staking)
  await staking.world.nextRound()
  await staking.world.nextRound()
}

const createPoll = ({ world, first }: StakingWorld) =>
  world.send(first, 'PollCreator', 'createPoll', [stringToHex('QmPoll')]).then(() => undefined)

/** The first contract that the creator of polls makes. */
const firstPoll = ({ world }: StakingWorld) =>
  getContractAddress({ from: getAddress(world.deployment.contracts.PollCreator ?? ''), nonce: 1n })

/** Votes on proposals and in polls. */
export const voteCases: readonly VerbCase[] = [
  {
    name: 'castVote',
    account: byDelegator,
    intent: (staking) => ({
      verb: 'castVote',
      proposalId: idOfProposal(proposal(staking)),
      support: 'for',
      reason: 'It pays for itself',
    }),
    prepare: openVoting,
    steps: 1,
    check: async (staking, plan) => {
      const { world, delegator } = staking
      const id = idOfProposal(proposal(staking))
      expect(await world.read('LivepeerGovernor', 'hasVoted', [id, delegator])).toBe(true)
      const effect = plan.steps[0]?.effects[0]
      const weight = effect?.kind === 'treasury-vote' ? effect.weightWei : null
      expect(await world.read('LivepeerGovernor', 'proposalVotes', [id])).toEqual([0n, weight, 0n])
    },
    refused: { code: 'vote-not-open', prepare: propose },
  },
  {
    name: 'votePoll',
    account: byDelegator,
    intent: (staking) => ({ verb: 'votePoll', poll: firstPoll(staking), choice: 'no' }),
    prepare: createPoll,
    steps: 1,
    check: async (staking) => {
      const logs = (await staking.world.chain.request({
        method: 'eth_getLogs',
        params: [{ address: firstPoll(staking), fromBlock: '0x0', toBlock: 'latest' }],
      })) as { topics: Hex[]; data: Hex }[]
      expect(logs.map(({ topics, data }) => [topics[1], data])).toEqual([
        [pad(staking.delegator).toLowerCase(), pad(numberToHex(1))],
      ])
    },
    refused: { code: 'poll-unknown' },
  },
]
