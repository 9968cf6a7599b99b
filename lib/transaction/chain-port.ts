import {
  type Address,
  type Client,
  type Hash,
  hexToBigInt,
  hexToNumber,
  isAddressEqual,
  numberToHex,
} from 'viem'
import type { Call } from '@/lib/contracts/call'
import { classifyError, failureOf, type TransactionFailure } from '@/lib/contracts/errors'
import { findByNonce, matchOf, readNonce, sleep } from '@/lib/transaction/nonce-search'
import type { ChainPort, Mining, SentSearch, Simulation } from '@/lib/transaction/ports'
import { readReceipt } from '@/lib/transaction/receipt'
import { readSafe, requestOf, runCall } from '@/lib/transaction/safe-reads'
import { waitProposal } from '@/lib/transaction/safe-search'

/** Waits of the chain port, in milliseconds. */
export interface ChainPortTimes {
  /** Between two looks for a receipt. */
  readonly pollMs: number
  /** How long a transaction that no node knows may stay unseen before it counts as lost. */
  readonly lostAfterMs: number
}

const defaultTimes: ChainPortTimes = { pollMs: 1_000, lostAfterMs: 120_000 }

/** The chain as the runner needs it, over any viem client. Uses plain requests only, so it costs little to load. */
export function createChainPort(client: Client, times: ChainPortTimes = defaultTimes): ChainPort {
  return {
    simulate: (call, account) => simulate(client, call, account),
    head: async (account) => {
      const [nonce, block] = await Promise.all([readNonce(client, account, 'pending'), newestBlock(client)])
      return { nonce, block }
    },
    waitReceipt: (sent, onRepriced, signal) => waitReceipt(client, times, sent, onRepriced, signal),
    explainRevert: (call, account, block) => explainMined(client, call, account, block),
    findSent: (sought, signal) => findSent(client, times, sought, signal),
    safeOf: (account) => readSafe(client, account),
    waitProposal: (proposal, onLook, signal) => waitProposal(client, times.pollMs, proposal, onLook, signal),
  }
}

async function newestBlock(client: Client): Promise<bigint> {
  return hexToBigInt(await client.request({ method: 'eth_blockNumber' }))
}

async function simulate(client: Client, call: Call, account: Address): Promise<Simulation> {
  try {
    const [block] = await Promise.all([newestBlock(client), runCall(client, call, account, 'latest')])
    const poor = await lacksFee(client, call, account)
    return poor ? { state: 'failed', failure: failureOf('insufficient-funds') } : { state: 'passed', block }
  } catch (error) {
    return { state: 'failed', failure: classifyError(error, 'endpoint') }
  }
}

/**
 * Whether an account with a private key cannot pay the fee of a call that passes. A contract account may have
 * another payer. An endpoint that does not estimate says nothing about the account.
 */
async function lacksFee(client: Client, call: Call, account: Address): Promise<boolean> {
  const [code, balance, gas, price] = await Promise.all([
    client.request({ method: 'eth_getCode', params: [account, 'latest'] }),
    client.request({ method: 'eth_getBalance', params: [account, 'latest'] }),
    client.request({ method: 'eth_estimateGas', params: [requestOf(call, account)] }).catch(() => null),
    client.request({ method: 'eth_gasPrice' }).catch(() => null),
  ])
  if (code && code !== '0x') return false
  const fee = gas === null || price === null ? 1n : hexToBigInt(gas) * hexToBigInt(price)
  return hexToBigInt(balance) < fee + call.valueWei
}

type Sent = Parameters<ChainPort['waitReceipt']>[0]

async function waitReceipt(
  client: Client,
  times: ChainPortTimes,
  sent: Sent,
  onRepriced: (hash: Hash) => void,
  signal: AbortSignal,
): Promise<Mining> {
  let nonce = sent.nonce
  let seen = false
  let unseenMs = 0
  for (;;) {
    const look = await lookFor(client, sent).catch(() => null)
    if (look?.mined) return look.mined
    if (look) {
      seen ||= look.nonce !== null
      nonce = look.nonce ?? nonce
      const replaced = await replacementOf(client, sent, nonce, onRepriced).catch(() => null)
      // Before the transaction was seen its nonce is a guess: another call with that nonce then proves nothing.
      if (replaced && (seen || replaced.state !== 'replaced')) return replaced
      unseenMs = look.nonce === null ? unseenMs + times.pollMs : 0
      if (unseenMs >= times.lostAfterMs) return { state: 'lost' }
    }
    // An endpoint that does not answer says nothing about the transaction: keep looking.
    await sleep(times.pollMs, signal)
  }
}

/** Retries of a search that an endpoint without old state refuses. */
const SEARCHES = 3

