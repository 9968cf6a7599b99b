import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildApiSdl, rootFieldNames } from './build-api'
import { buildRowTypes } from './build-row-types'
import { compareSdl } from './compare-sdl'
import { parseEntitySchema } from './entity-schema'
import { apiSdlPath, readEntitySchema, rowTypesPath } from './schema-files'

const schema = parseEntitySchema(readEntitySchema())

describe('the generated files', () => {
  it('api.graphql is what the generator writes (npx tsx scripts/build-api.ts)', () => {
    expect(readFileSync(apiSdlPath, 'utf8')).toBe(buildApiSdl(schema))
  })

  it('entity-types.ts is what the generator writes', () => {
    expect(readFileSync(rowTypesPath, 'utf8')).toBe(buildRowTypes(schema))
  })
})

describe('buildApiSdl', () => {
  it.each([
    ['Protocol', 'protocol', 'protocols'],
    ['PollTally', 'pollTally', 'pollTallies'],
    ['Day', 'day', 'days'],
    ['TranscoderDay', 'transcoderDay', 'transcoderDays'],
    ['ServiceURIUpdateEvent', 'serviceURIUpdateEvent', 'serviceURIUpdateEvents'],
  ])('names root fields of %s', (entity, one, many) => {
    expect(rootFieldNames(entity)).toEqual({ one, many })
  })

  it('offers suffixes, nested filters and nested orders by the table of subgraph.md 5.2 and 5.3', () => {
    const sdl = buildApiSdl(
      parseEntitySchema(
        'type A @entity { id: ID! b: B! } type B @entity { id: ID! n: Int as: [A!] @derivedFrom(field: "b") }',
      ),
    )
    expect(sdl).toContain('input A_filter {\n  id: ID\n  id_not: ID\n  id_gt: ID')
    expect(sdl).toContain('b_not_ends_with_nocase: String')
    expect(sdl).toContain('b_: B_filter')
    expect(sdl).toContain('as_: A_filter')
    expect(sdl).not.toContain('as_contains')
    expect(sdl).toContain('enum A_orderBy {\n  id\n  b\n  b__id\n  b__n\n}')
    expect(sdl).toContain('enum B_orderBy {\n  id\n  n\n  as\n}')
  })
})

describe('compareSdl', () => {
  it('finds what is missing, extra and different, and ignores order', () => {
    const ours = 'enum E { X Y } type T { a(n: Int = 1): Int b: String! }'
    const theirs = 'type T { b: String! a(n: Int = 2): Int c: E } enum E { Y X }'
    expect(compareSdl(ours, theirs)).toEqual({
      facts: 6,
      missing: ['type T.a(n: Int = 2): Int', 'type T.c(): E'],
      extra: ['type T.a(n: Int = 1): Int'],
    })
  })
})

describe('parseEntitySchema', () => {
  it('refuses unknown types and reverse fields that do not exist', () => {
    expect(() => parseEntitySchema('type A @entity { id: ID! x: Nope }')).toThrow('A.x: unknown type Nope')
    expect(() =>
      parseEntitySchema(
        'type A @entity { id: ID! bs: [B!] @derivedFrom(field: "a") } type B @entity { id: ID! }',
      ),
    ).toThrow('A.bs: B has no field a')
  })

  it('knows the rows of an interface', () => {
    expect(schema.entities.get('Event')?.concrete).toHaveLength(33)
    expect(schema.entities.get('Bond')).toBeUndefined()
  })
})
