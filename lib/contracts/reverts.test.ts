import { concat, encodeErrorResult, type Hex } from 'viem'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { bondingVotesErrorsAbi } from '@/lib/contracts/abi/bonding-votes-errors'
import { livepeerGovernorErrorsAbi } from '@/lib/contracts/abi/livepeer-governor-errors'
import { governanceTexts } from '@/lib/contracts/governance-reverts'
import { paymentTexts } from '@/lib/contracts/payment-reverts'
import {
  knownErrors,
  knownGovernanceTexts,
  knownGovernorErrors,
  knownPanics,
  knownPaymentTexts,
  knownTexts,
} from '@/lib/contracts/revert-table.fixture'
import { revertTexts } from '@/lib/contracts/revert-texts'
import { explainRevert } from '@/lib/contracts/reverts'
import type { BondRevert } from '@/lib/protocol/bond-rules'

const standard = [
  { type: 'error', name: 'Error', inputs: [{ name: 'message', type: 'string' }] },
  { type: 'error', name: 'Panic', inputs: [{ name: 'code', type: 'uint256' }] },
] as const
const errorWith = (message: string) =>
  encodeErrorResult({ abi: standard, errorName: 'Error', args: [message] })
const sentence = /^[A-Z].*\.$/

const expectSentences = (data: Hex) => {
  const explained = explainRevert(data)
  expect(explained.known).toBe(true)
  expect(explained.reason).toMatch(sentence)
  expect(explained.next).toMatch(sentence)
  return explained
}

describe('the revert catalogue', () => {
  it.each([...knownTexts, ...knownGovernanceTexts, ...knownPaymentTexts])('explains "%s"', (text) => {
    expect(expectSentences(errorWith(text)).decoded).toBe(`Error(${JSON.stringify(text)})`)
  })

  it('has no text that the facts do not list', () => {
    expect(Object.keys(revertTexts).filter((text) => !knownTexts.some((known) => known === text))).toEqual([])
    expect(Object.keys(governanceTexts).toSorted()).toEqual(knownGovernanceTexts.toSorted())
    expect(Object.keys(paymentTexts).toSorted()).toEqual(knownPaymentTexts.toSorted())
  })

  it('lists every text that the rules predict (the compiler holds this one)', () => {
    expectTypeOf<Exclude<BondRevert, (typeof knownTexts)[number]>>().toBeNever()
  })

  it.each([...knownErrors, ...knownGovernorErrors])(
    'explains $name by its selector',
    ({ name, selector, args }) => {
      const abi = [...bondingVotesErrorsAbi, ...livepeerGovernorErrorsAbi] as const
      const data = encodeErrorResult({ abi, errorName: name, args: args as never })
      expect(data.slice(0, 10)).toBe(selector)
      expect(expectSentences(data).decoded).toMatch(new RegExp(`^${name}\\(`))
    },
  )

  it.each(knownPanics)('explains panic %s', (code) => {
    const data = encodeErrorResult({ abi: standard, errorName: 'Panic', args: [code] })
    expect(expectSentences(data).decoded).toBe(`Panic(${code})`)
  })

  it('explains a revert without data', () => {
    expect(expectSentences('0x').decoded).toBe('no data')
  })

  it.each([
    [errorWith('a text of next year'), 'Error("a text of next year")'],
    [errorWith('toString'), 'Error("toString")'],
    [encodeErrorResult({ abi: standard, errorName: 'Panic', args: [0x51n] }), 'Panic(81)'],
    ['0xdeadbeef', '0xdeadbeef'],
    [concat(['0x08c379a0', '0x00']), '0x08c379a000'],
    ['0x01', '0x01'],
  ] as const)('shows the decoded form of what it does not know: %s', (data, decoded) => {
    const explained = explainRevert(data)
    expect(explained).toMatchObject({ known: false, decoded })
    expect(explained.reason).toMatch(sentence)
  })
})
