import type { Address } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressOf, readOne } from '@/devnet/chain/contract-calls'
import { createChain } from '@/devnet/chain/provider'
import { readHead } from '@/devnet/chain/transact'
import { accountOf } from '@/devnet/deploy/accounts'
import { deployCore } from '@/devnet/deploy/deploy-core'
import { deployGovernance } from '@/devnet/deploy/deploy-governance'
import { nameId } from '@/devnet/deploy/deployment-script'
import { interfaceDifferences, interfaceTable } from '@/devnet/reference/interface-table'
import reference from '@/devnet/reference/interfaces.json'
import { loadArtifact } from '@/devnet/solidity/artifact'
import type { Chain, Deployment } from '@/devnet/types'

/** contracts.md 2.2; JobsManager is another name of the TicketBroker. */
const IDS = {
  TicketBroker: '0xbd1aa3e8d2464256d7fd3dcf645c16418d5d8c51d971f1ad7d57e7b1b5eee239',
  TicketBrokerTarget: '0xf16f832ef171c8058cbd4a32de7d27c32a1a1ad90bb091b4b7f376f1d95ee254',
  JobsManager: '0x3d7456535a3155a46f15a2313c3915bd07137ffdc56464f4fc9a82bae7215c2d',
  Treasury: '0x6efca2866b731ee4984990bacad4cde10f1ef764fb54a5206bdfd291695b1a9b',
  LivepeerGovernor: '0xaea11c65571dd8b6188d3a5cf5e5d3d4695845e6f217cad0b453b4e276c6cdcd',
  LivepeerGovernorTarget: '0xd4c5f51c55641d608f9aa8c83a618a0b4bafdf778911c37f61b63c6be7a6992e',
  MerkleSnapshot: '0xb6138afe6f306a47bdf645c5aebcb9781efe787d221a1880e62d1f76dae58b84',
  L2Migrator: '0x74b6d21e0d4650f622c903126d418c1a52bcc99ea7acb0db0809fc0eeae6c7c3',
  L2MigratorTarget: '0xf2067c9567f013942aa0abbd1c844dbf9301abbb14dba85f598a220968c88dd9',
} as const

describe('payments, governance and migration added to a protocol', () => {
  let chain: Chain
  let before: Deployment
  let deployment: Deployment
  const read = (contract: string, functionName: string, args: readonly unknown[] = []) =>
    readOne(chain.request, deployment, contract, functionName, args)

  beforeAll(async () => {
    chain = await createChain()
    before = await deployCore(chain)
    deployment = await deployGovernance(chain, before)
  })
  afterAll(() => chain.close())

  test('takes one block and names everything it made', async () => {
    const head = await readHead(chain.request)
    expect(head.number).toBe(2)
    const made = Object.entries(deployment.blocks).flatMap(([name, block]) => (block === 2 ? [name] : []))
    expect(made.sort()).toEqual(
      [
        ...Object.keys(IDS),
        'AIServiceRegistry',
        'ArbNodeInterface',
        'DelegatorPool',
        'Governor',
        'PollCreator',
      ].sort(),
    )
    expect(before.contracts.LivepeerGovernor).toBeUndefined()
  })

  test.each(Object.entries(IDS))('%s is registered under its id', async (name, id) => {
    expect(nameId(name)).toBe(id)
    const registered = (await read('Controller', 'getContract', [id])) as Address
    expect(registered.toLowerCase()).toBe(deployment.contracts[name])
  })

  test('the stand-in accounts lost their roles', async () => {
    expect(deployment.contracts.JobsManager).toBe(deployment.contracts.TicketBroker)
    expect(deployment.contracts.TicketBroker).not.toBe(accountOf(deployment.accounts, 'ticket-broker'))
    expect(deployment.contracts.Treasury).not.toBe(accountOf(deployment.accounts, 'treasury'))
  })

  test('PollCreator, Governor and the registry of AI workers stay out of the Controller', async () => {
    for (const name of ['PollCreator', 'Governor', 'AIServiceRegistry', 'Verifier']) {
      expect(await read('Controller', 'getContract', [nameId(name)]), name).toMatch(/^0x0{40}$/)
    }
  })

  test('the owner contract has an owner but owns nothing unless asked to', async () => {
    const deployer = accountOf(deployment.accounts, 'deployer')
    expect(((await read('Governor', 'owner')) as Address).toLowerCase()).toBe(deployer.toLowerCase())
    expect(((await read('Controller', 'owner')) as Address).toLowerCase()).toBe(deployer.toLowerCase())
  })

  test('the migrator knows whom to call', async () => {
    for (const [view, name] of [
      ['bondingManagerAddr', 'BondingManager'],
      ['ticketBrokerAddr', 'TicketBroker'],
      ['merkleSnapshotAddr', 'MerkleSnapshot'],
      ['tokenAddr', 'LivepeerToken'],
      ['delegatorPoolImpl', 'DelegatorPool'],
    ] as const) {
      expect(((await read('L2Migrator', view)) as Address).toLowerCase()).toBe(addressOf(deployment, name))
    }
    expect(await read('L2Migrator', 'claimStakeEnabled')).toBe(true)
  })

  test('a wrong parameter is an error that names its step', async () => {
    const other = await createChain()
    const core = await deployCore(other)
    await expect(deployGovernance(other, core, { votingPeriodRounds: 0n })).rejects.toThrow(
      /^LivepeerGovernor\.initialize\(1, 0, .*\) reverted/,
    )
    await other.close()
  })
})

describe('interfaces without a published table of their own', () => {
  test('the registry of AI workers is a ServiceRegistry', () => {
    expect(
      interfaceDifferences(interfaceTable(loadArtifact('AIServiceRegistry').abi), reference.ServiceRegistry),
    ).toEqual([])
  })

  test('what the stand-in of the NodeInterface has is as Arbitrum publishes it', () => {
    expect(interfaceTable(loadArtifact('ArbNodeInterface').abi)).toEqual({
      functions: {
        '0x48e7f811': 'l2BlockRangeForL1(uint64 blockNum) pure returns (uint64 firstBlock, uint64 lastBlock)',
        '0x77d488a2':
          'gasEstimateL1Component(address to, bool contractCreation, bytes data) payable returns (uint64 gasEstimateForL1, uint256 baseFee, uint256 l1BaseFeeEstimate)',
        '0x93a2fe21': 'nitroGenesisBlock() pure returns (uint256 number)',
      },
      events: {},
      errors: {},
    })
  })
})
