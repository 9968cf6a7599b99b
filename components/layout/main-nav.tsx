import { Landmark, LayoutDashboard, Network, Table2 } from 'lucide-react'
import { MyAccountLink } from '@/components/layout/my-account-link'
import { NavLink } from '@/components/layout/nav-link'

/** Polls and treasury are two lists of one part of the site. */
const governance = { href: '/voting', sections: ['/voting', '/treasury'] }

/** Pages about the network as a whole. */
const network = {
  href: '/leaderboard',
  sections: ['/leaderboard', '/gateways', '/transactions', '/protocol'],
}

/** The main navigation in the top bar, from 1024 px. */
export function TopNav() {
  return (
    <nav aria-label="Main" className="hidden lg:flex">
      <NavLink href="/" look="top">
        Overview
      </NavLink>
      <NavLink href="/orchestrators" look="top">
        Orchestrators
      </NavLink>
      <NavLink {...governance} look="top">
        Governance
      </NavLink>
      <NavLink {...network} look="top">
        Network
      </NavLink>
      <MyAccountLink look="top" />
    </nav>
  )
}

/** The same on phones and small tablets, in reach of the thumb. */
export function BottomNav() {
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 flex border-t bg-panel pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <NavLink href="/" look="bottom" icon={<LayoutDashboard aria-hidden />}>
        Overview
      </NavLink>
      <NavLink href="/orchestrators" look="bottom" icon={<Table2 aria-hidden />}>
        Orchestrators
      </NavLink>
      <NavLink {...governance} look="bottom" icon={<Landmark aria-hidden />}>
        Governance
      </NavLink>
      <NavLink {...network} look="bottom" icon={<Network aria-hidden />}>
        Network
      </NavLink>
      <MyAccountLink look="bottom" />
    </nav>
  )
}
