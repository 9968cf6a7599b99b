import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  parse,
  print,
} from 'graphql'

function argument(node: InputValueDefinitionNode): string {
  const fallback = node.defaultValue ? ` = ${print(node.defaultValue)}` : ''
  return `${node.name.value}: ${print(node.type)}${fallback}`
}

function directives(nodes: readonly ConstDirectiveNode[] | undefined): string {
  return (nodes ?? []).map((d) => ` ${print(d)}`).join('')
}

function field(node: FieldDefinitionNode): string {
  const args = (node.arguments ?? []).map(argument).sort().join(', ')
  return `${node.name.value}(${args}): ${print(node.type)}${directives(node.directives)}`
}

/** Every fact of a type-system document as one line each, without order and wording of comments. */
function facts(document: DocumentNode): Set<string> {
  const lines = new Set<string>()
  for (const d of document.definitions) {
    switch (d.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION: {
        const name = `${d.kind === Kind.OBJECT_TYPE_DEFINITION ? 'type' : 'interface'} ${d.name.value}`
        lines.add(`${name}${directives(d.directives)}`)
        for (const i of d.interfaces ?? []) lines.add(`${name} implements ${i.name.value}`)
        for (const f of d.fields ?? []) lines.add(`${name}.${field(f)}`)
        break
      }
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        for (const f of d.fields ?? []) lines.add(`input ${d.name.value}.${argument(f)}`)
        break
      case Kind.ENUM_TYPE_DEFINITION:
        lines.add(`enum ${d.name.value}${directives(d.directives)}`)
        for (const v of d.values ?? []) lines.add(`enum ${d.name.value}.${v.name.value}`)
        break
      case Kind.SCALAR_TYPE_DEFINITION:
        lines.add(`scalar ${d.name.value}`)
        break
      default:
    }
  }
  return lines
}

/**
 * Compares two schema documents (entity schemas or generated APIs) by types, fields, arguments with defaults,
 * inputs, enum values and directives on types and fields; order and comments do not count.
 */
export function compareSdl(
  ours: string,
  theirs: string,
): { facts: number; missing: string[]; extra: string[] } {
  const own = facts(parse(ours))
  const other = facts(parse(theirs))
  return {
    facts: own.size,
    missing: [...other].filter((line) => !own.has(line)),
    extra: [...own].filter((line) => !other.has(line)),
  }
}
