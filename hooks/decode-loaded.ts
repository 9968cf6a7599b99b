import type { Loaded } from '@/lib/data/types'

/** Fields that are integers of any size by their name (lib/data/types.ts): JSON carries them as decimal strings. */
const bigField = /(Wei|P6|P9|P27)$/

/** JSON of `api/v1` → a view with its bigint fields restored; null when the text is no such answer. */
export function decodeLoaded<T>(text: string): Loaded<T> | null {
  try {
    const value: unknown = JSON.parse(text, (key, field: unknown) =>
      bigField.test(key) && typeof field === 'string' && /^-?\d+$/.test(field) ? BigInt(field) : field,
    )
    return typeof value === 'object' && value !== null && 'state' in value ? (value as Loaded<T>) : null
  } catch {
    return null
  }
}
