import type { ReactNode } from 'react'
import type { Address } from 'viem'
import { FullAddress } from '@/components/ui/address'
import { AddressMark } from '@/components/ui/address-mark'
import { buttonClasses } from '@/components/ui/button'
import { TabsNav } from '@/components/ui/tabs-nav'
import { shortenAddress } from '@/lib/format/address'
import { checksumAddress } from '@/lib/format/address-checksum'

export interface AccountHeadProps {
  address: Address
  name: string | null
  tab: 'delegating' | 'orchestrating'
  explorerUrl: string | null
  /** What the account is, in words: "Orchestrator", "Delegator". */
  roles?: ReactNode
  /** Where the actions stand below the figures (under 1024 px), a link to them with these words. */
  action?: string | null
}

/** Who: mark, name, whole address with copy and explorer link, and the account's pages. */
export function AccountHead({ address, name, tab, explorerUrl, roles, action }: AccountHeadProps) {
  const tabs = [
    { id: 'delegating', label: 'Delegating' },
    { id: 'orchestrating', label: 'Orchestrating' },
  ]
  return (
    <div className="space-y-5 pt-8 pb-8">
      <div className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-1">
        <AddressMark address={address} className="size-12 rounded sm:row-span-2" />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className={`min-w-0 text-title break-words ${name ? '' : 'font-mono font-medium'}`}>
            {name ?? shortenAddress(checksumAddress(address))}
          </h1>
          {roles}
        </div>
        <div className="max-sm:col-span-2">
          <FullAddress address={checksumAddress(address)} explorerUrl={explorerUrl} />
        </div>
      </div>
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
