/* Labels of internationalised domain names in their letters (RFC 3492); browsers only give the encoded form. */

const base = 36
const tMin = 1
const tMax = 26
const skew = 38
const damp = 700
const firstBias = 72
const firstCode = 128

function adapted(delta: number, points: number, first: boolean): number {
  let rest = first ? Math.floor(delta / damp) : delta >> 1
  rest += Math.floor(rest / points)
  let k = 0
  for (; rest > ((base - tMin) * tMax) >> 1; k += base) rest = Math.floor(rest / (base - tMin))
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew))
}

function digitOf(character: string): number {
  if (/[a-z]/i.test(character)) return character.toLowerCase().charCodeAt(0) - 97
  return /\d/.test(character) ? Number(character) + 26 : base
}

/** A label after its `xn--` in its letters; null when it is no such encoding. */
function decodeLabel(encoded: string): string | null {
  const split = encoded.lastIndexOf('-')
  const letters = split > 0 ? [...encoded.slice(0, split)].map((letter) => letter.charCodeAt(0)) : []
  const rest = encoded.slice(split > 0 ? split + 1 : 0)
  let code = firstCode
  let at = 0
  let bias = firstBias
  for (let next = 0; next < rest.length; ) {
    const before = at
    let weight = 1
    for (let k = base; ; k += base) {
      const digit = digitOf(rest[next] ?? '')
      next += 1
      if (digit >= base) return null
      at += digit * weight
      if (at > 0x7fffffff) return null
      const threshold = k <= bias ? tMin : Math.min(tMax, k - bias)
      if (digit < threshold) break
      weight *= base - threshold
    }
    const points = letters.length + 1
    bias = adapted(at - before, points, before === 0)
    code += Math.floor(at / points)
    at %= points
    if (code > 0x10ffff) return null
    letters.splice(at, 0, code)
    at += 1
  }
  return String.fromCodePoint(...letters)
}

/** A host name with its labels in their letters; what cannot be decoded stays as it is. */
export function hostInLetters(host: string): string {
  return host
    .split('.')
    .map((label) => (/^xn--/i.test(label) ? (decodeLabel(label.slice(4)) ?? label) : label))
    .join('.')
}
