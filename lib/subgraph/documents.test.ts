import { readdirSync, readFileSync } from 'node:fs'
import {
  buildSchema,
  type DocumentNode,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { describe, expect, it } from 'vitest'

const here = new URL('./', import.meta.url)
const schema = buildSchema(readFileSync(new URL('api.graphql', here), 'utf8'))
const files = readdirSync(new URL('documents/', here)).filter((name) => name.endsWith('.ts'))

/** Lists of rows asked for without `first`: the index would cut them at 100 without a word. */
function unboundedLists(document: DocumentNode): string[] {
  const found: string[] = []
  const types = new TypeInfo(schema)
  const visitor = visitWithTypeInfo(types, {
    Field: ({ name, arguments: args = [] }) => {
      const type = getNullableType(types.getType())
      const rows = isListType(type) && isObjectType(getNamedType(type))
      if (rows && !args.some((argument) => argument.name.value === 'first')) found.push(name.value)
    },
  })
  visit(document, visitor)
  return found
}

describe.each(files)('documents/%s', (file) => {
  it('holds valid documents of one named operation each', async () => {
    const exports = (await import(`./documents/${file}`)) as Record<string, DocumentNode>
    expect(Object.keys(exports).length).toBeGreaterThan(0)
    for (const document of Object.values(exports)) {
      expect(validate(schema, document).map(({ message }) => message)).toEqual([])
      const operations = document.definitions.filter(
        (definition) => definition.kind === 'OperationDefinition',
      )
      expect(operations).toHaveLength(1)
      expect(operations[0]?.name?.value).toBeTruthy()
    }
  })

  it('bounds every list, nested ones too', async () => {
    const exports = (await import(`./documents/${file}`)) as Record<string, DocumentNode>
    for (const document of Object.values(exports)) expect(unboundedLists(document)).toEqual([])
  })
})

describe('graphql-env.d.ts', () => {
  it('is written from api.graphql as it is (npx gql.tada generate output)', () => {
    const types = readFileSync(new URL('graphql-env.d.ts', here), 'utf8')
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) || type.name.startsWith('__')) continue
      const written = types.split('\n').find((line) => line.includes(`'${type.name}': { kind: 'OBJECT'`))
      const fields = [...(written ?? '').matchAll(/'(\w+)': \{ name: '\1'/g)].map(([, name]) => name)
      expect(fields.toSorted(), type.name).toEqual(Object.keys(type.getFields()).toSorted())
    }
  })
})

describe('the check', () => {
  it('finds a list without a bound, nested or not', () => {
    const query = 'query Wrong { polls { id votes(first: 10) { id } } poll(id: "0") { votes { id } } }'
    expect(unboundedLists(parse(query))).toEqual(['polls', 'votes'])
  })

  it('finds a field the schema does not have', () => {
    const asking = (field: string) => parse(['query Wrong { protocol(id: "0") {', field, '} }'].join(' '))
    expect(validate(schema, asking('id'))).toEqual([])
    expect(validate(schema, asking('nothing'))).not.toEqual([])
  })
})
