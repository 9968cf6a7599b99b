import type { Address, Hex } from 'viem'
import { sendCall } from '@/devnet/chain/transact'
import type { World } from '@/e2e/chain/world'
import type { Call } from '@/lib/contracts/call'

/** Sends a call from an unlocked account and mines it: whether it succeeded. */
export async function callAs(world: World, from: Address, call: Call): Promise<'mined' | 'reverted'> {
  const hash = await sendCall(world.chain.request, {
    label: call.functionName,
    from,
    to: call.address,
    data: call.data,
    gas: 3_000_000,
  })
  const receipt = (await world.chain.request({ method: 'eth_getTransactionReceipt', params: [hash] })) as {
    status: Hex
  } | null
  if (!receipt) throw new Error(`${call.functionName} was not mined`)
  return receipt.status === '0x1' ? 'mined' : 'reverted'
}
