import { expect, type Locator, type Page } from '@playwright/test'
import { type Address, createPublicClient, http, parseAbi } from 'viem'
import { chainFor } from '@/e2e/fixtures/chain'
import type { Network } from '@/e2e/fixtures/network'
import type { TestWallet } from '@/e2e/fixtures/test-wallet'
import { expectIndexed, review, stage } from '@/e2e/pages/staking'

const abi = parseAbi([
  'function getTranscoder(address) view returns (uint256 lastRewardRound, uint256 rewardCut, uint256 feeShare, uint256 lastActiveStakeUpdateRound, uint256 activationRound, uint256 deactivationRound, uint256 activeCumulativeRewards, uint256 cumulativeRewards, uint256 cumulativeFees, uint256 lastFeeRound)',
  'function isRegisteredTranscoder(address) view returns (bool)',
  'function transcoderTotalStake(address) view returns (uint256)',
  'function transcoderToRewardCaller(address) view returns (address)',
  'function getServiceURI(address) view returns (string)',
  'struct Sender { uint256 deposit; uint256 withdrawRound; }',
  'struct Reserve { uint256 fundsRemaining; uint256 claimedInCurrentRound; }',
  'function getSenderInfo(address) view returns (Sender sender, Reserve reserve)',
])

/** What operators set, read from the contracts without any code of the site. */
export function operationsOf({ deployment, rpcUrl }: Pick<Network, 'deployment' | 'rpcUrl'>) {
  const client = createPublicClient({ chain: chainFor(rpcUrl), transport: http(rpcUrl), cacheTime: 0 })
  const at = (name: string) => {
    const address = deployment.contracts[name]
    if (!address) throw new Error(`no ${name} in the deployment`)
    return { address, abi } as const
  }
  const bonding = at('BondingManager')
  return {
    transcoder: async (account: Address) => {
      const [lastRewardRound, rewardCut, feeShare] = await client.readContract({
        ...bonding,
        functionName: 'getTranscoder',
        args: [account],
      })
      return { lastRewardRound, rewardCut, feeShare }
    },
    registered: (account: Address) =>
      client.readContract({ ...bonding, functionName: 'isRegisteredTranscoder', args: [account] }),
    totalStake: (account: Address) =>
      client.readContract({ ...bonding, functionName: 'transcoderTotalStake', args: [account] }),
    rewardCaller: (account: Address) =>
      client.readContract({ ...bonding, functionName: 'transcoderToRewardCaller', args: [account] }),
    serviceUri: (registry: 'ServiceRegistry' | 'AIServiceRegistry', account: Address) =>
      client.readContract({ ...at(registry), functionName: 'getServiceURI', args: [account] }),
    funds: async (account: Address) => {
      const [{ deposit, withdrawRound }, { fundsRemaining }] = await client.readContract({
        ...at('TicketBroker'),
        functionName: 'getSenderInfo',
        args: [account],
      })
      return { deposit, withdrawRound, reserve: fundsRemaining }
    },
    eth: (account: Address) => client.getBalance({ address: account }),
  }
}

export const workbench = (page: Page): Locator =>
  page.getByRole('region', { name: /^(Orchestrator|Gateway) workbench$/ })

/** Unfolds a row of the workbench if it is folded. */
export async function unfold(page: Page, title: string): Promise<Locator> {
  const row = workbench(page)
    .locator('details')
    .filter({ has: page.locator('summary').getByText(title, { exact: true }) })
  if ((await row.getAttribute('open')) === null) await row.locator('summary').click()
  return row
}

export interface Act<State> {
  page: Page
  wallet: TestWallet
  /** Opens the review. */
  button: Locator
  /** Name of the sheet's button. */
  name: RegExp
  /** What the chain holds of it. */
  state: () => Promise<State>
  /** Makes the call fail on the chain while its review is open, and undoes it. */
  spoil: () => Promise<void>
  mend: () => Promise<void>
  /** The sentence that says why. */
  because: RegExp
}

/**
 * One action in its three ways through: found to fail before the wallet is asked, declined in the wallet, then done and in the
 * index. Answers what the chain held before and after.
 */
export async function actThrice<State>(act: Act<State>): Promise<{ before: State; after: State }> {
  const { page, wallet, button, name, state } = act
  const before = await state()
  const sends = wallet.sends
  await expect(button).not.toHaveAttribute('aria-disabled', 'true')
  await button.click()
  const sheet = review(page)
  const go = sheet.getByRole('button', { name })
  await expect(go).not.toHaveAttribute('aria-disabled', 'true')
  await act.spoil()
  await go.click()
  await expect(stage(sheet).getByText(act.because)).toBeVisible()
  expect(wallet.sends, 'nothing asked of the wallet').toBe(sends)
  await act.mend()
  wallet.refuseNext('eth_sendTransaction')
  await sheet.getByRole('button', { name: 'Try again' }).click()
  await expect(stage(sheet).getByText(/You declined in your wallet\./)).toBeVisible()
  expect<unknown>(await state()).toEqual(before)
  await sheet.getByRole('button', { name: 'Ask the wallet again' }).click()
  await expectIndexed(sheet)
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(sheet).toBeHidden()
  return { before, after: await state() }
}
