import { type Hex, HttpRequestError, isHex, TimeoutError } from 'viem'
import { explainRevert } from '@/lib/contracts/reverts'

/** Why a call failed, found by class, code and data of the error, never by its text. */
export type FailureKind =
  /** The person said no in the wallet (4001). */
  | 'user-refused'
  | 'wrong-chain'
  /** A request is already open in the wallet (-32002). */
  | 'wallet-busy'
  /** The wallet is locked or gave no permission for the account (4100). */
  | 'wallet-unavailable'
  | 'reverted'
  | 'insufficient-funds'
  /** The endpoint did not answer or answered nonsense. */
  | 'transport'
  /** Found by our own checks: a contract is not the Controller's, or the state rules the action out. */
  | 'refused-by-plan'
  /** Mined with success, but the contract's own event is missing. */
  | 'no-event'
  /** Mined, but it is another call than the one that was reviewed. */
  | 'different-call'
  /** A Safe executed another transaction in the place of the proposed one. */
  | 'safe-replaced'
  /** The wallet lost its connection (4900), perhaps after it had sent. */
  | 'wallet-disconnected'
  | 'unknown'

/** A failure as a value. `reason` and `next` are sentences for people; `detail` is for the details panel only. */
export interface TransactionFailure {
  readonly kind: FailureKind
  readonly reason: string
  readonly next: string
  /** Decoded revert, e.g. `Error("system is paused")`, or the raw text of an unknown error. */
  readonly detail: string | null
  /** Raw revert data, where there is any. */
  readonly data: Hex | null
}

/** Who answered with the error: some codes mean different things from a wallet and from an endpoint. */
export type ErrorSource = 'wallet' | 'endpoint'

const sentences: Readonly<
  Record<Exclude<FailureKind, 'reverted' | 'refused-by-plan'>, { reason: string; next: string }>
> = {
  'user-refused': {
    reason: 'You declined in your wallet.',
    next: 'Nothing was sent. Try again when you are ready.',
  },
  'wrong-chain': {
    reason: 'Your wallet is on another network.',
    next: 'Switch it to this site’s network and try again.',
  },
  'wallet-busy': {
    reason: 'Your wallet is already asking you something.',
    next: 'Open the wallet, answer that request, then try again.',
  },
  'wallet-unavailable': {
    reason: 'Your wallet is locked or not connected to this account.',
    next: 'Unlock it or connect again, then try again.',
  },
  'insufficient-funds': {
    reason: 'This account has too little ETH for the network fee.',
    next: 'Add some ETH to the account and try again.',
  },
  transport: {
    reason: 'The network gave no usable answer.',
    next: 'Nothing was sent. Try again in a moment.',
  },
  'no-event': {
    reason: 'The transaction was mined, but the contract did not confirm the action.',
    next: 'Look at the transaction before you try again.',
  },
  'different-call': {
    reason: 'Your wallet sent another transaction than the one you reviewed.',
    next: 'Look at it in your wallet before you sign anything else.',
  },
  'safe-replaced': {
    reason: 'Your Safe executed another transaction in its place.',
    next: 'It was rejected or replaced there, and nothing of it happened. Try again if you still want it.',
  },
  'wallet-disconnected': {
    reason: 'Your wallet lost its connection.',
    next: 'Look there whether it was sent before you try again.',
  },
  unknown: {
    reason: 'Something unexpected went wrong in your wallet.',
    next: 'Look there whether it was sent before you try again.',
  },
}

/** The failure of a kind whose sentence does not depend on the call. */
export function failureOf(kind: keyof typeof sentences, detail: string | null = null): TransactionFailure {
  return { kind, ...sentences[kind], detail, data: null }
}

/**
 * Whether a wallet that failed this way may nevertheless have sent, or may still send, what it was asked for: its
 * connection broke, or it gave no reason that is known.
 */
export function mayHaveBeenSent({ kind }: TransactionFailure): boolean {
  return kind === 'unknown' || kind === 'transport' || kind === 'wallet-disconnected'
}

