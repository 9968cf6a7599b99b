import { describe, expect, it } from 'vitest'
import { compileLens } from '@/e2e/chain/compile-lens'
import { LPT, World } from '@/e2e/chain/world'
import { planLensBytecode } from '@/lib/contracts/lens/plan-lens-bytecode'

describe('the lens', () => {
  it('is what its source compiles to', () => {
    expect(compileLens()).toBe(planLensBytecode)
  }, 60_000)

  it('reads the whole pool in order and an account without anything as zeros', async () => {
    const world = await World.create({ numActiveTranscoders: 30n })
    const orchestrators = world.accounts.slice(0, 8)
    for (const [index, account] of orchestrators.entries()) {
      await world.bond(account, BigInt(((index * 7) % 8) + 1) * LPT, account)
    }
    const nobody = world.accounts[11]
    if (!nobody) throw new Error('too few accounts')
    const state = await world.state(nobody, { verb: 'withdrawStake', lockId: 99n })
    expect(state.pool.nodes).toHaveLength(8)
    expect(state.pool.nodes.map(({ stake }) => stake)).toEqual(
      [8n, 7n, 6n, 5n, 4n, 3n, 2n, 1n].map((amount) => amount * LPT),
    )
    expect(state).toMatchObject({
      accountKind: 'key',
      pendingStakeWei: 0n,
      pendingFeesWei: 0n,
      lock: { id: 99n, amount: 0n, withdrawRound: 0n },
      delegator: { bondedAmount: 0n },
      paused: false,
    })
    await world.chain.close()
  })

  it('tells a contract account from a key', async () => {
    const world = await World.create()
    const state = await world.state(world.addresses.Minter, { verb: 'claimEarnings' })
    expect(state.accountKind).toBe('contract')
    await world.chain.close()
  })
})
