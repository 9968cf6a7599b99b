import { mineBlocks, readHead, withoutAutomine } from '@/devnet/chain/transact'
import { accountOf } from '@/devnet/deploy/accounts'
import { deployProtocol } from '@/devnet/deploy/deploy'
import type { Chain } from '@/devnet/types'
import { lpt } from '@/devnet/world/profiles'
import type { World } from '@/devnet/world/seed'
import { Session } from '@/devnet/world/session'
import { BLOCK_SECONDS, createTimeline, ROUND_LENGTH } from '@/devnet/world/timeline'

/** LPT each demo account starts with. */
const DEMO_WALLET_WEI = lpt(5_000)

/** Blocks before the end of a bare world: one round, so that round 1 can be initialized. */
const HISTORY_BLOCKS = ROUND_LENGTH + 20

/** Timestamp of block 0 of a bare world. */
export function bareGenesisTimeOf(endTime: number): number {
  return endTime - HISTORY_BLOCKS * BLOCK_SECONDS
}

/** Deploys the protocol, funds the demo accounts and initializes round 1; nobody has staked anything. */
export async function bareWorld(chain: Chain, options: { seed: string; endTime: number }): Promise<World> {
  return withoutAutomine(chain, async () => {
    const deployment = await deployProtocol(chain)
    const head = await readHead(chain.request)
    await mineBlocks(chain.request, ROUND_LENGTH - head.number, BLOCK_SECONDS)
    const timeline = createTimeline(options.endTime)
    const shifted = {
      ...timeline,
      timeOf: (block: number) => options.endTime - (HISTORY_BLOCKS - block) * BLOCK_SECONDS,
    }
    const session = new Session(chain, deployment, shifted)
    const deployer = accountOf(deployment.accounts, 'deployer')
    for (const account of deployment.accounts.filter(({ role }) => role.startsWith('demo'))) {
      session.add({
        from: deployer,
        contract: 'LivepeerToken',
        functionName: 'transfer',
        args: [account.address, DEMO_WALLET_WEI],
      })
    }
    session.add({
      from: accountOf(deployment.accounts, 'keeper'),
      contract: 'RoundsManager',
      functionName: 'initializeRound',
    })
    await session.mineAllAt(ROUND_LENGTH + 2)
    await session.skipTo(HISTORY_BLOCKS)
    return { deployment, habits: [], feeEarners: [], gateways: [], documents: [], seed: options.seed }
  })
}
