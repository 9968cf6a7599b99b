import { LayoutDashboard, Table2 } from 'lucide-react'
import { MyAccountLink } from '@/components/layout/my-account-link'
import { NavLink } from '@/components/layout/nav-link'

/** The main navigation in the top bar, from 640 px. */
export function TopNav() {
  return (
    <nav aria-label="Main" className="hidden sm:flex">
      <NavLink href="/" look="top">
        Overview
      </NavLink>
      <NavLink href="/orchestrators" look="top">
        Orchestrators
      </NavLink>
      <MyAccountLink look="top" />
    </nav>
  )
}

/** The same on phones, in reach of the thumb. */
export function BottomNav() {
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 flex border-t bg-panel pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      <NavLink href="/" look="bottom" icon={<LayoutDashboard aria-hidden />}>
        Overview
      </NavLink>
      <NavLink href="/orchestrators" look="bottom" icon={<Table2 aria-hidden />}>
        Orchestrators
      </NavLink>
      <MyAccountLink look="bottom" />
    </nav>
  )
}
