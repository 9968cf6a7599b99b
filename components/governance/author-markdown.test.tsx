import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { AuthorMarkdown } from '@/components/governance/author-markdown'

const html = (source: string, linkBase: string | null = null) =>
  renderToStaticMarkup(<AuthorMarkdown source={source} linkBase={linkBase} />)

/** What a browser would run, load or follow of the markup. */
function dangers(markup: string): string[] {
  const tags = markup.match(/<[a-z][^>]*>/gi) ?? []
  return tags.filter(
    (tag) =>
      /^<(script|style|img|iframe|object|embed|form|svg|math|video|audio|link|meta|base|picture|source|button|textarea|select|input)\b/i.test(
        tag,
      ) ||
      /\son\w+\s*=/i.test(tag) ||
      /\ssrc|srcset|style=|formaction|xlink/i.test(tag) ||
      /href="(?!https?:\/\/|#user-content-)/i.test(tag),
  )
}

describe('hostile text', () => {
  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['an event handler', '<img src=x onerror=alert(1)>'],
    ['a svg', '<svg onload="alert(1)"><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>'],
    ['a javascript link', '[click](javascript:alert(1))'],
    [
      'a disguised one',
      '[click](JaVa\tScRiPt:alert(1)) [x](&#106;avascript:alert(1)) [y](java\u0000script:alert(1))',
    ],
    ['a data link', '[click](data:text/html;base64,PHNjcmlwdD4=)'],
    ['a vbscript autolink', '<vbscript:x> <javascript:alert(1)>'],
    ['a reference', '[click][1]\n\n[1]: javascript:alert(1)'],
    ['a remote image', '![tracker](https://evil.test/pixel.png)'],
    ['an image by reference', '![t][1]\n\n[1]: https://evil.test/pixel.png "title"'],
    ['an iframe', '<iframe src="https://evil.test"></iframe>'],
    ['a form', '<form action="https://evil.test"><input name=key><button>Claim</button></form>'],
    ['a style', '<style>body{display:none}</style><p style="position:fixed">x</p>'],
    ['a base', '<base href="https://evil.test/">'],
    ['quotes in a title', '[x](https://a.test "\\" onmouseover=alert(1) x=\\"")'],
    ['a relative link', '[x](/accounts/0x1) [y](//evil.test) [z](#content)'],
    ['a link to the local network', '[x](http:javascript:alert(1))'],
    ['a file', '[x](file:///etc/passwd)'],
  ])('%s does nothing', (_name, source) => {
    expect(dangers(html(source))).toEqual([])
  })

  it('is found by this test when it is let through', () => {
    expect(dangers('<a href="javascript:alert(1)">x</a>')).toHaveLength(1)
    expect(dangers('<p onclick="x">')).toHaveLength(1)
    expect(dangers('<img src="https://evil.test/x">')).toHaveLength(1)
  })

  it('keeps typed tags readable, so that nothing of a proposal is hidden', () => {
    const shown = html('Pay <b>me</b>\n\n<div onclick="x">all of it</div>\n\n<!-- a note -->\n\nEnd')
    expect(shown).toContain('&lt;b&gt;me&lt;/b&gt;')
    expect(shown).toContain('all of it')
    expect(shown).not.toContain('a note')
  })

  it('shows where each link really leads', () => {
    const shown = html('[https://livepeer.org](https://livepeer.org@evil.test/x) [аpple](https://аpple.com)')
    expect(shown).toContain('(evil.test)')
    expect(shown).toContain('(xn--pple-43d.com)')
    expect(shown.match(/rel="noreferrer nofollow ugc"/g)).toHaveLength(2)
  })

  it('makes a link of an image, with its words and domain', () => {
    const shown = html('![A chart](https://pics.test/a.png)')
    expect(shown).toContain('>Image: A chart</a>')
    expect(shown).toContain('(pics.test)')
  })

  it.each([
    ['100 kB of markdown', `# Title\n${'**bold** and [x](https://a.test) '.repeat(3_000)}`],
    ['quotes without end', '> - '.repeat(20_000)],
    ['emphasis without end', `${'*'.repeat(20_000)}a`],
  ])('shows %s as it was written, at once', (_name, source) => {
    const started = performance.now()
    const shown = html(source)
    expect(performance.now() - started).toBeLessThan(2_000)
    expect(shown).toContain('shown as it was written')
    expect(shown).toContain(source.slice(0, 12).replaceAll('>', '&gt;'))
    expect(dangers(shown)).toEqual([])
  })
})

describe('ordinary text', () => {
  it('keeps headings below the page’s own', () => {
    const shown = html('# One\n\n## Two\n\n### Three')
    expect(shown).not.toMatch(/<h[12]/)
    expect(shown.match(/<h3/g)).toHaveLength(2)
    expect(shown.match(/<h4/g)).toHaveLength(1)
  })

  it('has lists, tables, quotes, code, ticks and footnotes', () => {
    const shown = html(
      '1. a\n2. b\n\n- [x] done\n- [ ] open\n\n> q\n\n`code`\n\n```js\nlet a\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n~~no~~ note[^1]\n\n[^1]: the note',
    )
    for (const part of ['<ol', '☑ ', '☐ ', '<blockquote', '<pre', '<table', '<del>', '#user-content-fn-1']) {
      expect(shown).toContain(part)
    }
  })

  it('takes relative links from the commit the text was written at', () => {
    const base = 'https://github.com/livepeer/LIPs/blob/abc/LIPs/'
    expect(html('[x](./LIP-89.md) [y](../assets/a.png)', base)).toMatch(
      /href="https:\/\/github\.com\/livepeer\/LIPs\/blob\/abc\/LIPs\/LIP-89\.md".*blob\/abc\/assets\/a\.png/,
    )
    expect(dangers(html('[x](javascript:alert(1)) [y](\\\\evil.test)', base))).toEqual([])
  })
})

describe('doubtful links', () => {
  it.each([
    ['[https://livepeer.org](https://evil.test/x)', 'leads to evil.test, not to livepeer.org'],
    ['[x](https://livepeer.org@evil.test/)', 'leads to evil.test; “livepeer.org” before the @ is no site'],
    ['[x](https://liveрeer.org)', 'looks like livepeer.org and is not'],
    ['<https://livepeer.org.evil.test>', 'looks like livepeer.org and is not'],
    ['![https://livepeer.org](https://evil.test/x.png)', null],
    ['[the forum](https://forum.livepeer.org/t/1)', null],
  ])('%s', (source, words) => {
    const shown = html(source)
    expect(dangers(shown)).toEqual([])
    if (words === null) expect(shown).not.toContain('text-loss')
    else expect(shown).toContain(words)
  })
})
