import {
  type ArgumentNode,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  NoUnusedFragmentsRule,
  NoUnusedVariablesRule,
  type OperationDefinitionNode,
  parse,
  print,
  specifiedRules,
  UniqueOperationNamesRule,
  validate,
  visit,
} from 'graphql'

/** An error as an answer holds it. */
export interface AnswerError {
  readonly message: string
  readonly locations?: readonly { readonly line: number; readonly column: number }[]
}

/** A document that may run. */
export interface RunnableDocument {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
}

/** Unused variables and fragments are let through, as by a graph node (subgraph.md 5.5). */
const lenient = new Set<unknown>([NoUnusedFragmentsRule, NoUnusedVariablesRule, UniqueOperationNamesRule])
const rules = specifiedRules.filter((rule) => !lenient.has(rule))

function enclosingArgument(document: DocumentNode, error: GraphQLError): ArgumentNode | undefined {
  const at = error.nodes?.[0]?.loc
  if (!at) return undefined
  let found: ArgumentNode | undefined
  visit(document, {
    Argument(node) {
      if (node.loc && node.loc.start <= at.start && at.end <= node.loc.end) found = node
    },
  })
  return found
}

const wordings: readonly (readonly [RegExp, string])[] = [
  [/^Cannot query field "(\w+)" on type "(\w+)"\..*$/s, 'Type `$2` has no field `$1`'],
  [
    /^Field "\w+" argument "(\w+)" of type "[^"]+" is required.*$/s,
    'No value provided for required argument: `$1`',
  ],
  [/^Unknown fragment "(\w+)"\.$/, 'fragment `$1` is not defined'],
  [
    /^Variable "\$(\w+)" of required type "[^"]+" was not provided\.$/,
    'No value provided for required variable `$1`',
  ],
  [/^Variable "\$(\w+)" got invalid value (.*?);.*$/s, 'Invalid value provided for argument `$1`: $2'],
  [
    /^Cannot return null for non-nullable field (?:\w+)\.(\w+)\.$/,
    'Null value resolved for non-null field `$1`',
  ],
]

/** A graphql-js message in the words of a graph node where those are known (subgraph.md 5.5). */
export function reword(message: string): string {
  for (const [pattern, replacement] of wordings) {
    if (pattern.test(message)) return message.replace(pattern, replacement)
  }
  return message
}

function rewordValidation(document: DocumentNode, error: GraphQLError): AnswerError {
  const message = reword(error.message)
  const argument = message === error.message ? enclosingArgument(document, error) : undefined
  if (!argument) return { message }
  return {
    message: `Invalid value provided for argument \`${argument.name.value}\`: ${print(argument.value)}`,
  }
}

function syntaxError(error: GraphQLError): AnswerError {
  return {
    locations: (error.locations ?? []).map(({ line, column }) => ({ line, column })),
    message: error.message,
  }
}

/** Parses and checks a document; errors when it may not run. */
export function readDocument(
  api: GraphQLSchema,
  source: string,
): RunnableDocument | { errors: AnswerError[] } {
  let document: DocumentNode
  try {
    document = parse(source)
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [syntaxError(error)] }
    throw error
  }
  const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION)
  const operation = operations[0]
  if (!operation) return { errors: [{ message: 'The query is empty' }] }
  if (operations.length > 1) return { errors: [{ message: 'Operation name required' }] }
  if (operation.operation !== 'query')
    return { errors: [{ message: `Not supported: ${operation.operation}` }] }
  const errors = validate(api, document, rules)
  if (errors.length > 0) return { errors: errors.map((error) => rewordValidation(document, error)) }
  return { document, operation }
}
