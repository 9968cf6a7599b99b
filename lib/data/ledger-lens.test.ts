import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { decodePools, ledgerLensBytecode } from '@/lib/data/ledger-lens'

const source = readFileSync(new URL('./ledger-lens.sol', import.meta.url), 'utf8')

function compile(): Hex {
  const solc = createRequire(import.meta.url)('solc') as { compile(input: string): string }
  const output = JSON.parse(
    solc.compile(
      JSON.stringify({
        language: 'Solidity',
        sources: { 'ledger-lens.sol': { content: source } },
        settings: {
          optimizer: { enabled: true, runs: 200 },
          evmVersion: 'london',
          metadata: { appendCBOR: false },
          outputSelection: { '*': { '*': ['evm.bytecode.object'] } },
        },
      }),
    ),
  ) as { contracts: { 'ledger-lens.sol': { LedgerLens: { evm: { bytecode: { object: string } } } } } }
  return `0x${output.contracts['ledger-lens.sol'].LedgerLens.evm.bytecode.object}`
}

const hex = (value: bigint, bytes: number) => value.toString(16).padStart(bytes * 2, '0')
const pool = {
  totalStake: 3_000_000n * 10n ** 18n,
  rewardCutP6: 140_000n,
  feeShareP6: 1_000_000n,
  rewardFactorP27: 10n ** 27n + 7n,
  feeFactorP27: 2n ** 200n + 9n,
}
const row =
  hex(pool.totalStake, 16) +
  hex(pool.rewardCutP6, 4) +
  hex(pool.feeShareP6, 4) +
  hex(pool.rewardFactorP27, 32) +
  hex(pool.feeFactorP27, 32)
const empty = '0'.repeat(176)

describe('the ledger lens', () => {
  it('has the bytecode its source compiles to', { timeout: 60_000 }, () => {
    expect(compile()).toBe(ledgerLensBytecode)
  })

  it('decodes a row for each round, never written ones as zeros', () => {
    const pools = decodePools(`0x01${row}${empty}`, [4249, 4250])
    expect(pools?.get(4249)).toEqual(pool)
    expect(pools?.get(4250)).toEqual({
      totalStake: 0n,
      rewardCutP6: 0n,
      feeShareP6: 0n,
      rewardFactorP27: 0n,
      feeFactorP27: 0n,
    })
  })

  it.each([
    ['a row too few', `0x01${row}`],
    ['an answer cut short', `0x01${row}${empty.slice(2)}`],
    ['another version', `0x02${row}${empty}`],
    ['nothing', '0x'],
  ] as const)('refuses %s', (_, answer) => {
    expect(decodePools(answer, [4249, 4250])).toBeNull()
  })
})
