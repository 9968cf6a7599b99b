import type { Failure } from '@/lib/data/types'
import { normalName } from '@/lib/ens/clean-name'

/** The name in a path segment (`/accounts/name.eth`), in its normal form; null: it is none. */
export function accountName(segment: string): string | null {
  try {
    return normalName(decodeURIComponent(segment))
  } catch {
    return null
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** A plain page for a name that could not be looked up: without a status of its own it would pass for an account. */
export function unresolvedPage(name: string, { reason, next }: Failure): string {
  const words = `<p>${escaped(name)} stands for an account, but names cannot be read at the moment.</p><p>${escaped(reason)} ${escaped(next)}</p>`
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>The name could not be looked up</title></head><body><main><h1>The name could not be looked up</h1>${words}<p>Open the account by its address, or <a href="/">go to the overview</a>.</p></main></body></html>`
}
