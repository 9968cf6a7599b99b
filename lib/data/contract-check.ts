import { type AddressObjection, objectionsTo } from '@/lib/contracts/controller'
import { readChain } from '@/lib/data/chain-client'
import { processWide } from '@/lib/network/process-wide'
import { settings } from '@/lib/network/settings'

/** How long an answer stands in which some contract could not be asked for. */
const unreadMs = 60_000

interface Checked {
  objections: Promise<readonly AddressObjection[]>
  askAgainAt: number
}

/**
 * What the Controller of a real network says against the addresses pinned in this site: asked once per copy; again after a
 * minute while something could not be read. Empty: all confirmed. The local network's addresses come from itself, so that
 * there is nothing to compare. Verbs stop by the browser's own check before each signature; this one tells the operator.
 */
export function contractObjections(clock: () => number = Date.now): Promise<readonly AddressObjection[]> {
  const { contracts } = settings().network
  if (!contracts) return Promise.resolve([])
  const kept = processWide('contract-check', () => ({ checked: null as Checked | null }))
  if (kept.checked && clock() < kept.checked.askAgainAt) return kept.checked.objections
  const objections = readChain((client) => objectionsTo(client, contracts))
  const checked: Checked = { objections, askAgainAt: Number.POSITIVE_INFINITY }
  kept.checked = checked
  void objections.then(
    (found) => {
      if (found.some(({ state }) => state === 'unread')) checked.askAgainAt = clock() + unreadMs
    },
    () => {
      checked.askAgainAt = clock() + unreadMs
    },
  )
  return objections
}

/** One line for the operator; null when nothing is wrong. */
export function contractWarning(objections: readonly AddressObjection[]): string | null {
  const differing = objections.flatMap((found) =>
    found.state === 'differs'
      ? [`${found.contract} (pinned ${found.expected}, registered ${found.found})`]
      : [],
  )
  if (differing.length > 0)
    return `Warning: the Controller names other contracts than this site: ${differing.join('; ')}. Actions that need them are stopped until the site is updated.`
  const unread = objections.map(({ contract }) => contract)
  return unread.length > 0
    ? `Warning: the Controller could not be asked about ${unread.join(', ')}; browsers ask it again before each signature.`
    : null
}
