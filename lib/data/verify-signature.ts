import { type Address, encodeFunctionData, type Hex, isAddressEqual, parseAbi, recoverAddress } from 'viem'
import { classifyError } from '@/lib/contracts/errors'
import { readChain } from '@/lib/data/chain-client'

const contractWalletAbi = parseAbi([
  'function isValidSignature(bytes32 hash, bytes signature) view returns (bytes4)',
])
/** What a contract wallet answers to a signature that is its own (EIP-1271), as one word. */
const accepted = /^0x1626ba7e0{56}$/

/**
 * Whether an account signed a hash: by its key, or as a contract wallet says (EIP-1271) at a block.
 * @throws SourceError when the chain cannot be read
 */
export async function isSignedBy(
  account: Address,
  hash: Hex,
  signature: Hex,
  block: number,
): Promise<boolean> {
  const signer = await recoverAddress({ hash, signature }).catch(() => null)
  if (signer && isAddressEqual(signer, account)) return true
  const blockNumber = BigInt(block)
  return readChain(async (client) => {
    const code = await client.getCode({ address: account, blockNumber })
    if (!code || code === '0x') return false
    const data = encodeFunctionData({
      abi: contractWalletAbi,
      functionName: 'isValidSignature',
      args: [hash, signature],
    })
    // A contract that refuses by reverting, or that has no such function, has not signed.
    const answer = await client.call({ to: account, data, blockNumber }).catch((error: unknown) => {
      if (classifyError(error, 'endpoint').kind === 'reverted') return null
      throw error
    })
    return accepted.test(answer?.data ?? '')
  })
}
