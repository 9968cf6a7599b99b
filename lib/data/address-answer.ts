import { type Address, isAddress } from 'viem'
import type { Loaded } from '@/lib/data/types'
import { viewAnswer } from '@/lib/data/wire'
import { limited } from '@/lib/network/guard/limits'
import { refuse } from '@/lib/network/guard/refusal'

/**
 * The API's answer about one account: within the visitor's limit, for any spelling of its address. What is no address is answered
 * with status 400.
 *
 * @param text the account as the URL has it
 */
export async function addressAnswer(
  request: Request,
  text: Promise<string>,
  load: (account: Address) => Promise<Loaded<unknown>>,
): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const account = await text
  if (!isAddress(account, { strict: false })) return refuse({ status: 400, message: 'Not an address.' })
  return viewAnswer(request, await load(account))
}
