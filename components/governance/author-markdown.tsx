import type { ReactElement, ReactNode } from 'react'
import Markdown, { type Components, type ExtraProps } from 'react-markdown'
import rehypeSanitize, { type Options as SanitizeSchema } from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import { linkDoubtWords } from '@/components/governance/doubt-words'
import { linkDoubts } from '@/lib/format/look-alikes'
import { isCheapMarkdown } from '@/lib/format/markdown-cost'
import { processWide } from '@/lib/network/process-wide'

type Element = NonNullable<ExtraProps['node']>
type Child = Element['children'][number] | { type: 'raw'; value: string }
/** A part of the text between parsing and sanitising: tags that were typed are still `raw`. */
interface Part {
  children: Child[]
}

/** Only what prose needs; no image, no frame, no form but the ticks of a task list, no style, no identifier but of footnotes. */
const schema: SanitizeSchema = {
  tagNames: [
    ...[
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'p',
      'br',
      'hr',
      'blockquote',
      'pre',
      'code',
      'em',
      'strong',
      'del',
    ],
    ...['ul', 'ol', 'li', 'input', 'a', 'sup', 'section', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: {
    a: ['href', 'id'],
    li: ['id'],
    ol: ['start'],
    th: ['align'],
    td: ['align'],
    input: [
      ['type', 'checkbox'],
      ['disabled', true],
      ['checked', true],
    ],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  protocols: { href: ['http', 'https'] },
  ancestors: {
    li: ['ul', 'ol'],
    thead: ['table'],
    tbody: ['table'],
    tr: ['table'],
    th: ['table'],
    td: ['table'],
  },
  clobber: [],
  strip: ['script', 'style'],
}

/** Tags that an author typed are shown as what was typed, so that nothing of a proposal is hidden; comments are left out. */
function rehypeShowTags() {
  return (root: Part) => {
    showTags(root)
  }
}

function showTags(part: Part): void {
  part.children = part.children.map((child): Child => {
    if (child.type === 'raw') {
      return { type: 'text', value: /^<!--[^]*-->\s*$/.test(child.value) ? '' : child.value }
    }
    if (child.type === 'element') {
      if (child.tagName === 'img') return imageLink(child)
      showTags(child)
    }
    return child
  })
}

/** A picture from elsewhere would tell its host who reads: a link instead, followed only by choice. */
function imageLink({ properties }: Element): Element {
  const words = String(properties.alt ?? '').trim()
  return {
    type: 'element',
    tagName: 'a',
    properties: { href: String(properties.src ?? '') },
    children: [{ type: 'text', value: words ? `Image: ${words}` : 'Image' }],
  }
}

const headings = {
  large: ({ children }: { children?: ReactNode }) => (
    <h3 className="pt-4 font-semibold first:pt-0">{children}</h3>
  ),
  small: ({ children }: { children?: ReactNode }) => <h4 className="pt-2 font-medium">{children}</h4>,
}

const components: Components = {
  h1: headings.large,
  h2: headings.large,
  h3: headings.small,
  h4: headings.small,
  h5: headings.small,
  h6: headings.small,
  ul: ({ children }) => <ul className="list-disc space-y-1 pl-6">{children}</ul>,
  ol: ({ children, start }) => (
    <ol start={start} className="list-decimal space-y-1 pl-6">
      {children}
    </ol>
  ),
  blockquote: ({ children }) => (
    <blockquote className="space-y-4 border-l-2 pl-4 text-ink-quiet">{children}</blockquote>
  ),
  pre: ({ children }) => (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys must be able to scroll it
    <pre tabIndex={0} className="overflow-x-auto rounded bg-raised p-3 text-small">
      {children}
    </pre>
  ),
  code: ({ children }) => <code className="font-mono text-[0.9em] break-words">{children}</code>,
  table: ({ children }) => (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys must be able to scroll it
    <div className="overflow-x-auto" role="region" aria-label="Table" tabIndex={0}>
      <table className="border-collapse text-small">{children}</table>
    </div>
  ),
  th: ({ children }) => <th className="border-b px-3 py-2 text-left font-medium first:pl-0">{children}</th>,
  td: ({ children }) => <td className="border-b px-3 py-2 align-top first:pl-0">{children}</td>,
  input: ({ checked }) => <span>{checked ? '☑ ' : '☐ '}</span>,
  a: ({ href, id, children, node }) => (
    <AuthorLink href={href} id={id} words={node ? wordsOf(node) : ''}>
      {children}
    </AuthorLink>
  ),
}

/** The words of a part of the text. */
function wordsOf(part: Pick<Part, 'children'>): string {
  return part.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? wordsOf(child) : ''))
    .join('')
}

/** A link of the text with where it leads behind it, and what is doubtful about that; inside the text only to its footnotes. */
function AuthorLink(props: { href?: string; id?: string; words: string; children?: ReactNode }) {
  const { href, id, words, children } = props
  if (href?.startsWith('#user-content-')) {
    return (
      <a href={href} id={id} className="text-accent-text underline underline-offset-4">
        {children}
      </a>
    )
  }
  const url = href && URL.canParse(href) ? new URL(href) : null
  if (!url || !/^https?:$/.test(url.protocol)) return <span>{children}</span>
  const doubts = linkDoubts(url.href, words)
  return (
    <>
      <a
        href={url.href}
        target="_blank"
        rel="noreferrer nofollow ugc"
        className="text-accent-text underline underline-offset-4"
      >
        {children}
      </a>
      <span className="text-small break-all text-ink-quiet"> ({url.hostname})</span>
      {doubts.length > 0 && (
        <span className="text-small font-medium text-loss"> Careful: {linkDoubtWords(doubts)}.</span>
      )}
    </>
  )
}

/** A link of the text as an absolute one; null drops it. Relative ones need a base. */
function absoluteLink(href: string, base: string | null): string {
  if (href.startsWith('#user-content-')) return href
  if (URL.canParse(href)) return /^https?:$/.test(new URL(href).protocol) ? href : ''
  return base !== null && !href.startsWith('#') && URL.canParse(href, base) ? new URL(href, base).href : ''
}

export interface AuthorMarkdownProps {
  /** Markdown by a stranger, without hidden characters (`parseAuthorText`). */
  source: string
  /** What relative links start from; null: they lead nowhere. */
  linkBase?: string | null
}

/**
 * Text by a stranger, formatted on the server: parsed, then sanitised; no image is fetched, every link shows its domain and
 * whether it seems to lead elsewhere than it says. What would cost too much to format is shown as it was written.
 */
export function AuthorMarkdown({ source, linkBase = null }: AuthorMarkdownProps) {
  const formatted = formattedText(source, linkBase)
  if (formatted) return <div className="max-w-text space-y-4 break-words">{formatted}</div>
  return (
    <div className="max-w-text space-y-3">
      <p className="text-small text-ink-quiet">
        This text is shown as it was written: it is too long or too tangled to be formatted.
      </p>
      <p className="break-words whitespace-pre-wrap">{source}</p>
    </div>
  )
}

const keptTexts = 100

/** The text's elements, made once per process: formatting takes up to a second or two for the worst text allowed. */
function formattedText(source: string, linkBase: string | null): ReactElement | null {
  const kept = processWide('formatted-texts', () => new Map<string, ReactElement | null>())
  const key = `${linkBase} ${source}`
  const present = kept.get(key)
  if (present !== undefined) return present
  const made = format(source, linkBase)
  kept.set(key, made)
  const oldest = kept.size > keptTexts ? kept.keys().next() : undefined
  if (oldest && !oldest.done) kept.delete(oldest.value)
  return made
}

function format(source: string, linkBase: string | null): ReactElement | null {
  if (!isCheapMarkdown(source)) return null
  try {
    return Markdown({
      children: source,
      remarkPlugins: [remarkGfm],
      rehypePlugins: [rehypeShowTags, [rehypeSanitize, schema]],
      urlTransform: (href) => absoluteLink(href, linkBase),
      components,
    })
  } catch {
    // A parser that gives up, e.g. for want of stack: the text is then shown as it is.
    return null
  }
}
