import { notFound, redirect } from 'next/navigation'
import { parseAddress } from '@/lib/format/address-checksum'

export default async function AccountPage({ params }: { params: Promise<{ address: string }> }) {
  const parsed = parseAddress((await params).address.replace(/^0X/, '0x'))
  if (!parsed.ok) notFound()
  redirect(`/accounts/${parsed.address}/delegating`)
}
