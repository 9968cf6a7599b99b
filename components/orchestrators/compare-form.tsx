import type { Address } from 'viem'
import { type CompareWish, mostCompared } from '@/components/orchestrators/compare-query'
import { defaultQuery, horizons, mostAmount } from '@/components/orchestrators/list-query'
import { Button } from '@/components/ui/button'
import { inputClasses } from '@/components/ui/input-classes'
import type { OrchestratorRow } from '@/lib/data/types'
import { lowerAddress, shortenAddress } from '@/lib/format/address'
import { compactAmount } from '@/lib/format/amount'
import { percentP6 } from '@/lib/format/percent'

/** Adds an orchestrator to the comparison: a plain form, so it needs no script. Nothing when there is no room left. */
export function CompareForm({
  ids,
  rows,
  wish,
}: {
  ids: readonly Address[]
  rows: readonly OrchestratorRow[]
  wish: CompareWish
}) {
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
      <WishKept wish={wish} />
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

/** The amount and horizon of the page, carried along where they are not the usual ones. */
function WishKept({ wish }: { wish: CompareWish }) {
  return (
    <>
      {wish.amount !== defaultQuery.amount && <input type="hidden" name="amount" value={wish.amount} />}
      {wish.days !== defaultQuery.days && <input type="hidden" name="days" value={wish.days} />}
    </>
  )
}

const horizonWords: Record<CompareWish['days'], string> = {
  30: '30 days',
  90: '90 days',
  180: 'half a year',
  365: 'a year',
  730: 'two years',
}

/** What the projections are of: an amount and how long it is left alone, in a plain form. */
export function CompareWishForm({ ids, wish }: { ids: readonly Address[]; wish: CompareWish }) {
  return (
    <form
      action="/orchestrators/compare"
      method="get"
      className="flex flex-wrap items-end gap-3"
      data-print="hide"
    >
      <input type="hidden" name="ids" value={ids.join()} />
      <label>
        <span className="block pb-1 text-small font-medium">My amount, LPT</span>
        <input
          name="amount"
          inputMode="numeric"
          pattern="[0-9]*"
          maxLength={String(mostAmount).length}
          defaultValue={wish.amount}
          className={`${inputClasses} !w-36`}
        />
      </label>
      <label>
        <span className="block pb-1 text-small font-medium">Left alone for</span>
        <select name="days" defaultValue={wish.days} className={`${inputClasses} !w-36`}>
          {horizons.map((days) => (
            <option key={days} value={days}>
              {horizonWords[days]}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit">Project</Button>
    </form>
  )
}
