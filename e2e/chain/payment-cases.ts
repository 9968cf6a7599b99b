import { encodeFunctionData, erc20Abi, keccak256, stringToHex } from 'viem'
import { expect } from 'vitest'
import { encodeCall } from '@/devnet/chain/contract-calls'
import { sendCall } from '@/devnet/chain/transact'
import type { StakingWorld, VerbCase } from '@/e2e/chain/verb-cases'
import { LPT } from '@/e2e/chain/world'
import { idOfProposal } from '@/lib/contracts/proposal-call'
import type { TreasuryCall } from '@/lib/contracts/treasury-action'

const ETH = 10n ** 18n
const MILLI = 10n ** 15n
const byFirst = ({ first }: StakingWorld) => first
const byNewcomer = ({ newcomer }: StakingWorld) => newcomer

async function funds({ world }: StakingWorld, account: string) {
  const [sender, reserve] = (await world.read('TicketBroker', 'getSenderInfo', [account])) as [
    { deposit: bigint; withdrawRound: bigint },
    { fundsRemaining: bigint },
  ]
  return {
    depositWei: sender.deposit,
    withdrawRound: sender.withdrawRound,
    reserveWei: reserve.fundsRemaining,
  }
}

/** The newcomer as a gateway with 2 ETH of deposit and 1 ETH of reserve. */
async function fund({ world, newcomer }: StakingWorld): Promise<void> {
  await sendCall(world.chain.request, {
    label: 'fund',
    from: newcomer,
    to: world.ticketBroker,
    data: encodeCall('TicketBroker', 'fundDepositAndReserve', [2n * ETH, ETH]),
    valueWei: 3n * ETH,
  })
}

async function unlock(staking: StakingWorld): Promise<void> {
  await fund(staking)
  await staking.world.send(staking.newcomer, 'TicketBroker', 'unlock')
}

async function unlockAndWait(staking: StakingWorld): Promise<void> {
  await unlock(staking)
  await staking.world.nextRound()
  await staking.world.nextRound()
}

const payment = ({ world, newcomer }: StakingWorld): { calls: TreasuryCall[]; description: string } => ({
  calls: [
    {
      target: world.addresses.LivepeerToken,
      valueWei: 0n,
      calldata: encodeFunctionData({ abi: erc20Abi, functionName: 'transfer', args: [newcomer, 5n * LPT] }),
    },
  ],
  description: '# Pay\nFive LPT',
})

async function governor(staking: StakingWorld, functionName: string): Promise<void> {
  const { calls, description } = payment(staking)
  const { world, first } = staking
  const text = functionName === 'propose' ? description : keccak256(stringToHex(description))
  await world.send(first, 'LivepeerGovernor', functionName, [
    calls.map(({ target }) => target),
    calls.map(({ valueWei }) => valueWei),
    calls.map(({ calldata }) => calldata),
    text,
  ])
}

async function pass(staking: StakingWorld): Promise<void> {
  const { world, first, second } = staking
  await world.fund(world.addresses.Treasury, 5n * LPT)
  await governor(staking, 'propose')
  await world.nextRound()
  await world.nextRound()
  const id = idOfProposal(payment(staking))
  for (const voter of [first, second]) await world.send(voter, 'LivepeerGovernor', 'castVote', [id, 1])
  for (let round = 0; round < 10; round += 1) await world.nextRound()
}

async function passAndQueue(staking: StakingWorld): Promise<void> {
  await pass(staking)
  await governor(staking, 'queue')
}

const stateOfProposal = (staking: StakingWorld) =>
  staking.world.read('LivepeerGovernor', 'state', [idOfProposal(payment(staking))])

