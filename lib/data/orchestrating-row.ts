import type { Address } from 'viem'
import { loadOrchestrators } from '@/lib/data/orchestrators'
import type { Loaded, OrchestratorRow } from '@/lib/data/types'

/**
 * The figures the list shows for one orchestrator, from the list's own loader, so that both always say the same; null: it is
 * not in the list (neither registered nor in the set).
 */
export async function loadOrchestratorRow(address: Address): Promise<Loaded<OrchestratorRow | null>> {
  const list = await loadOrchestrators()
  if (!('value' in list)) return list
  const key = address.toLowerCase()
  const row = list.value.rows.find((candidate) => candidate.address.toLowerCase() === key) ?? null
  return { ...list, value: row }
}
