import { Brand } from '@/components/layout/brand'
import { TopNav } from '@/components/layout/main-nav'
import { RoundLink } from '@/components/layout/round-link'
import { ThemeToggle } from '@/components/layout/theme-toggle'
import { SearchButton } from '@/components/search/search-button'
import { Glyph } from '@/components/ui/glyph'
import { ConnectButton } from '@/components/wallet/connect-button'
import type { Loaded, RoundView } from '@/lib/data/types'

/** Brand, navigation, search, round, theme, wallet. Stays in view; the heads of long tables stick below it. */
export function TopBar({ round }: { round: Loaded<RoundView> }) {
  return (
    <header className="sticky top-0 z-30 border-b bg-ground">
      <div className="mx-auto flex h-14 max-w-content items-center gap-1 px-4 sm:gap-3 sm:px-6">
        <Brand />
        <TopNav />
        <div className="ml-auto flex items-center gap-1 sm:gap-2">
          <SearchButton>
            <Glyph name="search" />
            <span className="sr-only">Search</span>
            <kbd aria-hidden className="hidden rounded-sm border px-1.5 text-small xl:inline">
              /
            </kbd>
          </SearchButton>
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
