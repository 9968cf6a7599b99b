import { type Address, type Client, decodeFunctionResult, encodeFunctionData, isAddressEqual } from 'viem'
import { controllerAbi } from '@/lib/contracts/abi/controller'
import {
  type ContractAddresses,
  type ContractName,
  contractIds,
  type RegisteredContract,
} from '@/lib/contracts/addresses'

/** What the Controller says of one of our addresses. `unread`: it could not be asked. */
type AddressCheck =
  | { readonly state: 'confirmed' }
  | { readonly state: 'differs'; readonly expected: Address; readonly found: Address }
  | { readonly state: 'unread' }

/** A result for each contract the Controller knows. */
type AddressChecks = Readonly<Record<RegisteredContract, AddressCheck>>

const names = Object.keys(contractIds) as RegisteredContract[]

/**
 * Asks the Controller for every contract's address and compares (contracts.md 2.1). Never rejects: a contract
 * that could not be asked for is `unread`, so that one failure does not stand for all.
 */
async function verifyAddresses(client: Client, addresses: ContractAddresses): Promise<AddressChecks> {
  const checks = await Promise.all(
    names.map(async (name) => [name, await verifyAddress(client, addresses, name)] as const),
  )
  return Object.fromEntries(checks) as Record<RegisteredContract, AddressCheck>
}

async function verifyAddress(
  client: Client,
  addresses: ContractAddresses,
  name: RegisteredContract,
): Promise<AddressCheck> {
  try {
    const call = { abi: controllerAbi, functionName: 'getContract' } as const
    const data = await client.request({
      method: 'eth_call',
      params: [
        { to: addresses.Controller, data: encodeFunctionData({ ...call, args: [contractIds[name]] }) },
        'latest',
      ],
    })
    const found = decodeFunctionResult({ ...call, data })
    const expected = addresses[name]
    if (!expected) return { state: 'unread' }
    return isAddressEqual(found, expected) ? { state: 'confirmed' } : { state: 'differs', expected, found }
  } catch {
    return { state: 'unread' }
  }
}

/** The first of some contracts that may not be relied on, with why; null when all are confirmed. */
export type AddressObjection = { readonly contract: ContractName } & Exclude<
  AddressCheck,
  { state: 'confirmed' }
>

/** Everything the Controller does not confirm of a network's addresses; empty when all is as pinned. Never rejects. */
export async function objectionsTo(
  client: Client,
  addresses: ContractAddresses,
): Promise<readonly AddressObjection[]> {
  const checks = await verifyAddresses(client, addresses)
  return names.flatMap((contract): AddressObjection[] => {
    const check = checks[contract]
    // What a network lacks cannot differ; verbs that need it say so.
    return check.state === 'confirmed' || !addresses[contract] ? [] : [{ contract, ...check }]
  })
}

/**
 * A check before each signature. The Controller is asked once; what it confirmed is not asked again, anything
 * else is asked anew the next time.
 */
export function createAddressVerifier(
  client: Client,
  addresses: ContractAddresses,
): (dependsOn: readonly ContractName[]) => Promise<AddressObjection | null> {
  const confirmed = new Set<ContractName>([
    'Controller',
    'Multicall3',
    'PollCreator',
    'Poll',
    'AIServiceRegistry',
  ])
  return async (dependsOn) => {
    if (dependsOn.every((name) => confirmed.has(name))) return null
    const checks = await verifyAddresses(client, addresses)
    for (const name of names) if (checks[name].state === 'confirmed') confirmed.add(name)
    for (const name of names) {
      const check = checks[name]
      if (dependsOn.includes(name) && check.state !== 'confirmed') return { contract: name, ...check }
    }
    return null
  }
}
