import { describe, expect, it } from 'vitest'
import { formattedTextLimit, isCheapMarkdown } from './markdown-cost'

const paragraph =
  'The treasury pays **ten** LPT to the [working group](https://forum.example/t/1) for `four` months.\n\n'
const proposal = `# Fund the docs

> A quote
> > with a reply

1. First
   - nested
     - twice
2. Second

| month | LPT |
| --- | ---: |
| Jan | 1,000 |

***

${paragraph.repeat(300)}`

describe('a text worth formatting', () => {
  it.each([
    ['an ordinary proposal', proposal],
    ['nothing', ''],
    ['one long line', 'word '.repeat(11_000)],
    ['a rule of many dashes', `a\n\n${'-'.repeat(400)}\n\nb`],
    ['a rule of many asterisks', `a\n\n${'*'.repeat(400)}\n\nb`],
  ])('%s', (_name, text) => {
    expect(isCheapMarkdown(text)).toBe(true)
  })
})

describe('a text that parsers choke on', () => {
  it.each([
    ['longer than the limit', 'a'.repeat(formattedTextLimit + 1)],
    ['quotes in quotes', '>'.repeat(200)],
    ['quotes and lists in turns', '> - '.repeat(200)],
    ['lists in lists on one line', '- '.repeat(200)],
    ['numbers in numbers on one line', '1. '.repeat(200)],
    [
      'lists in lists by indent',
      Array.from({ length: 60 }, (_, index) => `${' '.repeat(index)}- a`).join('\n'),
    ],
    ['emphasis in emphasis', `${'*'.repeat(20_000)}a${'*'.repeat(20_000)}`],
    ['brackets', '['.repeat(40_000)],
    ['unclosed links', '[a](b '.repeat(7_000)],
    ['backslashes', '\\'.repeat(40_000)],
    ['tables of thousands of cells', `${'|a'.repeat(3_000)}\n${'|-'.repeat(3_000)}`],
    ['a table that is too wide', `${'|a'.repeat(60)}\n${'|-'.repeat(60)}`],
    [
      'thousands of definitions',
      Array.from({ length: 500 }, (_, index) => `[a${index}]: http://x`).join('\n'),
    ],
    ['thousands of list items', '+ a\n'.repeat(3_900)],
    ['thousands of lines', 'a\n'.repeat(20_000)],
  ])('%s', (_name, text) => {
    const started = performance.now()
    expect(isCheapMarkdown(text)).toBe(false)
    expect(performance.now() - started).toBeLessThan(500)
  })
})
