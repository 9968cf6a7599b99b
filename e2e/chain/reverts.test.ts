import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Abi, type AbiParameter, encodeErrorResult, parseAbiItem, toFunctionSelector } from 'viem'
import { describe, expect, it } from 'vitest'
import reference from '@/devnet/reference/interfaces.json'
import { explainRevert } from '@/lib/contracts/reverts'

/*
 * The catalogue of reverts against what the contracts can really say: the errors of the committed interfaces, and every text in
 * the sources of the local protocol.
 */

const contracts = fileURLToPath(new URL('../../devnet/contracts', import.meta.url))

const errors = Object.entries(reference).flatMap(([contract, { errors: own }]) =>
  Object.entries(own).map(([selector, signature]) => ({ contract, selector, signature })),
)

/** A value of a type, for an error's arguments. */
function sample({ type }: AbiParameter): unknown {
  if (type === 'address') return '0x00000000000000000000000000000000000000aa'
  if (type === 'string') return 'bond'
  return type === 'uint8' ? 3 : 7n
}

/** Helpers of the local network that no verb calls: their texts never reach a person. */
const helpers = ['Multicall3.sol', 'ArbNodeInterface.sol', 'L2LPTDataCache.sol']

const texts = [
  ...new Set(
    readdirSync(contracts, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.sol') && !helpers.includes(name))
      .flatMap((name) => {
        const source = readFileSync(`${contracts}/${name}`, 'utf8').replace(/\/\/.*$/gm, '')
        const found = source.matchAll(/\b(?:require|revert)\s*\([^;]*?"([^"]+)"\s*\)\s*;/g)
        return [...found].flatMap(([, text]) => text ?? [])
      }),
  ),
].toSorted()

const sentence: unknown = expect.stringMatching(/^[A-Z].*\.$/)
const errorAbi = parseAbiItem('error Error(string message)')

describe('every revert of the contracts has a sentence and a next step', () => {
  it('finds them', () => {
    expect(errors.length).toBeGreaterThan(10)
    expect(texts.length).toBeGreaterThan(75)
  })

  it.each(errors)('$contract: $signature', ({ selector, signature }) => {
    const item = parseAbiItem(`error ${signature}`) as Extract<Abi[number], { type: 'error' }>
    expect(toFunctionSelector(`${item.name}(${item.inputs.map(({ type }) => type).join(',')})`)).toBe(
      selector,
    )
    const data = encodeErrorResult({ abi: [item], errorName: item.name, args: item.inputs.map(sample) })
    const explained = explainRevert(data)
    expect(explained).toMatchObject({ known: true, reason: sentence, next: sentence })
    expect(explained.decoded).toMatch(new RegExp(`^${item.name}\\(`))
  })

  it.each(texts)('%s', (text) => {
    const explained = explainRevert(encodeErrorResult({ abi: [errorAbi], errorName: 'Error', args: [text] }))
    expect(explained).toMatchObject({ known: true, reason: sentence, next: sentence })
    expect(explained.decoded).toBe(`Error(${JSON.stringify(text)})`)
  })
})
