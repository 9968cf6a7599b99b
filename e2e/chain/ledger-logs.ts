import { type Address, decodeEventLog, type Hex } from 'viem'
import { addressOf } from '@/devnet/chain/contract-calls'
import { loadArtifact } from '@/devnet/solidity/artifact'
import type { Devnet } from '@/devnet/start'

/** One event of the BondingManager, straight from the chain. */
export interface LoggedEvent {
  name: string
  args: Record<string, unknown>
  block: number
  tx: Hex
}

interface RawLog {
  address: Address
  topics: [Hex, ...Hex[]]
  data: Hex
  blockNumber: Hex
  transactionHash: Hex
}

const rawLogs = (net: Devnet, address?: Address) =>
  net.chain.request({
    method: 'eth_getLogs',
    params: [{ ...(address ? { address } : {}), fromBlock: '0x0', toBlock: 'latest' }],
  }) as Promise<RawLog[]>

/** Every event of the BondingManager. */
export async function readLogs(net: Devnet): Promise<LoggedEvent[]> {
  const { abi } = loadArtifact('BondingManager')
  const logs = await rawLogs(net, addressOf(net.deployment, 'BondingManager'))
  return logs.flatMap((log) => {
    try {
      const decoded = decodeEventLog({ abi, data: log.data, topics: log.topics })
      return [
        {
          name: decoded.eventName ?? '',
          args: (decoded.args ?? {}) as unknown as Record<string, unknown>,
          block: Number(log.blockNumber),
          tx: log.transactionHash,
        },
      ]
    } catch {
      // Events of the proxy itself are not in the interface.
      return []
    }
  })
}

/** The last block of each round in which anything was logged: the local chain keeps the state of those. */
export async function roundEnds(net: Devnet): Promise<{ round: number; block: number }[]> {
  const blocks = [...new Set((await rawLogs(net)).map(({ blockNumber }) => Number(blockNumber)))]
  const { abi } = loadArtifact('RoundsManager')
  const starts = (await rawLogs(net, addressOf(net.deployment, 'RoundsManager'))).flatMap((log) => {
    const decoded = decodeEventLog({ abi, data: log.data, topics: log.topics })
    const args = decoded.args as unknown as { round?: bigint } | undefined
    return decoded.eventName === 'NewRound'
      ? [{ round: Number(args?.round), block: Number(log.blockNumber) }]
      : []
  })
  return starts.map(({ round, block }, index) => {
    const next = starts[index + 1]?.block ?? Number.POSITIVE_INFINITY
    return { round, block: Math.max(...blocks.filter((at) => at >= block && at < next)) }
  })
}
