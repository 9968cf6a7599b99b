import {
  type Address,
  createPublicClient,
  createWalletClient,
  encodeAbiParameters,
  encodeFunctionData,
  http,
  keccak256,
  numberToHex,
  pad,
  parseAbi,
} from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { chainFor } from '@/e2e/fixtures/chain'
import { mnemonic } from '@/e2e/fixtures/changes'
import type { Network } from '@/e2e/fixtures/network'

const votesAbi = parseAbi(['function hasCheckpoint(address) view returns (bool)'])
const roundsAbi = parseAbi([
  'function initializeRound()',
  'function currentRoundInitialized() view returns (bool)',
])
const bondingAbi = parseAbi(['function checkpointBondingState(address)'])

/** What staking tests ask of the chain beyond the fixtures, and what somebody else does meanwhile. */
export function stakingChain({ deployment, rpcUrl, send }: Network) {
  const chain = chainFor(rpcUrl)
  const client = createPublicClient({ chain, transport: http(rpcUrl), cacheTime: 0 })
  const at = (name: string): Address => {
    const address = deployment.contracts[name]
    if (!address) throw new Error(`no ${name} in the deployment`)
    return address
  }
  const hasCheckpoint = (account: Address) =>
    client.readContract({
      address: at('BondingVotes'),
      abi: votesAbi,
      functionName: 'hasCheckpoint',
      args: [account],
    })
  const sendAs = async (account: number, to: Address, data: `0x${string}`) => {
    const signer = createWalletClient({ chain, transport: http(rpcUrl) })
    const hash = await signer.sendTransaction({
      account: mnemonicToAccount(mnemonic, { addressIndex: account }),
      to,
      data,
      gas: 3_000_000n,
    })
    const { status } = await client.getTransactionReceipt({ hash })
    if (status !== 'success') throw new Error(`the transaction of account ${account} reverted`)
  }
  return {
    hasCheckpoint,
    roundStarted: () =>
      client.readContract({
        address: at('RoundsManager'),
        abi: roundsAbi,
        functionName: 'currentRoundInitialized',
      }),
    startRoundAs: (account: number) =>
      sendAs(
        account,
        at('RoundsManager'),
        encodeFunctionData({ abi: roundsAbi, functionName: 'initializeRound' }),
      ),
    recordAs: (account: number, of: Address) =>
      sendAs(
        account,
        at('BondingManager'),
        encodeFunctionData({ abi: bondingAbi, functionName: 'checkpointBondingState', args: [of] }),
      ),
    /** Takes the record of a stake away, as it is for accounts that have not acted since votes are recorded. */
    forgetRecord: async (account: Address) => {
      const address = at('BondingVotes')
      for (let place = 0n; place < 20n; place++) {
        const slot = keccak256(
          encodeAbiParameters([{ type: 'address' }, { type: 'uint256' }], [account, place]),
        )
        const before = await send('eth_getStorageAt', [address, slot, 'latest'])
        if (BigInt(String(before)) === 0n) continue
        await send('hardhat_setStorageAt', [address, slot, pad(numberToHex(0))])
        if (!(await hasCheckpoint(account))) return send('evm_mine')
        await send('hardhat_setStorageAt', [address, slot, before])
      }
      throw new Error('the record was not found in storage')
    },
  }
}
