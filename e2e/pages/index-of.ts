/** Asks the index of the running network without any code of the site. */
async function askIndex<Data>(query: string): Promise<Data> {
  const response = await fetch(`${process.env.E2E_SERVICES_URL}/subgraph`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  const answer = (await response.json()) as { data?: Data; errors?: { message: string }[] }
  if (!answer.data) throw new Error(`the index refused: ${answer.errors?.[0]?.message}`)
  return answer.data
}

const page = 1_000

/** Ids of every row of an entity under a filter, however many. */
export async function indexedIds(entity: string, where: string): Promise<string[]> {
  const ids: string[] = []
  for (;;) {
    const { rows } = await askIndex<{ rows: { id: string }[] }>(
      `{ rows: ${entity}(first: ${page}, orderBy: id, where: { id_gt: "${ids.at(-1) ?? ''}", ${where} }) { id } }`,
    )
    ids.push(...rows.map(({ id }) => id))
    if (rows.length < page) return ids
  }
}

/** What the tickets of the days from one time to another (excluded, Unix seconds) were worth in US dollars. */
export async function indexedDollars(from: number, to: number): Promise<number> {
  const { days } = await askIndex<{ days: { volumeUSD: string }[] }>(
    `{ days(first: ${page}, where: { date_gte: ${from}, date_lt: ${to} }) { volumeUSD } }`,
  )
  return days.reduce((sum, { volumeUSD }) => sum + Number(volumeUSD), 0)
}

/** Lines of a CSV file under its head, each as the fields by column; no field of these files holds a comma. */
export function csvRows(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.trimEnd().split('\r\n')
  const columns = head.split(',')
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((field, at) => [columns[at] ?? '', field])),
  )
}
