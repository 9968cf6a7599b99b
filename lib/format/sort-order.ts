/** A list's order as its URL names it. */
export interface SortOrder<Key extends string> {
  sort: Key
  dir: 'asc' | 'desc'
}

/**
 * The state after a click on a column's head: sorted by it, or its direction turned around.
 * @param first direction a first click on the column sorts in
 */
export function sortedBy<Key extends string, Query extends SortOrder<Key>>(
  query: Query,
  sort: Key,
  first: SortOrder<Key>['dir'],
): Query {
  const turned = query.dir === 'asc' ? 'desc' : 'asc'
  return { ...query, sort, dir: query.sort === sort ? turned : first }
}
