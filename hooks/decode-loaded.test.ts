import { expect, test } from 'vitest'
import { decodeLoaded } from './decode-loaded'

test('restores integers of any size by the name of their field', () => {
  const text = JSON.stringify({
    state: 'ready',
    value: {
      stakeWei: '123456789012345678901234567890',
      marginWei: '-5',
      rewardCutP6: '100000',
      rank: 3,
      unknownWei: null,
    },
    units: { stakeWei: '10^-18 LPT' },
  })
  expect(decodeLoaded(text)).toMatchObject({
    value: {
      stakeWei: 123456789012345678901234567890n,
      marginWei: -5n,
      rewardCutP6: 100000n,
      rank: 3,
      unknownWei: null,
    },
    units: { stakeWei: '10^-18 LPT' },
  })
})

test.each(['', 'not json', '<html>', 'null', '{"error":{"message":"no"}}'])('%j is no view', (text) => {
  expect(decodeLoaded(text)).toBeNull()
})
