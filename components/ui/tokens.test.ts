import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([a-z-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
)

/** Relative luminance of a colour (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(front: string, back: string, theme: 'light' | 'dark'): number {
  const [a, b] = [front, back].map((name) => {
    const token = tokens.get(name)
    if (!token) throw new Error(`no token --${name}`)
    return luminance(token[theme])
  })
  const [low = 0, high = 0] = [a ?? 0, b ?? 0].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['ground', 'panel', 'raised']
const soft = ['wait-soft', 'loss-soft', 'info-soft', 'accent-soft']
const pairs = [
  ...grounds.flatMap((back) => [
    ...['ink', 'wait', 'loss', 'info', 'accent-text'].map((front) => ({ front, back, least: 7 })),
    { front: 'ink-quiet', back, least: 4.5 },
    { front: 'line-control', back, least: 3 },
    { front: 'focus', back, least: 3 },
    { front: 'accent', back, least: 3 },
  ]),
  ...soft.flatMap((back) => [
    { front: 'ink', back, least: 7 },
    { front: 'ink-quiet', back, least: 4.5 },
  ]),
  ...['wait', 'loss', 'info'].map((front) => ({ front, back: `${front}-soft`, least: 7 })),
  { front: 'on-accent', back: 'accent', least: 4.5 },
  { front: 'on-accent', back: 'accent-strong', least: 4.5 },
  { front: 'ring-lock', back: 'panel', least: 3 },
  { front: 'ring-lock', back: 'ground', least: 3 },
  { front: 'ink', back: 'ring-track', least: 4.5 },
]

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  it.each(pairs)('$front on $back has at least $least to 1', ({ front, back, least }) => {
    expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(least)
  })
})
