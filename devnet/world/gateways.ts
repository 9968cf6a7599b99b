import { createHash } from 'node:crypto'
import { type Hex, type LocalAccount, parseEther } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { wellKnownPrivateKeys } from '@/devnet/chain/provider'

/** A gateway of the world. Its key is derived from the seed, so that it can sign tickets. */
export interface Gateway {
  account: LocalAccount
  /** Weight in the draw of who pays. */
  weight: number
  /** What it pays into its deposit at a time, in wei. */
  depositWei: bigint
  reserveWei: bigint
  /** Fills its deposit up when it runs short; otherwise its reserve pays, as far as it reaches. */
  refills: boolean
  /** Rounds before the world's end in which it joins, starts to unlock and withdraws. */
  joins?: number
  unlocks?: number
  withdraws?: number
}

function seededAccount(seed: string, index: number): LocalAccount {
  const key: Hex = `0x${createHash('sha256').update(`${seed}/gateway/${index}`).digest('hex')}`
  return privateKeyToAccount(key)
}

const SEEDED: readonly Omit<Gateway, 'account'>[] = [
  { weight: 58, depositWei: parseEther('4'), reserveWei: parseEther('20'), refills: true },
  { weight: 24, depositWei: parseEther('2'), reserveWei: parseEther('9'), refills: true },
  { weight: 11, depositWei: parseEther('1.5'), reserveWei: parseEther('6'), refills: true },
  // Lives on its reserve after the first tickets.
  { weight: 4, depositWei: parseEther('0.25'), reserveWei: parseEther('30'), refills: false },
  {
    weight: 3,
    depositWei: parseEther('1.2'),
    reserveWei: parseEther('3'),
    refills: true,
    unlocks: 8,
    withdraws: 5,
  },
  { weight: 2, depositWei: parseEther('0.8'), reserveWei: parseEther('2'), refills: true, unlocks: 1 },
]

/** Indexes of the well-known accounts with the roles `demo-gateway` and `demo-orchestrator`. */
const DEMO_GATEWAY = 2
const DEMO_ORCHESTRATOR = 7

function wellKnown(index: number): LocalAccount {
  const key = wellKnownPrivateKeys()[index]
  if (!key) throw new Error(`There is no well-known account ${index}`)
  return privateKeyToAccount(key)
}

/** Gateways of a seed's world, the well-known one last. */
export function makeGateways(seed: string): Gateway[] {
  return [
    ...SEEDED.map((habits, index) => ({ ...habits, account: seededAccount(seed, index) })),
    {
      account: wellKnown(DEMO_GATEWAY),
      weight: 12,
      depositWei: parseEther('1'),
      reserveWei: parseEther('5'),
      refills: true,
      joins: 12,
    },
  ]
}

/** The well-known orchestrator as a gateway that pays itself: it does so only when told to. */
export function makeSelfPayer(): Gateway {
  return {
    account: wellKnown(DEMO_ORCHESTRATOR),
    weight: 0,
    depositWei: parseEther('0.1'),
    reserveWei: 0n,
    refills: true,
  }
}
