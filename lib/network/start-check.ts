import { ConfigurationError } from '@/lib/network/env'
import { describe } from '@/lib/network/ranked'
import { rpc } from '@/lib/network/rpc'
import { settings } from '@/lib/network/settings'

/**
 * Asks the chain for its id when the server starts.
 *
 * @param patienceMs how long to wait for an answer
 * @returns a warning for the operator when no endpoint answers in time (the site then starts and says so on its pages), else null
 * @throws ConfigurationError when the endpoint answers for another chain than NETWORK names
 */
export async function checkChainId(patienceMs: number): Promise<string | null> {
  const { network } = settings()
  let answer: unknown
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), patienceMs)
  })
  try {
    answer = await Promise.race([rpc('eth_chainId', []), late])
  } catch (error) {
    return `Warning: the chain does not answer yet, pages will say so. ${describe(error)}`
  } finally {
    clearTimeout(timer)
  }
  const id = typeof answer === 'string' ? Number(answer) : Number.NaN
  if (id === network.chainId) return null
  throw new ConfigurationError(
    `NETWORK=${network.name} needs chain ${network.chainId}, but the RPC endpoint answers for chain ${id}. Check RPC_URLS or DEVNET_RPC_PORT.`,
  )
}
