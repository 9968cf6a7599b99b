import { hostInLetters } from './punycode'

/*
 * What in a stranger's text looks like something that it is not: addresses that resemble a known one, words and domains in
 * letters of several alphabets, links that lead elsewhere than they say. Doubts, not verdicts: the text stays as it is.
 */

/** Letters that look like a Latin letter or digit, most of them at a glance the same. */
const twins: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['a', 'аαạɑà'],
    ['b', 'Ьƅ'],
    ['c', 'сϲⅽ'],
    ['d', 'ԁⅾ'],
    ['e', 'еҽẹё'],
    ['f', 'ғ'],
    ['g', 'ɡ'],
    ['h', 'һ'],
    ['i', 'іıιɩӏí'],
    ['j', 'ј'],
    ['k', 'кκ'],
    ['l', 'ⅼ'],
    ['m', 'мⅿ'],
    ['n', 'пո'],
    ['o', 'оοօọö'],
    ['p', 'рρ'],
    ['q', 'ԛ'],
    ['r', 'гᴦ'],
    ['s', 'ѕʂ'],
    ['t', 'тτ'],
    ['u', 'υսü'],
    ['v', 'ѵνⅴ'],
    ['w', 'ԝѡ'],
    ['x', 'хⅹ'],
    ['y', 'уγү'],
    ['z', 'ᴢʐ'],
  ].flatMap(([letter = '', others = '']) => [...others].map((other) => [other, letter])),
)

/** A text as it looks: twins of Latin letters as these, in lower case. */
function looks(text: string): string {
  return [...text.normalize('NFKC').toLowerCase()].map((letter) => twins[letter] ?? letter).join('')
}

const latin = /\p{Script=Latin}/u
const foreign = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u

/** Whether Latin letters stand among those of another alphabet that has the same shapes. */
function mixesAlphabets(word: string): boolean {
  return latin.test(word) && foreign.test(word)
}

/** An address that a reader may take another one for. */
export interface KnownAddress {
  address: string
  /** What it is, such as "the recipient of call 1". */
  label: string
}

export type TextDoubt =
  /** Differs from a known address in the middle only, where nobody looks. */
  | { kind: 'address'; written: string; known: KnownAddress }
  /** Looks like an address and has letters in it that no address has. */
  | { kind: 'no-address'; written: string }
  | { kind: 'mixed-word'; written: string }

/** Digits at both ends that make two addresses look the same once shortened. */
const sameEnds = 3
/** Digits at one end that do. */
const sameEnd = 6
const mostDoubts = 10
/** Characters of a text that are looked at. */
const mostText = 200_000

function commonStart(a: string, b: string): number {
  let count = 0
  while (count < a.length && a[count] === b[count]) count += 1
  return count
}

const reversed = (text: string) => [...text].toReversed().join('')

/** Whether two different addresses look the same to who reads their ends. */
function resemble(a: string, b: string): boolean {
  const [one, other] = [a.slice(2).toLowerCase(), b.slice(2).toLowerCase()]
  if (one === other) return false
  const [start, end] = [commonStart(one, other), commonStart(reversed(one), reversed(other))]
  return (start >= sameEnds && end >= sameEnds) || start >= sameEnd || end >= sameEnd
}

/** What in a text may be taken for something else; each once, the first ones. */
export function textDoubts(source: string, known: readonly KnownAddress[]): TextDoubt[] {
  const text = source.slice(0, mostText)
  const doubts = new Map<string, TextDoubt>()
  for (const word of new Set(text.match(/[\p{L}\p{N}]+/gu))) {
    if (doubts.size >= mostDoubts) break
    if (/^0x/i.test(word) && word.length === 42) {
      const [ascii, shown] = [/^0x[0-9a-f]{40}$/i.test(word), /^0x[0-9a-f]{40}$/.test(looks(word))]
      if (!ascii && shown) doubts.set(word, { kind: 'no-address', written: word })
      const original = ascii && known.find(({ address }) => resemble(word, address))
      const itself = known.some(({ address }) => address.toLowerCase() === word.toLowerCase())
      if (original && !itself) doubts.set(word, { kind: 'address', written: word, known: original })
    } else if (mixesAlphabets(word)) doubts.set(word, { kind: 'mixed-word', written: word })
  }
  return [...doubts.values()]
}

