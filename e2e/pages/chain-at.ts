import { type Address, createPublicClient, http, parseAbi } from 'viem'
import { chainFor } from '@/e2e/fixtures/chain'
import type { Network } from '@/e2e/fixtures/network'

const bondingAbi = parseAbi([
  'function pendingStake(address,uint256) view returns (uint256)',
  'function pendingFees(address,uint256) view returns (uint256)',
  'function transcoderTotalStake(address) view returns (uint256)',
  'function currentRoundTotalActiveStake() view returns (uint256)',
  'function getTranscoder(address) view returns (uint256 lastRewardRound, uint256 rewardCut, uint256 feeShare, uint256 lastActiveStakeUpdateRound, uint256 activationRound, uint256 deactivationRound, uint256 activeCumulativeRewards, uint256 cumulativeRewards, uint256 cumulativeFees, uint256 lastFeeRound)',
  'function getDelegatorUnbondingLock(address,uint256) view returns (uint256 amount, uint256 withdrawRound)',
])
const tokenAbi = parseAbi(['function balanceOf(address) view returns (uint256)'])
const minterAbi = parseAbi(['function getGlobalTotalSupply() view returns (uint256)'])
const brokerAbi = parseAbi([
  'struct Sender { uint256 deposit; uint256 withdrawRound; }',
  'struct Reserve { uint256 fundsRemaining; uint256 claimedInCurrentRound; }',
  'function getSenderInfo(address) view returns (Sender sender, Reserve reserve)',
])
const governorAbi = parseAbi([
  'function proposalVotes(uint256) view returns (uint256 againstVotes, uint256 forVotes, uint256 abstainVotes)',
])

/** Raw reads of the contracts at one block, without any code of the site. */
export function chainAt({ deployment, rpcUrl }: Pick<Network, 'deployment' | 'rpcUrl'>, block: number) {
  const client = createPublicClient({ chain: chainFor(rpcUrl), transport: http(rpcUrl), cacheTime: 0 })
  const blockNumber = BigInt(block)
  const at = (name: string): Address => {
    const address = deployment.contracts[name]
    if (!address) throw new Error(`no ${name} in the deployment`)
    return address
  }
  const bonding = { address: at('BondingManager'), abi: bondingAbi, blockNumber } as const
  return {
    stake: (account: Address) =>
      client.readContract({ ...bonding, functionName: 'pendingStake', args: [account, 0n] }),
    fees: (account: Address) =>
      client.readContract({ ...bonding, functionName: 'pendingFees', args: [account, 0n] }),
    totalStake: (account: Address) =>
      client.readContract({ ...bonding, functionName: 'transcoderTotalStake', args: [account] }),
    activeStake: () => client.readContract({ ...bonding, functionName: 'currentRoundTotalActiveStake' }),
    /** Reward cut and fee share, base 10^6. */
    cuts: async (account: Address) => {
      const [, rewardCut, feeShare] = await client.readContract({
        ...bonding,
        functionName: 'getTranscoder',
        args: [account],
      })
      return { rewardCut, feeShare }
    },
    lock: async (account: Address, id: bigint) => {
      const [amount] = await client.readContract({
        ...bonding,
        functionName: 'getDelegatorUnbondingLock',
        args: [account, id],
      })
      return amount
    },
    lpt: (holder: Address | 'Treasury') =>
      client.readContract({
        address: at('LivepeerToken'),
        abi: tokenAbi,
        functionName: 'balanceOf',
        args: [holder === 'Treasury' ? at('Treasury') : holder],
        blockNumber,
      }),
    eth: (holder: Address) => client.getBalance({ address: holder, blockNumber }),
    supply: () =>
      client.readContract({
        address: at('Minter'),
        abi: minterAbi,
        functionName: 'getGlobalTotalSupply',
        blockNumber,
      }),
    funds: async (gateway: Address) => {
      const [{ deposit }, { fundsRemaining }] = await client.readContract({
        address: at('TicketBroker'),
        abi: brokerAbi,
        functionName: 'getSenderInfo',
        args: [gateway],
        blockNumber,
      })
      return { deposit, reserve: fundsRemaining }
    },
    votes: async (proposal: string) => {
      const [against, inFavour, abstain] = await client.readContract({
        address: at('LivepeerGovernor'),
        abi: governorAbi,
        functionName: 'proposalVotes',
        args: [BigInt(proposal)],
        blockNumber,
      })
      return { against, inFavour, abstain }
    },
    receipt: (hash: `0x${string}`) => client.getTransactionReceipt({ hash }),
  }
}
