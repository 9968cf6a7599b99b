import { type Address, getAddress, type Hex, hexToNumber, numberToHex, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendCall } from '@/devnet/chain/transact'
import { LPT, World } from '@/e2e/chain/world'
import type { CallArgs, PositionHint } from '@/lib/contracts/call'
import { callOf } from '@/lib/contracts/call-of'
import type { Intent } from '@/lib/transaction/types'

const MEMBERS = 100
let world: World
let delegator: Address
const member = (index: number): Address => getAddress(`0x${(0x1000 + index).toString(16).padStart(40, '0')}`)

beforeAll(async () => {
  world = await World.create({ numActiveTranscoders: BigInt(MEMBERS) })
  const [first] = world.accounts
  if (!first) throw new Error('too few accounts')
  delegator = first
  for (let index = 0; index < MEMBERS; index += 1) {
    const account = member(index)
    await world.chain.request({ method: 'hardhat_impersonateAccount', params: [account] })
    await world.chain.request({ method: 'hardhat_setBalance', params: [account, numberToHex(LPT)] })
    await world.bond(account, BigInt(10 * (MEMBERS - index)) * LPT, account)
  }
  await world.fund(delegator, 1_000n * LPT)
  await world.send(delegator, 'LivepeerToken', 'approve', [world.addresses.BondingManager, 1_000n * LPT])
}, 120_000)
afterAll(() => world.chain.close())

async function gasOf(from: Address, args: CallArgs): Promise<number> {
  const snapshot = await world.snapshot()
  const { address, data, functionName } = callOf(args, world.addresses)
  const call = { label: functionName, from, to: address, data, gas: 5_000_000 }
  const hash = await sendCall(world.chain.request, call)
  const receipt = (await world.chain.request({ method: 'eth_getTransactionReceipt', params: [hash] })) as {
    status: Hex
    gasUsed: Hex
  }
  expect(receipt.status).toBe('0x1')
  await world.revert(snapshot)
  return hexToNumber(receipt.gasUsed)
}

interface Shape {
  name: string
  /** The state before it; `at` is the member whose place in the list the call changes. */
  prepare?: (at: Address) => Promise<void>
  account?: (at: Address) => Address
  intent: (at: Address) => Intent
  places?: readonly number[]
}

const bondTo = (to: Address, wei = 40n * LPT) =>
  world.send(delegator, 'BondingManager', 'bond', [wei, to]).then(() => undefined)
const bondAndWait = async (to: Address) => {
  await bondTo(to)
  await world.nextRound()
}
const unbond = (wei: bigint) => world.send(delegator, 'BondingManager', 'unbond', [wei])
const byMember = (at: Address) => at

/** Every verb that moves an orchestrator in the list, and each way in which it does. */
const shapes: readonly Shape[] = [
  {
    name: 'bond: a first delegation',
    intent: (to) => ({ verb: 'bond', amountWei: 15n * LPT, to }),
    places: [0, 5, 50, 95, 99],
  },
  {
    name: 'bond: adding',
    prepare: bondTo,
    intent: (to) => ({ verb: 'bond', amountWei: 15n * LPT, to }),
  },
  {
    name: 'bond: moving the whole stake',
    prepare: () => bondTo(member(30)),
    intent: (to) => ({ verb: 'bond', amountWei: 0n, to }),
  },
  { name: 'unbond', prepare: bondAndWait, intent: () => ({ verb: 'unbond', amountWei: 15n * LPT }) },
  {
    name: 'rebond',
    prepare: async (at) => {
      await bondAndWait(at)
      await unbond(15n * LPT)
    },
    intent: () => ({ verb: 'rebond', lockId: 0n }),
  },
  {
    name: 'rebondFromUnbonded',
    prepare: async (at) => {
      await bondAndWait(at)
      await unbond(40n * LPT)
    },
    intent: (to) => ({ verb: 'rebondFromUnbonded', lockId: 0n, to }),
  },
  {
    name: 'transferBond to an orchestrator',
    prepare: async (at) => {
      await bondAndWait(member(30))
      await world.send(at, 'BondingManager', 'reward')
    },
    intent: (receiver) => ({ verb: 'transferBond', receiver, amountWei: 15n * LPT }),
  },
  { name: 'reward', prepare: () => world.nextRound(), account: byMember, intent: () => ({ verb: 'reward' }) },
  {
    name: 'rewardForTranscoder',
    prepare: async (at) => {
      await world.send(at, 'BondingManager', 'setRewardCaller', [delegator])
      await world.nextRound()
    },
    intent: (transcoder) => ({ verb: 'rewardForTranscoder', transcoder }),
  },
  {
    // A place that came free is at the end of the list: there is no other for those outside.
    name: 'transcoder: taking a free place',
    prepare: async (at) => {
      await bondTo(delegator, 5n * LPT)
      await world.nextRound()
      await world.send(at, 'BondingManager', 'unbond', [(await world.position(at)).stakeWei])
    },
    intent: () => ({ verb: 'transcoder', rewardCutP6: 100_000n, feeShareP6: 500_000n }),
    places: [50],
  },
]

const none: PositionHint = { prev: zeroAddress, next: zeroAddress }

/** Members, but far from the place: the search starts from the end that is further away. */
function misleading({ prev, next }: PositionHint): PositionHint {
  const near = [prev, next].map(placeOf).find((place) => place !== -1) ?? 0
  return near < MEMBERS / 2
    ? { prev: zeroAddress, next: member(MEMBERS - 1) }
    : { prev: member(0), next: member(1) }
}

function placeOf(account: Address): number {
  return Number(BigInt(account)) - 0x1000
}

/** The call with other hints. */
function withHints(args: CallArgs, change: (hint: PositionHint) => PositionHint): CallArgs {
  if ('hint' in args) return { ...args, hint: change(args.hint) }
  if ('newHint' in args) return { ...args, oldHint: change(args.oldHint), newHint: change(args.newHint) }
  throw new Error(`${args.verb} has no hints`)
}

describe.each(shapes)('$name', ({ prepare, account, intent, places = [5, 50, 95] }) => {
  it.each(places)(
    'costs least with right hints and most with wrong ones, at place %i of 100',
    async (place) => {
      const at = member(place)
      const snapshot = await world.snapshot()
      await prepare?.(at)
      const who = account?.(at) ?? delegator
      const args = (await world.plan(who, intent(at))).steps.at(-1)?.args
      if (!args) throw new Error('no step')
      const right = await gasOf(who, args)
      const unhinted = await gasOf(
        who,
        withHints(args, () => none),
      )
      const misled = await gasOf(who, withHints(args, misleading))
      await world.revert(snapshot)
      expect(right).toBeLessThanOrEqual(unhinted)
      expect(unhinted).toBeLessThanOrEqual(misled)
    },
  )
})
