import type { ContractAddresses } from '@/lib/contracts/addresses'
import { arbitrumOneAddresses } from '@/lib/contracts/addresses'
import type { NetworkName } from '@/lib/network/public-config'

/** Facts about a network that no environment variable changes. */
export interface Network {
  name: NetworkName
  chainId: number
  chainName: string
  nativeCurrency: { name: string; symbol: string; decimals: number }
  explorerUrl: string | null
  /** Public endpoints that need no key, ranked; used when RPC_URLS is not set and offered to wallets. */
  publicRpcUrls: readonly string[]
  /** Gateway of The Graph for the Livepeer subgraph (subgraph.md 5.6); needs a key. */
  subgraphGateway: string | null
  /** Public IPFS gateways, ranked; used when IPFS_URLS is not set. */
  ipfsUrls: readonly string[]
  /** Chain that names are read from; the local stand-in answers the local id. */
  l1ChainId: number
  /** Public endpoints of that chain, ranked; used when L1_RPC_URLS is not set. */
  publicL1RpcUrls: readonly string[]
  /** Public servers of scores and node prices; used when METRICS_URLS is not set. */
  metricsUrls: readonly string[]
  /** Public price source; used when PRICES_URL is not set. */
  pricesUrl: string | null
  /** Pinning service; used when PIN_URL is not set and a token is. */
  pinUrl: string | null
  /** Repository of LIPs; used when LIPS_URL is not set. */
  lipsUrl: string | null
  /** Snapshot of stake left on Ethereum; used when CLAIM_SNAPSHOT_URL is not set, and only when its root is the chain's. */
  claimSnapshotUrl: string | null
  /** Pinned in code; null where the deployment is read from the local services. */
  contracts: ContractAddresses | null
  /** Seconds between the (L1) blocks that rounds are counted in (contracts.md 4.1). */
  secondsPerBlock: number
  /** Whether the age of the newest block can be judged by this machine's clock. */
  followsWallClock: boolean
}

const ether = { name: 'Ether', symbol: 'ETH', decimals: 18 }

/** Every network a copy can serve. The local chain id is 31337, so that a signature made for play is worthless elsewhere. */
export const networks: Readonly<Record<NetworkName, Network>> = {
  'arbitrum-one': {
    name: 'arbitrum-one',
    chainId: 42161,
    chainName: 'Arbitrum One',
    nativeCurrency: ether,
    explorerUrl: 'https://arbiscan.io',
    publicRpcUrls: [
      'https://arb1.arbitrum.io/rpc',
      'https://arbitrum-one-rpc.publicnode.com',
      'https://arbitrum.drpc.org',
      'https://1rpc.io/arb',
    ],
    subgraphGateway:
      'https://gateway.thegraph.com/api/subgraphs/id/FE63YgkzcpVocxdCEyEYbvjYqEf2kb1A6daMYRxmejYC',
    ipfsUrls: ['https://ipfs.livepeer.com', 'https://ipfs.io'],
    l1ChainId: 1,
    publicL1RpcUrls: ['https://ethereum-rpc.publicnode.com', 'https://eth.drpc.org', 'https://1rpc.io/eth'],
    metricsUrls: [
      'https://leaderboard-serverless.vercel.app',
      'https://leaderboard-api.livepeer.cloud',
      'https://nyc.livepeer.com',
    ],
    pricesUrl: 'https://api.coingecko.com/api/v3',
    pinUrl: 'https://api.pinata.cloud',
    lipsUrl: 'https://api.github.com/repos/livepeer/LIPs',
    claimSnapshotUrl:
      'https://raw.githubusercontent.com/livepeer/explorer/9cce31618aada19826bddf9e792531e370c58e26/data/delegatorClaimSnapshot.json',
    contracts: arbitrumOneAddresses,
    secondsPerBlock: 12,
    followsWallClock: true,
  },
  local: {
    name: 'local',
    chainId: 31337,
    chainName: 'Livepeer local',
    nativeCurrency: ether,
    explorerUrl: null,
    publicRpcUrls: [],
    subgraphGateway: null,
    ipfsUrls: [],
    l1ChainId: 31337,
    publicL1RpcUrls: [],
    metricsUrls: [],
    pricesUrl: null,
    pinUrl: null,
    lipsUrl: null,
    claimSnapshotUrl: null,
    contracts: null,
    secondsPerBlock: 12,
    followsWallClock: false,
  },
}
