import { describe, expect, test } from 'vitest'
import { interfaceDifferences, interfaceTable } from '@/devnet/reference/interface-table'
import reference from '@/devnet/reference/interfaces.json'
import { loadArtifact } from '@/devnet/solidity/artifact'

/** Code that works here works on Arbitrum One: same names, selectors, topics and errors (contracts.md 14 and 15). */
describe('interfaces of the local contracts', () => {
  test.each(Object.entries(reference))('%s is the published interface', (name, table) => {
    expect(interfaceDifferences(interfaceTable(loadArtifact(name).abi), table)).toEqual([])
  })
})

describe('the comparison', () => {
  test('tells what is missing, what is too much and what is named otherwise', () => {
    const table = interfaceTable([
      { type: 'function', name: 'a', inputs: [], outputs: [], stateMutability: 'view' },
      { type: 'event', name: 'E', inputs: [{ name: 'x', type: 'uint256', indexed: true }] },
    ])
    const other = interfaceTable([
      { type: 'event', name: 'E', inputs: [{ name: 'x', type: 'uint256', indexed: false }] },
      {
        type: 'error',
        name: 'Bad',
        inputs: [{ name: 'pair', type: 'tuple', components: [{ name: 'p', type: 'bool' }] }],
      },
    ])
    expect(interfaceDifferences(table, other)).toEqual([
      'functions 0x0dbe671f: has a() view, reference nothing',
      expect.stringMatching(/^events 0x[0-9a-f]{64}: has E\(uint256 indexed x\), reference E\(uint256 x\)$/),
      expect.stringMatching(/^errors 0x[0-9a-f]{8}: has nothing, reference Bad\(\(bool\) pair\)$/),
    ])
    expect(interfaceDifferences(table, table)).toEqual([])
  })
})
