/** A mistake in how a command was called, in one line fit for a terminal. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
