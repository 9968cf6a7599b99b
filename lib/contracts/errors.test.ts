import {
  encodeErrorResult,
  HttpRequestError,
  InsufficientFundsError,
  TimeoutError,
  UserRejectedRequestError,
} from 'viem'
import { describe, expect, it } from 'vitest'
import { classifyError, type ErrorSource, type FailureKind } from '@/lib/contracts/errors'

const coded = (code: number, more: object = {}) => Object.assign(new Error('some text'), { code, ...more })
const paused = encodeErrorResult({
  abi: [{ type: 'error', name: 'Error', inputs: [{ name: 'message', type: 'string' }] }],
  args: ['system is paused'],
})

const cases: readonly [string, unknown, ErrorSource, FailureKind][] = [
  ['EIP-1193 refusal', coded(4001), 'wallet', 'user-refused'],
  ['a refusal nested by viem', new UserRejectedRequestError(new Error('no')), 'wallet', 'user-refused'],
  ['a refusal nested in data', coded(-32603, { data: { code: 4001 } }), 'wallet', 'user-refused'],
  ['WalletConnect refusal', coded(5000), 'wallet', 'user-refused'],
  [
    'Ledger Live refusal',
    Object.assign(new Error('User rejected the transaction'), { code: -32000 }),
    'wallet',
    'user-refused',
  ],
  ['the same text from an endpoint', new Error('User rejected the transaction'), 'endpoint', 'transport'],
  ['a refusal that only says so', new Error('the user rejected, maybe'), 'wallet', 'unknown'],
  ['unknown chain', coded(4902), 'wallet', 'wrong-chain'],
  ['chain disconnected', coded(4901), 'wallet', 'wrong-chain'],
  ['locked', coded(4100), 'wallet', 'wallet-unavailable'],
  ['disconnected', coded(4900), 'wallet', 'wallet-disconnected'],
  ['open request', coded(-32002), 'wallet', 'wallet-busy'],
  ['that code from an endpoint', coded(-32002), 'endpoint', 'transport'],
  ['revert of an endpoint', coded(3, { data: paused }), 'endpoint', 'reverted'],
  ['revert wrapped by a wallet', coded(-32603, { data: { code: 3, data: paused } }), 'wallet', 'reverted'],
  [
    'revert nested as cause',
    new Error('outer', { cause: coded(3, { data: paused }) }),
    'endpoint',
    'reverted',
  ],
  ['revert without data', coded(3), 'endpoint', 'reverted'],
  ['viem’s insufficient funds', new InsufficientFundsError({}), 'wallet', 'insufficient-funds'],
  ['HTTP failure', new HttpRequestError({ url: 'http://127.0.0.1', status: 503 }), 'endpoint', 'transport'],
  ['timeout', new TimeoutError({ body: {}, url: 'http://127.0.0.1' }), 'endpoint', 'transport'],
  ['fetch failure', new TypeError('fetch failed'), 'endpoint', 'transport'],
  ['a wallet that did not answer', new TypeError('Failed to fetch'), 'wallet', 'unknown'],
  ['anything of a wallet', new Error('?'), 'wallet', 'unknown'],
  ['a text', 'boom', 'wallet', 'unknown'],
  ['nothing', undefined, 'wallet', 'unknown'],
  ['null', null, 'endpoint', 'transport'],
]

describe('classifying an error', () => {
  it.each(cases)('%s', (_name, error, source, kind) => {
    const failure = classifyError(error, source)
    expect(failure.kind).toBe(kind)
    expect(failure.reason).toMatch(/^[A-Z].*\.$/)
    expect(failure.next).toMatch(/^[A-Z].*\.$/)
  })

  it('decodes a revert and keeps its data', () => {
    expect(classifyError(coded(3, { data: paused }), 'endpoint')).toMatchObject({
      reason: 'The protocol is paused.',
      detail: 'Error("system is paused")',
      data: paused,
    })
  })

  it('keeps the raw text as detail only', () => {
    const failure = classifyError(new Error('raw words'), 'wallet')
    expect(failure.detail).toBe('raw words')
    expect(`${failure.reason}${failure.next}`).not.toContain('raw words')
  })

  it('survives an error that contains itself', () => {
    const loop: { cause?: unknown; message: string } = { message: 'loop' }
    loop.cause = loop
    expect(classifyError(loop, 'wallet').kind).toBe('unknown')
  })
})