async function findSent(
  client: Client,
  times: ChainPortTimes,
  sought: Parameters<ChainPort['findSent']>[0],
  signal: AbortSignal,
): Promise<SentSearch> {
  let unused = 0
  for (let searches = 0; searches < SEARCHES; ) {
    const counts = await countsOf(client, sought.account).catch(() => null)
    if (counts && counts.pending <= sought.nonce) {
      unused += 1
      if (unused >= sought.looks) return { state: 'unused' }
    }
    if (counts && counts.mined > sought.nonce) {
      searches += 1
      const found = await describeSent(client, sought).catch(() => null)
      if (found) return found
    }
    await sleep(times.pollMs, signal)
  }
  return { state: 'unknown' }
}

async function describeSent(
  client: Client,
  sought: Parameters<ChainPort['findSent']>[0],
): Promise<SentSearch | null> {
  const transaction = await findByNonce(client, sought)
  if (!transaction) return null
  const { hash } = transaction
  const receipt = await readReceipt(client, hash)
  if (!receipt) return null
  return { state: 'found', hash, same: matchOf(transaction, sought.call) === 'same', logs: receipt.logs }
}

async function countsOf(client: Client, account: Address): Promise<{ mined: number; pending: number }> {
  const [mined, pending] = await Promise.all([
    readNonce(client, account, 'latest'),
    readNonce(client, account, 'pending'),
  ])
  return { mined, pending }
}

type MinedEnd = Extract<Mining, { state: 'success' | 'reverted' | 'different' }>

/** What is known of a sent transaction: its end, or its nonce while it waits. */
async function lookFor(
  client: Client,
  sent: Sent,
): Promise<{ mined: MinedEnd | null; nonce: number | null }> {
  const { hash } = sent
  const [receipt, transaction] = await Promise.all([readReceipt(client, hash), readTransaction(client, hash)])
  // An answer for another hash is no answer.
  if (transaction && transaction.hash !== hash) return { mined: null, nonce: null }
  if (!receipt) return { mined: null, nonce: transaction?.nonce ?? null }
  // In a block from before the wallet was asked: the hash is not of what it was asked for.
  if (receipt.block < sent.sinceBlock) return { mined: null, nonce: null }
  if (!transaction) throw new Error('The endpoint knows the receipt and not the transaction.')
  const { block, logs } = receipt
  // Somebody else's transaction may hold the account's action (a bundler's); its event decides.
  const own = isAddressEqual(transaction.from, sent.account)
  const different = own ? matchOf(transaction, sent.call) !== 'same' : !receipt.success
  if (different) return { mined: { state: 'different', hash, block, logs }, nonce: null }
  return {
    mined: receipt.success ? { state: 'success', hash, block, logs } : { state: 'reverted', hash, block },
    nonce: null,
  }
}

async function readTransaction(client: Client, hash: Hash) {
  const found = await client.request({ method: 'eth_getTransactionByHash', params: [hash] })
  if (!found) return null
  return {
    hash: found.hash,
    from: found.from,
    to: found.to,
    data: found.input,
    valueWei: hexToBigInt(found.value),
    nonce: hexToNumber(found.nonce),
  }
}

/** What used the nonce instead; null while nothing did or while a node that lags behind does not show it. */
async function replacementOf(
  client: Client,
  sent: Sent,
  nonce: number | null,
  onRepriced: (hash: Hash) => void,
): Promise<Mining | null> {
  if (nonce === null || (await readNonce(client, sent.account, 'latest')) <= nonce) return null
  const found = await findByNonce(client, { account: sent.account, nonce, sinceBlock: sent.sinceBlock })
  if (!found) return null
  const { hash } = found
  const receipt = await readReceipt(client, hash)
  if (!receipt) return null
  const { success, block, logs } = receipt
  const match = matchOf(found, sent.call)
  if (match !== 'same') return { state: match, by: hash, mined: success ? { block, logs } : null }
  if (hash !== sent.hash) onRepriced(hash)
  return success ? { state: 'success', hash, block, logs } : { state: 'reverted', hash, block }
}

/** Runs a failed call again on the state after its block, then before it: what changed in between is the reason. */
async function explainMined(
  client: Client,
  call: Call,
  account: Address,
  block: bigint,
): Promise<TransactionFailure> {
  let answers = 0
  for (const at of [block, block - 1n]) {
    try {
      await runCall(client, call, account, numberToHex(at))
      answers += 1
    } catch (error) {
      const failure = classifyError(error, 'endpoint')
      if (failure.kind === 'reverted') return failure
    }
  }
  return {
    kind: 'reverted',
    reason: 'The transaction failed while it was mined.',
    next: 'The fee is spent, nothing else changed. Open the review again to see whether it can work now.',
    detail:
      answers === 2
        ? 'The reason could not be found: the call passes before and after the block.'
        : 'The reason could not be found: the endpoint does not keep the state of that block.',
    data: null,
  }
}
