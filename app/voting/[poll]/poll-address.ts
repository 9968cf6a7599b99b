import { notFound, permanentRedirect } from 'next/navigation'
import type { Address } from 'viem'
import { parseAddress } from '@/lib/format/address-checksum'

/** The poll a URL names, in lower case; other spellings are redirected, what is no address answers 404. */
export async function pollAddress(params: Promise<{ poll: string }>): Promise<Address> {
  const { poll } = await params
  const parsed = parseAddress(poll.replace(/^0X/, '0x'))
  if (!parsed.ok) notFound()
  if (poll !== parsed.address) permanentRedirect(`/voting/${parsed.address}`)
  return parsed.address
}
