import type { ClaimKind } from '@/components/migrate/claim-kind'

/** What a kind of finding is, and what to do: one sentence each. */
export function findingWords(found: ClaimKind): { title: string; meaning: string } {
  switch (found.kind) {
    case 'done':
      return {
        title: 'Already migrated',
        meaning: 'The stake of this address was claimed here or moved from Ethereum. That happens once.',
      }
    case 'unknown':
      return { title: found.reason, meaning: found.next }
    case 'unlisted':
      return {
        title: 'Nothing to claim here',
        meaning:
          'This address is not in the list of stake left on Ethereum. If it was an orchestrator or a gateway there, or had unbonded stake, see below.',
      }
    case 'empty':
      return {
        title: 'Nothing to claim here',
        meaning:
          'This address is in the list of stake left on Ethereum, with nothing that a claim could pay out.',
      }
    case 'orchestrator':
      return {
        title: 'This was an orchestrator on Ethereum',
        meaning:
          'Its stake and that of its delegators moves by a transaction on Ethereum, see below. Its delegators can claim theirs here.',
      }
    case 'closed':
      return {
        title: 'Claims are closed at the moment',
        meaning: 'The protocol has switched them off. What is listed stays listed; come back later.',
      }
    case 'claimable':
      return found.entry.delegate
        ? {
            title: 'Stake to claim',
            meaning: found.entry.pool
              ? 'Its orchestrator has migrated: the stake is paid out of its pool, with a share of everything it earned there since.'
              : 'One transaction on this network bonds the stake and pays the fees. Nothing has to be sent on Ethereum.',
          }
        : {
            title: 'Fees to claim',
            meaning:
              'One transaction on this network pays them out. There is no stake in the list for this address.',
          }
  }
}
