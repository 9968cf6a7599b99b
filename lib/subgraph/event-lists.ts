import type { TypedDocumentNode } from '@apollo/client'
import type { FragmentOf } from 'gql.tada'
import type { DocumentNode } from 'graphql'
import type { eventFieldsFragment } from '@/lib/subgraph/event-fields'
import { graphql } from '@/lib/subgraph/graphql'

/** An event as lists hold it; `eventRow` reads it. */
export type IndexedEvent = FragmentOf<typeof eventFieldsFragment>

/** What a document of event lists answers: a list by its name; none where the variables leave it out. */
export type EventLists<Name extends string> = {
  _meta: { block: { number: number; timestamp: number | null } } | null
} & Readonly<Partial<Record<Name, readonly IndexedEvent[]>>>

type Untyped = (text: string, fragments: readonly DocumentNode[]) => DocumentNode

/**
 * Documents of dozens of event lists. Their shape is declared, as working it out of a text this long takes the compiler
 * gigabytes; that the text fits the schema is held by the tests that validate every document.
 */
export const eventLists = {
  graphql: <Name extends string, Variables extends Record<string, unknown>>(
    text: string,
    fragments: readonly DocumentNode[],
  ): TypedDocumentNode<EventLists<Name>, Variables> => (graphql as unknown as Untyped)(text, fragments),
}
