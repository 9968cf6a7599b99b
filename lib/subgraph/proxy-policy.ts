import { Kind, type TypeNode } from 'graphql'
import type { Refusal } from '@/lib/network/guard/refusal'
import { type AllowedDocument, findAllowedDocument } from '@/lib/subgraph/allowed-documents'

/** The longest of our own documents, with variables, is far below this. */
export const subgraphBodyLimitBytes = 8_192

const longestText = 100
const longestList = 100

/** A request of the proxy that may be sent on: one of our own documents with variables of its types. */
export type CheckedOperation =
  | { ok: true; document: AllowedDocument; variables: Readonly<Record<string, unknown>> }
  | { ok: false; refusal: Refusal }

/**
 * Checks a body `{query, variables}` (the exact text of a document of this site) or `{hash, variables}`. Variables must be
 * those the document declares, all of them, each of its type: an index takes a missing one for null.
 */
export function checkSubgraphBody(body: unknown): CheckedOperation {
  if (!isRecord(body)) return refused(400, 'Send {"query", "variables"} or {"hash", "variables"}.')
  const { query, hash, variables = {}, ...rest } = body
  const named = query ?? hash
  if (typeof named !== 'string' || (query !== undefined && hash !== undefined))
    return refused(400, 'Send either the query or its hash, as a text.')
  const unknown = Object.keys(rest).find((key) => key !== 'operationName' && key !== 'extensions')
  if (unknown) return refused(400, `The field ${unknown.slice(0, 40)} is not taken here.`)
  const document = findAllowedDocument(named)
  if (!document) return refused(403, 'Only the queries of this site itself are served here.')
  if (!isRecord(variables)) return refused(400, 'Variables are an object.')
  const extra = Object.keys(variables).find(
    (name) => !document.variables.some((known) => known.name === name),
  )
  if (extra) return refused(400, `${document.name} has no variable ${extra.slice(0, 40)}.`)
  for (const { name, type } of document.variables) {
    if (!fits(variables[name], type)) return refused(400, `${document.name} needs another value for ${name}.`)
  }
  return { ok: true, document, variables }
}

function fits(value: unknown, type: TypeNode): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return value !== null && value !== undefined && fits(value, type.type)
  if (value === null || value === undefined) return value === null
  if (type.kind === Kind.LIST_TYPE) {
    return Array.isArray(value) && value.length <= longestList && value.every((item) => fits(item, type.type))
  }
  switch (type.name.value) {
    case 'Int':
      return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31
    case 'Boolean':
      return typeof value === 'boolean'
    case 'BigInt':
      return typeof value === 'string' && /^-?\d{1,78}$/.test(value)
    case 'Block_height':
      return isBlockHeight(value)
    case 'ID':
    case 'String':
      return typeof value === 'string' && value.length <= longestText
    default:
      return false
  }
}

function isBlockHeight(value: unknown): boolean {
  if (!isRecord(value)) return false
  const [entry, ...others] = Object.entries(value)
  if (!entry || others.length > 0) return false
  const [name, number] = entry
  return (
    (name === 'number' || name === 'number_gte') &&
    typeof number === 'number' &&
    Number.isSafeInteger(number) &&
    number >= 0
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function refused(status: Refusal['status'], message: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { status, message } }
}
