import { encodeAbiParameters, type Hex, hexToNumber, keccak256, toHex } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressOf, encodeCall, readMany, readOne } from '@/devnet/chain/contract-calls'
import { createChain, WELL_KNOWN_MNEMONIC } from '@/devnet/chain/provider'
import { readHead } from '@/devnet/chain/transact'
import { accountOf } from '@/devnet/deploy/accounts'
import { deployProtocol } from '@/devnet/deploy/deploy'
import { nameId } from '@/devnet/deploy/deployment-script'
import { DEFAULT_PARAMS, faucetFundOf } from '@/devnet/deploy/params'
import type { Chain, Deployment } from '@/devnet/types'

/** contracts.md 2.2 */
const IDS = {
  LivepeerToken: '0x3443e257065fe41dd0e4d1f5a1b73a22a62e300962b57f30cddf41d0f8273ba7',
  Minter: '0x6e58ad548d72b425ea94c15f453bf26caddb061d82b2551db7fdd3cefe0e9940',
  BondingManager: '0x2517d59a36a86548e38734e8ab416f42afff4bca78706a66ad65750dae7f9e37',
  BondingManagerTarget: '0xfc6f6f33d2bb065ac61cbdd4dbe4b7adf6f3e7e6c6a3d1fe297cbf9a187092e4',
  BondingVotes: '0x2a1b465fbcae519904f0fb11f93e73dfbeb47ec54530ec444279610af8cf06b2',
  BondingVotesTarget: '0x7de5a5b8ecd5bb031f348e5f6eaba02944a498be282a3242da27f5a559dbd5dc',
  RoundsManager: '0xe8438ea868df48e3fc21f2f087b993c9b1837dc0f6135064161ce7d7a1701fe8',
  RoundsManagerTarget: '0x56f65aba3e3e5b6d5adbc6cdc14c51957893b21d4a6a56260af4e03af7e1a51d',
  TicketBroker: '0xbd1aa3e8d2464256d7fd3dcf645c16418d5d8c51d971f1ad7d57e7b1b5eee239',
  TicketBrokerTarget: '0xf16f832ef171c8058cbd4a32de7d27c32a1a1ad90bb091b4b7f376f1d95ee254',
  JobsManager: '0x3d7456535a3155a46f15a2313c3915bd07137ffdc56464f4fc9a82bae7215c2d',
  ServiceRegistry: '0x79c5d2a4a07754f4bacb0ffba18ac516030ee589ebc89db8627680c4d4cdb230',
  ServiceRegistryTarget: '0xa65c3dc1a85422ba3e6003be871c3339b882a9c28fc454085d394e4b6436d564',
  Treasury: '0x6efca2866b731ee4984990bacad4cde10f1ef764fb54a5206bdfd291695b1a9b',
  LivepeerGovernor: '0xaea11c65571dd8b6188d3a5cf5e5d3d4695845e6f217cad0b453b4e276c6cdcd',
  LivepeerGovernorTarget: '0xd4c5f51c55641d608f9aa8c83a618a0b4bafdf778911c37f61b63c6be7a6992e',
  MerkleSnapshot: '0xb6138afe6f306a47bdf645c5aebcb9781efe787d221a1880e62d1f76dae58b84',
  L2Migrator: '0x74b6d21e0d4650f622c903126d418c1a52bcc99ea7acb0db0809fc0eeae6c7c3',
  L2MigratorTarget: '0xf2067c9567f013942aa0abbd1c844dbf9301abbb14dba85f598a220968c88dd9',
  L2LPTDataCache: '0x8ecfba413a4e4715a264d70a55d3a35bf60b2954c56759310202f39281623200',
} as const

