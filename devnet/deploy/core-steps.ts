import { keccak256, toHex } from 'viem'
import type { DeploymentScript } from '@/devnet/deploy/deployment-script'
import { faucetFundOf } from '@/devnet/deploy/params'
import type { ProtocolParams } from '@/devnet/types'

const MINTER_ROLE = keccak256(toHex('MINTER_ROLE'))
const BURNER_ROLE = keccak256(toHex('BURNER_ROLE'))

const PROXIED = ['BondingManager', 'BondingVotes', 'RoundsManager', 'ServiceRegistry'] as const

/** Registry, token, minting, rounds and bonding (contracts.md section 16 steps 1 to 6), with the tools beside them. */
export function deployCoreContracts(script: DeploymentScript, params: ProtocolParams): void {
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
  for (const name of PROXIED) script.deployProxied(name)
  script.register(
    'L2LPTDataCache',
    script.deploy('L2LPTDataCache', 'L2LPTDataCache', [params.l1CirculatingSupplyWei]),
  )
  script.deploy('LivepeerTokenFaucet', 'LivepeerTokenFaucet', [
    token,
    params.faucetRequestWei,
    params.faucetWaitHours,
  ])
  script.deploy('Multicall3', 'Multicall3', [])
}

/** Parameters of rounds and bonding (step 8). */
export function setCoreParams(script: DeploymentScript, params: ProtocolParams): void {
  const bonding = (functionName: string, value: bigint) =>
    script.call('BondingManager', 'BondingManager', functionName, [value])
  bonding('setUnbondingPeriod', params.unbondingPeriodRounds)
  bonding('setNumActiveTranscoders', params.numActiveTranscoders)
  bonding('setTreasuryRewardCutRate', params.treasuryRewardCutRateP27)
  bonding('setTreasuryBalanceCeiling', params.treasuryBalanceCeilingWei)
  script.call('RoundsManager', 'RoundsManager', 'setRoundLength', [params.roundLengthBlocks])
  script.call('RoundsManager', 'RoundsManager', 'setRoundLockAmount', [params.roundLockAmountP6])
}

/** The first LPT, most of it with the deployer (step 10); afterwards only the Minter creates any. */
export function mintInitialSupply(script: DeploymentScript, params: ProtocolParams): void {
  const minter = script.address('Minter')
  const token = (functionName: string, args: readonly unknown[]) =>
    script.call('LivepeerToken', 'LivepeerToken', functionName, args)
  token('grantRole', [MINTER_ROLE, minter])
  token('grantRole', [BURNER_ROLE, minter])
  token('grantRole', [MINTER_ROLE, script.deployer])
  token('mint', [script.deployer, params.initialSupplyWei])
  token('renounceRole', [MINTER_ROLE, script.deployer])
  token('transfer', [script.address('LivepeerTokenFaucet'), faucetFundOf(params)])
}
