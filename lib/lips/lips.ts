import { z } from 'zod'
import { type Served, serve } from '@/lib/data/served'
import { oneLine, parseAuthorText, splitFrontMatter } from '@/lib/format/author-text'
import { fetchJson, readBytes } from '@/lib/network/fetch-json'
import { onRankedEndpoints } from '@/lib/network/ranked'
import { type Endpoint, settings } from '@/lib/network/settings'
import { SourceError } from '@/lib/network/source-error'

/** One LIP of the repository. Its text is untrusted, as anybody can propose a change there. */
export interface LipView {
  /** Digits only. */
  number: string
  title: string
  /** As the front matter has it, in lower case; null: it says nothing. */
  status: string | null
  created: string | null
  /** A LIP that is only part of another one is not polled by itself. */
  partOf: string | null
  /** The file as it stands, for the pin of a poll. */
  text: string
}

export interface LipsView {
  /** Commit the texts are from. */
  commit: string
  lips: readonly LipView[]
}

const timeoutMs = 6_000
const limitBytes = 2_000_000
const textLimitBytes = 512_000
const atOnce = 8
const most = 400

const commitSchema = z.object({ sha: z.string().regex(/^[0-9a-f]{40}$/) })
const listingSchema = z
  .array(
    z.object({
      name: z.string().max(100),
      sha: z.string().regex(/^[0-9a-f]{40}$/),
      type: z.string().max(20),
      download_url: z.string().max(500).nullable(),
    }),
  )
  .max(2_000)

type Listed = z.output<typeof listingSchema>[number]

/** Texts are fetched from the repository's own host or GitHub's raw one, nowhere else a listing may point. */
function isTextUrl(url: string, repository: Endpoint): boolean {
  if (!URL.canParse(url)) return false
  const { origin } = new URL(url)
  return origin === new URL(repository.url).origin || origin === 'https://raw.githubusercontent.com'
}

/** Files never change under their blob id, so each is read once. */
const texts = new Map<string, string>()

async function readText(file: Listed, repository: Endpoint): Promise<string> {
  const known = texts.get(file.sha)
  if (known !== undefined) return known
  const url = file.download_url ?? ''
  if (!isTextUrl(url, repository)) throw new Error('a listing that points elsewhere')
  const response = await fetch(url, {
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  })
  if (!response.ok) {
    await response.body?.cancel()
    throw new Error(`HTTP ${response.status}`)
  }
  const text = (await readBytes(response, textLimitBytes)).toString('utf8')
  if (texts.size >= 1_000) texts.clear()
  texts.set(file.sha, text)
  return text
}

/** A LIP from its file; null: the file is no LIP with a number and a title. */
export function parseLip(text: string): LipView | null {
  const { fields } = splitFrontMatter(text)
  const { lip, title } = parseAuthorText(text)
  if (lip === null || title === null) return null
  const field = (name: string) => oneLine(fields.get(name) ?? '', 60) || null
  return {
    number: `${Number(lip)}`,
    title,
    status: field('status')?.toLowerCase() ?? null,
    created: field('created'),
    partOf: field('part-of'),
    text,
  }
}

async function readLips(repository: Endpoint): Promise<LipsView> {
  return onRankedEndpoints('The list of LIPs', [repository], async (endpoint) => {
    const get = <Answer>(path: string, schema: z.ZodType<Answer>) =>
      fetchJson(endpoint, { path, schema, limitBytes, timeoutMs })
    const { sha } = await get('/commits/master', commitSchema)
    const listing = await get(`/contents/LIPs?ref=${sha}`, listingSchema)
    const files = listing.filter(({ name, type }) => type === 'file' && /^LIP-\d{1,6}\.md$/i.test(name))
    if (files.length > most) throw new Error('more LIPs than there can be')
    const lips: LipView[] = []
    for (let from = 0; from < files.length; from += atOnce) {
      const found = await Promise.all(
        files.slice(from, from + atOnce).map(async (file) => parseLip(await readText(file, endpoint))),
      )
      lips.push(...found.filter((lip) => lip !== null))
    }
    if (lips.length === 0 && files.length > 0)
      throw new SourceError('No LIP could be read.', 'Try again later.')
    return { commit: sha, lips: lips.sort((a, b) => Number(b.number) - Number(a.number)) }
  })
}

/** Every LIP of the repository, newest first, with its text: what a poll can be made about (product.md 5.5). */
export function loadLips(): Promise<Served<LipsView>> {
  const { lips } = settings()
  const missing = lips
    ? null
    : { reason: 'This copy of the site has no repository of LIPs.', next: 'Set LIPS_URL.' }
  return serve({ key: 'lips', freshness: 'per-minute', missing }, () => readLips(lips as Endpoint))
}
