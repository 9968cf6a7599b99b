import { describe, expect, it, vi } from 'vitest'
import { arbitrumOneAddresses } from '@/lib/contracts/addresses'
import { callOf } from '@/lib/contracts/call-of'
import { bob, me } from '@/lib/transaction/plan.fixture'
import { createWalletPort, type WalletProvider } from '@/lib/transaction/wallet-port'

const call = callOf({ verb: 'withdrawStake', lockId: 3n }, arbitrumOneAddresses)
const hash = `0x${'ab'.repeat(32)}`

function providerOf(answers: Record<string, unknown>): WalletProvider & { asked: unknown[] } {
  const asked: unknown[] = []
  return {
    asked,
    request: async (args) => {
      asked.push(args)
      const answer = answers[args.method]
      if (answer instanceof Error) throw answer
      return answer
    },
  }
}

describe('who the wallet says it is', () => {
  it.each([
    [[me.toLowerCase()], '0x7a69', { address: me, chainId: 31337 }],
    [[me, bob], '31337', { address: me, chainId: 31337 }],
    [[], 31337, { address: null, chainId: 31337 }],
    [null, null, { address: null, chainId: null }],
    [['0x12'], 'x', { address: null, chainId: null }],
  ])('%o on %o', async (accounts, chainId, identity) => {
    const provider = providerOf({ eth_accounts: accounts, eth_chainId: chainId })
    expect(await createWalletPort(provider).identity()).toEqual(identity)
  })

  it('is asked again at every change, until it is told to stop', async () => {
    const listeners = new Map<string, (payload: unknown) => void>()
    const provider: WalletProvider = {
      ...providerOf({ eth_accounts: [bob], eth_chainId: '0x1' }),
      on: (event, listener) => listeners.set(event, listener),
      removeListener: (event) => listeners.delete(event),
    }
    const heard = vi.fn()
    const stop = createWalletPort(provider).watch(heard)
    listeners.get('accountsChanged')?.([bob])
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ address: bob, chainId: 1 }))
    stop()
    expect(listeners.size).toBe(0)
  })

  it('is the newest answer, also when an older one comes later', async () => {
    const waiting: ((accounts: unknown) => void)[] = []
    let change = (_payload: unknown) => {}
    const provider: WalletProvider = {
      request: ({ method }) =>
        method === 'eth_chainId'
          ? Promise.resolve('0x1')
          : new Promise((resolve) => {
              waiting.push(resolve)
            }),
      on: (_event, listener) => {
        change = listener
      },
    }
    const heard = vi.fn()
    createWalletPort(provider).watch(heard)
    change([me])
    change([bob])
    waiting[1]?.([bob])
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ address: bob, chainId: 1 }))
    waiting[0]?.([me])
    await new Promise((resolve) => setTimeout(resolve))
    expect(heard).toHaveBeenCalledTimes(1)
  })

  it('is nobody when the wallet fails', async () => {
    let change = (_payload: unknown) => {}
    const provider: WalletProvider = {
      ...providerOf({ eth_accounts: new Error('gone') }),
      on: (_event, listener) => {
        change = listener
      },
    }
    const heard = vi.fn()
    createWalletPort(provider).watch(heard)
    change(null)
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ address: null, chainId: null }))
  })
})

describe('sending', () => {
  it('asks for exactly the call', async () => {
    const provider = providerOf({ eth_sendTransaction: hash })
    expect(await createWalletPort(provider).send(call, me, 31_337, null)).toEqual({ kind: 'hash', hash })
    expect(provider.asked).toEqual([
      {
        method: 'eth_sendTransaction',
        params: [{ chainId: '0x7a69', from: me, to: call.address, data: call.data }],
      },
    ])
  })

  it('names the nonce where an earlier request may still use it', async () => {
    const provider = providerOf({ eth_sendTransaction: hash })
    await createWalletPort(provider).send(call, me, 31_337, 7)
    expect(provider.asked).toMatchObject([{ params: [{ nonce: '0x7', to: call.address }] }])
  })

  it.each([null, '', '0x12', { hash }, 5])('does not take %o for a hash', async (answer) => {
    await expect(
      createWalletPort(providerOf({ eth_sendTransaction: answer })).send(call, me, 31_337, null),
    ).rejects.toThrow('instead of a transaction hash')
  })

  it('passes the wallet’s error on as it is', async () => {
    const refusal = Object.assign(new Error('no'), { code: 4001 })
    await expect(
      createWalletPort(providerOf({ eth_sendTransaction: refusal })).send(call, me, 31_337, null),
    ).rejects.toBe(refusal)
  })
})
