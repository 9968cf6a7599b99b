import {
  type Abi,
  type Address,
  encodeDeployData,
  encodeFunctionData,
  getContractAddress,
  type Hex,
  hexToNumber,
  keccak256,
  toHex,
} from 'viem'
import { type Call, mineBatch, readHead, withoutAutomine } from '@/devnet/chain/transact'
import { accountOf, wellKnownAccounts } from '@/devnet/deploy/accounts'
import { DEFAULT_PARAMS, FAUCET_FUND_WEI } from '@/devnet/deploy/params'
import { loadArtifact } from '@/devnet/solidity/artifact'
import type { Chain, Deployment, ProtocolParams } from '@/devnet/types'

const MINTER_ROLE = keccak256(toHex('MINTER_ROLE'))
const BURNER_ROLE = keccak256(toHex('BURNER_ROLE'))
const BLOCK_SECONDS = 12
const DEPLOY_GAS = 15_000_000

const PROXIED = ['BondingManager', 'BondingVotes', 'RoundsManager', 'ServiceRegistry'] as const

/** Contract id in the Controller (contracts.md 2.2). */
export function contractId(name: string): Hex {
  return keccak256(toHex(name))
}

/** Collects the transactions of the deployer and knows the addresses they will create. */
class Script {
  readonly calls: Call[] = []
  readonly contracts: Record<string, Address> = {}
  private readonly deployer: Address
  private readonly firstNonce: number

  constructor(deployer: Address, firstNonce: number) {
    this.deployer = deployer
    this.firstNonce = firstNonce
  }

  deploy(name: string, artifactName: string, args: readonly unknown[]): Address {
    const artifact = loadArtifact(artifactName)
    const address = getContractAddress({
      from: this.deployer,
      nonce: BigInt(this.firstNonce + this.calls.length),
    }).toLowerCase() as Address
    this.calls.push({
      label: `deploy ${name}`,
      from: this.deployer,
      data: encodeDeployData({ abi: artifact.abi, bytecode: artifact.bytecode, args: [...args] }),
      gas: DEPLOY_GAS,
    })
    this.contracts[name] = address
    return address
  }

  call(name: string, abiName: string, functionName: string, args: readonly unknown[] = []): void {
    this.calls.push({
      label: `${name}.${functionName}(${args.map(String).join(', ')})`,
      from: this.deployer,
      to: this.address(name),
      data: encodeFunctionData({ abi: loadArtifact(abiName).abi as Abi, functionName, args: [...args] }),
    })
  }

  address(name: string): Address {
    const address = this.contracts[name]
    if (!address) throw new Error(`${name} is not deployed yet`)
    return address
  }

  register(name: string, address: Address): void {
    this.contracts[name] = address
    this.call('Controller', 'Controller', 'setContractInfo', [
      contractId(name),
      address,
      '0x'.padEnd(42, '0'),
    ])
  }
}

/** Steps 1 to 11 of contracts.md section 16 without its last one: rounds are the caller's. */
function writeScript(
  script: Script,
  params: ProtocolParams,
  outside: Record<'TicketBroker' | 'Treasury', Address>,
  deployer: Address,
): void {
  const controller = script.deploy('Controller', 'Controller', [])
  const token = script.deploy('LivepeerToken', 'LivepeerToken', [])
  script.register('LivepeerToken', token)
  const minter = script.deploy('Minter', 'Minter', [
    controller,
    params.inflationP9,
    params.inflationChangeP9,
    params.targetBondingRateP9,
  ])
  script.register('Minter', minter)
  for (const name of PROXIED) {
    script.register(`${name}Target`, script.deploy(`${name}Target`, name, [controller]))
    script.register(name, script.deploy(name, 'ManagerProxy', [controller, contractId(`${name}Target`)]))
  }
  script.register(
    'L2LPTDataCache',
    script.deploy('L2LPTDataCache', 'L2LPTDataCache', [params.l1CirculatingSupplyWei]),
  )
  // Until the ticket broker and the treasury are contracts, accounts stand in for them so that fees can enter.
  script.register('TicketBroker', outside.TicketBroker)
  script.register('JobsManager', outside.TicketBroker)
  script.register('Treasury', outside.Treasury)
  script.deploy('LivepeerTokenFaucet', 'LivepeerTokenFaucet', [
    token,
    params.faucetRequestWei,
    params.faucetWaitHours,
  ])
  script.deploy('Multicall3', 'Multicall3', [])

  const bonding = (functionName: string, value: bigint) =>
    script.call('BondingManager', 'BondingManager', functionName, [value])
  bonding('setUnbondingPeriod', params.unbondingPeriodRounds)
  bonding('setNumActiveTranscoders', params.numActiveTranscoders)
  bonding('setTreasuryRewardCutRate', params.treasuryRewardCutRateP27)
  bonding('setTreasuryBalanceCeiling', params.treasuryBalanceCeilingWei)
  script.call('RoundsManager', 'RoundsManager', 'setRoundLength', [params.roundLengthBlocks])
  script.call('RoundsManager', 'RoundsManager', 'setRoundLockAmount', [params.roundLockAmountP6])

  script.call('LivepeerToken', 'LivepeerToken', 'grantRole', [MINTER_ROLE, minter])
  script.call('LivepeerToken', 'LivepeerToken', 'grantRole', [BURNER_ROLE, minter])
  script.call('LivepeerToken', 'LivepeerToken', 'grantRole', [MINTER_ROLE, deployer])
  script.call('LivepeerToken', 'LivepeerToken', 'mint', [deployer, params.initialSupplyWei])
  // From here on only the Minter creates LPT, as where the protocol runs for real.
  script.call('LivepeerToken', 'LivepeerToken', 'renounceRole', [MINTER_ROLE, deployer])
  const faucetFund =
    params.initialSupplyWei < FAUCET_FUND_WEI * 10n ? params.initialSupplyWei / 10n : FAUCET_FUND_WEI
  script.call('LivepeerToken', 'LivepeerToken', 'transfer', [
    script.address('LivepeerTokenFaucet'),
    faucetFund,
  ])
  script.call('Controller', 'Controller', 'unpause')
}

/**
 * Deploys the protocol at the chain's present height in one block, 12 s after the newest, with the first well-known account
 * as owner (contracts.md section 16). Addresses depend only on that account's nonce. The system ends unpaused and
 * no round is initialized: round 0 never can be. Throws with the step that reverted.
 */
export async function deployProtocol(
  chain: Chain,
  overrides: Partial<ProtocolParams> = {},
): Promise<Deployment> {
  const params = { ...DEFAULT_PARAMS, ...overrides }
  const accounts = await wellKnownAccounts(chain)
  const deployer = accountOf(accounts, 'deployer')
  const nonce = (await chain.request({
    method: 'eth_getTransactionCount',
    params: [deployer, 'latest'],
  })) as Hex
  const script = new Script(deployer, hexToNumber(nonce))
  writeScript(
    script,
    params,
    { TicketBroker: accountOf(accounts, 'ticket-broker'), Treasury: accountOf(accounts, 'treasury') },
    deployer,
  )
  const head = await readHead(chain.request)
  const block = await withoutAutomine(chain, () =>
    mineBatch(chain, script.calls, head.timestamp + BLOCK_SECONDS),
  )
  return {
    chainId: chain.chainId,
    rpc: 'http://127.0.0.1:8545',
    contracts: script.contracts,
    blocks: Object.fromEntries(Object.keys(script.contracts).map((name) => [name, block])),
    accounts,
  }
}
