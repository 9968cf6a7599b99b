import type { Wallet } from '@rainbow-me/rainbowkit'
import { type Connector, type CreateConnectorFn, createConnector } from 'wagmi'

type Inner = ReturnType<CreateConnectorFn>

const icon =
  'data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A%2F%2Fwww.w3.org%2F2000%2Fsvg%22%20viewBox%3D%220%200%2028%2028%22%20fill%3D%22none%22%20stroke%3D%22%23fff%22%20stroke-width%3D%222.4%22%20stroke-linecap%3D%22round%22%3E%3Cpath%20d%3D%22M8%2011.5c3.4-3.3%208.6-3.3%2012%200M6%2014.5l4%204%204-4%204%204%204-4%22%2F%3E%3C%2Fsvg%3E'

/**
 * WalletConnect that does nothing until it is chosen. Its real connector calls two outside hosts as soon as it exists,
 * so this one stands in for it: it downloads and creates the real one when asked to connect, or when it was the wallet
 * in use before a reload.
 */
export function walletConnectOnChoice({ projectId }: { projectId: string }): Wallet {
  const id = 'walletconnect-on-choice'
  return {
    id,
    name: 'WalletConnect',
    iconUrl: icon,
    iconBackground: '#3b99fc',
    qrCode: { getUri: (uri) => uri },
    createConnector: (details) =>
      createConnector((config) => {
        let inner: Promise<Inner> | null = null
        const real = (): Promise<Inner> => {
          inner ??= import('./wallet-connect-connector').then(async (module) => {
            const connector = module.walletConnectConnector(projectId)(config)
            await connector.setup?.()
            return connector
          })
          return inner
        }
        const quiet = (act: (connector: Inner) => void) => {
          inner?.then(act).catch(() => undefined)
        }
        return {
          id,
          name: 'WalletConnect',
          type: 'walletConnect',
          ...details,
          connect: async (parameters) => (await real()).connect(parameters),
          disconnect: async () => (await real()).disconnect(),
          getAccounts: async () => (await real()).getAccounts(),
          getChainId: async () => (await real()).getChainId(),
          getProvider: async (parameters) => (await real()).getProvider(parameters),
          getClient: undefined,
          isAuthorized: async () => {
            const recent = await config.storage?.getItem('recentConnectorId')
            return recent === id ? (await real()).isAuthorized() : false
          },
          switchChain: async (parameters) => {
            const connector = await real()
            if (!connector.switchChain) throw new Error('This wallet cannot switch chains by itself.')
            return connector.switchChain(parameters)
          },
          onAccountsChanged: (accounts) => quiet((connector) => connector.onAccountsChanged(accounts)),
          onChainChanged: (chainId) => quiet((connector) => connector.onChainChanged(chainId)),
          onDisconnect: (error) => quiet((connector) => connector.onDisconnect(error)),
        } satisfies Partial<Connector> & Inner
      }),
  }
}