export type LinkDoubt =
  /** Its words name another site than it leads to. */
  | { kind: 'other-site'; named: string; host: string }
  /** What stands before the @ is no site. */
  | { kind: 'before-at'; named: string; host: string }
  /** Looks like a site that people of the protocol know. */
  | { kind: 'resembles'; host: string; known: string }
  | { kind: 'mixed-letters'; host: string }

/** Sites whose names are worth imitating. */
const knownSites = [
  'livepeer.org',
  'livepeer.com',
  'livepeer.studio',
  'arbitrum.io',
  'arbiscan.io',
  'etherscan.io',
  'ethereum.org',
  'metamask.io',
  'safe.global',
  'github.com',
  'discord.com',
  'discord.gg',
  'thegraph.com',
  'ipfs.io',
  'uniswap.org',
  'snapshot.org',
  'ens.domains',
]

/** The last two labels of a host: what most names are registered as. */
const siteOf = (host: string) => host.split('.').slice(-2).join('.')

/** Whether one of two hosts is the other or a part of it. */
function isWithin(a: string, b: string): boolean {
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)
}

/** Whether one inserted, lost, replaced or swapped letter makes two names the same. */
function nearlySame(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  const start = commonStart(a, b)
  const rest = (text: string, skip: number) => text.slice(start + skip)
  if (a.length !== b.length)
    return a.length > b.length ? rest(a, 1) === rest(b, 0) : rest(a, 0) === rest(b, 1)
  const swapped = a[start] === b[start + 1] && a[start + 1] === b[start]
  return rest(a, 1) === rest(b, 1) || (swapped && rest(a, 2) === rest(b, 2))
}

/** A known site that a host imitates; null when it imitates none, or is one of them. */
function imitated(host: string): string | null {
  const site = siteOf(host)
  if (knownSites.includes(site)) return null
  const shape = looks(host).replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('rn', 'm')
  return (
    knownSites.find(
      (known) =>
        siteOf(shape) === known ||
        // Short names are near many others by chance.
        (known.length >= 10 && nearlySame(siteOf(shape), known)) ||
        `.${shape}.`.includes(`.${known}.`) ||
        siteOf(shape).split('.')[0] === known.replaceAll('.', '-'),
    ) ?? null
  )
}

/** Ends of names of files, which look like those of sites. */
const fileEnds = /\.(?:md|js|ts|tsx|sol|json|ya?ml|toml|txt|pdf|png|jpe?g|gif|svg|csv|py|rs|go|sh|zip)$/i

/** A site that words name, such as "livepeer.org/treasury"; null when they name none. */
function namedSite(words: string): string | null {
  const [, scheme, host] =
    /^(https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?:[/?#:@].*)?$/iu.exec(words.trim().slice(0, 500)) ?? []
  return host === undefined || (scheme === undefined && fileEnds.test(host))
    ? null
    : host.toLowerCase().replace(/^www\./, '')
}

/**
 * What is doubtful about a link.
 *
 * @param href absolute, http or https
 * @param words its text
 */
export function linkDoubts(href: string, words: string): LinkDoubt[] {
  if (!URL.canParse(href)) return []
  const { hostname, username } = new URL(href)
  const host = hostInLetters(hostname)
  const doubts: LinkDoubt[] = []
  if (username !== '') doubts.push({ kind: 'before-at', named: decoded(username), host })
  const named = namedSite(words)
  if (named !== null && !isWithin(named, host) && !isWithin(named, hostname))
    doubts.push({ kind: 'other-site', named, host })
  const known = imitated(host)
  if (known !== null) doubts.push({ kind: 'resembles', host, known })
  else if (host.split('.').some(mixesAlphabets)) doubts.push({ kind: 'mixed-letters', host })
  return doubts
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
