import { describe, expect, test } from 'vitest'
import { lockState, withdrawRoundOf } from './unbonding'

const position = { round: 100n, startBlock: 5_000n, roundLength: 50n, blockNum: 5_010n }

describe('lockState in round 100, ten blocks in', () => {
  test.each([
    ['never existed or consumed', 0n, { state: 'consumed' }],
    ['an earlier round', 1n, { state: 'matured', withdrawRound: 1n }],
    ['this round', 100n, { state: 'matured', withdrawRound: 100n }],
    [
      'the next round',
      101n,
      {
        state: 'waiting',
        withdrawRound: 101n,
        roundsLeft: 1n,
        withdrawBlock: 5_050n,
        blocksLeft: 40n,
        secondsLeft: 480n,
      },
    ],
    [
      'seven rounds on',
      107n,
      {
        state: 'waiting',
        withdrawRound: 107n,
        roundsLeft: 7n,
        withdrawBlock: 5_350n,
        blocksLeft: 340n,
        secondsLeft: 4_080n,
      },
    ],
  ])('%s', (_name, withdrawRound, expected) => {
    expect(lockState({ withdrawRound }, position)).toEqual(expected)
  })

  test('matures on the first block of its round, not one before', () => {
    expect(lockState({ withdrawRound: 101n }, { ...position, blockNum: 5_049n })).toMatchObject({
      state: 'waiting',
      blocksLeft: 1n,
    })
    const next = { ...position, round: 101n, startBlock: 5_050n, blockNum: 5_050n }
    expect(lockState({ withdrawRound: 101n }, next)).toMatchObject({ state: 'matured' })
  })
})

test('unbonding now can be withdrawn after the period', () => {
  expect(withdrawRoundOf(100n, 7n)).toBe(107n)
  expect(withdrawRoundOf(100n, 0n)).toBe(100n)
})
