import type { Address } from 'viem'
import { mostCompared } from '@/components/orchestrators/compare-query'
import { Button } from '@/components/ui/button'
import { inputClasses } from '@/components/ui/input-classes'
import type { OrchestratorRow } from '@/lib/data/types'
import { lowerAddress, shortenAddress } from '@/lib/format/address'
import { compactAmount } from '@/lib/format/amount'
import { percentP6 } from '@/lib/format/percent'

/** Adds an orchestrator to the comparison: a plain form, so it needs no script. Nothing when there is no room left. */
export function CompareForm({ ids, rows }: { ids: readonly Address[]; rows: readonly OrchestratorRow[] }) {
  const others = rows.filter(({ address, registered }) => registered && !ids.includes(lowerAddress(address)))
  if (ids.length >= mostCompared || others.length === 0) return null
  return (
    <form
      action="/orchestrators/compare"
      method="get"
      className="flex flex-wrap items-end gap-2"
      data-print="hide"
    >
      {ids.length > 0 && <input type="hidden" name="ids" value={ids.join()} />}
      <label className="min-w-0 flex-1 basis-64 sm:max-w-md">
        <span className="block pb-1 text-small font-medium">
          {ids.length === 0 ? 'Choose an orchestrator' : 'Add another'}
        </span>
        <select name="ids" required defaultValue="" className={inputClasses}>
          <option value="" disabled>
            Name or address
          </option>
          {others.map((row) => (
            <option key={row.address} value={lowerAddress(row.address)}>
              {row.name ?? shortenAddress(row.address)}: {compactAmount(row.totalStakeWei)} LPT, reward cut{' '}
              {percentP6(row.rewardCutP6)}
              {row.active ? '' : ', not active'}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit">{ids.length === 0 ? 'Compare' : 'Add'}</Button>
    </form>
  )
}
