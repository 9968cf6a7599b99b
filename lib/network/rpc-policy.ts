import type { Refusal } from '@/lib/network/guard/refusal'
import type { NetworkName } from '@/lib/network/public-config'
import type { RpcCall } from '@/lib/network/rpc'

export const rpcBodyLimitBytes = 256_000
export const rpcBatchLimit = 100

const gasLimit = 100_000_000n
const callDataLimit = 128_000
const logRangeLimit = 10_000n
const logAddressLimit = 20
const logTopicLimit = 20
const feeHistoryLimit = 128
/** Enough for the code and the slot of a proxy or two. */
const accessListLimit = 4

const hex = /^0x[0-9a-fA-F]*$/
const quantity = /^0x[0-9a-fA-F]{1,64}$/
const address = /^0x[0-9a-fA-F]{40}$/
const hash = /^0x[0-9a-fA-F]{64}$/
const blockTag = /^(latest|pending|safe|finalized)$/

type Rule = (params: readonly unknown[]) => string | null

const fail = (message: string) => message
const pass = null

function isBlock(value: unknown): boolean {
  if (value === undefined) return true
  if (typeof value === 'string') return blockTag.test(value) || quantity.test(value)
  return (
    isRecord(value) &&
    Object.keys(value).every((key) => ['blockHash', 'requireCanonical'].includes(key)) &&
    hash.test(String(value.blockHash))
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const noParams: Rule = (params) => (params.length === 0 ? pass : fail('takes no parameters'))
const ofAddress: Rule = ([account, block, ...rest]) =>
  rest.length === 0 && typeof account === 'string' && address.test(account) && isBlock(block)
    ? pass
    : fail('needs an address and a block')
const ofHash: Rule = (params) =>
  params.length === 1 && typeof params[0] === 'string' && hash.test(params[0])
    ? pass
    : fail('needs a transaction hash')
const block: Rule = ([which, full, ...rest]) => {
  if (
    rest.length > 0 ||
    typeof which !== 'string' ||
    !(blockTag.test(which) || quantity.test(which) || hash.test(which))
  )
    return fail('needs a block')
  return full === undefined || full === false
    ? pass
    : fail('gives headers only: the second parameter must be false')
}

const callFields = new Set([
  'from',
  'to',
  'data',
  'input',
  'value',
  'gas',
  'gasPrice',
  'maxFeePerGas',
  'maxPriorityFeePerGas',
  'nonce',
  'type',
  'accessList',
  'chainId',
])

function isAccessList(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= accessListLimit &&
    value.every(
      (entry: unknown) =>
        isRecord(entry) &&
        Object.keys(entry).every((key) => key === 'address' || key === 'storageKeys') &&
        address.test(String(entry.address)) &&
        Array.isArray(entry.storageKeys) &&
        entry.storageKeys.length <= accessListLimit &&
        entry.storageKeys.every((slot) => hash.test(String(slot))),
    )
  )
}

const call: Rule = ([transaction, at, ...rest]) => {
  if (rest.length > 0) return fail('takes no state or block overrides')
  if (!isRecord(transaction) || !isBlock(at)) return fail('needs a call and a block')
  const unknown = Object.keys(transaction).find((key) => !callFields.has(key))
  if (unknown) return fail(`does not take the field ${unknown.slice(0, 40)}`)
  const { from, to, data, input, gas, value, accessList } = transaction
  for (const account of [from, to]) {
    if (account !== undefined && account !== null && !(typeof account === 'string' && address.test(account)))
      return fail('needs whole addresses')
  }
  for (const bytes of [data, input]) {
    if (bytes !== undefined && !(typeof bytes === 'string' && hex.test(bytes)))
      return fail('needs hexadecimal data')
    if (typeof bytes === 'string' && bytes.length > callDataLimit)
      return fail(`takes at most ${callDataLimit / 2} bytes of data`)
  }
  for (const amount of [gas, value]) {
    if (amount !== undefined && !(typeof amount === 'string' && quantity.test(amount)))
      return fail('needs hexadecimal quantities')
  }
  if (typeof gas === 'string' && BigInt(gas) > gasLimit) return fail(`takes at most ${gasLimit} gas`)
  if (accessList !== undefined && !isAccessList(accessList))
    return fail(
      `takes an access list of at most ${accessListLimit} addresses with ${accessListLimit} slots each`,
    )
  return pass
}

/** Up to four places, each anything (null), a value, or one of some values. */
function areTopics(topics: unknown): boolean {
  if (topics === undefined) return true
  const isTopic = (item: unknown) => typeof item === 'string' && hash.test(item)
  const isPlace = (item: unknown) =>
    item === null ||
    isTopic(item) ||
    (Array.isArray(item) && item.length <= logTopicLimit && item.every(isTopic))
  return Array.isArray(topics) && topics.length <= 4 && topics.every(isPlace)
}

const logs: Rule = ([filter, ...rest]) => {
  if (rest.length > 0 || !isRecord(filter)) return fail('needs one filter')
  const unknown = Object.keys(filter).find(
    (key) => !['address', 'topics', 'fromBlock', 'toBlock', 'blockHash'].includes(key),
  )
  if (unknown) return fail(`does not take the field ${unknown.slice(0, 40)}`)
  const addresses = Array.isArray(filter.address) ? filter.address : [filter.address]
  if (
    addresses.length > logAddressLimit ||
    addresses.some((item) => typeof item !== 'string' || !address.test(item))
  ) {
    return fail(`needs 1 to ${logAddressLimit} contract addresses`)
  }
  if (!areTopics(filter.topics)) return fail(`takes at most 4 topics, each with ${logTopicLimit} values`)
  if (filter.blockHash !== undefined) {
    return hash.test(String(filter.blockHash)) &&
      filter.fromBlock === undefined &&
      filter.toBlock === undefined
      ? pass
      : fail('needs a block hash alone')
  }
  const { fromBlock, toBlock } = filter
  if (typeof fromBlock !== 'string' || typeof toBlock !== 'string') return fail('needs fromBlock and toBlock')
  if (blockTag.test(fromBlock) && blockTag.test(toBlock)) return pass
  if (!quantity.test(fromBlock) || !quantity.test(toBlock))
    return fail('needs block numbers, so that the range is known')
  const range = BigInt(toBlock) - BigInt(fromBlock)
  return range >= 0n && range <= logRangeLimit ? pass : fail(`takes at most ${logRangeLimit} blocks at once`)
}

const feeHistory: Rule = ([count, newest, percentiles, ...rest]) => {
  const number =
    typeof count === 'number'
      ? BigInt(Math.max(0, Math.trunc(count)))
      : typeof count === 'string' && quantity.test(count)
        ? BigInt(count)
        : -1n
  if (rest.length > 0 || number < 1n || number > BigInt(feeHistoryLimit) || !isBlock(newest))
    return fail(`takes 1 to ${feeHistoryLimit} blocks`)
  const isPercentile = (item: unknown) => typeof item === 'number' && item >= 0 && item <= 100
  return percentiles === undefined ||
    (Array.isArray(percentiles) && percentiles.length <= 10 && percentiles.every(isPercentile))
    ? pass
    : fail('takes at most 10 percentiles')
}

const rawTransaction: Rule = (params) =>
  params.length === 1 &&
  typeof params[0] === 'string' &&
  hex.test(params[0]) &&
  params[0].length <= callDataLimit
    ? pass
    : fail('needs a signed transaction')

const rules: Readonly<Record<string, Rule>> = {
  eth_chainId: noParams,
  net_version: noParams,
  eth_blockNumber: noParams,
  eth_gasPrice: noParams,
  eth_maxPriorityFeePerGas: noParams,
  eth_feeHistory: feeHistory,
  eth_getBlockByNumber: block,
  eth_getBlockByHash: block,
  eth_getBalance: ofAddress,
  eth_getCode: ofAddress,
  eth_getTransactionCount: ofAddress,
  eth_getTransactionByHash: ofHash,
  eth_getTransactionReceipt: ofHash,
  eth_call: call,
  eth_estimateGas: call,
  eth_getLogs: logs,
}

const localRules: Readonly<Record<string, Rule>> = { ...rules, eth_sendRawTransaction: rawTransaction }

/** What the proxy forwards on a network; signed transactions on the local one only. */
function rulesOf(network: NetworkName): Readonly<Record<string, Rule>> {
  return network === 'local' ? localRules : rules
}

/** One call of a checked request with the caller's id. */
export interface CheckedCall extends RpcCall {
  id: string | number | null
}

export type CheckedRequest =
  | { ok: true; batch: boolean; calls: readonly CheckedCall[] }
  | { ok: false; refusal: Refusal }

/** Checks a whole JSON-RPC body; one call that is not served refuses the batch, so that nothing unknown is forwarded. */
export function checkRpcBody(body: unknown, network: NetworkName): CheckedRequest {
  const batch = Array.isArray(body)
  const items: readonly unknown[] = batch ? body : [body]
  if (items.length === 0) return refused(400, 'The batch is empty.')
  if (items.length > rpcBatchLimit) return refused(413, `A batch holds at most ${rpcBatchLimit} calls.`)
  const calls: CheckedCall[] = []
  for (const item of items) {
    if (!isRecord(item) || typeof item.method !== 'string') return refused(400, 'Not a JSON-RPC 2.0 request.')
    const { method, id = null, params = [] } = item
    if (id !== null && typeof id !== 'string' && typeof id !== 'number')
      return refused(400, 'A request id is a string or a number.')
    if (!Array.isArray(params)) return refused(400, 'Parameters are a list.')
    const rule = Object.hasOwn(rulesOf(network), method) ? rulesOf(network)[method] : undefined
    if (!rule) return refused(403, `The method ${method.slice(0, 60)} is not served here.`)
    const problem = rule(params)
    if (problem) return refused(400, `${method} ${problem}.`)
    calls.push({ id, method, params })
  }
  return { ok: true, batch, calls }
}

function refused(status: Refusal['status'], message: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { status, message } }
}