/** The failure of a call that reverts with this data. */
function revertFailure(data: Hex): TransactionFailure {
  const { reason, next, decoded } = explainRevert(data)
  return { kind: 'reverted', reason, next, detail: decoded, data }
}

/** Turns whatever viem, a wallet or an endpoint threw into a failure. Never throws. */
export function classifyError(error: unknown, source: ErrorSource): TransactionFailure {
  const chain = causes(error)
  const kind = kindByCode(chain, source)
  if (kind === 'user-refused') return failureOf(kind)
  const data = revertData(chain)
  if (data !== null) return revertFailure(data)
  const detail = textOf(chain[0])
  // A wallet that fails to answer may still have sent what it was asked for.
  const unclear = source === 'wallet' ? 'unknown' : 'transport'
  if (kind !== null) return failureOf(kind, detail)
  // By the class's name: importing the class would load all of viem's node errors.
  if (chain.some((cause) => field(cause, 'name') === 'InsufficientFundsError'))
    return failureOf('insufficient-funds', detail)
  if (chain.some(isTransport)) return failureOf(unclear, detail)
  if (source === 'wallet' && refusedOutsideTheStandard(chain)) return failureOf('user-refused')
  return failureOf(unclear, detail)
}

/** The error and everything nested in it, outermost first: viem nests by `cause`, wallets by `data`, `error` or `info`. */
function causes(error: unknown): object[] {
  const found: object[] = []
  const pending: unknown[] = [error]
  while (pending.length > 0 && found.length < 20) {
    const next = pending.shift()
    if (typeof next !== 'object' || next === null || found.includes(next)) continue
    found.push(next)
    for (const key of ['cause', 'data', 'error', 'info', 'originalError']) pending.push(field(next, key))
  }
  return found.length > 0 ? found : [new Error(String(error))]
}

function field(value: object, key: string): unknown {
  return (value as Record<string, unknown>)[key]
}

function kindByCode(chain: readonly object[], source: ErrorSource): keyof typeof sentences | null {
  const codes = chain.map((cause) => field(cause, 'code'))
  const has = (...wanted: number[]) => wanted.some((code) => codes.includes(code))
  // 5000 to 5002 are WalletConnect's codes of a rejected request.
  if (has(4001, 5000, 5001, 5002)) return 'user-refused'
  if (source === 'endpoint') return null
  if (has(4901, 4902)) return 'wrong-chain'
  if (has(4100)) return 'wallet-unavailable'
  if (has(4900)) return 'wallet-disconnected'
  if (has(-32002)) return 'wallet-busy'
  return null
}

/** Revert data of a failed call: code 3 with data, or data beside one of the codes that nodes use for it. */
function revertData(chain: readonly object[]): Hex | null {
  const revertCodes: unknown[] = [3, -32000, -32015, -32603]
  for (const cause of chain) {
    const data = field(cause, 'data')
    if (isHex(data) && (revertCodes.includes(field(cause, 'code')) || data.length >= 10)) return data
  }
  return chain.some((cause) => field(cause, 'code') === 3) ? '0x' : null
}

function isTransport(cause: object): boolean {
  return cause instanceof HttpRequestError || cause instanceof TimeoutError || cause instanceof TypeError
}

/**
 * The one place where the text of an error counts: wallets known to report a refusal without a code for it.
 * Ledger Live over WalletConnect answers -32000; Ledger devices behind other wallets give their status word;
 * Safe gives a sentence.
 */
function refusedOutsideTheStandard(chain: readonly object[]): boolean {
  const patterns = [
    { wallet: 'Ledger Live', pattern: /^User rejected the transaction/i },
    { wallet: 'Ledger device', pattern: /\b0x6985\b/ },
    { wallet: 'Safe', pattern: /^Transaction was rejected/i },
  ]
  return chain.some((cause) => patterns.some(({ pattern }) => pattern.test(textOf(cause) ?? '')))
}

function textOf(cause: object | undefined): string | null {
  const message = cause === undefined ? undefined : field(cause, 'message')
  return typeof message === 'string' && message !== '' ? message.slice(0, 2_000) : null
}
