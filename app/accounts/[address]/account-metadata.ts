import type { Metadata } from 'next'
import type { AccountTab } from '@/app/accounts/[address]/account-address'
import { shareMetadata } from '@/app/share-metadata'
import { accountDescription, accountTitle } from '@/components/account/account-titles'
import { loadListed } from '@/lib/data/listed'
import type { DelegatingView } from '@/lib/data/types'
import { loadName } from '@/lib/ens/names'
import type { Address } from '@/lib/protocol/types'

/**
 * Title, description, canonical link and picture of an account's page.
 *
 * @param more.empty the account has nothing of what the page is about: search engines would list pages without end
 */
export async function accountMetadata(
  address: Address,
  tab: AccountTab,
  more: { delegating?: DelegatingView | null; empty?: boolean } = {},
): Promise<Metadata> {
  const [listed, name] = await Promise.all([loadListed(address), loadName(address)])
  const row = listed.state === 'listed' ? listed.row : null
  const account = { address, name: name ?? row?.name ?? null, row }
  return shareMetadata({
    title: accountTitle(account, tab),
    description: accountDescription(account, tab, more.delegating),
    path: `/accounts/${address}/${tab}`,
    image: row ? `/accounts/${address}/preview.png` : null,
    listed: !more.empty,
  })
}
