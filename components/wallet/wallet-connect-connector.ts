import type { CreateConnectorFn } from 'wagmi'
import { walletConnect } from 'wagmi/connectors'

/** The real WalletConnect connector; creating it calls WalletConnect's own hosts. */
export function walletConnectConnector(projectId: string): CreateConnectorFn {
  return walletConnect({ projectId, showQrModal: false })
}
