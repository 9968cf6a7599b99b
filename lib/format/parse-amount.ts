import { exactAmount } from './amount'

/** Why a typed amount is refused. Each kind has one plain sentence (`refusalSentence`). */
export type AmountRefusal =
  | { kind: 'empty' }
  | { kind: 'not-a-number' }
  /** Scientific notation such as `1e5`. */
  | { kind: 'exponent' }
  | { kind: 'negative' }
  /** A comma, which means decimals to some and thousands to others. */
  | { kind: 'comma' }
  | { kind: 'too-many-decimals'; decimals: number }
  /** More than a contract can hold, or than anybody would type. */
  | { kind: 'too-large' }
  | { kind: 'zero' }
  | { kind: 'over-limit'; limit: bigint }

export type ParsedAmount = { ok: true; amount: bigint } | { ok: false; refusal: AmountRefusal }

export interface ParseAmountOptions {
  /** Decimals of the token; default 18. */
  decimals?: number
  /** Greatest allowed amount in wei, usually the balance; none when absent. */
  limit?: bigint
  /** Whether 0 is an amount here (a move of stake without adding); default no. */
  allowZero?: boolean
}

const UINT256_MAX = 2n ** 256n - 1n
/** Beyond this many characters no text is a uint256 with decimals; longer ones are not converted at all. */
const LONGEST = 120

/**
 * Text typed by a person → amount in wei, or a typed refusal. Accepts plain decimals with a point ("12", "0.5", ".5",
 * "5."), with spaces around. Never throws, whatever the text.
 */
export function parseAmount(text: string, options: ParseAmountOptions = {}): ParsedAmount {
  const { decimals = 18, limit, allowZero = false } = options
  const typed = text.trim()
  if (typed === '') return refused({ kind: 'empty' })
  if (/^[-−–]\s*[\d.,]/.test(typed)) return refused({ kind: 'negative' })
  if (/^[\d.,]+[eE][+-]?\d*$/.test(typed)) return refused({ kind: 'exponent' })
  if (/^[\d.,]*,[\d.,]*$/.test(typed) && /\d/.test(typed)) return refused({ kind: 'comma' })
  const match = /^(\d*)(?:\.(\d*))?$/.exec(typed)
  const [, whole = '', fraction = ''] = match ?? []
  if (match === null || whole + fraction === '') return refused({ kind: 'not-a-number' })
  const kept = fraction.replace(/0+$/, '')
  if (kept.length > decimals) return refused({ kind: 'too-many-decimals', decimals })
  const digits = whole.replace(/^0+/, '') + kept.padEnd(decimals, '0')
  if (digits.length > LONGEST) return refused({ kind: 'too-large' })
  const amount = digits === '' ? 0n : BigInt(digits)
  if (amount > UINT256_MAX) return refused({ kind: 'too-large' })
  if (amount === 0n && !allowZero) return refused({ kind: 'zero' })
  if (limit !== undefined && amount > limit) return refused({ kind: 'over-limit', limit })
  return { ok: true, amount }
}

function refused(refusal: AmountRefusal): ParsedAmount {
  return { ok: false, refusal }
}

/** The sentence shown at the field. `unit` is the token ("LPT"); `limitName` says what the limit is ("your wallet holds"). */
export function refusalSentence(refusal: AmountRefusal, words: { unit: string; limitName?: string }): string {
  switch (refusal.kind) {
    case 'empty':
      return `Enter an amount of ${words.unit}.`
    case 'not-a-number':
      return 'Enter a number, such as 250 or 0.5.'
    case 'exponent':
      return 'Write the number out, such as 100000 instead of 1e5.'
    case 'negative':
      return 'Enter an amount above zero, without a minus sign.'
    case 'comma':
      return 'Use a point for decimals and nothing between thousands, such as 1000.5.'
    case 'too-many-decimals':
      return `${words.unit} has at most ${refusal.decimals} digits after the point.`
    case 'too-large':
      return `That is more ${words.unit} than there can ever be.`
    case 'zero':
      return 'Enter an amount above zero.'
    case 'over-limit':
      return `That is more than ${words.limitName ?? 'you have'}: ${exactAmount(refusal.limit)} ${words.unit}.`
  }
}
