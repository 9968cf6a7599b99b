import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oneLine, parseAuthorText, visibleText } from './author-text'

const bidi = '\u202egnp.exe\u202c'

describe('the title of a text', () => {
  it.each([
    ['# Pay Q\nTen LPT', 'Pay Q', 'Ten LPT'],
    ['\n\n## Pay *the* [people](https://x.test) `now` ##\n\nBody', 'Pay the people now', 'Body'],
    ['Title\n=====\nBody', 'Title', 'Body'],
    ['Just a line\nand more', 'Just a line', 'Just a line\nand more'],
    ['> quoted **first** line', 'quoted first line', '> quoted **first** line'],
    ['---\ntitle: From the front\nlip: 12\n---\n# A heading\nBody', 'From the front', '# A heading\nBody'],
    ['---\ntitle: "Quoted: with colon"\n---\nBody', 'Quoted: with colon', 'Body'],
    ["---\r\nTitle: 'Windows'\r\n---\r\nBody", 'Windows', 'Body'],
    ['---\nauthor: x\n---\n# Heading\nBody', 'Heading', 'Body'],
    ['---\ntitle:\n---\n# Heading', 'Heading', ''],
    ['<b>Bold</b> <script>alert(1)</script>', 'Bold alert(1)', '<b>Bold</b> <script>alert(1)</script>'],
    [`# Invoice ${bidi}`, 'Invoice gnp.exe', ''],
    ['', null, ''],
    ['   \n\t\n', null, ''],
    ['#\n\nBody', '#', '#\n\nBody'],
    ['***', null, '***'],
  ])('%j is %j', (text, title, body) => {
    expect(parseAuthorText(text)).toMatchObject({ title, body })
  })

  it.each([
    '---\ntitle: [unclosed\n: : :\n\t- {bad: yaml\n---\nBody',
    '---\n  title: *anchor &x !!js/function\n---\nBody',
    '---\ntitle: never closed\n# Heading',
    '---\n---\n---',
    '---',
  ])('broken front matter breaks nothing: %j', (text) => {
    expect(() => parseAuthorText(text)).not.toThrow()
  })

  it('reads what it can of broken front matter', () => {
    expect(parseAuthorText('---\ntitle: [unclosed\n: : :\n---\nBody')).toMatchObject({
      title: '[unclosed',
      body: 'Body',
    })
  })

  it('takes a LIP number from front matter only when it is one', () => {
    expect(parseAuthorText('---\nlip: 118\ntitle: X\n---\n').lip).toBe('118')
    expect(parseAuthorText('---\nlip: <b>1</b>\ntitle: X\n---\n').lip).toBeNull()
  })

  it('cuts a long one between characters', () => {
    const title = parseAuthorText(`# ${'😀'.repeat(500)}`).title ?? ''
    expect([...title]).toHaveLength(120)
    expect(title.endsWith('…')).toBe(true)
    expect(title).not.toMatch(/\p{Surrogate}/u)
  })

  it('never throws and never shows a hidden character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const parsed = parseAuthorText(text)
        expect(visibleText(parsed.body).removed).toBe(0)
        if (parsed.title !== null) {
          expect(visibleText(parsed.title).removed).toBe(0)
          expect(parsed.title).not.toMatch(/\n/)
          expect(parsed.title.trim()).not.toBe('')
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('takes a moment with a text of any length', () => {
    const texts = [
      '#'.repeat(100_000),
      `# ${'['.repeat(100_000)}`,
      `---\n${'a:'.repeat(50_000)}`,
      '<'.repeat(100_000),
    ]
    const started = performance.now()
    for (const text of texts) parseAuthorText(text)
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})

describe('hidden characters', () => {
  it('are taken out and counted; joiners of emoji and other scripts stay', () => {
    expect(visibleText(`a${bidi}\u200bb`)).toEqual({ text: 'agnp.exeb', removed: 3 })
    expect(visibleText('👩\u200d🚀 سلام\tx\ny')).toEqual({ text: '👩\u200d🚀 سلام\tx\ny', removed: 0 })
  })

  it('do not make a line empty that is not', () => {
    expect(oneLine('\u202e \n  two\twords ')).toBe('two words')
    expect(oneLine('abcdef', 4)).toBe('abc…')
  })
})
