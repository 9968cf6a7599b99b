import type { Address } from 'viem'
import { AccountPicture, AccountTexts } from '@/components/account/account-identity'
import { RoleBadges } from '@/components/account/role-badges'
import { WatchSlot } from '@/components/account/watch-slot'
import { FullAddress } from '@/components/ui/address'
import { buttonClasses } from '@/components/ui/button'
import { TabsNav } from '@/components/ui/tabs-nav'
import { loadAccountRoles } from '@/lib/data/account-roles'
import { soon } from '@/lib/data/orchestrating-soon'
import { loadIdentity } from '@/lib/ens/names'
import { shortenAddress } from '@/lib/format/address'
import { checksumAddress } from '@/lib/format/address-checksum'

/** Pages of an account, at the URLs that links to them have always had. */
const tabs = [
  { id: 'delegating', label: 'Delegating' },
  { id: 'earnings', label: 'Earnings' },
  { id: 'orchestrating', label: 'Orchestrating' },
  { id: 'delegators', label: 'Delegators' },
  { id: 'history', label: 'History' },
  { id: 'broadcasting', label: 'Broadcasting' },
] as const

export interface AccountHeadProps {
  address: Address
  name: string | null
  tab: (typeof tabs)[number]['id']
  explorerUrl: string | null
  /** Where the actions stand below the figures (under 1024 px), a link to them with these words. */
  action?: string | null
}

/**
 * Who: picture, name, roles, whole address with copy and explorer link, what it says about itself, and the account's pages. Its
 * name's records are waited for only for a moment; without them the address stands for itself.
 */
export async function AccountHead({ address, name: known, tab, explorerUrl, action }: AccountHeadProps) {
  const [loaded, roles] = await Promise.all([loadIdentity(address), soon(loadAccountRoles(address))])
  const identity = 'value' in loaded ? loaded.value : null
  const name = identity?.name ?? known
  return (
    <div className="space-y-5 pt-8 pb-8">
      <div className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-1">
        <AccountPicture address={address} identity={identity} />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className={`min-w-0 text-title break-words ${name ? '' : 'font-mono font-medium'}`}>
            {name ?? shortenAddress(checksumAddress(address))}
          </h1>
          {'value' in roles && <RoleBadges roles={roles.value} />}
          <WatchSlot address={address} />
        </div>
        <div className="max-sm:col-span-2">
          <FullAddress address={checksumAddress(address)} explorerUrl={explorerUrl} />
        </div>
      </div>
      {identity && <AccountTexts identity={identity} />}
      {action && (
        <a
          href="#actions"
          className={buttonClasses({ wide: true, className: 'lg:hidden' })}
          data-print="hide"
        >
          {action}
        </a>
      )}
      <TabsNav
        label="Pages of this account"
        tabs={tabs.map(({ id, label }) => ({
          href: `/accounts/${address}/${id}`,
          label,
          current: id === tab,
        }))}
      />
    </div>
  )
}
