import { describe, expect, it } from 'vitest'
import { compileLens } from '@/lib/data/test-compile'
import { timelockLensCode } from '@/lib/data/timelock-lens'

describe('the timelock lens', () => {
  it('has the runtime code its source compiles to', { timeout: 60_000 }, () => {
    const creation = compileLens('timelock-lens.sol', 'TimelockLens')
    const runtime = timelockLensCode.slice(2)
    expect(runtime.length).toBeGreaterThan(500)
    // Creation code is a few steps that hand over the runtime code, an invalid step (fe), then the runtime code.
    expect(creation.endsWith(`fe${runtime}`)).toBe(true)
    expect(creation.length - runtime.length).toBeLessThan(100)
  })
})
