/** Newest block of the index as this site knows it; null when the index is missing or cannot say. */
export async function readIndexHead(): Promise<bigint | null> {
  const response = await fetch('/api/v1/head', { cache: 'no-store' })
  const body = (await response.json()) as { subgraph?: { block?: unknown } | null } | null
  const block = body?.subgraph?.block
  return typeof block === 'number' ? BigInt(block) : null
}
