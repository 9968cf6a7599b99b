import { type Address, type Client, numberToHex } from 'viem'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { callOf } from '@/lib/contracts/call-of'
import { classifyError } from '@/lib/contracts/errors'
import { runCall } from '@/lib/transaction/safe-reads'
import type { Intent } from '@/lib/transaction/types'

/**
 * Whether a withdrawal of fees reaches its recipient: the Minter sends ETH with 2,300 gas (contracts.md 3.3), too little for
 * many contracts. Tried as it would run. Null where the recipient has no code, so that there is nothing to try, and where the
 * call fails for a reason of its own. Rejects with viem's error when the endpoint fails.
 */
export async function takesFees(
  client: Client,
  addresses: ContractAddresses,
  account: Address,
  intent: Extract<Intent, { verb: 'withdrawFees' }>,
  block: bigint,
): Promise<boolean | null> {
  const at = numberToHex(block)
  const code = await client.request({ method: 'eth_getCode', params: [intent.recipient, at] })
  if (!code || code === '0x') return null
  try {
    await runCall(client, callOf(intent, addresses), account, at)
    return true
  } catch (error) {
    const failure = classifyError(error, 'endpoint')
    if (failure.kind !== 'reverted') throw error
    return failure.data === '0x' ? false : null
  }
}
