import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { TextDoubts } from '@/components/governance/text-doubts'

const paid = '0xAb5801a7D398351b8bE11C439e05C5B3259aeC9B'
const html = (text: string, hiddenCharacters = 0) =>
  renderToStaticMarkup(
    <TextDoubts
      text={text}
      hiddenCharacters={hiddenCharacters}
      known={[{ address: paid, label: 'the recipient of call 1' }]}
    />,
  )

describe('what is said above a text', () => {
  it('is nothing where nothing is doubtful', () => {
    expect(html(`Pay ${paid} for the work.`)).toBe('')
  })

  it('names an address that looks like one that is paid, with both', () => {
    const written = `0xab58${'0'.repeat(32)}ec9b`
    const shown = html(`Pay ${written}`)
    expect(shown).toContain(`The address ${written} looks like ${paid}, the recipient of call 1`)
  })

  it('names what was hidden, quietly where it is all there is', () => {
    expect(html('plain', 1)).toMatch(/^<p[^>]*>1 hidden character was taken out/)
    expect(html('pаypal', 3)).toContain('3 hidden characters were taken out')
  })

  it('shows a word as text, whatever is in it', () => {
    expect(html('<b>pаypal</b>')).toContain('“pаypal” mixes letters')
    expect(html('<b>pаypal</b>')).not.toContain('<b>')
  })
})
