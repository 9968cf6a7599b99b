import { loadSitemap, type SitemapEntry } from '@/lib/data/sitemap'
import { isoDateTime } from '@/lib/format/date'
import { plainAnswer } from '@/lib/network/file-answer'
import { settings } from '@/lib/network/settings'

export const dynamic = 'force-dynamic'

/** Paths are of letters, digits and slashes: nothing in them needs escaping. */
function urlElement({ path, changedAt }: SitemapEntry, siteUrl: string): string {
  const changed = changedAt === null ? '' : `<lastmod>${isoDateTime(changedAt)}</lastmod>`
  return `<url><loc>${siteUrl}${path === '/' ? '' : path}</loc>${changed}</url>`
}

/** Every page that search engines may list; 503 while some list is not known, so that none is forgotten. */
export async function GET(): Promise<Response> {
  const sitemap = await loadSitemap()
  if (sitemap.state === 'unknown') return plainAnswer(sitemap.reason, 503, { 'retry-after': '60' })
  const { siteUrl } = settings()
  const urls = sitemap.entries.map((entry) => urlElement(entry, siteUrl)).join('\n')
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}\n</urlset>\n`,
    { headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=300' } },
  )
}
