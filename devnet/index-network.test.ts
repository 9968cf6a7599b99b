import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEther } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressOf, encodeCall } from '@/devnet/chain/contract-calls'
import { readHead, sendCall } from '@/devnet/chain/transact'
import { parseParams } from '@/devnet/deploy/params-file'
import { type IndexNetwork, startIndexNetwork } from '@/devnet/index-network'
import { type Devnet, startDevnet } from '@/devnet/start'

const folder = mkdtempSync(join(tmpdir(), 'index-'))

const QUERY = `{
  protocol(id: "0") { currentRound { id } totalSupply roundLength paused }
  transcoders(where: { totalStake_gt: "0" }) { id totalStake delegator { bondedAmount } }
  bondEvents { bondedAmount delegator { id } transaction { id gasUsed } }
  _meta { block { number hash } }
}`

async function ask(url: string): Promise<unknown> {
  const response = await fetch(`${url}/subgraph`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY }),
  })
  return response.json()
}

function fileOf(name: string, content: unknown): string {
  const file = join(folder, name)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

describe('an index of another network', () => {
  let other: Devnet
  let index: IndexNetwork
  beforeAll(async () => {
    // A deployment unlike the default one: its own parameters, accounts and addresses.
    const params = parseParams(
      '{ "rounds": { "lengthBlocks": 50 }, "accounts": { "count": 5, "lpt": "321" } }',
    )
    other = await startDevnet({
      world: 'none',
      params,
      endTime: 1_700_000_000,
      clock: false,
      rpcPort: 0,
      servicesPort: 0,
    })
    index = await startIndexNetwork({
      rpcUrl: other.rpcUrl,
      deploymentFile: fileOf('deployment.json', other.deployment),
      port: 0,
    })
    await index.indexer.sync()
  })
  afterAll(async () => {
    await index.close()
    await other.close()
    rmSync(folder, { recursive: true })
  })

  async function bond(): Promise<void> {
    const from = other.deployment.accounts[3]?.address
    if (!from) throw new Error('no account 3')
    const amount = parseEther('300')
    const manager = addressOf(other.deployment, 'BondingManager')
    const token = addressOf(other.deployment, 'LivepeerToken')
    const calls = [
      { to: token, data: encodeCall('LivepeerToken', 'approve', [manager, amount]) },
      { to: manager, data: encodeCall('BondingManager', 'bond', [amount, from]) },
    ]
    for (const call of calls) await sendCall(other.chain.request, { label: 'bond', from, ...call })
  }

  test('gives the rows that the network’s own index gives, and follows the head', async () => {
    expect(await ask(index.url)).toEqual(await ask(other.servicesUrl))
    await bond()
    const { number } = await readHead(other.chain.request)
    await Promise.all([other.indexer.sync(), index.indexer.sync()])
    const rows = await ask(index.url)
    expect(rows).toEqual(await ask(other.servicesUrl))
    expect(rows).toMatchObject({
      data: {
        protocol: { roundLength: '50' },
        transcoders: [{ totalStake: '300' }],
        bondEvents: [{ bondedAmount: '300' }],
        _meta: { block: { number } },
      },
    })
  })

  test('goes on over a node that refuses wide ranges', async () => {
    await other.rpc.setFaults([{ fault: 'range-limit', blocks: 7, words: 'alchemy' }])
    try {
      await index.indexer.rebuild()
      expect(await ask(index.url)).toEqual(await ask(other.servicesUrl))
    } finally {
      await other.rpc.setFaults([])
    }
  })

  test('says how far it is, and why it does not get on', async () => {
    const health = async () =>
      (await (await fetch(`${index.url}/health`)).json()) as { state: string; indexer: { error: unknown } }
    await index.indexer.sync()
    expect(await health()).toMatchObject({ state: 'ready', chainId: 31337, indexer: { lag: 0, error: null } })
    await other.rpc.setFaults([{ fault: 'error' }])
    try {
      await index.indexer.sync().catch(() => undefined)
      expect((await health()).state).toBe('failing')
      expect(await ask(index.url)).toMatchObject({ data: { protocol: { roundLength: '50' } } })
    } finally {
      await other.rpc.setFaults([])
    }
    expect((await fetch(`${index.url}/control/status`)).status).toBe(404)
  })

  test.each([
    ['{', ' is not JSON'],
    ['{}', ': contracts: Invalid input: expected record, received undefined'],
    [{ contracts: { Controller: '0x12' } }, ': contracts.Controller: must be an address'],
    [{ contracts: { Thing: `0x${'1'.repeat(40)}` } }, ": contracts names none of the protocol's contracts"],
  ])('a wrong deployment file is one line: %j', async (content, message) => {
    const file = fileOf('wrong.json', content)
    await expect(startIndexNetwork({ rpcUrl: other.rpcUrl, deploymentFile: file, port: 0 })).rejects.toThrow(
      `--deployment: ${file}${message}`,
    )
  })

  test('a missing file, a silent RPC and another chain are one line', async () => {
    const file = join(folder, 'missing.json')
    const start = (rpcUrl: string, deploymentFile: string) =>
      startIndexNetwork({ rpcUrl, deploymentFile, port: 0 })
    await expect(start(other.rpcUrl, file)).rejects.toThrow(`--deployment: cannot read ${file}`)
    const sound = fileOf('sound.json', { ...other.deployment, chainId: 5 })
    await expect(start('http://127.0.0.1:1', sound)).rejects.toThrow(
      '--rpc: No answer from http://127.0.0.1:1',
    )
    await expect(start(other.rpcUrl, sound)).rejects.toThrow(
      `--rpc: ${other.rpcUrl} is chain 31337, but the deployment is on chain 5`,
    )
  })
})
