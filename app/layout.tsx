import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { monoFont, sansFont } from '@/app/fonts'
import { siteShare } from '@/app/share-metadata'
import { Footer } from '@/components/layout/footer'
import { LocalStrip } from '@/components/layout/local-strip'
import { BottomNav } from '@/components/layout/main-nav'
import { PositionStripSlot } from '@/components/layout/position-strip-slot'
import { SkipLink } from '@/components/layout/skip-link'
import { TopBar } from '@/components/layout/top-bar'
import { UnfinishedSlot } from '@/components/layout/unfinished-slot'
import { loadRound } from '@/lib/data/round'
import { loadPublicConfig } from '@/lib/network/load-public-config'
import { publicConfigElementId, serializePublicConfig } from '@/lib/network/public-config'
import { themeScript } from '@/lib/theme/theme-script'

export async function generateMetadata(): Promise<Metadata> {
  const { siteUrl } = await loadPublicConfig()
  return {
    metadataBase: new URL(siteUrl),
    title: { default: 'Livepeer Delegator', template: '%s · Livepeer Delegator' },
    description:
      'Look after your Livepeer stake: compare orchestrators, delegate, unbond and withdraw LPT with your own wallet.',
    applicationName: 'Livepeer Delegator',
    ...siteShare,
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f8f5' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1311' },
  ],
}

/** Every page is drawn at request time from the loaders' caches: a build needs no network. */
export const dynamic = 'force-dynamic'

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [config, round] = await Promise.all([loadPublicConfig(), loadRound()])
  return (
    <html lang="en" className={`${sansFont.variable} ${monoFont.variable}`} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
        <script
          id={publicConfigElementId}
          type="application/json"
          dangerouslySetInnerHTML={{ __html: serializePublicConfig(config) }}
        />
      </head>
      <body className="flex min-h-dvh flex-col">
        <SkipLink />
        {config.network === 'local' && <LocalStrip />}
        <TopBar round={round} />
        <PositionStripSlot />
        <UnfinishedSlot />
        <main id="content" className="mx-auto w-full max-w-content flex-1 px-4 sm:px-6">
          {children}
        </main>
        <Footer chainName={config.chainName} round={round} />
        <BottomNav />
      </body>
    </html>
  )
}
