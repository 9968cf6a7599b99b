import { type Address, type Client, type Hash, hexToBigInt, numberToHex, zeroAddress } from 'viem'
import { executionFailureTopic, executionSuccessTopic, safeAbi } from '@/lib/contracts/abi/safe'
import type { Call } from '@/lib/contracts/call'
import { createReader } from '@/lib/contracts/read-at'
import type { ReceiptLog } from '@/lib/contracts/read-event'
import { sleep } from '@/lib/transaction/nonce-search'
import { readReceipt } from '@/lib/transaction/receipt'

/** A transaction that waits in a Safe's queue. */
export interface Proposal {
  readonly safeTxHash: Hash
  readonly account: Address
  readonly call: Call
  /** How many transactions the Safe had executed up to and with `sinceBlock`, this one not among them. */
  readonly nonce: number
  readonly sinceBlock: bigint
}

/** How far the search for a proposal has come. */
export interface ProposalLook {
  /** Everything up to and with this block is known, and the proposal is not in it; `nonce` as of it. */
  readonly block: bigint
  readonly nonce: number
  /** Transactions that the Safe has executed since the proposal was made. */
  readonly others: number
  /** The Safe executed something that the endpoint does not show. */
  readonly unread: boolean
}

/** What became of a proposal. */
export type ProposalEnd =
  | {
      readonly state: 'executed'
      readonly hash: Hash
      readonly block: bigint
      readonly logs: readonly ReceiptLog[]
    }
  /** Executed, but its call failed. */
  | { readonly state: 'failed'; readonly hash: Hash; readonly block: bigint }
  /** Another transaction of the Safe took its place: it can never be executed. */
  | { readonly state: 'replaced' }
  /** The answer was the hash of a transaction after all. */
  | { readonly state: 'transaction' }

/** Blocks of one request for logs: what public endpoints and this site's proxy give. */
const MOST_BLOCKS = 10_000n
/** Requests one look may take: with full ranges some six days of Arbitrum's blocks. */
const MOST_REQUESTS = 200
/** Places of a Safe's queue in which a new proposal is looked for. */
const QUEUE_PLACES = 16
/** Signatures take minutes or days: the pause between two looks grows up to this many times the first one. */
const SLOWEST = 15

/**
 * Waits until a Safe has executed a proposal, however long it takes. The Safe's own count of executed transactions says cheaply
 * that nothing happened; when it moved, the events since then say what. A failing endpoint is asked again: only aborting rejects.
 */
export async function waitProposal(
  client: Client,
  pollMs: number,
  proposal: Proposal,
  onLook: (look: ProposalLook) => void,
  signal: AbortSignal,
): Promise<ProposalEnd> {
  const place = await placeOf(client, proposal).catch(() => null)
  let known = knownOf(proposal)
  for (let wait = pollMs; ; wait = Math.min(wait * 1.5, pollMs * SLOWEST)) {
    signal.throwIfAborted()
    const look = await lookOnce(client, proposal, place, known).catch(() => null)
    if (look?.end) return look.end
    if (look && (look.known.block !== known.block || look.known.unread !== known.unread)) {
      known = look.known
      onLook(known)
    }
    await sleep(wait, signal)
  }
}

function knownOf({ nonce, sinceBlock }: Proposal): ProposalLook {
  return { block: sinceBlock, nonce, others: 0, unread: false }
}

async function lookOnce(
  client: Client,
  proposal: Proposal,
  place: number | null,
  known: ProposalLook,
): Promise<{ end: ProposalEnd | null; known: ProposalLook }> {
  const { account, safeTxHash } = proposal
  const head = hexToBigInt(await client.request({ method: 'eth_blockNumber' }))
  const [executed, transaction] = await Promise.all([
    createReader(client, head)(account, safeAbi, 'nonce', []),
    client.request({ method: 'eth_getTransactionByHash', params: [safeTxHash] }),
  ])
  if (transaction?.hash === safeTxHash) return { end: { state: 'transaction' }, known }
  const nonce = Number(executed)
  // Behind what is known: an endpoint that lags.
  if (nonce < known.nonce || head < known.block) return { end: null, known }
  if (nonce === known.nonce) return { end: null, known: { ...known, block: head, unread: false } }
  const executions = await readExecutions(client, account, known.block + 1n, head)
  const own = executions?.find((execution) => execution.safeTxHash === safeTxHash)
  if (own) {
    const { hash, block } = own
    if (!own.success) return { end: { state: 'failed', hash, block }, known }
    const receipt = await readReceipt(client, hash)
    if (!receipt) return { end: null, known }
    return { end: { state: 'executed', hash, block, logs: receipt.logs }, known }
  }
  // Each execution has its event: fewer of them than executions is an endpoint that does not show them all.
  if (executions === null || executions.length < nonce - known.nonce) {
    return { end: null, known: { ...known, unread: true } }
  }
  if (place !== null && nonce > place) return { end: { state: 'replaced' }, known }
  const others = known.others + nonce - known.nonce
  return { end: null, known: { nonce, block: head, others, unread: false } }
}

interface Execution {
  readonly safeTxHash: string
  readonly success: boolean
  readonly hash: Hash
  readonly block: bigint
}

/** What a Safe executed in a range of blocks, both ends included; null when the endpoint does not give all of it. */
async function readExecutions(
  client: Client,
  account: Address,
  from: bigint,
  to: bigint,
): Promise<Execution[] | null> {
  const found: Execution[] = []
  let span = MOST_BLOCKS
  let next = from
  for (let requests = 0; next <= to; requests += 1) {
    if (requests >= MOST_REQUESTS) return null
    const last = next + span - 1n < to ? next + span - 1n : to
    try {
      found.push(...(await readRange(client, account, next, last)))
    } catch {
      if (span === 1n) return null
      span = span / 4n > 1n ? span / 4n : 1n
      continue
    }
    next = last + 1n
  }
  return found
}

async function readRange(client: Client, account: Address, from: bigint, to: bigint): Promise<Execution[]> {
  const filter = {
    address: account,
    topics: [[executionSuccessTopic, executionFailureTopic]],
    fromBlock: numberToHex(from),
    toBlock: numberToHex(to),
  }
  const logs = await client.request({ method: 'eth_getLogs', params: [filter] })
  return logs.flatMap(({ topics, data, transactionHash, blockNumber }) => {
    if (transactionHash === null || blockNumber === null) return []
    // The hash is indexed from version 1.4 on, and the first word of the data before.
    const safeTxHash = topics[1] ?? data.slice(0, 66)
    const success = topics[0] === executionSuccessTopic
    return [{ safeTxHash, success, hash: transactionHash, block: hexToBigInt(blockNumber) }]
  })
}

/** The place a proposal has in the Safe's order, found by its hash; null when it was proposed in another form. */
async function placeOf(
  client: Client,
  { account, call, nonce, safeTxHash }: Proposal,
): Promise<number | null> {
  const read = createReader(client, hexToBigInt(await client.request({ method: 'eth_blockNumber' })))
  const { address, valueWei, data } = call
  for (let place = nonce; place < nonce + QUEUE_PLACES; place += 1) {
    const unpaid = [0, 0n, 0n, 0n, zeroAddress, zeroAddress] as const
    const args = [address, valueWei, data, ...unpaid, BigInt(place)] as const
    if ((await read(account, safeAbi, 'getTransactionHash', args)) === safeTxHash) return place
  }
  return null
}
