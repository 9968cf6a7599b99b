import type { DelegatingView, OrchestratorRow } from '@/lib/data/types'
import { lowerAddress, shortenAddress } from '@/lib/format/address'
import { checksumAddress } from '@/lib/format/address-checksum'
import { fixedAmount } from '@/lib/format/amount'
import { percentP6 } from '@/lib/format/percent'
import type { Address } from '@/lib/protocol/types'

/** Pages of an account, as their URLs name them. */
type AccountPage = 'delegating' | 'earnings' | 'orchestrating' | 'delegators' | 'history' | 'broadcasting'

/** What is known of an account without asking about it; null: not in the list of orchestrators, or the list is not known. */
export interface TitledAccount {
  address: Address
  name: string | null
  row: OrchestratorRow | null
}

/** The account's name with its shortened address, so that nobody passes for another by name alone. */
function called({ address, name }: TitledAccount): string {
  const short = shortenAddress(checksumAddress(lowerAddress(address)))
  return name === null ? short : `${name} (${short})`
}

const titles: Record<AccountPage, (who: string) => string> = {
  delegating: (who) => `${who} delegating`,
  earnings: (who) => `Earnings of ${who}`,
  orchestrating: (who) => `Orchestrator ${who}`,
  delegators: (who) => `Delegators of ${who}`,
  history: (who) => `History of ${who}`,
  broadcasting: (who) => `Gateway ${who}`,
}

export function accountTitle(account: TitledAccount, page: AccountPage): string {
  return titles[page](called(account))
}

/** "1,234 LPT staked, reward cut 10%, fee cut 5%, called 29 of the last 30 rewards." Nothing that is not known. */
function orchestratorFigures(row: OrchestratorRow): string {
  const calls = row.rewardCalls30
  return [
    `${fixedAmount(row.totalStakeWei, 0)} LPT staked`,
    `reward cut ${percentP6(row.rewardCutP6, { trim: true })}`,
    `fee cut ${percentP6(row.feeCutP6, { trim: true })}`,
    ...(calls && calls.rounds > 0 ? [`called ${calls.called} of the last ${calls.rounds} rewards`] : []),
  ].join(', ')
}

/** What a delegator has, in a sentence; null: nothing is known. */
function delegatorFigures(view: DelegatingView | null): string | null {
  if (!view?.delegate || view.pendingStakeWei === 0n) return null
  const delegate = view.delegate.name ?? shortenAddress(checksumAddress(lowerAddress(view.delegate.address)))
  const own = lowerAddress(view.delegate.address) === lowerAddress(view.address)
  return `${fixedAmount(view.pendingStakeWei, 0)} LPT ${own ? 'of own stake' : `delegated to ${delegate}`}`
}

/** One or two sentences about an account's page, with figures where they are known. */
export function accountDescription(
  account: TitledAccount,
  page: AccountPage,
  delegating: DelegatingView | null = null,
): string {
  const { address, row } = account
  switch (page) {
    case 'orchestrating':
      return row
        ? `${orchestratorFigures(row)}. Yield, fees, votes and standing of orchestrator ${address} on Livepeer.`
        : `Stake, cuts, yield, reward calls, fees, votes and next-round standing of orchestrator ${address} on Livepeer.`
    case 'delegating': {
      const figures = delegatorFigures(delegating)
      return `${figures === null ? '' : `${figures}. `}Stake, rewards, fees and unbonding locks of ${address} on Livepeer.`
    }
    case 'earnings':
      return `Rewards, fees, missed rounds and realised yield of ${address} on Livepeer, round by round.`
    case 'delegators':
      return `Every account bonded to ${address} on Livepeer, with its live stake, rewards and fees.`
    case 'history':
      return `Every staking, orchestrating, gateway and governance event of ${address} on Livepeer.`
    case 'broadcasting':
      return `Deposit, reserve and tickets paid by gateway ${address} on Livepeer.`
  }
}
