import type { Address } from 'viem'
import type { KeptFlow } from '@/lib/transaction/ports'
import type { Intent } from '@/lib/transaction/types'

/** What the review sheet is asked to show: a new action, or one that a reload interrupted. */
export type ReviewRequest = { account: Address; orchestratorName: string | null } & (
  | { kind: 'new'; intent: Intent }
  | { kind: 'resume'; flow: KeptFlow }
)

let request: ReviewRequest | null = null
let opener: Element | null = null
let finished = 0
let followed = 0
const listeners = new Set<() => void>()

export function getReview(): ReviewRequest | null {
  return request
}

export function subscribeReview(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function set(next: ReviewRequest | null): void {
  request = next
  for (const listener of listeners) listener()
}

/** Opens the review sheet; a second request while one is open is ignored, so that a double click reviews once. */
export function openReview(next: ReviewRequest): void {
  if (request) return
  opener = document.activeElement
  set(next)
}

/** Opens a review in the place of the one that is open, if any; the focus goes back to what opened the first. */
export function replaceReview(next: ReviewRequest): void {
  if (!request) opener = document.activeElement
  set(next)
}

export function closeReview(): void {
  set(null)
}

/** Gives the focus back to what opened the last review, unless one is open. */
export function giveFocusBack(): void {
  if (!request && opener instanceof HTMLElement) opener.focus()
}

/** Counts actions that were mined, so that a form can forget what was typed for them. */
export function noteFinishedReview(): void {
  finished += 1
  for (const listener of listeners) listener()
}

export function finishedReviews(): number {
  return finished
}

/** A mined action whose sheet was closed is still followed until the index has it; call the answer when that ends. */
export function followInBackground(): () => void {
  followed += 1
  let ended = false
  return () => {
    if (ended) return
    ended = true
    followed -= 1
    for (const listener of listeners) listener()
  }
}

/** How many mined actions this page still follows without showing them. */
export function followedInBackground(): number {
  return followed
}
