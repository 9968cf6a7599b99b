import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseEther } from 'viem'
import { afterAll, describe, expect, test } from 'vitest'
import { DEFAULT_GOVERNANCE_PARAMS } from '@/devnet/deploy/governance-params'
import { withoutComments } from '@/devnet/deploy/jsonc'
import { DEFAULT_PARAMS } from '@/devnet/deploy/params'
import { defaultBareParams, parseParams, readParamsFile } from '@/devnet/deploy/params-file'
import { UsageError } from '@/devnet/usage-error'

const EXAMPLE = fileURLToPath(new URL('../params.example.jsonc', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'params-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('comments go, text in quotes stays, places stay', () => {
  const text = '{ // one\n "a": "//x /* y */ \\" //", /* two\n lines */ "b": 1 }'
  expect(JSON.parse(withoutComments(text))).toEqual({ a: '//x /* y */ " //', b: 1 })
  expect(withoutComments(text)).toHaveLength(text.length)
})

test('the example names every parameter and holds the defaults', () => {
  expect(readParamsFile(EXAMPLE)).toEqual(defaultBareParams())
  const values = JSON.parse(withoutComments(readFileSync(EXAMPLE, 'utf8'))) as Record<string, object>
  const { accounts, ...rest } = values
  expect(Object.keys(accounts ?? {})).toEqual(['count', 'lpt'])
  const named = Object.values(rest).reduce((sum, part) => sum + Object.keys(part).length, 0)
  // All but the address of Ethereum's migrator, which nobody uses locally, and who the owner is: account 0.
  expect(named).toBe(Object.keys(DEFAULT_PARAMS).length + Object.keys(DEFAULT_GOVERNANCE_PARAMS).length - 2)
  expect(defaultBareParams()).toMatchObject({
    protocol: DEFAULT_PARAMS,
    governance: DEFAULT_GOVERNANCE_PARAMS,
  })
})

test('each value reaches its parameter', () => {
  const text = withoutComments(readFileSync(EXAMPLE, 'utf8'))
  const changed = parseParams(
    text.replace(/"(\d+)"|: (\d+)/g, (match, quoted: string | undefined, bare: string | undefined) =>
      quoted ? `"${BigInt(quoted) - 1n}"` : bare && bare !== '0' ? `: ${Number(bare) + 1}` : match,
    ),
  )
  const differing = <T extends object>(now: T, before: T) =>
    Object.keys(before).filter((key) => now[key as keyof T] !== before[key as keyof T])
  const { protocol, governance, accountCount, accountLptWei } = changed
  expect(differing(protocol, DEFAULT_PARAMS)).toEqual(Object.keys(DEFAULT_PARAMS))
  expect(differing(governance, DEFAULT_GOVERNANCE_PARAMS)).toEqual(
    Object.keys(DEFAULT_GOVERNANCE_PARAMS).filter(
      (key) => !['treasuryMinDelaySeconds', 'l1Migrator', 'protocolOwner'].includes(key),
    ),
  )
  expect([accountCount, accountLptWei[0]]).toEqual([21, parseEther('4999')])
})

describe('a wrong file is one line that names the place', () => {
  const cases: [string, string][] = [
    ['{ "rounds": { "lengthBlocks": 5 } }', 'rounds.lengthBlocks: must be at least 10'],
    ['{ "rounds": { "lengthBlocks": "100" } }', 'rounds.lengthBlocks: must be a whole number'],
    ['{ "rounds": { "lengthBlocks": 10.5 } }', 'rounds.lengthBlocks: must be a whole number'],
    [
      '{ "bonding": { "treasuryBalanceCeilingLpt": 5 } }',
      'bonding.treasuryBalanceCeilingLpt: must be LPT in quotes, such as "100.5"',
    ],
    [
      '{ "bonding": { "treasuryRewardCutRateP27": "2000000000000000000000000000" } }',
      'bonding.treasuryRewardCutRateP27: must be at most 10^27',
    ],
    ['{ "polls": { "quotaP6": 1000001 } }', 'polls.quotaP6: must be at most 1000000'],
    ['{ "round": {} }', 'Unrecognized key: "round"'],
    ['{ "rounds": { "length": 100 } }', 'rounds: Unrecognized key: "length"'],
    ['{ "accounts": { "count": 1 } }', 'accounts.count: must be at least 2'],
    [
      '{ "accounts": { "count": 3, "lpt": ["1"] } }',
      'accounts.lpt: must list 2 amounts, one for each account after the first, not 1',
    ],
    [
      '{ "accounts": { "lpt": "1000000" } }',
      'accounts.lpt: the accounts together get more than supply.initialLpt leaves',
    ],
    ['[]', 'Invalid input: expected object, received array'],
  ]
  test.each(cases)('%s', (text, message) => {
    const file = join(folder, 'wrong.jsonc')
    writeFileSync(file, text)
    expect(() => readParamsFile(file)).toThrow(new UsageError(`--params: ${file}: ${message}`))
  })

  test('not JSON, or not there', () => {
    const file = join(folder, 'broken.jsonc')
    writeFileSync(file, '{ "rounds": ')
    expect(() => readParamsFile(file)).toThrow(`--params: ${file}: is not JSON with comments: `)
    expect(() => readParamsFile(join(folder, 'none.jsonc'))).toThrow(
      `--params: cannot read ${join(folder, 'none.jsonc')}`,
    )
  })
})
