import { describe, expect, it } from 'vitest'
import { checkRpcBody, rpcBatchLimit } from '@/lib/network/rpc-policy'

const account = `0x${'a'.repeat(40)}`
const call = (method: string, params: unknown[] = [], id: unknown = 1) => ({
  jsonrpc: '2.0',
  id,
  method,
  params,
})
const status = (body: unknown, network: 'arbitrum-one' | 'local' = 'arbitrum-one') => {
  const checked = checkRpcBody(body, network)
  return checked.ok ? 200 : checked.refusal.status
}

const slot = `0x${'0'.repeat(64)}`
const withList = (accessList: unknown) => call('eth_call', [{ to: account, accessList }, 'latest'])

describe('access lists', () => {
  it('are taken with a call while they are small', () => {
    expect(status(withList([]))).toBe(200)
    expect(
      status(
        withList([
          { address: account, storageKeys: [slot] },
          { address: account, storageKeys: [] },
        ]),
      ),
    ).toBe(200)
  })

  it.each([
    ['too many addresses', Array(5).fill({ address: account, storageKeys: [] })],
    ['too many slots', [{ address: account, storageKeys: Array(5).fill(slot) }]],
    ['a short slot', [{ address: account, storageKeys: ['0x0'] }]],
    ['no address', [{ address: '0x1', storageKeys: [] }]],
    ['no slots', [{ address: account }]],
    ['more fields', [{ address: account, storageKeys: [], more: 1 }]],
    ['no list', { address: account, storageKeys: [] }],
    ['null', null],
  ])('are refused with %s', (_what, accessList) => {
    expect(status(withList(accessList))).toBe(400)
  })
})

describe('the JSON-RPC policy', () => {
  it.each([
    ['eth_chainId', []],
    ['eth_blockNumber', []],
    ['eth_getBlockByNumber', ['latest', false]],
    ['eth_getBalance', [account, 'latest']],
    ['eth_call', [{ to: account, data: '0x70a08231' }, 'latest']],
    ['eth_call', [{ data: '0x6000' }, '0x10']],
    ['eth_estimateGas', [{ from: account, to: account, data: '0x', value: '0x0' }]],
    ['eth_getTransactionReceipt', [`0x${'1'.repeat(64)}`]],
    ['eth_getLogs', [{ address: account, fromBlock: '0x0', toBlock: '0x2710' }]],
    [
      'eth_getLogs',
      [{ address: account, fromBlock: '0x0', toBlock: '0x1', topics: [[`0x${'1'.repeat(64)}`], null] }],
    ],
    ['eth_feeHistory', ['0x4', 'latest', [50]]],
  ])('serves %s', (method, params) => {
    expect(status(call(method, params))).toBe(200)
  })

  it.each([
    'eth_sendRawTransaction',
    'eth_sendTransaction',
    'eth_accounts',
    'eth_sign',
    'personal_sign',
    'debug_traceCall',
    'hardhat_mine',
    'evm_snapshot',
    'anvil_setBalance',
    'eth_subscribe',
    'eth_newFilter',
    'constructor',
    '__proto__',
    'toString',
  ])('does not serve %s on a real network', (method) => {
    expect(status(call(method, ['0x00']))).toBe(403)
  })

  it('takes signed transactions on the local network, and no development methods there either', () => {
    expect(status(call('eth_sendRawTransaction', ['0x02f8']), 'local')).toBe(200)
    expect(status(call('eth_sendRawTransaction', ['0x02f8', '0x']), 'local')).toBe(400)
    expect(status(call('hardhat_mine', ['0x1']), 'local')).toBe(403)
  })

  it.each([
    ['whole blocks with transactions', 'eth_getBlockByNumber', ['latest', true]],
    ['state overrides', 'eth_call', [{ to: account }, 'latest', { [account]: { balance: '0x1' } }]],
    ['unknown call fields', 'eth_call', [{ to: account, blobs: [] }, 'latest']],
    ['gas above the cap', 'eth_call', [{ to: account, gas: '0x5f5e101' }, 'latest']],
    ['gas that is no quantity', 'eth_call', [{ to: account, gas: 5 }, 'latest']],
    ['data above the cap', 'eth_call', [{ to: account, data: `0x${'00'.repeat(64_001)}` }, 'latest']],
    ['a short address', 'eth_getBalance', ['0x1234', 'latest']],
    ['an unknown block name', 'eth_getBalance', [account, 'earliest-ish']],
    ['logs of every contract', 'eth_getLogs', [{ fromBlock: '0x0', toBlock: '0x1' }]],
    ['logs over too many blocks', 'eth_getLogs', [{ address: account, fromBlock: '0x0', toBlock: '0x2711' }]],
    [
      'logs over an unknown range',
      'eth_getLogs',
      [{ address: account, fromBlock: '0x0', toBlock: 'latest' }],
    ],
    ['logs over a backward range', 'eth_getLogs', [{ address: account, fromBlock: '0x2', toBlock: '0x1' }]],
    ['logs without an end', 'eth_getLogs', [{ address: account, fromBlock: '0x2' }]],
    [
      'topics that are none',
      'eth_getLogs',
      [{ address: account, fromBlock: '0x1', toBlock: '0x1', topics: [{}] }],
    ],
    [
      'more topics than logs have',
      'eth_getLogs',
      [{ address: account, fromBlock: '0x1', toBlock: '0x1', topics: [null, null, null, null, null] }],
    ],
    ['long fee histories', 'eth_feeHistory', ['0x81', 'latest']],
    ['percentiles that are none', 'eth_feeHistory', ['0x4', 'latest', [{}]]],
    ['parameters where none belong', 'eth_chainId', [1]],
  ])('refuses %s', (_, method, params) => {
    expect(status(call(method, params))).toBe(400)
  })

  it.each([
    ['nothing', null],
    ['text', 'eth_chainId'],
    ['an empty batch', []],
    ['no method', { id: 1 }],
    ['an object id', { ...call('eth_chainId'), id: {} }],
    ['named parameters', { ...call('eth_chainId'), params: {} }],
  ])('refuses %s', (_, body) => {
    expect(status(body)).toBe(400)
  })

  it('refuses a batch for one call that is not served', () => {
    expect(status([call('eth_chainId'), call('debug_traceCall')])).toBe(403)
  })

  it('takes batches up to the limit', () => {
    expect(status(Array.from({ length: rpcBatchLimit }, (_, id) => call('eth_chainId', [], id)))).toBe(200)
    expect(status(Array.from({ length: rpcBatchLimit + 1 }, (_, id) => call('eth_chainId', [], id)))).toBe(
      413,
    )
  })

  it('keeps ids and order', () => {
    const checked = checkRpcBody([call('eth_chainId', [], 'b'), call('eth_blockNumber', [], 7)], 'local')
    expect(checked).toEqual({
      ok: true,
      batch: true,
      calls: [
        { id: 'b', method: 'eth_chainId', params: [] },
        { id: 7, method: 'eth_blockNumber', params: [] },
      ],
    })
  })
})
