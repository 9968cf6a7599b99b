const brand = Symbol.for('livepeer-delegator.source-error')

/**
 * A source that did not answer usably, in words for the reader. Thrown inside loaders only; they turn it into a
 * `failed` or `late` value before it reaches a page. Test with `isSourceError`, not `instanceof`: shared requests carry it between
 * separately bundled copies of this class.
 */
export class SourceError extends Error {
  override readonly name = 'SourceError'
  readonly next: string
  /** No answer within the deadline; the work goes on and its result will be kept. */
  readonly late: boolean
  /** What the source itself said, for the report that can be copied only; null when there is nothing to add. */
  readonly detail: string | null
  readonly [brand] = true

  /**
   * @param reason one sentence: what happened
   * @param next one sentence: what to do
   */
  constructor(
    reason: string,
    next: string,
    options?: ErrorOptions & { late?: boolean; detail?: string | null },
  ) {
    super(reason, options)
    this.next = next
    this.late = options?.late ?? false
    this.detail = options?.detail ?? null
  }

  get reason(): string {
    return this.message
  }
}

/** Whether an error is a SourceError of any bundled copy. */
export function isSourceError(error: unknown): error is SourceError {
  return typeof error === 'object' && error !== null && brand in error
}
