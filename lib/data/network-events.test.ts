import { readFileSync } from 'node:fs'
import { buildSchema, isInputObjectType, isInterfaceType, isObjectType, print } from 'graphql'
import { describe, expect, it } from 'vitest'
import { allEventTypes, eventGroups, eventTypes } from '@/lib/data/event-types'
import { filterOf } from '@/lib/data/network-events'
import { eventsByTypeDocument } from '@/lib/subgraph/documents/network-events'

const schema = buildSchema(readFileSync(new URL('../subgraph/api.graphql', import.meta.url), 'utf8'))
const account = '0x00000000000000000000000000000000000000Aa'
const span = { since: 5, until: 9 }

describe('the table of event types', () => {
  it('has every type of the schema, once', () => {
    const event = schema.getType('Event')
    if (!isInterfaceType(event)) throw new Error('no interface Event')
    const all = schema.getPossibleTypes(event).map(({ name }) => name)
    expect([...allEventTypes].toSorted()).toEqual([...all].toSorted())
  })

  it('has a slug of its own for each type, apart from the groups', () => {
    const slugs = [...eventGroups, ...allEventTypes.map((type) => eventTypes[type].slug)]
    expect(new Set(slugs).size).toBe(slugs.length)
  })

  it.each(allEventTypes)('%s names accounts by fields it can be filtered by', (type) => {
    const filter = schema.getType(`${type}_filter`)
    if (!isInputObjectType(filter)) throw new Error(`no filter of ${type}`)
    for (const field of eventTypes[type].parties) expect(filter.getFields()).toHaveProperty(field)
    expect(isObjectType(schema.getType(type))).toBe(true)
  })

  it('is asked for whole: a list, a choice and a filter for each type', () => {
    const text = print(eventsByTypeDocument)
    for (const type of allEventTypes) {
      expect(text).toContain(`where: $of${type}`)
      expect(text).toContain(`@include(if: $with${type})`)
    }
  })
})

describe('filterOf', () => {
  it('bounds the time', () => {
    expect(filterOf('BondEvent', null, span)).toEqual({ timestamp_gte: 5, timestamp_lte: 9 })
  })
  it('finds an account on every side, each branch with its bounds', () => {
    const id = account.toLowerCase()
    const bounds = { timestamp_gte: 5, timestamp_lte: 9 }
    expect(filterOf('ReserveClaimedEvent', account, span)).toEqual({
      or: [
        { ...bounds, reserveHolder: id },
        { ...bounds, claimant: id },
      ],
    })
  })
  it('finds who sent it where nobody is named', () => {
    expect(filterOf('NewRoundEvent', account, span)).toMatchObject({
      transaction_: { from: account.toLowerCase() },
    })
  })
})
