import { loadOrchestrators } from '@/lib/data/orchestrators'
import type { OrchestratorRow } from '@/lib/data/types'
import { lowerAddress } from '@/lib/format/address'
import type { Address } from '@/lib/protocol/types'

/** An account in the list of orchestrators. `unknown`: the list, or the part that would have it, could not be read. */
export type Listed =
  | { state: 'listed'; row: OrchestratorRow; timestamp: number }
  | { state: 'not-listed' }
  | { state: 'unknown'; reason: string }

/** Looks an account up in the list of orchestrators, which is at hand: nothing is asked about the account itself. */
export async function loadListed(address: Address): Promise<Listed> {
  const list = await loadOrchestrators()
  if (!('value' in list)) return { state: 'unknown', reason: list.reason }
  const row = list.value.rows.find((each) => lowerAddress(each.address) === lowerAddress(address))
  if (row) return { state: 'listed', row, timestamp: list.asOf.timestamp }
  return list.value.complete
    ? { state: 'not-listed' }
    : {
        state: 'unknown',
        reason: 'The index, which knows orchestrators outside of the pool, did not answer.',
      }
}
