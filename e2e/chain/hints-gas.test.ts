import { type Address, getAddress, type Hex, hexToNumber, numberToHex, zeroAddress } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sendCall } from '@/devnet/chain/transact'
import { LPT, World } from '@/e2e/chain/world'
import type { CallArgs, PositionHint } from '@/lib/contracts/call'
import { callOf } from '@/lib/contracts/call-of'

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

async function gasOf(args: CallArgs): Promise<number> {
  const snapshot = await world.snapshot()
  const { address, data, functionName } = callOf(args, world.addresses)
  const call = { label: functionName, from: delegator, to: address, data, gas: 5_000_000 }
  const hash = await sendCall(world.chain.request, call)
  const receipt = (await world.chain.request({ method: 'eth_getTransactionReceipt', params: [hash] })) as {
    status: Hex
    gasUsed: Hex
  }
  expect(receipt.status).toBe('0x1')
  await world.revert(snapshot)
  return hexToNumber(receipt.gasUsed)
}

it.each([5, 50, 95])(
  'right hints cost least, wrong ones most, in the pool of 100 at place %i',
  async (place) => {
    const plan = await world.plan(delegator, { verb: 'bond', amountWei: 15n * LPT, to: member(place) })
    const args = plan.steps[0]?.args
    if (args?.verb !== 'bond') throw new Error('no bond')
    const none: PositionHint = { prev: zeroAddress, next: zeroAddress }
    // Members, but far from the place: the search starts from the wrong end.
    const wrong: PositionHint =
      place < 50 ? { prev: zeroAddress, next: member(99) } : { prev: member(0), next: member(1) }
    const right = await gasOf(args)
    const unhinted = await gasOf({ ...args, newHint: none })
    const misled = await gasOf({ ...args, newHint: wrong })
    expect(args.newHint).not.toEqual(none)
    expect(right).toBeLessThanOrEqual(unhinted)
    expect(unhinted).toBeLessThanOrEqual(misled)
  },
)
