import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PublicConfig } from '@/lib/network/public-config'

const answers = vi.hoisted(() => ({ ask: vi.fn() }))
// The dialog is the person: what they answer is given by each test.
vi.mock('./demo-dialog', () => ({ askDemoWallet: answers.ask }))

interface Provider {
  request(args: { method: string; params?: readonly unknown[] }): Promise<unknown>
  on(event: string, listener: (value: unknown) => void): void
}

const demo = '0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65'
const site = {
  network: 'local',
  chainId: 31_337,
  rpcPath: '/api/rpc',
  local: {
    controlPath: '/api/local/control',
    accounts: ['deployer', 'keeper', 'ticket-broker', 'treasury', 'demo'].map((role, index) => ({
      role,
      address: index === 4 ? demo : `0x${String(index + 1).repeat(40)}`,
    })),
  },
} as unknown as PublicConfig

let announced: Provider[] = []

async function wallet(config: PublicConfig = site): Promise<Provider> {
  vi.resetModules()
  const { announceDemoWallet } = await import('./demo-wallet')
  announceDemoWallet(config)
  const [provider] = announced
  if (!provider) throw new Error('The demo wallet did not announce itself.')
  return provider
}

beforeEach(() => {
  const kept = new Map<string, string>()
  const page = new EventTarget()
  announced = []
  page.addEventListener('eip6963:announceProvider', (event) => {
    announced.push((event as CustomEvent<{ provider: Provider }>).detail.provider)
  })
  vi.stubGlobal('window', page)
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
  vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new Error('nothing may be asked of the network here')))
  answers.ask.mockReset()
})
afterEach(() => vi.unstubAllGlobals())

describe('the demo wallet', () => {
  it('does not announce itself on a real network', async () => {
    await expect(wallet({ ...site, network: 'arbitrum-one', chainId: 42_161 })).rejects.toThrow(
      /did not announce/,
    )
    await expect(wallet({ ...site, chainId: 42_161 })).rejects.toThrow(/did not announce/)
  })

  it('answers again whenever the page asks for providers', async () => {
    await wallet()
    window.dispatchEvent(new Event('eip6963:requestProvider'))
    expect(announced).toHaveLength(2)
  })

  it('gives no account before its owner agrees, then the newcomer’s', async () => {
    const provider = await wallet()
    expect(await provider.request({ method: 'eth_accounts' })).toEqual([])
    answers.ask.mockResolvedValueOnce(4)
    expect(await provider.request({ method: 'eth_requestAccounts' })).toEqual([demo])
    expect(answers.ask.mock.calls[0]?.[0]).toMatchObject({ selected: 4, chooseAccount: true })
    expect(await provider.request({ method: 'eth_accounts' })).toEqual([demo])
  })

  it('says 4001 when its owner refuses', async () => {
    const provider = await wallet()
    answers.ask.mockResolvedValueOnce(null)
    await expect(provider.request({ method: 'eth_requestAccounts' })).rejects.toMatchObject({ code: 4001 })
    expect(await provider.request({ method: 'eth_accounts' })).toEqual([])
  })

  it('asks for one thing at a time', async () => {
    const provider = await wallet()
    let answer: (index: number) => void = () => undefined
    answers.ask.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)))
    const first = provider.request({ method: 'eth_requestAccounts' })
    await vi.waitFor(() => expect(answers.ask).toHaveBeenCalled())
    await expect(provider.request({ method: 'eth_requestAccounts' })).rejects.toMatchObject({ code: -32_002 })
    answer(4)
    await first
  })

  it.each([
    ['wallet_switchEthereumChain', [{ chainId: '0xa4b1' }]],
    ['wallet_addEthereumChain', [{ chainId: '0xa4b1' }]],
    ['eth_sendTransaction', [{ from: demo, to: demo, chainId: '0xa4b1' }]],
  ])('knows no other chain: %s', async (method, params) => {
    const provider = await wallet()
    answers.ask.mockResolvedValueOnce(4)
    await provider.request({ method: 'eth_requestAccounts' })
    await expect(provider.request({ method, params })).rejects.toMatchObject({ code: 4902 })
    expect(answers.ask).toHaveBeenCalledTimes(1)
    expect(fetch).not.toHaveBeenCalled()
  })

  it('signs no typed data of another chain', async () => {
    const provider = await wallet()
    answers.ask.mockResolvedValueOnce(4)
    await provider.request({ method: 'eth_requestAccounts' })
    const typed = JSON.stringify({ domain: { chainId: 42_161 }, types: {}, primaryType: 'X', message: {} })
    await expect(
      provider.request({ method: 'eth_signTypedData_v4', params: [demo, typed] }),
    ).rejects.toMatchObject({ code: 4902 })
  })

  it('signs nothing for an account it did not give', async () => {
    const provider = await wallet()
    await expect(
      provider.request({ method: 'eth_sendTransaction', params: [{ from: demo, to: demo }] }),
    ).rejects.toMatchObject({ code: 4100 })
    expect(answers.ask).not.toHaveBeenCalled()
  })

  it('does not pretend to know a method', async () => {
    const provider = await wallet()
    await expect(provider.request({ method: 'wallet_sendCalls' })).rejects.toMatchObject({ code: 4200 })
    await expect(provider.request({ method: 'eth_sign' })).rejects.toMatchObject({ code: 4200 })
  })

  it('takes its permission back', async () => {
    const provider = await wallet()
    answers.ask.mockResolvedValueOnce(4)
    await provider.request({ method: 'eth_requestAccounts' })
    const changed = vi.fn()
    provider.on('accountsChanged', changed)
    await provider.request({ method: 'wallet_revokePermissions' })
    expect(changed).toHaveBeenCalledWith([])
    expect(await provider.request({ method: 'eth_accounts' })).toEqual([])
  })
})
