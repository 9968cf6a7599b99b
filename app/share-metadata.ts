import type { Metadata } from 'next'

/** The picture of pages that have none of their own. */
export const sitePreview = '/preview.png'

const siteName = 'Livepeer Delegator'
/** Longest title taken from a stranger's text. */
const titleLength = 110
/** More is cut off wherever it is shown. */
const descriptionLength = 300

const bounded = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`

/** What a link to this site shows, unless its page says more: its title and description come from the page. */
export const siteShare = {
  openGraph: {
    siteName,
    type: 'website',
    locale: 'en',
    url: './',
    images: [{ url: sitePreview, width: 1200, height: 630, alt: 'Livepeer Delegator' }],
  },
  twitter: { card: 'summary_large_image' },
} satisfies Metadata

/**
 * Everything other sites show and list of a page about one thing.
 *
 * @param page.path canonical, without a query
 * @param page.image its own picture; null: the site's
 * @param page.listed false: search engines leave it out
 */
export function shareMetadata(page: {
  title: string
  description: string
  path: string
  image: string | null
  listed: boolean
}): Metadata {
  const title = bounded(page.title, titleLength)
  const description = bounded(page.description, descriptionLength)
  const images = [{ url: page.image ?? sitePreview, width: 1200, height: 630, alt: title }]
  return {
    title,
    description,
    alternates: { canonical: page.path },
    openGraph: { ...siteShare.openGraph, url: page.path, title, description, images },
    twitter: { ...siteShare.twitter, title, description, images },
    ...(page.listed ? {} : { robots: { index: false, follow: true } }),
  }
}
