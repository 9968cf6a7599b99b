import { type Address, getAddress, hexToNumber, isAddress, isHex, numberToHex } from 'viem'
import type { Call } from '@/lib/contracts/call'
import type { SendAnswer, WalletIdentity, WalletPort } from '@/lib/transaction/ports'

/** An EIP-1193 provider, as far as it is used. */
export interface WalletProvider {
  request(args: { method: string; params?: readonly unknown[] }): Promise<unknown>
  on?(event: string, listener: (payload: unknown) => void): unknown
  removeListener?(event: string, listener: (payload: unknown) => void): unknown
}

/** A wallet as the runner needs it. */
export function createWalletPort(provider: WalletProvider): WalletPort {
  const identity = async (): Promise<WalletIdentity> => {
    const [accounts, chainId] = await Promise.all([
      provider.request({ method: 'eth_accounts' }),
      provider.request({ method: 'eth_chainId' }),
    ])
    return { address: firstAddress(accounts), chainId: chainNumber(chainId) }
  }
  return {
    identity,
    watch: (listener) => {
      let newest = 0
      const report = () => {
        const asked = ++newest
        // An answer that a later question has overtaken says who the wallet was.
        const tell = (who: WalletIdentity) => {
          if (asked === newest) listener(who)
        }
        identity().then(tell, () => tell({ address: null, chainId: null }))
      }
      const events = ['accountsChanged', 'chainChanged', 'disconnect']
      for (const event of events) provider.on?.(event, report)
      return () => {
        for (const event of events) provider.removeListener?.(event, report)
      }
    },
    send: async (call, account, chainId, nonce) =>
      answerOf(await send(provider, call, account, chainId, nonce)),
  }
}

function send(
  provider: WalletProvider,
  call: Call,
  account: Address,
  chainId: number,
  nonce: number | null,
): Promise<unknown> {
  const value = call.valueWei > 0n ? { value: numberToHex(call.valueWei) } : {}
  const pinned = nonce === null ? {} : { nonce: numberToHex(nonce) }
  const chain = numberToHex(chainId)
  const transaction = {
    chainId: chain,
    from: account,
    to: call.address,
    data: call.data,
    ...value,
    ...pinned,
  }
  return provider.request({ method: 'eth_sendTransaction', params: [transaction] })
}

function answerOf(answer: unknown): SendAnswer {
  if (!isHex(answer) || answer.length !== 66) {
    throw new Error(`The wallet answered ${JSON.stringify(answer)} instead of a transaction hash.`)
  }
  return { kind: 'hash', hash: answer }
}

function firstAddress(accounts: unknown): Address | null {
  const first: unknown = Array.isArray(accounts) ? accounts[0] : null
  return typeof first === 'string' && isAddress(first, { strict: false }) ? getAddress(first) : null
}

/** Chain ids come as hex; some wallets give a decimal text or a number. */
function chainNumber(chainId: unknown): number | null {
  if (isHex(chainId)) return hexToNumber(chainId)
  const number = Number(chainId)
  return Number.isSafeInteger(number) && number > 0 ? number : null
}
