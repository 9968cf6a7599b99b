/** Runs once when a server of the framework starts: a wrong environment stops it with one line. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.KEPT_PAGES) return
  const { checkAtStart } = await import('@/lib/network/check-at-start')
  await checkAtStart()
}