/** What gateways do with their funds, and making and taking on polls and proposals. */
export const paymentCases: readonly VerbCase[] = [
  {
    name: 'fundDeposit',
    account: byNewcomer,
    intent: () => ({ verb: 'fundDeposit', amountWei: MILLI }),
    steps: 1,
    check: async (staking) => {
      expect(await funds(staking, staking.newcomer)).toMatchObject({ depositWei: MILLI, reserveWei: 0n })
    },
    refused: { code: 'amount-over-eth', intent: () => ({ verb: 'fundDeposit', amountWei: 10n ** 30n }) },
  },
  {
    name: 'fundReserve, which stops an unlock',
    account: byNewcomer,
    intent: () => ({ verb: 'fundReserve', amountWei: MILLI }),
    prepare: unlock,
    steps: 1,
    check: async (staking, plan) => {
      expect(plan.warnings).toContainEqual({ code: 'unlock-stops' })
      const after = { depositWei: 2n * ETH, reserveWei: ETH + MILLI, withdrawRound: 0n }
      expect(await funds(staking, staking.newcomer)).toEqual(after)
    },
    refused: { code: 'amount-zero', intent: () => ({ verb: 'fundReserve', amountWei: 0n }) },
  },
  {
    name: 'fundDepositAndReserve',
    account: byNewcomer,
    intent: () => ({ verb: 'fundDepositAndReserve', depositWei: MILLI, reserveWei: 2n * MILLI }),
    steps: 1,
    check: async (staking) => {
      const after = { depositWei: MILLI, reserveWei: 2n * MILLI }
      expect(await funds(staking, staking.newcomer)).toMatchObject(after)
    },
    refused: {
      code: 'amount-zero',
      intent: () => ({ verb: 'fundDepositAndReserve', depositWei: 0n, reserveWei: 0n }),
    },
  },
  {
    name: 'unlock',
    account: byNewcomer,
    intent: () => ({ verb: 'unlock' }),
    prepare: fund,
    steps: 1,
    check: async (staking, plan) => {
      const [effect] = plan.steps[0]?.effects ?? []
      const round = effect?.kind === 'unlock-started' ? effect.withdrawRound : null
      expect((await funds(staking, staking.newcomer)).withdrawRound).toBe(round)
    },
    refused: { code: 'gateway-empty' },
  },
  {
    name: 'cancelUnlock',
    account: byNewcomer,
    intent: () => ({ verb: 'cancelUnlock' }),
    prepare: unlock,
    steps: 1,
    check: async (staking) => {
      expect((await funds(staking, staking.newcomer)).withdrawRound).toBe(0n)
    },
    refused: { code: 'unlock-not-running', prepare: fund },
  },
  {
    name: 'withdraw',
    account: byNewcomer,
    intent: () => ({ verb: 'withdraw' }),
    prepare: unlockAndWait,
    steps: 1,
    check: async (staking) => {
      expect(await funds(staking, staking.newcomer)).toMatchObject({ depositWei: 0n, reserveWei: 0n })
    },
    refused: { code: 'gateway-locked', prepare: unlock },
  },
  {
    name: 'createPoll',
    account: byFirst,
    intent: () => ({ verb: 'createPoll', cid: 'QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG' }),
    steps: 1,
    refused: { code: 'poll-stake-short', account: byNewcomer },
  },
  {
    name: 'propose',
    account: byFirst,
    intent: (staking) => ({ verb: 'propose', ...payment(staking) }),
    steps: 1,
    check: async (staking) => {
      expect(await stateOfProposal(staking)).toBe(0)
    },
    refused: { code: 'power-short', account: byNewcomer },
  },
  {
    name: 'queue',
    account: byNewcomer,
    intent: (staking) => ({ verb: 'queue', ...payment(staking) }),
    prepare: pass,
    steps: 1,
    check: async (staking) => {
      expect(await stateOfProposal(staking)).toBe(5)
    },
    refused: { code: 'proposal-not-passed', prepare: (staking) => governor(staking, 'propose') },
  },
  {
    name: 'execute',
    account: ({ second }) => second,
    intent: (staking) => ({ verb: 'execute', ...payment(staking) }),
    prepare: passAndQueue,
    steps: 1,
    check: async (staking) => {
      expect(await stateOfProposal(staking)).toBe(7)
    },
    refused: { code: 'proposal-not-queued', prepare: pass },
  },
  {
    name: 'cancel',
    account: byFirst,
    intent: (staking) => ({ verb: 'cancel', ...payment(staking) }),
    prepare: (staking) => governor(staking, 'propose'),
    steps: 1,
    check: async (staking) => {
      expect(await stateOfProposal(staking)).toBe(2)
    },
    refused: { code: 'proposal-not-known' },
  },
]
