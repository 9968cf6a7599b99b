import type { MetadataRoute } from 'next'

/** Robots read pages, not the API, whose answers cost upstream requests. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: '/', disallow: '/api/' } }
}
