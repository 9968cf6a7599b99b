import { createHash } from 'node:crypto'
import { DELEGATOR_CASES, hostileRecords, OUTSIDERS, orchestratorCase } from '@/devnet/services/names-hostile'
import { FIRST_WORDS, SECOND_WORDS } from '@/devnet/services/names-words'
import type { DevnetParts } from '@/devnet/services/parts'

/** Every name of the local network is under this one, which stands for nobody. */
export const NAMES_PARENT = 'local-network.eth'

/** A collection of two tokens for avatars: the first belongs to the account with the role `demo-gateway`. */
export const PICTURE_TOKEN = '0x0000000000000000000000000000000000070c21'

/** Roles whose avatar is a token: its own, and one that it does not hold. */
const TOKEN_AVATARS: Readonly<Record<string, number>> = { 'demo-gateway': 1, 'demo-author': 2 }

/** What the names service knows about one name. */
export interface NameEntry {
  name: string
  /** Lower case; null: the name points nowhere. */
  address: string | null
  texts: Readonly<Record<string, string>>
  /** Its resolver sends the question to an HTTP gateway (ERC-3668). */
  offchain: boolean
}

/** Forward and reverse records. */
export interface NameBook {
  byName: ReadonlyMap<string, NameEntry>
  /** Lower-case address to the name its owner claims, which may be wrong. */
  claimed: ReadonlyMap<string, string>
}

/** The bytes that decide everything about an address's name: the same in every world that has the address. */
function digestOf(address: string): Buffer {
  return createHash('sha256').update(`name/${address.toLowerCase()}`).digest()
}

function wordsFor(digest: Buffer): string {
  const first = FIRST_WORDS[digest.readUInt16BE(0) % FIRST_WORDS.length]
  const second = SECOND_WORDS[digest.readUInt16BE(2) % SECOND_WORDS.length]
  return `${first}-${second}`
}

function plainTexts(label: string, digest: Buffer, base: string): Record<string, string> {
  const texts: Record<string, string> = {
    description: `An account of the local network, called ${label.replace(/-/g, ' ')}. It stands for nobody.`,
  }
  if (digest[4] !== undefined && digest[4] < 192) texts.avatar = `${base}/names/pictures/${label}.png`
  if (digest[5] !== undefined && digest[5] < 128) texts.url = `https://${label}.local-network.example`
  if (digest[6] !== undefined && digest[6] < 96) texts['com.twitter'] = label.replace(/-/g, '_').slice(0, 15)
  if (digest[7] !== undefined && digest[7] < 96) texts['com.github'] = label
  return texts
}

/**
 * The names of a running network: its well-known accounts by role, orchestrators (some without a name, some with records
 * meant to do harm), and one delegator in three.
 *
 * @param base URL of the services, for pictures
 */
export function makeNameBook(parts: Pick<DevnetParts, 'deployment' | 'indexer'>, base: string): NameBook {
  const byName = new Map<string, NameEntry>()
  const claimed = new Map<string, string>()
  const add = (label: string, address: string, extra: Partial<NameEntry> = {}) => {
    const name = `${label}.${NAMES_PARENT}`
    if (byName.has(name) || claimed.has(address)) return
    const digest = digestOf(address)
    byName.set(name, { name, address, texts: plainTexts(label, digest, base), offchain: false, ...extra })
    claimed.set(address, name)
  }
  const roles = new Map<string, number>()
  for (const { address, role } of parts.deployment.accounts) {
    if (role === 'spare') continue
    const count = (roles.get(role) ?? 0) + 1
    roles.set(role, count)
    const token = TOKEN_AVATARS[role]
    const avatar =
      token === undefined ? `${base}/names/pictures/${role}.png` : `eip155:1/erc721:${PICTURE_TOKEN}/${token}`
    const description = `The account of the local network with the role ${role}. It stands for nobody.`
    add(count === 1 ? role : `${role}-${count}`, address.toLowerCase(), { texts: { avatar, description } })
  }
  const { store } = parts.indexer
  const orchestrators = [...store.all('Transcoder')]
    .map(({ id }) => id)
    .filter((id) => !/^0x0{40}$/.test(id) && !claimed.has(id))
    .sort()
  for (const [place, address] of orchestrators.entries()) {
    const kind = orchestratorCase(place)
    const words = wordsFor(digestOf(address))
    const label = kind === 'long' ? `${words}-${'and-so-on-'.repeat(4)}end` : words
    if (kind === 'unnamed') continue
    const pretended = OUTSIDERS[kind]
    if (pretended !== undefined) claimed.set(address, `${pretended}.${NAMES_PARENT}`)
    else if (kind === 'offchain') add(label, address, { offchain: true })
    else add(label, address, { ...hostileRecords(kind, base) })
  }
  // What an unnormalised or look-alike claim points to is really set, so that only the reader's own care catches it.
  for (const [address, name] of claimed) {
    if (byName.has(name)) continue
    byName.set(name, { name, address, texts: {}, offchain: false })
  }
  const delegators = [...store.all('Delegator')]
    .map(({ id }) => id)
    .filter((id) => !claimed.has(id))
    .sort()
  for (const [place, address] of delegators.entries()) {
    const digest = digestOf(address)
    const kind = DELEGATOR_CASES[place]
    if (kind) {
      add(`${kind}-${digest.toString('hex', 9, 10)}`, address, hostileRecords(kind, base))
      continue
    }
    if ((digest[8] ?? 0) % 3 === 0) add(`${wordsFor(digest)}-${digest.toString('hex', 9, 10)}`, address)
  }
  return { byName, claimed }
}
