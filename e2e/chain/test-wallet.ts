import { type Address, type Hex, hexToNumber, type PrivateKeyAccount } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { wellKnownPrivateKeys } from '@/devnet/chain/provider'
import type { RequestFn } from '@/devnet/types'
import type { WalletProvider } from '@/lib/transaction/wallet-port'

const keys = wellKnownPrivateKeys().map((key) => privateKeyToAccount(key))
const GAS = 3_000_000n
const FEE_WEI = 1_000_000_000n

interface SentTransaction {
  from: PrivateKeyAccount
  nonce: number
  to: Address
  data: Hex
  value: bigint
}

/** An error as wallets give it: EIP-1193's codes. */
function walletError(code: number, message: string): Error {
  return Object.assign(new Error(message), { code })
}

/**
 * A wallet of this process: an EIP-1193 provider over the well-known accounts that signs by itself, answers
 * honestly, and can be told to refuse, to wait and to change its mind.
 */
export class TestWallet implements WalletProvider {
  /** Every request in order. */
  readonly requests: { method: string; params: readonly unknown[] }[] = []
  private account: Address
  private chainId = 31337
  private readonly listeners = new Map<string, Set<(payload: unknown) => void>>()
  private readonly refusals = new Map<string, Error>()
  private readonly holds = new Map<string, Promise<void>>()
  private last: SentTransaction | null = null
  private readonly chainRequest: RequestFn

  constructor(chainRequest: RequestFn, account: Address) {
    this.chainRequest = chainRequest
    this.account = account
  }

  on(event: string, listener: (payload: unknown) => void): void {
    const all = this.listeners.get(event) ?? new Set()
    this.listeners.set(event, all.add(listener))
  }

  removeListener(event: string, listener: (payload: unknown) => void): void {
    this.listeners.get(event)?.delete(listener)
  }

  async request({ method, params = [] }: { method: string; params?: readonly unknown[] }): Promise<unknown> {
    this.requests.push({ method, params })
    await this.holds.get(method)
    const refusal = this.refusals.get(method)
    if (refusal) {
      this.refusals.delete(method)
      throw refusal
    }
    switch (method) {
      case 'eth_accounts':
        return [this.account]
      case 'eth_chainId':
        return `0x${this.chainId.toString(16)}`
      case 'eth_sendTransaction':
        return this.sendTransaction(params[0] as { from: Address; to: Address; data: Hex; value?: Hex })
      default:
        throw walletError(4200, `${method} is not supported`)
    }
  }

  /** How often the wallet was asked to send. */
  get sendRequests(): number {
    return this.requests.filter(({ method }) => method === 'eth_sendTransaction').length
  }

  /** The next request of a method is answered with an error; without one with the person's refusal. */
  refuseNext(method: string, error: Error = walletError(4001, 'No, thanks')): void {
    this.refusals.set(method, error)
  }

  /** Requests of a method wait until the returned function is called. */
  hold(method: string): () => void {
    let release = () => {}
    this.holds.set(
      method,
      new Promise((resolve) => {
        release = () => {
          this.holds.delete(method)
          resolve()
        }
      }),
    )
    return () => release()
  }

  switchAccount(account: Address): void {
    this.account = account
    this.emit('accountsChanged', [account])
  }

  /** The same without telling anybody. */
  becomeSilently(account: Address): void {
    this.account = account
  }

  switchChain(chainId: number): void {
    this.chainId = chainId
    this.emit('chainChanged', `0x${chainId.toString(16)}`)
  }

  /** Sends another transaction with the last nonce and a higher fee. */
  async replacePending(
    kind: 'speed-up' | 'cancel' | 'other',
    other: Partial<Pick<SentTransaction, 'to' | 'data' | 'value'>> = {},
  ): Promise<Hex> {
    const { last } = this
    if (!last) throw new Error('Nothing was sent')
    const self = last.from.address
    const empty = { data: '0x', value: kind === 'other' ? 1n : 0n, to: self } as const
    return this.sign({ ...last, ...(kind === 'speed-up' ? {} : empty), ...other }, FEE_WEI * 5n)
  }

  private emit(event: string, payload: unknown): void {
    for (const listener of this.listeners.get(event) ?? []) listener(payload)
  }

  private async sendTransaction(transaction: {
    from: Address
    to: Address
    data: Hex
    value?: Hex
  }): Promise<Hex> {
    const { from, to, data } = transaction
    const signer = keys.find((key) => key.address.toLowerCase() === from.toLowerCase())
    if (!signer) throw walletError(4100, 'That account is not in this wallet')
    const count = (await this.chainRequest({
      method: 'eth_getTransactionCount',
      params: [from, 'pending'],
    })) as Hex
    const value = transaction.value ? BigInt(transaction.value) : 0n
    this.last = { from: signer, nonce: hexToNumber(count), to, data, value }
    return this.sign(this.last, FEE_WEI)
  }

  private async sign({ from, nonce, to, data, value }: SentTransaction, fee: bigint): Promise<Hex> {
    const serialized = await from.signTransaction({
      chainId: 31337,
      type: 'eip1559',
      nonce,
      to,
      data,
      value,
      gas: GAS,
      maxFeePerGas: fee,
      maxPriorityFeePerGas: fee,
    })
    return (await this.chainRequest({ method: 'eth_sendRawTransaction', params: [serialized] })) as Hex
  }
}
