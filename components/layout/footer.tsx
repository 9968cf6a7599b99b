import { ThemeChoice } from '@/components/layout/theme-choice'
import { AsOfLine } from '@/components/ui/as-of'
import { IntentLink } from '@/components/ui/intent-link'
import type { Loaded, RoundView } from '@/lib/data/types'

export interface FooterProps {
  chainName: string
  round: Loaded<RoundView>
}

const links = [
  { href: 'https://livepeer.org', label: 'Livepeer' },
  { href: 'https://docs.livepeer.org', label: 'Docs' },
  { href: 'https://forum.livepeer.org', label: 'Forum' },
]

/** Chain and block of the page, links, theme. */
export function Footer({ chainName, round }: FooterProps) {
  return (
    <footer className="mt-16 border-t pb-[calc(3.5rem+env(safe-area-inset-bottom))] text-small text-ink-quiet lg:pb-0">
      <div className="mx-auto flex max-w-content flex-wrap items-center justify-between gap-x-8 gap-y-4 px-4 py-6 sm:px-6">
        <div>
          <p>{chainName}</p>
          {'asOf' in round && <AsOfLine asOf={round.asOf} />}
        </div>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3" data-print="hide">
          {links.map(({ href, label }) => (
            <a
              key={href}
              href={href}
              rel="noreferrer"
              className="py-1 underline-offset-4 hover:text-ink hover:underline"
            >
              {label}
            </a>
          ))}
          <IntentLink href="/portfolio" className="py-1 underline-offset-4 hover:text-ink hover:underline">
            Portfolio
          </IntentLink>
          <IntentLink href="/transactions" className="py-1 underline-offset-4 hover:text-ink hover:underline">
            Transactions
          </IntentLink>
          <IntentLink href="/migrate" className="py-1 underline-offset-4 hover:text-ink hover:underline">
            Migrate
          </IntentLink>
          {/* eslint-disable-next-line @next/next/no-html-link-for-pages -- an answer of the API, not a page */}
          <a href="/api/health" className="py-1 underline-offset-4 hover:text-ink hover:underline">
            Health
          </a>
          <ThemeChoice />
        </div>
      </div>
    </footer>
  )
}
