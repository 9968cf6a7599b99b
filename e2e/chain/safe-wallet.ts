import type { Address, Hex } from 'viem'
import type { TestSafe } from '@/e2e/fixtures/safe'
import type { WalletProvider } from '@/lib/transaction/wallet-port'

/** A wallet whose account is a Safe: what it is asked to send is only proposed, and it answers with the proposal's hash. */
export class SafeWallet implements WalletProvider {
  readonly safe: TestSafe
  /** Gas that proposals name for their call; 0: a failing call stops the whole execution. */
  safeTxGas = 0n
  /** The next request fails with this error instead of an answer. */
  failure: Error | null = null
  /** Executes at once and answers with the transaction's hash, as wallets of a single owner may. */
  executesAtOnce = false
  sent: Record<string, unknown>[] = []

  constructor(safe: TestSafe) {
    this.safe = safe
  }

  async request({ method, params = [] }: { method: string; params?: readonly unknown[] }): Promise<unknown> {
    switch (method) {
      case 'eth_accounts':
        return [this.safe.address]
      case 'eth_chainId':
        return '0x7a69'
      case 'eth_sendTransaction':
        return this.send(params[0] as { to: Address; data: Hex; value?: Hex })
      default:
        throw Object.assign(new Error(`${method} is not supported`), { code: 4200 })
    }
  }

  private async send(call: { to: Address; data: Hex; value?: Hex }): Promise<Hex> {
    this.sent.push({ ...call })
    const { failure } = this
    this.failure = null
    if (failure) throw failure
    const { to, data } = call
    const hash = await this.safe.propose({ to, data, value: BigInt(call.value ?? 0) }, this.safeTxGas)
    return this.executesAtOnce ? this.safe.execute(hash) : hash
  }
}
