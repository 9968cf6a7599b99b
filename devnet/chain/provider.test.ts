import { createWalletClient, custom, getAddress, type Hex, hexToNumber, parseGwei } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createChain,
  LOCAL_CHAIN_ID,
  WELL_KNOWN_MNEMONIC,
  wellKnownPrivateKeys,
} from '@/devnet/chain/provider'
import { RpcError } from '@/devnet/chain/rpc-error'
import { mineBlock, mineBlocks, readHead, sendCall, withoutAutomine } from '@/devnet/chain/transact'
import { loadArtifact } from '@/devnet/solidity/artifact'
import type { Chain } from '@/devnet/types'

const GENESIS = 1_600_000_000

async function accountsOf(chain: Chain): Promise<Hex[]> {
  return (await chain.request({ method: 'eth_accounts' })) as Hex[]
}

describe('a local chain', () => {
  let chain: Chain
  beforeAll(async () => {
    chain = await createChain({ genesisTimestamp: GENESIS })
  })
  afterAll(() => chain.close())

  test('is chain 31337 and starts when it is told to', async () => {
    expect(await chain.request({ method: 'eth_chainId' })).toBe('0x7a69')
    expect(chain.chainId).toBe(LOCAL_CHAIN_ID)
    const genesis = (await chain.request({ method: 'eth_getBlockByNumber', params: ['0x0', false] })) as {
      timestamp: Hex
    }
    expect(hexToNumber(genesis.timestamp)).toBe(GENESIS)
  })

  test('has the 20 accounts of the well-known mnemonic, with ETH', async () => {
    const expected = Array.from({ length: 20 }, (_, addressIndex) =>
      mnemonicToAccount(WELL_KNOWN_MNEMONIC, { addressIndex }).address.toLowerCase(),
    )
    expect(await accountsOf(chain)).toEqual(expected)
    expect(wellKnownPrivateKeys()).toHaveLength(20)
    const balance = await chain.request({ method: 'eth_getBalance', params: [expected[19], 'latest'] })
    expect(BigInt(balance as Hex)).toBe(10_000n * 10n ** 18n)
  })

  test('skips months in no time, each block at its time', async () => {
    const before = await readHead(chain.request)
    await mineBlocks(chain.request, 1_000_000, 12)
    const after = await readHead(chain.request)
    expect(after.number - before.number).toBe(1_000_000)
    expect(after.timestamp - before.timestamp).toBe(12_000_000)
  })

  test('after skipping, its time goes on from there and a late timestamp is never refused', async () => {
    const before = await readHead(chain.request)
    await mineBlocks(chain.request, 10, 12)
    await chain.request({ method: 'evm_mine' })
    const after = await readHead(chain.request)
    const passed = after.timestamp - before.timestamp
    expect(passed).toBeGreaterThanOrEqual(121)
    expect(passed).toBeLessThan(150)
    await mineBlock(chain.request, 5)
    expect((await readHead(chain.request)).timestamp).toBe(after.timestamp + 1)
  })

  test('mines a block per transaction, or on demand, in the order of arrival', async () => {
    const [from, to] = await accountsOf(chain)
    if (!from || !to) throw new Error('no accounts')
    const call = { label: 'transfer', from, to, valueWei: 1n, gas: 21_000 }
    const before = await readHead(chain.request)
    await sendCall(chain.request, call)
    expect((await readHead(chain.request)).number).toBe(before.number + 1)
    await withoutAutomine(chain, async () => {
      const hashes: Hex[] = []
      for (let count = 0; count < 5; count++) hashes.push(await sendCall(chain.request, call))
      expect((await readHead(chain.request)).number).toBe(before.number + 1)
      await chain.request({ method: 'evm_mine' })
      const block = (await chain.request({ method: 'eth_getBlockByNumber', params: ['latest', false] })) as {
        transactions: Hex[]
      }
      expect(block.transactions).toEqual(hashes)
    })
    expect(await chain.request({ method: 'hardhat_getAutomine' })).toBe(true)
  })

  test('lets ordinary wallets estimate gas and fees', async () => {
    const client = createWalletClient({
      account: mnemonicToAccount(WELL_KNOWN_MNEMONIC, { addressIndex: 3 }),
      transport: custom(chain),
    })
    const hash = await client.sendTransaction({
      chain: null,
      to: getAddress('0x00000000000000000000000000000000000000aa'),
      value: 5n,
    })
    const receipt = (await chain.request({ method: 'eth_getTransactionReceipt', params: [hash] })) as {
      status: Hex
      gasUsed: Hex
      effectiveGasPrice: Hex
    }
    expect(receipt.status).toBe('0x1')
    expect(hexToNumber(receipt.gasUsed)).toBe(21_000)
    expect(BigInt(receipt.effectiveGasPrice)).toBeLessThan(parseGwei('5'))
  })

  test('answers reverts as nodes in the field do', async () => {
    const [from, other] = await accountsOf(chain)
    const { abi, bytecode } = loadArtifact('LivepeerToken')
    const deployed = (await chain.request({
      method: 'eth_sendTransaction',
      params: [{ from, data: bytecode, gas: '0x500000' }],
    })) as Hex
    const receipt = (await chain.request({ method: 'eth_getTransactionReceipt', params: [deployed] })) as {
      contractAddress: Hex
    }
    const { encodeFunctionData } = await import('viem')
    const data = encodeFunctionData({ abi, functionName: 'transfer', args: [other, 1n] })
    for (const method of ['eth_call', 'eth_estimateGas']) {
      const error = await chain
        .request({ method, params: [{ from, to: receipt.contractAddress, data }] })
        .catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(RpcError)
      expect(error).toMatchObject({
        code: 3,
        message: 'execution reverted: ERC20: transfer amount exceeds balance',
        data: expect.stringMatching(/^0x08c379a0/) as string,
      })
    }
    await expect(
      chain.request({ method: 'eth_call', params: [{ to: receipt.contractAddress, data: '0x01020304' }] }),
    ).rejects.toMatchObject({ code: 3, message: 'execution reverted', data: '0x' })
  })

  test('names unknown methods and wrong parameters', async () => {
    await expect(chain.request({ method: 'eth_nonsense' })).rejects.toMatchObject({ code: -32601 })
    await expect(chain.request({ method: 'eth_call', params: { to: '0x' } })).rejects.toMatchObject({
      code: -32602,
    })
  })

  test('rolls back to a snapshot', async () => {
    const before = await readHead(chain.request)
    const snapshot = await chain.request({ method: 'evm_snapshot' })
    await mineBlocks(chain.request, 50, 12)
    expect(await chain.request({ method: 'evm_revert', params: [snapshot] })).toBe(true)
    expect(await readHead(chain.request)).toEqual(before)
  })
})

test('a closed chain says so', async () => {
  const chain = await createChain()
  await chain.close()
  await expect(chain.request({ method: 'eth_chainId' })).rejects.toThrow('The chain is closed')
})
