import { expect, type Locator, type Page } from '@playwright/test'
import { parseEther } from 'viem'
import type { Network } from '@/e2e/fixtures/network'
import type { TestWallet } from '@/e2e/fixtures/test-wallet'
import { accountPath, amountOf, review, reviewDelegation, unbondPanel } from '@/e2e/pages/staking'

/** What a test of one action has at hand. */
export interface Stage {
  page: Page
  wallet: TestWallet
  network: Network
}

/** An action that is played in every situation. */
export interface FlowAction {
  name: string
  /** Account of the well-known mnemonic. */
  account: number
  /** Transactions of the action. */
  steps: 1 | 2
  /** The sheet's button at any step. */
  button: RegExp
  path(stage: Stage): Promise<string>
  /** Opens the review; the sheet. */
  review(page: Page): Promise<Locator>
  /** What the chain holds of the account, to be compared. */
  read(stage: Stage): Promise<Record<string, unknown>>
  /** That with so many steps done. */
  after(before: Record<string, unknown>, steps: number, stage: Stage): Promise<Record<string, unknown>>
}

const bonded = async ({ network, wallet }: Stage) => {
  const { bondedAmount, delegate, nextLockId } = await network.delegator(wallet.address)
  return { bondedAmount, delegate, nextLockId, allowance: await network.allowance(wallet.address) }
}

/** A first delegation with its exact approval, and a part of the demo delegator's stake unbonded. */
export const flowActions: readonly FlowAction[] = [
  {
    name: 'delegating with an approval',
    account: 4,
    steps: 2,
    button: /^(Approve 20 LPT, then delegate|Delegate 20 LPT to .*)$/,
    path: async ({ network }) => {
      const [orchestrator] = await network.pool(1)
      if (!orchestrator) throw new Error('nobody is in the pool')
      return accountPath(orchestrator, 'orchestrating')
    },
    review: (page) => reviewDelegation(page, '20'),
    read: bonded,
    after: async (before, steps, { network }) => {
      const [delegate] = await network.pool(1)
      if (steps === 0) return before
      if (steps === 1) return { ...before, allowance: parseEther('20') }
      return { ...before, delegate, bondedAmount: parseEther('20'), allowance: 0n }
    },
  },
  {
    name: 'unbonding',
    account: 6,
    steps: 1,
    button: /^Unbond 1 LPT$/,
    path: async ({ wallet }) => accountPath(wallet.address, 'delegating'),
    review: async (page) => {
      await amountOf(unbondPanel(page)).fill('1')
      await unbondPanel(page).getByRole('button', { name: 'Review unbonding' }).click()
      return review(page)
    },
    read: async (stage) => {
      const { network, wallet } = stage
      const lock = await network.lock(
        wallet.address,
        (await network.delegator(wallet.address)).nextLockId - 1n,
      )
      return {
        nextLockId: (await network.delegator(wallet.address)).nextLockId,
        stake: await network.pendingStake(wallet.address),
        lock,
      }
    },
    after: async (before, steps, { network }) => {
      if (steps === 0) return before
      const withdrawRound = (await network.round()) + (await network.unbondingPeriod())
      return {
        nextLockId: (before.nextLockId as bigint) + 1n,
        stake: (before.stake as bigint) - parseEther('1'),
        lock: { amount: parseEther('1'), withdrawRound },
      }
    },
  },
]

/** The sheet's one button, once it can be pressed. */
export async function readyButton(sheet: Locator, { button }: FlowAction): Promise<Locator> {
  const act = sheet.getByRole('button', { name: button })
  await expect(act).not.toHaveAttribute('aria-disabled', 'true')
  return act
}

/** What the page asks of the chain waits until the answered function is called. */
export async function holdChain(page: Page): Promise<() => Promise<void>> {
  let open = () => {}
  const until = new Promise<void>((resolve) => {
    open = resolve
  })
  await page.route('**/api/rpc', async (route) => {
    await until
    // A page that was left meanwhile no longer waits for it.
    await route.continue().catch(() => undefined)
  })
  return async () => {
    open()
    await page.unroute('**/api/rpc')
  }
}
