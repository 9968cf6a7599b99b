import { oneLine, visibleText } from '@/lib/format/author-text'

/** Text records that are read, by their keys. */
export const textKeys = ['description', 'url', 'com.twitter', 'com.github'] as const

export type TextKey = (typeof textKeys)[number]

/** What an account says about itself; written by a stranger, made safe to show as text. */
export interface NameTexts {
  description: string | null
  /** https only; show `host` with it. */
  url: { href: string; host: string } | null
  /** Handle without @, and where it leads. */
  twitter: { handle: string; href: string } | null
  github: { handle: string; href: string } | null
}

const descriptionLimit = 500

/** An https link of a stranger without credentials and port, or null. */
export function safeLink(text: string): { href: string; host: string } | null {
  const trimmed = text.trim()
  // Many leave the scheme out.
  const written = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/|$)/i.test(trimmed) ? `https://${trimmed}` : trimmed
  if (written.length > 300 || visibleText(written).removed > 0 || !URL.canParse(written)) return null
  const url = new URL(written)
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.port !== '') return null
  if (!url.hostname.includes('.') || /^[\d.]+$|^\[/.test(url.hostname)) return null
  return { href: url.href, host: url.hostname }
}

function handle(text: string, shape: RegExp, base: string): { handle: string; href: string } | null {
  const name = text
    .trim()
    .replace(/^https:\/\/(?:www\.)?(?:twitter|x|github)\.com\//i, '')
    .replace(/^@/, '')
    .replace(/\/$/, '')
  return shape.test(name) ? { handle: name, href: `${base}${name}` } : null
}

/** Makes text records safe to show: no hidden or turning characters, no scheme but https, handles of their sites' own form. */
export function cleanTexts(records: Readonly<Partial<Record<TextKey, string | null>>>): NameTexts {
  return {
    description: oneLine(records.description ?? '', descriptionLimit) || null,
    url: safeLink(records.url ?? ''),
    twitter: handle(records['com.twitter'] ?? '', /^\w{1,15}$/, 'https://x.com/'),
    github: handle(
      records['com.github'] ?? '',
      /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i,
      'https://github.com/',
    ),
  }
}
