import { decodeErrorResult, type Hex } from 'viem'
import { bondingVotesErrorsAbi } from '@/lib/contracts/abi/bonding-votes-errors'
import { livepeerGovernorErrorsAbi } from '@/lib/contracts/abi/livepeer-governor-errors'
import { governanceErrors, governanceTexts } from '@/lib/contracts/governance-reverts'
import { paymentTexts } from '@/lib/contracts/payment-reverts'
import {
  emptyRevert,
  type RevertExplanation,
  revertErrors,
  revertPanics,
  revertPatterns,
  revertTexts,
  unknownRevert,
} from '@/lib/contracts/revert-texts'

const errorsAbi = [
  { type: 'error', name: 'Error', inputs: [{ name: 'message', type: 'string' }] },
  { type: 'error', name: 'Panic', inputs: [{ name: 'code', type: 'uint256' }] },
  ...bondingVotesErrorsAbi,
  ...livepeerGovernorErrorsAbi,
] as const

/** A decoded revert: the sentence, the next step and the exact decoded form, e.g. `Error("system is paused")`. */
export interface ExplainedRevert extends RevertExplanation {
  readonly decoded: string
  /** False when the catalogue has no entry, so that `decoded` is all there is to show. */
  readonly known: boolean
}

/** Explains revert data (contracts.md 15). Never throws: what cannot be decoded is shown as it came. */
export function explainRevert(data: Hex): ExplainedRevert {
  if (data === '0x') return { ...emptyRevert, decoded: 'no data', known: true }
  const error = decode(data)
  if (!error) return { ...unknownRevert, decoded: data, known: false }
  const decoded = `${error.errorName}(${error.args.map(literal).join(', ')})`
  const explanation = explanationOf(error)
  return explanation
    ? { reason: explanation.reason, next: explanation.next, decoded, known: true }
    : { ...unknownRevert, decoded, known: false }
}

interface DecodedError {
  errorName: string
  args: readonly unknown[]
}

function decode(data: Hex): DecodedError | null {
  try {
    const { errorName, args } = decodeErrorResult({ abi: errorsAbi, data })
    // viem leaves the list out of an error that has no arguments.
    return { errorName, args: args ?? [] }
  } catch {
    return null
  }
}

function explanationOf({ errorName, args }: DecodedError): RevertExplanation | undefined {
  const value = String(args[0])
  if (errorName === 'Panic') return entry(revertPanics, value)
  if (errorName !== 'Error') return entry(revertErrors, errorName) ?? entry(governanceErrors, errorName)
  return (
    entry(revertTexts, value) ??
    entry(governanceTexts, value) ??
    entry(paymentTexts, value) ??
    revertPatterns.find(({ pattern }) => pattern.test(value))?.explanation
  )
}

function entry(
  table: Readonly<Record<string, RevertExplanation>>,
  key: string,
): RevertExplanation | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}

function literal(value: unknown): string {
  return typeof value === 'string' && !value.startsWith('0x') ? JSON.stringify(value) : String(value)
}
