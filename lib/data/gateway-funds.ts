import { type Address, getAddress } from 'viem'
import { readChain } from '@/lib/data/chain-client'
import { readCore } from '@/lib/data/core'
import { readFunds } from '@/lib/data/gateway'
import { load } from '@/lib/data/reading'
import { roundView } from '@/lib/data/round'
import type { Loaded, RoundView } from '@/lib/data/types'
import { settings } from '@/lib/network/settings'

/** What a gateway decides on (4.7), by the chain alone. */
export interface GatewayFundsView {
  address: Address
  round: RoundView
  paused: boolean
  depositEthWei: bigint
  reserveEthWei: bigint
  /** Of the reserve, paid out in this round. */
  reserveClaimedEthWei: bigint
  /** Round from which the funds can be withdrawn; null: they are locked. It outlives a withdrawal until they are funded again. */
  withdrawRound: number | null
  unlockPeriodRounds: number
  /** In the account's wallet. */
  walletEthWei: bigint
  /** Orchestrators among whom the reserve is divided: the next round's set. */
  poolSize: number
}

/** Deposit, reserve and unlock of any account; zeros for one that never funded. */
export function loadGatewayFunds(address: Address): Promise<Loaded<GatewayFundsView>> {
  const account = getAddress(address)
  return load(async (reading): Promise<GatewayFundsView> => {
    const [core, funds, walletEthWei] = await Promise.all([
      readCore(reading),
      readFunds(reading, account),
      reading.chain(`eth/${account}`, (block) =>
        readChain((client) => client.getBalance({ address: account, blockNumber: BigInt(block) })),
      ),
    ])
    return {
      address: account,
      round: roundView(core, reading.head.timestamp, settings().network.secondsPerBlock),
      paused: core.paused,
      depositEthWei: funds.depositWei,
      reserveEthWei: funds.reserveWei,
      reserveClaimedEthWei: funds.reserveClaimedWei,
      withdrawRound: funds.withdrawRound,
      unlockPeriodRounds: funds.unlockPeriodRounds,
      walletEthWei,
      poolSize: Number(core.poolSize),
    }
  })
}
