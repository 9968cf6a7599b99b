import { type Address, type Client, type Hash, hexToBigInt, hexToNumber, numberToHex } from 'viem'
import type { Call } from '@/lib/contracts/call'
import { classifyError, failureOf, type TransactionFailure } from '@/lib/contracts/errors'
import type { ReceiptLog } from '@/lib/contracts/read-event'
import { findByNonce, matchOf, readNonce, sleep } from '@/lib/transaction/nonce-search'
import type { ChainPort, Mining, Simulation } from '@/lib/transaction/ports'

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
  }
}

async function newestBlock(client: Client): Promise<bigint> {
  return hexToBigInt(await client.request({ method: 'eth_blockNumber' }))
}

function request(call: Call, account: Address) {
  return {
    from: account,
    to: call.address,
    data: call.data,
    ...(call.valueWei > 0n ? { value: numberToHex(call.valueWei) } : {}),
  }
}

async function simulate(client: Client, call: Call, account: Address): Promise<Simulation> {
  try {
    const [block] = await Promise.all([
      newestBlock(client),
      client.request({ method: 'eth_call', params: [request(call, account), 'latest'] }),
    ])
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
    client.request({ method: 'eth_estimateGas', params: [request(call, account)] }).catch(() => null),
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
    const look = await lookFor(client, sent.hash).catch(() => null)
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
): Promise<Hash | null> {
  for (let searches = 0; searches < SEARCHES; ) {
    const counts = await countsOf(client, sought.account).catch(() => null)
    if (counts && counts.pending <= sought.nonce) return null
    if (counts && counts.mined > sought.nonce) {
      searches += 1
      const found = await findByNonce(client, sought).catch(() => null)
      if (found) return matchOf(found, sought.call) === 'same' ? found.hash : null
    }
    await sleep(times.pollMs, signal)
  }
  return null
}

async function countsOf(client: Client, account: Address): Promise<{ mined: number; pending: number }> {
  const [mined, pending] = await Promise.all([
    readNonce(client, account, 'latest'),
    readNonce(client, account, 'pending'),
  ])
  return { mined, pending }
}

type MinedReceipt = Extract<Mining, { state: 'success' | 'reverted' }>

async function lookFor(
  client: Client,
  hash: Hash,
): Promise<{ mined: MinedReceipt | null; nonce: number | null }> {
  const mined = await readReceipt(client, hash)
  if (mined) return { mined, nonce: null }
  const transaction = await client.request({ method: 'eth_getTransactionByHash', params: [hash] })
  return { mined: null, nonce: transaction ? hexToNumber(transaction.nonce) : null }
}

async function readReceipt(client: Client, hash: Hash): Promise<MinedReceipt | null> {
  const receipt = await client.request({ method: 'eth_getTransactionReceipt', params: [hash] })
  if (!receipt) return null
  const block = hexToBigInt(receipt.blockNumber)
  if (receipt.status !== '0x1') return { state: 'reverted', hash, block }
  const logs = receipt.logs.map(
    (log): ReceiptLog => ({ address: log.address, topics: log.topics, data: log.data }),
  )
  return { state: 'success', hash, block, logs }
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
  const match = matchOf(found, sent.call)
  if (match !== 'same') return { state: match, by: found.hash }
  const mined = await readReceipt(client, found.hash)
  if (mined && found.hash !== sent.hash) onRepriced(found.hash)
  return mined
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
      await client.request({ method: 'eth_call', params: [request(call, account), numberToHex(at)] })
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
