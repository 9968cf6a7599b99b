'use client'

import { UserRound } from 'lucide-react'
import { NavLink } from '@/components/layout/nav-link'
import { useWallet } from '@/hooks/use-wallet'

/** "My account" once a wallet is known; nothing before, because there is nowhere to go. */
export function MyAccountLink({ look }: { look: 'top' | 'bottom' }) {
  const { address } = useWallet()
  if (!address) return null
  const section = `/accounts/${address.toLowerCase()}`
  return (
    <NavLink
      href={`${section}/delegating`}
      section={section}
      look={look}
      icon={look === 'bottom' ? <UserRound aria-hidden /> : undefined}
    >
      My account
    </NavLink>
  )
}
