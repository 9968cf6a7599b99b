import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockAt, emptyStore } from './synthetic'

const owner = (id: string, rank: number) => ({ id, name: id, rank })

describe('Store', () => {
  it('refuses rows that do not fit the schema', () => {
    const store = emptyStore()
    expect(() => store.set('Owner', 'o', { id: 'o', rank: 1 }, 1)).toThrow('Owner o: name is required')
    expect(() => store.set('Owner', 'o', { id: 'o', name: 'x', rank: 1.5 }, 1)).toThrow('rank: 1.5 is no Int')
    expect(() => store.set('Owner', 'o', { id: 'o', name: 'x', age: 1 }, 1)).toThrow('no field age')
    expect(() => store.set('Owner', 'o', { id: 'p', name: 'x' }, 1)).toThrow('row has id p')
    expect(() => store.set('Owner', 'o', { id: 'o', name: 'x', items: [] }, 1)).toThrow('no field items')
    expect(store.size()).toEqual({ rows: 0, versions: 0 })
  })

  it('refuses to write into the past', () => {
    const store = emptyStore()
    store.set('Owner', 'o', owner('o', 1), 20)
    expect(() => store.set('Owner', 'o', owner('o', 2), 19)).toThrow('version 19 after 20')
  })

  it('finds by relation only rows that point there at that block', () => {
    const store = emptyStore()
    const part = { id: 'p', size: 1 }
    const birth = (item: string) => ({ id: 'h', at: 1, item, weight: 1n })
    store.set('Part', 'p', part, 11)
    expect(() => store.set('Birth', 'h', birth('a'), 11)).toThrow('weight: 1 is no BigDecimal')
    store.set('Move', 'h', { id: 'h', at: 1, item: 'a', to: 'x' }, 11)
    store.set('Move', 'h', { id: 'h', at: 1, item: 'b', to: 'x' }, 12)
    const ids = (item: string, block: number) =>
      [...store.pointing('Happening', 'item', item, block)].map((f) => f.id)
    expect(ids('a', 11)).toEqual(['h'])
    expect(ids('a', 12)).toEqual([])
    expect(ids('b', 12)).toEqual(['h'])
  })

  it('answers every past block and rolls back as a plain history would', () => {
    const step = fc.record({
      id: fc.constantFrom('x', 'y', 'z'),
      rank: fc.option(fc.integer({ min: 0, max: 5 })),
      advance: fc.integer({ min: 0, max: 2 }),
      rollback: fc.option(fc.integer({ min: 0, max: 4 }), { freq: 4 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const store = emptyStore()
        /** State after each block, by block. */
        let history = new Map<number, Map<string, number>>([[10, new Map()]])
        let block = 10
        for (const { id, rank, advance, rollback } of steps) {
          if (rollback !== null) {
            const to = Math.max(10, block - rollback)
            store.rollback(blockAt(to))
            history = new Map([...history].filter(([at]) => at <= to))
            block = to
          }
          for (let i = 0; i < advance; i++) {
            history.set(block + 1, new Map(history.get(block)))
            block++
          }
          if (block === 10) continue
          const state = history.get(block) as Map<string, number>
          if (rank === null) {
            store.remove('Owner', id, block)
            state.delete(id)
          } else {
            store.set('Owner', id, owner(id, rank), block)
            state.set(id, rank)
          }
        }
        for (const [at, state] of history) {
          const rows = [...store.all('Owner', at)].map((f) => [f.id, f.row['rank']])
          expect(new Map(rows as [string, number][])).toEqual(state)
        }
      }),
    )
  })

  it('gives the same dump for the same history, whatever the order of writing and however often rolled back', () => {
    const [one, two] = [emptyStore(), emptyStore()]
    one.set('Owner', 'a', owner('a', 1), 11)
    one.set('Owner', 'b', owner('b', 1), 11)
    one.set('Owner', 'a', owner('a', 2), 12)
    two.set('Owner', 'b', owner('b', 1), 11)
    two.set('Owner', 'a', owner('a', 1), 11)
    two.set('Owner', 'a', owner('a', 7), 12)
    two.remove('Owner', 'b', 12)
    expect(two.dump()).not.toBe(one.dump())
    two.rollback(blockAt(11))
    two.set('Owner', 'a', owner('a', 2), 12)
    expect(two.dump()).toBe(one.dump())
    expect(one.dump().split('\n')).toHaveLength(3)
  })
})
