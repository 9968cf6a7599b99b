import { SourceError } from '@/lib/network/source-error'

/** Which block a page is asked at: the newest for the first page, its number for the others. */
export type BlockPin = { number_gte: number } | { number: number }

export interface Page<Row> {
  rows: readonly Row[]
  /** Block and time the index stood at. */
  block: number
  timestamp: number
}

export const pageSize = 1000
const mostPages = 200

/**
 * Reads a whole list ordered by id, page after page, all as of the first page's block, so that no row is lost or doubled
 * while the index moves.
 *
 * @param size rows that the document asks for in a page
 * @throws SourceError when the list does not end
 */
export async function readAllPages<Row extends { id: string }>(
  readPage: (after: string, block: BlockPin) => Promise<Page<Row>>,
  size: number = pageSize,
): Promise<Page<Row>> {
  const first = await readPage('', { number_gte: 0 })
  const rows = [...first.rows]
  let last = first.rows
  for (let page = 1; last.length === size; page += 1) {
    if (page === mostPages)
      throw new SourceError('A list of the subgraph does not end.', 'Report it: this is a defect.')
    const after = last.at(-1)?.id ?? ''
    last = (await readPage(after, { number: first.block })).rows
    rows.push(...last)
  }
  return { rows, block: first.block, timestamp: first.timestamp }
}
