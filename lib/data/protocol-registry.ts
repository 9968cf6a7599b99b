import { type Address, isAddressEqual, keccak256, toHex, zeroAddress } from 'viem'
import { controllerAbi } from '@/lib/contracts/abi/controller'
import { type ContractName, contractIds, type RegisteredContract } from '@/lib/contracts/addresses'
import { addressOrNone, multicallBytes, readChain } from '@/lib/data/chain-client'
import type { OwnersView, RegisteredContractView } from '@/lib/data/protocol-page-types'
import { contractAddresses } from '@/lib/network/deployment'

const idOf = (name: string) => keccak256(toHex(name))

const registered = Object.keys(contractIds) as RegisteredContract[]

/** Contracts of the site that are in no registry (contracts.md 2.2). */
const outside = [
  'Controller',
  'PollCreator',
  'AIServiceRegistry',
  'Multicall3',
] as const satisfies ContractName[]

export interface Registry {
  contracts: readonly RegisteredContractView[]
  owners: OwnersView
}

/**
 * What the Controller registers under each name, the code behind proxies, and who owns the Controller, at one block.
 * @throws SourceError
 */
export async function readRegistry(block: number): Promise<Registry> {
  const addresses = await contractAddresses()
  const controller = { address: addresses.Controller, abi: controllerAbi } as const
  const ids = [
    ...registered.map((name) => contractIds[name]),
    ...registered.map((name) => idOf(`${name}Target`)),
    idOf('Verifier'),
  ]
  const [answers, owner] = await readChain((client) =>
    Promise.all([
      client.multicall({
        allowFailure: false,
        blockNumber: BigInt(block),
        multicallAddress: addresses.Multicall3,
        batchSize: multicallBytes,
        contracts: ids.map((id) => ({ ...controller, functionName: 'getContract', args: [id] }) as const),
      }),
      client.readContract({ ...controller, functionName: 'owner', blockNumber: BigInt(block) }),
    ]),
  )
  const found = answers.slice(0, registered.length)
  const targets = answers.slice(registered.length)
  return {
    contracts: [
      ...registered.map((name, index): RegisteredContractView => {
        const address = addresses[name] ?? null
        const named = addressOrNone(found[index] ?? zeroAddress)
        const same = address !== null && named !== null && isAddressEqual(address, named)
        return {
          name,
          address,
          check: same ? 'confirmed' : 'differs',
          registered: same ? null : named,
          implementation: addressOrNone(targets[index] ?? zeroAddress),
        }
      }),
      ...outside.map(
        (name): RegisteredContractView => ({
          name,
          address: addresses[name] ?? null,
          check: 'unregistered',
          registered: null,
          implementation: null,
        }),
      ),
    ],
    owners: {
      controllerOwner: owner,
      governorOwner: await ownerOf(owner, block),
      verifier: addressOrNone(answers.at(-1) ?? zeroAddress),
    },
  }
}

/** Whom a contract names as its owner; null for an account with a key and for contracts that name nobody. */
async function ownerOf(address: Address, block: number): Promise<Address | null> {
  const [answer] = await readChain(async (client) => {
    const { Multicall3 } = await contractAddresses()
    return client.multicall({
      allowFailure: true,
      blockNumber: BigInt(block),
      multicallAddress: Multicall3,
      contracts: [{ address, abi: controllerAbi, functionName: 'owner' }],
    })
  })
  return answer.status === 'success' ? addressOrNone(answer.result) : null
}
