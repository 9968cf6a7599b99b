import { createRequire } from 'node:module'
import { type Address, type Hex, hexToNumber } from 'viem'
import { relieveMemory } from '@/devnet/chain/memory-relief'
import { RpcError, toRpcError } from '@/devnet/chain/rpc-error'
import { createSkippedBlocks } from '@/devnet/chain/skipped-blocks'
import type { Chain, RequestFn } from '@/devnet/types'

/** Never 42161: a signature made for play must be worthless on the real chain. */
export const LOCAL_CHAIN_ID = 31337

/** The development mnemonic every Ethereum tool knows; its keys are public and hold play money only. */
export const WELL_KNOWN_MNEMONIC = 'test test test test test test test test test test test junk'

export const WELL_KNOWN_ACCOUNT_COUNT = 20

/** Room for a batch of a few hundred staking calls in one block. */
const BLOCK_GAS_LIMIT = 2_000_000_000

/** Methods that run the EVM. */
const EXECUTING: ReadonlySet<string> = new Set([
  'eth_call',
  'eth_estimateGas',
  'eth_sendRawTransaction',
  'eth_sendTransaction',
  'evm_mine',
  'hardhat_mine',
])

export interface ChainOptions {
  /** Timestamp of the genesis block in seconds; default: the wall clock. */
  genesisTimestamp?: number
  /** Mine a block for each transaction (default true). */
  automine?: boolean
  /** How many well-known accounts have ETH (default 20). */
  accountCount?: number
  /** Trades time for less memory: worlds with tens of thousands of transactions (default false). */
  frugal?: boolean
}

interface Eip1193Provider {
  request(args: { method: string; params?: readonly unknown[] }): Promise<unknown>
}

interface HardhatInternals {
  createHardhatNetworkProvider(
    config: Record<string, unknown>,
    logger: { enabled: boolean },
  ): Promise<Eip1193Provider>
}

interface HdKeys {
  deriveKeyFromMnemonicAndPath(mnemonic: string, path: string, passphrase: string): Buffer | undefined
}

const fromHere = createRequire(import.meta.url)

/** Private keys of the first well-known accounts, in order. */
export function wellKnownPrivateKeys(count = WELL_KNOWN_ACCOUNT_COUNT): Hex[] {
  const { deriveKeyFromMnemonicAndPath } = fromHere('hardhat/internal/util/keys-derivation') as HdKeys
  return Array.from({ length: count }, (_, index) => {
    const key = deriveKeyFromMnemonicAndPath(WELL_KNOWN_MNEMONIC, `m/44'/60'/0'/0/${index}`, '')
    if (!key) throw new Error('The mnemonic gave no key')
    return `0x${key.toString('hex')}` as const
  })
}

/**
 * A real EVM in this process (hardhat's EDR), chain id 31337, with the well-known accounts (20 unless said otherwise) at 10,000 ETH each.
 * Blocks come one per transaction until automine is switched off; `hardhat_mine` skips millions of blocks at no cost.
 */
export async function createChain(options: ChainOptions = {}): Promise<Chain> {
  // The EVM's allocator reads this once when it is loaded. Without it a quarter of a seed's time goes into handing
  // the pages of each block's trace back to the system and getting them again.
  process.env['MIMALLOC_PURGE_DELAY'] ??= options.frugal ? '0' : '-1'
  const hardhat = fromHere('hardhat/internal/hardhat-network/provider/provider') as HardhatInternals
  const balance = (10_000n * 10n ** 18n).toString()
  const provider = await hardhat.createHardhatNetworkProvider(
    {
      hardfork: 'prague',
      chainId: LOCAL_CHAIN_ID,
      networkId: LOCAL_CHAIN_ID,
      blockGasLimit: BLOCK_GAS_LIMIT,
      minGasPrice: 0n,
      automine: options.automine ?? true,
      intervalMining: 0,
      // First come, first mined: a batch keeps the order in which it was sent.
      mempoolOrder: 'fifo',
      chains: new Map(),
      genesisAccounts: wellKnownPrivateKeys(options.accountCount).map((privateKey) => ({
        privateKey,
        balance,
      })),
      allowUnlimitedContractSize: true,
      throwOnTransactionFailures: false,
      throwOnCallFailures: true,
      allowBlocksWithSameTimestamp: false,
      initialBaseFeePerGas: 100_000_000,
      initialDate:
        options.genesisTimestamp === undefined ? undefined : new Date(options.genesisTimestamp * 1000),
      enableTransientStorage: true,
      enableRip7212: false,
    },
    { enabled: false },
  )
  let closed = false
  let last: Promise<undefined> = Promise.resolve(undefined)
  // One at a time: the EVM does no more at once anyway, each further thread of its runtime keeps memory of its own, and calls
  // sent together then stay in their order.
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work)
    last = result.then(
      () => undefined,
      () => undefined,
    )
    return result
  }
  const evm: RequestFn = ({ method, params }) =>
    provider.request({ method, params: params as readonly unknown[] | undefined })
  let numberReaders: readonly Address[] = []
  const skipped = createSkippedBlocks(evm, () => numberReaders)
  const answer = async (method: string, params: readonly unknown[]): Promise<unknown> => {
    const before = skipped.skips(method, params)
      ? hexToNumber((await evm({ method: 'eth_blockNumber' })) as Hex)
      : undefined
    const result = await evm({ method, params: await skipped.translate(method, params) })
    await skipped.note(method, params, before)
    return result
  }
  const request: RequestFn = async ({ method, params }) => {
    if (closed) throw new RpcError('The chain is closed', -32000)
    if (params !== undefined && !Array.isArray(params)) {
      throw new RpcError('params must be an array', -32602)
    }
    try {
      return await inTurn(() => answer(method, params ?? []))
    } catch (error) {
      throw toRpcError(error)
    } finally {
      if (EXECUTING.has(method)) relieveMemory(options.frugal ?? false)
    }
  }
  return {
    chainId: LOCAL_CHAIN_ID,
    request,
    readsBlockNumber: (addresses) => {
      numberReaders = addresses
    },
    close: () => {
      closed = true
      return Promise.resolve()
    },
  }
}