describe('the deployed protocol', () => {
  let chain: Chain
  let deployment: Deployment
  const read = (contract: string, functionName: string, args: readonly unknown[] = []) =>
    readOne(chain.request, deployment, contract, functionName, args)

  beforeAll(async () => {
    chain = await createChain()
    deployment = await deployProtocol(chain)
  })
  afterAll(() => chain.close())

  test('takes one block and leaves automine on', async () => {
    const head = await readHead(chain.request)
    expect(head.number).toBe(1)
    expect(Object.values(deployment.blocks).every((block) => block === 1)).toBe(true)
    expect(await chain.request({ method: 'hardhat_getAutomine' })).toBe(true)
  })

  test.each(Object.entries(IDS))('%s is registered under its id', async (name, id) => {
    expect(nameId(name)).toBe(id)
    const registered = (await read('Controller', 'getContract', [id])) as string
    expect(registered.toLowerCase()).toBe(deployment.contracts[name])
  })

  test('payments go by two names, governance is by contracts, and the stand-in for Arbitrum has code', async () => {
    const { contracts } = deployment
    expect(contracts.JobsManager).toBe(contracts.TicketBroker)
    for (const name of ['TicketBroker', 'Treasury', 'LivepeerGovernor', 'PollCreator', 'ArbNodeInterface']) {
      const code = await chain.request({
        method: 'eth_getCode',
        params: [addressOf(deployment, name), 'latest'],
      })
      expect((code as Hex).length, name).toBeGreaterThan(100)
    }
    expect(((await read('LivepeerGovernor', 'timelock')) as Hex).toLowerCase()).toBe(contracts.Treasury)
    expect(((await read('PollCreator', 'bondingManager')) as Hex).toLowerCase()).toBe(
      contracts.BondingManager,
    )
  })

  test('each proxy names its target; Verifier stays unset', async () => {
    for (const name of [
      'BondingManager',
      'BondingVotes',
      'RoundsManager',
      'ServiceRegistry',
      'TicketBroker',
    ] as const) {
      expect(await read(name, 'targetContractId')).toBe(IDS[`${name}Target`])
      expect((await read(name, 'controller')) as string).toMatch(
        new RegExp(addressOf(deployment, 'Controller'), 'i'),
      )
    }
    expect(await read('Controller', 'getContract', [nameId('Verifier')])).toMatch(/^0x0{40}$/)
  })

  test('parameters are those of Arbitrum One', async () => {
    const values = await readMany(chain.request, deployment, [
      { contract: 'BondingManager', functionName: 'unbondingPeriod' },
      { contract: 'BondingManager', functionName: 'getTranscoderPoolMaxSize' },
      { contract: 'BondingManager', functionName: 'nextRoundTreasuryRewardCutRate' },
      { contract: 'BondingManager', functionName: 'treasuryRewardCutRate' },
      { contract: 'BondingManager', functionName: 'treasuryBalanceCeiling' },
      { contract: 'RoundsManager', functionName: 'roundLength' },
      { contract: 'RoundsManager', functionName: 'roundLockAmount' },
      { contract: 'Minter', functionName: 'inflation' },
      { contract: 'Minter', functionName: 'inflationChange' },
      { contract: 'Minter', functionName: 'targetBondingRate' },
      { contract: 'Minter', functionName: 'getGlobalTotalSupply' },
      { contract: 'Controller', functionName: 'paused' },
    ])
    expect(values).toEqual([
      7n,
      100n,
      10n ** 26n,
      0n,
      750_000n * 10n ** 18n,
      6_377n,
      100_000n,
      220_500n,
      500n,
      500_000_000n,
      DEFAULT_PARAMS.initialSupplyWei + DEFAULT_PARAMS.l1CirculatingSupplyWei,
      false,
    ])
  })

  test('only the Minter can mint; the supply is with the deployer and the faucet', async () => {
    const deployer = accountOf(deployment.accounts, 'deployer')
    const minterRole = keccak256(toHex('MINTER_ROLE'))
    expect(minterRole).toBe('0x9f2df0fed2c77648de5860a4cc508cd0818c85b8b8a1ab4ceeef8d981c8956a6')
    expect(await read('LivepeerToken', 'hasRole', [minterRole, addressOf(deployment, 'Minter')])).toBe(true)
    expect(await read('LivepeerToken', 'hasRole', [minterRole, deployer])).toBe(false)
    expect(await read('LivepeerToken', 'hasRole', [`0x${'0'.repeat(64)}`, deployer])).toBe(true)
    const faucet = (await read('LivepeerToken', 'balanceOf', [
      addressOf(deployment, 'LivepeerTokenFaucet'),
    ])) as bigint
    const held = (await read('LivepeerToken', 'balanceOf', [deployer])) as bigint
    expect(faucet).toBe(faucetFundOf(DEFAULT_PARAMS))
    expect(held + faucet).toBe(DEFAULT_PARAMS.initialSupplyWei)
  })

  test('addresses depend on the deployer alone', async () => {
    const other = await createChain({ genesisTimestamp: 1_500_000_000 })
    const again = await deployProtocol(other, { roundLengthBlocks: 50n })
    expect(again.contracts).toEqual(deployment.contracts)
    await other.close()
  })

  test('the faucet pays once an hour, without a word otherwise', async () => {
    const [, , , , , , , , account] = deployment.accounts
    if (!account) throw new Error('no account')
    const request = {
      from: account.address,
      to: addressOf(deployment, 'LivepeerTokenFaucet'),
      data: encodeCall('LivepeerTokenFaucet', 'request'),
    }
    await chain.request({ method: 'eth_sendTransaction', params: [request] })
    expect(await read('LivepeerToken', 'balanceOf', [account.address])).toBe(10n ** 19n)
    await expect(chain.request({ method: 'eth_call', params: [request, 'latest'] })).rejects.toMatchObject({
      code: 3,
      data: '0x',
    })
    const next = (await read('LivepeerTokenFaucet', 'nextValidRequest', [account.address])) as bigint
    expect(next - BigInt((await readHead(chain.request)).timestamp)).toBe(3_600n)
    await chain.request({ method: 'evm_increaseTime', params: ['0xe10'] })
    await chain.request({ method: 'eth_sendTransaction', params: [request] })
    expect(await read('LivepeerToken', 'balanceOf', [account.address])).toBe(2n * 10n ** 19n)
  })

  test('LPT takes permits for its name, version 1 and this chain', async () => {
    const owner = mnemonicToAccount(WELL_KNOWN_MNEMONIC, { addressIndex: 9 })
    const spender = accountOf(deployment.accounts, 'keeper')
    const token = addressOf(deployment, 'LivepeerToken')
    const separator = keccak256(
      encodeAbiParameters(
        [
          { type: 'bytes32' },
          { type: 'bytes32' },
          { type: 'bytes32' },
          { type: 'uint256' },
          { type: 'address' },
        ],
        [
          keccak256(
            toHex('EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)'),
          ),
          keccak256(toHex('Livepeer Token')),
          keccak256(toHex('1')),
          31_337n,
          token,
        ],
      ),
    )
    expect(await read('LivepeerToken', 'DOMAIN_SEPARATOR')).toBe(separator)
    const deadline = BigInt((await readHead(chain.request)).timestamp + 1_000)
    const signature = await owner.signTypedData({
      domain: { name: 'Livepeer Token', version: '1', chainId: 31_337, verifyingContract: token },
      types: {
        Permit: [
          { name: 'owner', type: 'address' },
          { name: 'spender', type: 'address' },
          { name: 'value', type: 'uint256' },
          { name: 'nonce', type: 'uint256' },
          { name: 'deadline', type: 'uint256' },
        ],
      },
      primaryType: 'Permit',
      message: { owner: owner.address, spender, value: 77n, nonce: 0n, deadline },
    })
    const args = [
      owner.address,
      spender,
      77n,
      deadline,
      hexToNumber(`0x${signature.slice(130)}`),
      `0x${signature.slice(2, 66)}`,
      `0x${signature.slice(66, 130)}`,
    ]
    const permit = { from: spender, to: token, data: encodeCall('LivepeerToken', 'permit', args) }
    await chain.request({ method: 'eth_sendTransaction', params: [permit] })
    expect(await read('LivepeerToken', 'allowance', [owner.address, spender])).toBe(77n)
    await expect(chain.request({ method: 'eth_call', params: [permit, 'latest'] })).rejects.toThrow(
      'ERC20Permit: invalid signature',
    )
    const late = {
      ...permit,
      data: encodeCall('LivepeerToken', 'permit', [...args.slice(0, 3), 1n, ...args.slice(4)]),
    }
    await expect(chain.request({ method: 'eth_call', params: [late, 'latest'] })).rejects.toThrow(
      'ERC20Permit: expired deadline',
    )
  })

  test('the service registry keeps a URI per account', async () => {
    const keeper = accountOf(deployment.accounts, 'keeper')
    const data = encodeCall('ServiceRegistry', 'setServiceURI', ['https://keeper.example:8935'])
    const to = addressOf(deployment, 'ServiceRegistry')
    const hash = await chain.request({ method: 'eth_sendTransaction', params: [{ from: keeper, to, data }] })
    expect(await read('ServiceRegistry', 'getServiceURI', [keeper])).toBe('https://keeper.example:8935')
    expect(await read('ServiceRegistry', 'getServiceURI', [to])).toBe('')
    const receipt = (await chain.request({ method: 'eth_getTransactionReceipt', params: [hash] })) as {
      logs: { address: Hex; topics: Hex[] }[]
    }
    expect(receipt.logs[0]?.address).toBe(to)
    expect(receipt.logs[0]?.topics[0]).toBe(keccak256(toHex('ServiceURIUpdate(address,string)')))
  })

  test('a wrong step is an error that names it', async () => {
    const other = await createChain()
    await expect(deployProtocol(other, { roundLengthBlocks: 0n })).rejects.toThrow(
      /^RoundsManager\.setRoundLength\(0\) reverted/,
    )
    await other.close()
  })
})
