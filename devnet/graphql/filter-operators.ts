import type { FieldDef } from './entity-schema'

/** How a filter compares; the empty string is equality (subgraph.md 5.3). */
export type Operator =
  | ''
  | '_not'
  | '_gt'
  | '_lt'
  | '_gte'
  | '_lte'
  | '_in'
  | '_not_in'
  | TextOperator
  | `${TextOperator}_nocase`

type TextOperator =
  | '_contains'
  | '_not_contains'
  | '_starts_with'
  | '_not_starts_with'
  | '_ends_with'
  | '_not_ends_with'

const equality = ['', '_not'] as const
const ordering = ['_gt', '_lt', '_gte', '_lte'] as const
const membership = ['_in', '_not_in'] as const
const containment = ['_contains', '_not_contains'] as const
const comparable: readonly Operator[] = [...equality, ...ordering, ...membership]
const textual: readonly Operator[] = [
  ...comparable,
  ...(
    [
      '_contains',
      '_not_contains',
      '_starts_with',
      '_not_starts_with',
      '_ends_with',
      '_not_ends_with',
    ] as const
  ).flatMap((op): readonly Operator[] => [op, `${op}_nocase`]),
]

/** Scalar by whose rules a field is filtered; relations are filtered by their id as text. */
export function filterScalar(field: FieldDef): string {
  return field.kind === 'relation' ? 'String' : field.base
}

/**
 * The filter suffixes a stored field offers, by the table of subgraph.md 5.3.
 * A derived field offers none (only the nested `field_` filter).
 */
export function operatorsOf(field: FieldDef): readonly Operator[] {
  if (field.derivedFrom) return []
  const scalar = filterScalar(field)
  if (field.list) {
    const nocase = ['_contains_nocase', '_not_contains_nocase'] as const
    return [...equality, ...containment, ...(scalar === 'String' ? nocase : [])]
  }
  if (field.kind === 'enum' || scalar === 'Boolean') return [...equality, ...membership]
  if (scalar === 'Bytes') return [...comparable, ...containment]
  return scalar === 'String' ? textual : comparable
}

/** The type of a filter's value, as it stands in the generated API. */
export function operandType(field: FieldDef, operator: Operator): string {
  const scalar = filterScalar(field)
  return field.list || operator === '_in' || operator === '_not_in' ? `[${scalar}!]` : scalar
}
