import { Brand } from '@/components/layout/brand'
import { TopNav } from '@/components/layout/main-nav'
import { RoundLink } from '@/components/layout/round-link'
import { ThemeToggle } from '@/components/layout/theme-toggle'
import { ConnectButton } from '@/components/wallet/connect-button'
import type { Loaded, RoundView } from '@/lib/data/types'

/** Brand, navigation, round, theme, wallet. Stays in view; the heads of long tables stick below it. */
export function TopBar({ round }: { round: Loaded<RoundView> }) {
  return (
    <header className="sticky top-0 z-30 border-b bg-ground">
      <div className="mx-auto flex h-14 max-w-content items-center gap-1 px-4 sm:gap-3 sm:px-6">
        <Brand />
        <TopNav />
        <div className="ml-auto flex items-center gap-1 sm:gap-2">
          <RoundLink round={round} />
          <ThemeToggle />
          <div className="needs-js connect-place flex justify-end">
            <ConnectButton />
          </div>
        </div>
      </div>
    </header>
  )
}
