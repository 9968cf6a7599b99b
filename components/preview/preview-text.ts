/** Letters, digits and signs that the bundled fonts of previews have (a test draws each); nothing else is ever asked of them. */
const drawable =
  /[\x20-\x7e\u00a1-\u00a3\u00a5\u00a7\u00a8\u00aa\u00ab\u00af\u00b0\u00b4\u00b6-\u00b8\u00ba\u00bb\u00bf-\u0107\u010a-\u0113\u0116-\u011b\u011e-\u0123\u0126\u0127\u012a\u012b\u012e-\u0133\u0136\u0137\u0139-\u013e\u0141-\u0148\u014a-\u014d\u0150-\u015b\u015e-\u0161\u0164\u0165\u016a-\u0173\u0174-\u017e\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac\u2212]/u

/** Signs that would be drawn as emoji, whose pictures would have to be fetched. */
const spelled: Readonly<Record<string, string>> = {
  '\u00a9': '(c)',
  '\u00ae': '(R)',
  '\u2122': 'TM',
  '\u00a0': ' ',
}

/** Turns texts, joins emoji, combines letters: never drawn. */
const unseen = /[\p{Cf}\p{Cc}\p{M}\p{Cs}\p{Co}\p{Cn}]/u

/** A letter without its accents, a raised digit as a plain one. */
const plain = (letter: string) => letter.normalize('NFKD').replace(/\p{M}/gu, '')

/**
 * A stranger's text as a picture can show it: one line of bounded length, in letters the fonts have; a run of others becomes
 * "…". Empty when nothing is left, so that the caller shows something of its own.
 */
export function drawableText(text: string, most: number): string {
  let drawn = ''
  for (const letter of text.slice(0, 1_000).replace(/\s+/gu, ' ').normalize('NFC')) {
    const known = spelled[letter] ?? (drawable.test(letter) ? letter : plain(letter))
    if (known !== '' && [...known].every((each) => drawable.test(each))) drawn += known
    else if (!unseen.test(letter) && !drawn.endsWith('…')) drawn += '…'
  }
  const clean = drawn.replace(/ +/g, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(clean)) return ''
  return clean.length <= most ? clean : `${clean.slice(0, most - 1).trimEnd()}…`
}
