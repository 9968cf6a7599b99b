import type { Address, Hex } from 'viem'
import type { PublicConfig } from '@/lib/network/public-config'
import { askDemoWallet, type DemoQuestion } from './demo-dialog'

/*
 * A wallet for the local network: an EIP-6963 provider over the well-known test accounts, whose keys anybody knows. It
 * signs for chain id 31337 only, so that nothing it signs is worth anything elsewhere. This file is downloaded on
 * NETWORK=local only, the signing code behind it when it is first used.
 */

export const demoChainId = 31_337
const demoChainHex = '0x7a69'
const storageKey = 'livepeer-delegator:demo-wallet'
const rdns = 'local.livepeer-delegator.demo'

/** An error in the shape of EIP-1193: `code` 4001 refused, 4100 not authorised, 4200 unknown method, 4902 unknown chain. */
class ProviderError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message)
    this.name = 'ProviderError'
  }
}

type Listener = (value: unknown) => void
type Params = readonly unknown[]

interface Session {
  /** Place of the account in use in the list of well-known accounts. */
  index: number
  authorised: boolean
}

const listeners = new Map<string, Set<Listener>>()
let config: PublicConfig | null = null
let asking = false

function emit(event: string, value: unknown): void {
  for (const listener of listeners.get(event) ?? []) listener(value)
}

/** The account kept from an earlier visit, else the first one meant for newcomers. */
function readSession(site: PublicConfig): Session {
  const newcomer = site.local?.accounts.findIndex(({ role }) => role === 'demo') ?? -1
  try {
    const [index, authorised] = (localStorage.getItem(storageKey) ?? String(Math.max(0, newcomer))).split(':')
    return {
      index: Number(index) >= 0 && Number(index) < 20 ? Number(index) : 0,
      authorised: authorised === 'yes',
    }
  } catch {
    return { index: 0, authorised: false }
  }
}

let session: Session = { index: 0, authorised: false }

function keepSession(next: Session): void {
  session = next
  try {
    localStorage.setItem(storageKey, `${next.index}:${next.authorised ? 'yes' : 'no'}`)
  } catch {
    // Without storage the wallet asks again after a reload.
  }
}

const signing = () => import('./demo-accounts')

async function currentAddress(): Promise<Address> {
  return (await signing()).demoAccount(session.index).address
}

async function ask(question: Omit<DemoQuestion, 'accounts' | 'selected'>): Promise<number> {
  if (asking) throw new ProviderError(-32_002, 'The demo wallet already asks for something.')
  asking = true
  try {
    const roles = new Map(
      (config?.local?.accounts ?? []).map(({ address, role }) => [address.toLowerCase(), role]),
    )
    const accounts = (await signing()).demoAddresses().map((address) => ({
      address,
      role: roles.get(address.toLowerCase()) ?? null,
    }))
    const answer = await askDemoWallet({ ...question, accounts, selected: session.index })
    if (answer === null) throw new ProviderError(4001, 'Refused in the demo wallet.')
    return answer
  } finally {
    asking = false
  }
}

async function forward(method: string, params: Params): Promise<unknown> {
  const response = await fetch(config?.rpcPath ?? '/api/rpc', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  })
  const body = (await response.json()) as { result?: unknown; error?: { code?: number; message?: string } }
  if (body.error)
    throw new ProviderError(body.error.code ?? -32_603, body.error.message ?? 'The chain refused.')
  return body.result
}

function assertLocalChain(chainId: unknown): void {
  if (chainId === undefined || chainId === null) return
  if (Number(chainId) !== demoChainId) {
    throw new ProviderError(4902, `The demo wallet knows the local network (${demoChainId}) only.`)
  }
}

async function authorise(): Promise<Address[]> {
  if (!session.authorised) {
    const index = await ask({
      title: 'Connect to this site',
      rows: [],
      chooseAccount: true,
      confirm: 'Connect',
    })
    keepSession({ index, authorised: true })
  }
  return [await currentAddress()]
}

async function assertOwn(from: unknown): Promise<void> {
  const own = await currentAddress()
  if (!session.authorised || String(from).toLowerCase() !== own.toLowerCase()) {
    throw new ProviderError(4100, 'The demo wallet did not give this site that account.')
  }
}

async function sendTransaction(params: Params): Promise<unknown> {
  const request = (params[0] ?? {}) as Record<string, Hex | undefined>
  assertLocalChain(request.chainId)
  await assertOwn(request.from)
  await ask({
    title: 'Send a transaction',
    rows: [
      ['To', request.to ?? 'a new contract'],
      ['ETH', request.value ? (await signing()).ethText(BigInt(request.value)) : '0'],
      ['Call', request.data ?? 'none'],
    ],
    chooseAccount: false,
    confirm: 'Confirm',
  })
  const raw = await (await signing()).signTransaction(session.index, request, forward)
  return forward('eth_sendRawTransaction', [raw])
}

