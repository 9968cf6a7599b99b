import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const LIPS = fileURLToPath(new URL('lips/', import.meta.url))
const PROPOSALS = fileURLToPath(new URL('proposals/', import.meta.url))

/** A file of the repository of LIPs. */
export interface LipFile {
  /** e.g. `LIP-901.md` */
  name: string
  /** Markdown with front matter. */
  text: string
}

/** Every LIP of the local network, by name. */
export function readLips(): LipFile[] {
  return readdirSync(LIPS)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ name, text: readFileSync(`${LIPS}${name}`, 'utf8') }))
}

/** Name of the state of all LIP texts, in the form of a git commit: it changes when any of them does. */
export function lipsCommit(): string {
  const hash = createHash('sha1')
  for (const { name, text } of readLips()) hash.update(`${name}\0${text}\0`)
  return hash.digest('hex')
}

/** What a poll's content id stands for: the LIP's text and the state of the repository it was taken from (contracts.md 10). */
export function pollDocument(lip: string): string {
  const file = readLips().find(({ name }) => name === `${lip}.md`)
  if (!file) throw new Error(`There is no text ${lip}`)
  return JSON.stringify({ gitCommitHash: lipsCommit(), text: file.text })
}

/** Description of a treasury proposal. Throws when there is no such text. */
export function proposalText(name: string): string {
  return readFileSync(`${PROPOSALS}${name}.md`, 'utf8')
}
