import type { TransactionFailure } from '@/lib/contracts/errors'

/** How the plan and the chain say that nobody has started the round yet. */
const saysSo: readonly (string | null)[] = [
  'round-not-initialized',
  'Error("current round is not initialized")',
]

/** Whether an action failed only because the round has not been started, which anybody can do. */
export function blockedByRound({ detail }: Pick<TransactionFailure, 'detail'>): boolean {
  return saysSo.includes(detail)
}
