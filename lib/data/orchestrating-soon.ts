import { within } from '@/lib/data/cache'
import type { Failure } from '@/lib/data/types'
import { isSourceError } from '@/lib/network/source-error'

/** How long a page waits for what is not its subject, ms. */
const soonMs = 1_500

/** What a panel beside the primary figures shows: late, not waited for, when it takes long; loading goes on in the background. */
export async function soon<View>(loading: Promise<View>): Promise<View | ({ state: 'late' } & Failure)> {
  try {
    return await within(loading, soonMs)
  } catch (error) {
    if (!isSourceError(error)) throw error
    return { state: 'late', reason: error.reason, next: error.next }
  }
}
