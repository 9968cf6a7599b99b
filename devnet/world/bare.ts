import { addressOf, encodeCall } from '@/devnet/chain/contract-calls'
import { type Call, mineBatch, mineBlocks, readHead, withoutAutomine } from '@/devnet/chain/transact'
import { accountOf } from '@/devnet/deploy/accounts'
import { deployProtocol } from '@/devnet/deploy/deploy'
import type { BareParams } from '@/devnet/deploy/params-file'
import type { Chain, Deployment } from '@/devnet/types'
import type { World } from '@/devnet/world/seed'
import { BLOCK_SECONDS } from '@/devnet/world/timeline'

/** Blocks of round 1 that are gone at the end, unless the round is short. */
const LAST_ROUND_BLOCKS = 20

/** Gas of a transfer or of starting a round. */
const CALL_GAS = 500_000

/** Blocks of a bare world: one round, so that round 1 can be initialized, and some of round 1. */
function historyBlocks(roundLength: number): number {
  return roundLength + Math.min(LAST_ROUND_BLOCKS, Math.floor(roundLength / 4))
}

/** Timestamp of block 0 of a bare world. */
export function bareGenesisTimeOf(endTime: number, { protocol }: BareParams): number {
  return endTime - historyBlocks(Number(protocol.roundLengthBlocks)) * BLOCK_SECONDS
}

function fundingCalls(deployment: Deployment, { accountLptWei }: BareParams): Call[] {
  return accountLptWei.flatMap((amountWei, index) => {
    const to = deployment.accounts[index + 1]?.address
    if (!to || amountWei === 0n) return []
    return {
      label: `LPT for account ${index + 1}`,
      from: accountOf(deployment.accounts, 'deployer'),
      to: addressOf(deployment, 'LivepeerToken'),
      data: encodeCall('LivepeerToken', 'transfer', [to, amountWei]),
      gas: CALL_GAS,
    }
  })
}

/** Deploys the protocol, funds the accounts and initializes round 1; nobody has staked anything. The first account owns it all. */
export async function bareWorld(
  chain: Chain,
  options: { seed: string; endTime: number; params: BareParams },
): Promise<World> {
  const { seed, endTime, params } = options
  const roundLength = Number(params.protocol.roundLengthBlocks)
  const end = historyBlocks(roundLength)
  const timeOf = (block: number) => endTime - (end - block) * BLOCK_SECONDS
  const skipTo = async (block: number) => {
    const { number } = await readHead(chain.request)
    await mineBlocks(chain.request, block - number, BLOCK_SECONDS)
  }
  return withoutAutomine(chain, async () => {
    const deployment = await deployProtocol(chain, params.protocol, params.governance)
    await mineBatch(chain, fundingCalls(deployment, params), timeOf(2))
    await skipTo(roundLength - 1)
    const initialize: Call = {
      label: 'RoundsManager.initializeRound',
      from: accountOf(deployment.accounts, 'deployer'),
      to: addressOf(deployment, 'RoundsManager'),
      data: encodeCall('RoundsManager', 'initializeRound'),
      gas: CALL_GAS,
    }
    await mineBatch(chain, [initialize], timeOf(roundLength))
    await skipTo(end)
    return { deployment, habits: [], feeEarners: [], gateways: [], documents: [], claims: [], seed }
  })
}
