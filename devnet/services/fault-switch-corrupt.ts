const AMOUNT = /^(-?)(\d+)(\.\d+)?$/

function wrong(figure: string): string | undefined {
  const [, sign, whole, fraction = ''] = AMOUNT.exec(figure) ?? []
  if (whole === undefined) return undefined
  return `${sign}${(BigInt(whole) * 3n) / 2n + 7n}${fraction}`
}

function corrupt(value: unknown, key: string, fields: ReadonlySet<string> | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => corrupt(item, key, fields))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        name === '_meta' ? inner : corrupt(inner, name, fields),
      ]),
    )
  }
  if (typeof value !== 'string' || (fields ? !fields.has(key) : key === 'id')) return value
  return wrong(value) ?? value
}

/**
 * An answer with wrong figures that are the same each time: every decimal string x becomes 3x/2 + 7, whole part only, so that it
 * never stays what it was. Ids, `_meta`, texts and 32-bit integers (timestamps, flags) stay, so that the answer looks sound.
 * @param fields only figures under these response keys; default: all.
 */
export function corrupted(answer: unknown, fields?: readonly string[]): unknown {
  return corrupt(answer, '', fields && new Set(fields))
}
