import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { getWallet, noWallet, setWallet, subscribeWallet } from '@/hooks/wallet-store'
import { rememberedAccount } from './remembered'
import { showWallet } from './show-wallet'

const address = '0x1111111111111111111111111111111111111111'
const connector = { name: 'Test' }

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
  setWallet(noWallet)
})
afterEach(() => vi.unstubAllGlobals())

test('a connected wallet on the site’s chain can sign and is remembered', () => {
  showWallet({ status: 'connected', address, chainId: 31_337, connector }, 31_337)
  expect(getWallet()).toEqual({ status: 'connected', address, chainId: 31_337, connectorName: 'Test' })
  expect(rememberedAccount()).toBe(address)
})

test('a wallet on another chain is shown as such', () => {
  showWallet({ status: 'connected', address, chainId: 1, connector }, 31_337)
  expect(getWallet().status).toBe('wrong-chain')
})

test('the remembered account stays on show while the session is restored', () => {
  setWallet({ ...noWallet, status: 'loading', address })
  showWallet({ status: 'reconnecting' }, 31_337)
  expect(getWallet()).toMatchObject({ status: 'loading', address })
})

test('disconnecting forgets the account', () => {
  showWallet({ status: 'connected', address, chainId: 31_337, connector }, 31_337)
  showWallet({ status: 'disconnected' }, 31_337)
  expect(getWallet()).toEqual(noWallet)
  expect(rememberedAccount()).toBeNull()
})

test('what is no address is not remembered as one', () => {
  localStorage.setItem('livepeer-delegator:wallet', 'javascript:alert(1)')
  expect(rememberedAccount()).toBeNull()
})

test('readers hear of changes only', () => {
  const listener = vi.fn()
  const stop = subscribeWallet(listener)
  showWallet({ status: 'connected', address, chainId: 31_337, connector }, 31_337)
  showWallet({ status: 'connected', address, chainId: 31_337, connector }, 31_337)
  stop()
  showWallet({ status: 'disconnected' }, 31_337)
  expect(listener).toHaveBeenCalledTimes(1)
})