async function signText(params: Params): Promise<Hex> {
  const [message, from] = params
  await assertOwn(from)
  const code = await signing()
  await ask({
    title: 'Sign a message',
    rows: [['Message', code.messageText(message as Hex)]],
    chooseAccount: false,
    confirm: 'Sign',
  })
  return code.signMessage(session.index, message as Hex)
}

async function signTyped(params: Params): Promise<Hex> {
  const [from, typed] = params
  await assertOwn(from)
  const data: unknown = typeof typed === 'string' ? JSON.parse(typed) : typed
  assertLocalChain((data as { domain?: { chainId?: unknown } }).domain?.chainId ?? 'none')
  await ask({
    title: 'Sign typed data',
    rows: [['Data', JSON.stringify(data)]],
    chooseAccount: false,
    confirm: 'Sign',
  })
  return (await signing()).signTypedData(session.index, data)
}

const permission = (address: Address) => [
  { parentCapability: 'eth_accounts', caveats: [{ type: 'restrictReturnedAccounts', value: [address] }] },
]

async function request({ method, params }: { method: string; params?: Params }): Promise<unknown> {
  const list = params ?? []
  switch (method) {
    case 'eth_accounts':
      return session.authorised ? [await currentAddress()] : []
    case 'eth_requestAccounts':
      return authorise()
    case 'wallet_requestPermissions':
      return permission((await authorise())[0] as Address)
    case 'wallet_getPermissions':
      return session.authorised ? permission(await currentAddress()) : []
    case 'wallet_revokePermissions':
      keepSession({ ...session, authorised: false })
      emit('accountsChanged', [])
      return null
    case 'eth_chainId':
      return demoChainHex
    case 'net_version':
      return String(demoChainId)
    case 'wallet_switchEthereumChain':
    case 'wallet_addEthereumChain':
      assertLocalChain((list[0] as { chainId?: unknown } | undefined)?.chainId ?? 'none')
      return null
    case 'eth_sendTransaction':
      return sendTransaction(list)
    case 'personal_sign':
      return signText(list)
    case 'eth_signTypedData_v4':
      return signTyped(list)
    default:
      if (/^(eth_(?!sign)|net_)/.test(method)) return forward(method, list)
      throw new ProviderError(4200, `The demo wallet does not know ${method}.`)
  }
}

const provider = {
  request,
  on(event: string, listener: Listener) {
    const set = listeners.get(event) ?? new Set<Listener>()
    set.add(listener)
    listeners.set(event, set)
    return provider
  },
  removeListener(event: string, listener: Listener) {
    listeners.get(event)?.delete(listener)
    return provider
  },
}

/** Changes the account in use, as a wallet does when its owner picks another one. */
export async function switchDemoAccount(index: number): Promise<void> {
  keepSession({ ...session, index })
  if (session.authorised) emit('accountsChanged', [await currentAddress()])
}

/** The demo wallet's addresses in order, and the one in use (null while it is not connected). */
export async function demoWalletAccounts(): Promise<{ addresses: readonly Address[]; index: number | null }> {
  return { addresses: (await signing()).demoAddresses(), index: session.authorised ? session.index : null }
}

/** Announces the demo wallet to the page, once; does nothing on any network but the local one. */
export function announceDemoWallet(site: PublicConfig): void {
  if (config || site.network !== 'local' || site.chainId !== demoChainId) return
  config = site
  session = readSession(site)
  const detail = Object.freeze({
    info: Object.freeze({
      uuid: '8b3d8a56-0a3c-4a3f-9f5b-1f6b9d3c7a11',
      name: 'Demo wallet',
      rdns,
      icon: 'data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A%2F%2Fwww.w3.org%2F2000%2Fsvg%22%20viewBox%3D%220%200%2032%2032%22%3E%3Crect%20width%3D%2232%22%20height%3D%2232%22%20rx%3D%228%22%20fill%3D%22%230b7a4b%22%2F%3E%3Ccircle%20cx%3D%2216%22%20cy%3D%2216%22%20r%3D%228%22%20fill%3D%22none%22%20stroke%3D%22%23fff%22%20stroke-width%3D%223%22%20stroke-dasharray%3D%2236%2014%22%2F%3E%3C%2Fsvg%3E',
    }),
    provider,
  })
  const announce = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }))
  window.addEventListener('eip6963:requestProvider', announce)
  announce()
}
