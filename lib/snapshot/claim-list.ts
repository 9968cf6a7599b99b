import { z } from 'zod'
import { type ClaimList, readClaimList } from '@/lib/contracts/claim-proof'
import { type Served, serve } from '@/lib/data/served'
import { fetchJson } from '@/lib/network/fetch-json'
import { onRankedEndpoints } from '@/lib/network/ranked'
import { type Endpoint, settings } from '@/lib/network/settings'
import { SourceError } from '@/lib/network/source-error'

/** The published file is 1 MB. */
const limitBytes = 4_000_000
const timeoutMs = 10_000

const fileSchema = z.array(z.string().max(300)).max(100_000)

async function readList(endpoint: Endpoint): Promise<ClaimList> {
  const file = await onRankedEndpoints('The snapshot of stake on Ethereum', [endpoint], (snapshot) =>
    fetchJson(snapshot, { path: '', schema: fileSchema, limitBytes, timeoutMs }),
  )
  const list = readClaimList(file)
  if (list.state === 'read') return list
  throw new SourceError(
    list.problem,
    'The operator of this copy can set CLAIM_SNAPSHOT_URL to the published file.',
  )
}

/**
 * The list of stake that can be claimed (contracts.md 12.4), as its file says. Whether it is the list that the chain knows is
 * for the reader to check: `root` against `MerkleSnapshot.snapshot`.
 */
export function loadClaimList(): Promise<Served<ClaimList>> {
  const { claimSnapshot } = settings()
  const missing = claimSnapshot
    ? null
    : {
        reason: 'This copy of the site has no snapshot of the stake that was left on Ethereum.',
        next: 'Its operator can set CLAIM_SNAPSHOT_URL.',
      }
  return serve({ key: 'claim-list', freshness: 'per-round', missing }, () =>
    readList(claimSnapshot as Endpoint),
  )
}
