import type { MetadataRoute } from 'next'
import { settings } from '@/lib/network/settings'

/** Made when it is asked for: a build does not know where the site will be. */
export const dynamic = 'force-dynamic'

/**
 * Robots read pages: not the API and downloads, whose answers cost upstream requests, nor search, which has a page for every
 * question. What else is not to be listed says so itself, which a robot has to read.
 */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/api/', '/search', '/*/csv', '/*/json'] },
    sitemap: `${settings().siteUrl}/sitemap.xml`,
  }
}
