/** A refusal that a graph node answers with; the message is its wording (subgraph.md 5.5). */
export class QueryError extends Error {
  override readonly name = 'QueryError'
}
