import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  buildSchema,
  type DocumentNode,
  getNamedType,
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { apiSdlPath } from '@/devnet/graphql/schema-files'
import { quirkFields } from './quirk-fields'
import { publishedQuirks, type Quirks } from './quirks'
import { mendedBySite } from './quirks-mended-by-site'

const folder = fileURLToPath(new URL('../../lib/subgraph/documents', import.meta.url))
const schema = buildSchema(readFileSync(apiSdlPath, 'utf8'))

const SUFFIX = /_(?:not_)?(?:gte?|lte?|in|contains|starts_with|ends_with)(?:_nocase)?$|_not(?:_in)?$/

/** Fields of a document that a quirk can spoil: what it selects, and what it filters or sorts by. */
function spoiltFields(document: DocumentNode): string[] {
  const found = new Set<string>()
  const note = (type: string | undefined, name: string) => {
    const key = `${type}.${name.replace(SUFFIX, '')}`
    if (quirkFields[key]) found.add(key)
  }
  const types = new TypeInfo(schema)
  const rows = () => {
    const type = getNamedType(types.getType())
    return isObjectType(type) ? type.name : undefined
  }
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: ({ name, arguments: args = [] }) => {
        note(types.getParentType()?.name, name.value)
        for (const { name: argument, value } of args) {
          if (argument.value === 'orderBy' && value.kind === Kind.ENUM) note(rows(), value.value)
        }
      },
      ObjectField: ({ name }) => {
        const input = types.getParentInputType()
        const type = getNamedType(input)?.name.replace(/_filter$/, '')
        note(type, name.value)
      },
    }),
  )
  return [...found]
}

async function siteDocuments(): Promise<[string, DocumentNode][]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const modules = await Promise.all(
    files.map((name) => import(pathToFileURL(`${folder}/${name}`).href) as Promise<Record<string, unknown>>),
  )
  return modules.flatMap((exported) =>
    Object.values(exported).flatMap((value): [string, DocumentNode][] => {
      const document = value as DocumentNode
      if (document?.kind !== Kind.DOCUMENT) return []
      const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION)
      return operation?.kind === Kind.OPERATION_DEFINITION && operation.name
        ? [[operation.name.value, document]]
        : []
    }),
  )
}

const documents = await siteDocuments()

describe('the list of spoilt fields', () => {
  it('names fields of the published schema', () => {
    for (const key of Object.keys(quirkFields)) {
      const [type = '', field = ''] = key.split('.')
      const object = schema.getType(type)
      expect(isObjectType(object) && field in object.getFields(), key).toBe(true)
    }
  })

  it('has a field for every switch of the index but the one that acts within a block', () => {
    const switches = new Set(Object.values(quirkFields).flatMap((field) => field.switch ?? []))
    const missing = (Object.keys(publishedQuirks) as (keyof Quirks)[]).filter((name) => !switches.has(name))
    expect(missing).toEqual(['rewardCountsTwiceInBlock'])
  })
})

describe('what the site asks', () => {
  it('is every document of lib/subgraph', () => {
    expect(documents.length).toBeGreaterThan(15)
  })

  it.each(documents)('%s: what a quirk spoils is mended or marked, and said how', (name, document) => {
    expect(Object.keys(mendedBySite[name] ?? {}).toSorted()).toEqual(spoiltFields(document).toSorted())
  })

  it('is all the list of mended figures is about', () => {
    const known = new Set(documents.map(([name]) => name))
    expect(Object.keys(mendedBySite).filter((name) => !known.has(name))).toEqual([])
  })
})

describe('the check', () => {
  it('finds what is selected, nested, sorted and filtered by', () => {
    const text = `query Wrong { transcoders(orderBy: ninetyDayVolumeETH, where: { totalStake_gt: "0", delegator_: { fees_gte: "1" } }) {
      id delegators(where: { and: [{ bondedAmount_gt: "0" }] }) { id } } protocol(id: "0") { delegatorsCount } }`
    expect(spoiltFields(parse(text)).toSorted()).toEqual([
      'Delegator.bondedAmount',
      'Delegator.fees',
      'Protocol.delegatorsCount',
      'Transcoder.ninetyDayVolumeETH',
      'Transcoder.totalStake',
    ])
    const events = 'query Line { transactions { events { ... on TreasuryVoteEvent { weight } } } }'
    expect(spoiltFields(parse(events))).toEqual(['TreasuryVoteEvent.weight'])
  })
})
