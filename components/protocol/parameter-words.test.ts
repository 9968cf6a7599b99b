import { expect, it } from 'vitest'
import { parameterWords } from './parameter-words'

it('names what it knows and keeps the name of what it does not', () => {
  expect(parameterWords('roundLength')).toBe('Length of a round')
  expect(parameterWords('brandNew')).toBe('brandNew')
  expect(parameterWords('constructor')).toBe('constructor')
})
