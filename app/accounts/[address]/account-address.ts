import { notFound, permanentRedirect } from 'next/navigation'
import type { Address } from 'viem'
import { parseAddress } from '@/lib/format/address-checksum'

export type AccountTab =
  | 'delegating'
  | 'earnings'
  | 'orchestrating'
  | 'delegators'
  | 'history'
  | 'broadcasting'

/**
 * The account a URL names, in lower case. Other spellings (checksummed, upper case) are redirected to the lower-case
 * URL, so that an account has one; what is no address, or whose checksum does not add up, answers 404.
 */
export async function accountAddress(
  params: Promise<{ address: string }>,
  tab: AccountTab,
): Promise<Address> {
  const { address: text } = await params
  const parsed = parseAddress(text.replace(/^0X/, '0x'))
  if (!parsed.ok) notFound()
  if (text !== parsed.address) permanentRedirect(`/accounts/${parsed.address}/${tab}`)
  return parsed.address
}
