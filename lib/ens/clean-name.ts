import { normalize } from 'viem/ens'

/** Longest name taken, in characters: DNS allows no longer one. */
const longest = 253

/**
 * A name in the one form that may be shown and asked for (ENSIP-15), or null: not a name, too long, or letters of several
 * scripts and other look-alikes. Upper case and other spellings of what somebody typed become the normal form.
 */
export function normalName(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed.length === 0 || trimmed.length > longest || !trimmed.includes('.')) return null
  try {
    const name = normalize(trimmed)
    return name.length <= longest && !name.split('.').includes('') ? name : null
  } catch {
    return null
  }
}

/** A name as a record gives it: only if it already is in its normal form, as every honest record is. */
export function recordedName(text: string): string | null {
  return normalName(text) === text ? text : null
}
