'use client'

import { NavLink } from '@/components/layout/nav-link'
import { Glyph } from '@/components/ui/glyph'
import { useWallet } from '@/hooks/use-wallet'

/** "My account" once a wallet is known; nothing before, because there is nowhere to go. */
export function MyAccountLink({ look }: { look: 'top' | 'bottom' }) {
  const { address } = useWallet()
  if (!address)
    return (
      <span
        aria-hidden
        className={`kept-for-wallet invisible ${look === 'top' ? 'flex px-2 xl:px-3' : 'flex flex-auto text-[0.6875rem] sm:text-small'}`}
      >
        My account
      </span>
    )
  const section = `/accounts/${address.toLowerCase()}`
  return (
    <NavLink
      href={`${section}/delegating`}
      section={section}
      look={look}
      icon={look === 'bottom' ? <Glyph name="person" /> : undefined}
    >
      My account
    </NavLink>
  )
}
