import type { Address } from 'viem'
import { within } from '@/lib/data/cache'
import { type Served, serve, serviceCache } from '@/lib/data/served'
import type { Failure } from '@/lib/data/types'
import { loadAvatar } from '@/lib/ens/avatar'
import { normalName } from '@/lib/ens/clean-name'
import type { NameTexts } from '@/lib/ens/clean-texts'
import { readNameAddress, readPrimaryName, readTexts } from '@/lib/ens/read-names'
import { processWide } from '@/lib/network/process-wide'
import { settings } from '@/lib/network/settings'
import { isSourceError } from '@/lib/network/source-error'

/**
 * How long figures wait for names that were never read; after that they are shown by address, with names on the next view. On
 * one's own machine the first view has them too.
 */
const patienceMs = { 'arbitrum-one': 250, local: 1_500 } as const
const identityPatienceMs = { 'arbitrum-one': 600, local: 2_000 } as const
/** How many names one view may ask for. */
const most = 500

/** Names by lower-case address; addresses without one, or whose name is not known yet, are not in it. */
export type Names = ReadonlyMap<string, string>

const rest = () => processWide('names-rest', () => ({ until: 0 }))

function missing(): Failure | null {
  if (settings().l1.length > 0) return null
  return {
    reason: 'This copy of the site has no access to Ethereum, where names are.',
    next: 'Set L1_RPC_URLS: it adds ENS names, texts and pictures.',
  }
}

async function nameOf(address: string): Promise<string | null> {
  const kept = await serviceCache().get({ key: `name/${address}`, freshness: 'per-round' }, () =>
    readPrimaryName(address as Address),
  )
  return kept.value
}

/**
 * Names of many addresses, in few requests. Never fails and hardly waits: what is not known in time is left out and read in
 * the background. While the source fails it is left alone for a moment.
 */
export async function loadNames(addresses: readonly string[]): Promise<Names> {
  const names = new Map<string, string>()
  if (settings().l1.length === 0 || Date.now() < rest().until) return names
  const wanted = [...new Set(addresses.map((address) => address.toLowerCase()))].slice(0, most)
  const reading = Promise.all(
    wanted.map(async (address) => {
      try {
        const name = await nameOf(address)
        if (name !== null) names.set(address, name)
      } catch (error) {
        if (!isSourceError(error)) throw error
        rest().until = Date.now() + settings().lifetimes.live
      }
    }),
  )
  try {
    await within(reading, patienceMs[settings().network.name])
  } catch (error) {
    if (!isSourceError(error)) throw error
  }
  // What comes later goes to the cache, not into a view already handed out.
  return new Map(names)
}

/** Why names of addresses may be missing from every view now; null: they are read as usual. */
export function namesAreSilent(): Failure | null {
  if (Date.now() >= rest().until) return missing()
  return { reason: 'Names could not be read a moment ago.', next: 'Try again in a moment.' }
}

/** The name of one address, or null: none, or not known in time. */
export async function loadName(address: string): Promise<string | null> {
  return (await loadNames([address])).get(address.toLowerCase()) ?? null
}

/** The account a name stands for, for links and search; `value` null: no such name. */
export async function resolveName(text: string): Promise<Served<Address | null>> {
  const name = normalName(text)
  if (name === null) return { state: 'ready', value: null, readAt: Math.floor(Date.now() / 1000) }
  return serve({ key: `address/${name}`, freshness: 'per-minute', missing: missing() }, () =>
    readNameAddress(name),
  )
}

/** Who an account says it is. */
export interface Identity {
  name: string
  texts: NameTexts
  /** Same-origin path of its picture; null: it has none. */
  avatarPath: string | null
}

/**
 * Name, texts and picture of an account's page (product.md 3.1); `value` null: it has no name. Waits only for a moment: `late`
 * then, with the rest read in the background.
 */
export function loadIdentity(address: string): Promise<Served<Identity | null>> {
  const key = address.toLowerCase()
  return serve(
    {
      key: `identity/${key}`,
      freshness: 'per-round',
      missing: missing(),
      patienceMs: identityPatienceMs[settings().network.name],
    },
    async (): Promise<Identity | null> => {
      const name = await nameOf(key)
      if (name === null) return null
      const texts = await readTexts(name)
      return { name, texts, avatarPath: (await hasPicture(name)) ? avatarPath(name) : null }
    },
  )
}

/** A path is given only for a picture that this site can show: no page points to a broken one. */
async function hasPicture(name: string): Promise<boolean> {
  const avatar = await loadAvatar(name)
  return 'value' in avatar && avatar.value.ok
}

/** Where the picture of a name is served by this site. */
function avatarPath(name: string): string {
  return `/api/avatar/${encodeURIComponent(name)}`
}
