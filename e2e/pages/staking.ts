import { expect, type Locator, type Page } from '@playwright/test'
import type { Address } from 'viem'

export type Tab = 'delegating' | 'earnings' | 'orchestrating' | 'delegators' | 'history' | 'broadcasting'

/** Path of one tab of an account. */
export const accountPath = (account: Address, tab: Tab) => `/accounts/${account.toLowerCase()}/${tab}`

/** An address as the site shortens it. */
export const short = (address: string) => `${address.slice(0, 6)}…${address.slice(-4)}`

/** The link to an account, which shows its name where it has one. */
export const accountLink = (scope: Locator, account: Address): Locator =>
  scope.getByRole('link').and(scope.locator(`[href^="/accounts/${account.toLowerCase()}/"]`))

export const delegatePanel = (page: Page): Locator =>
  page.getByRole('region', { name: 'Delegate', exact: true })
export const unbondPanel = (page: Page): Locator => page.getByRole('region', { name: 'Unbond', exact: true })
export const amountOf = (panel: Locator): Locator =>
  panel.getByRole('textbox', { name: /^Amount|^LPT to add/ })
export const positionStrip = (page: Page): Locator =>
  page.getByRole('complementary', { name: 'Your position' })

/** Opens one of an owner's folded actions. */
export async function unfold(page: Page, title: string): Promise<Locator> {
  await page.getByRole('region', { name: 'More actions' }).getByText(title, { exact: true }).click()
  return page.getByRole('region', { name: title, exact: true })
}

/** The row of one unbonding lock. */
export const lockRow = (page: Page, id: number): Locator =>
  page.getByRole('listitem').filter({ has: page.getByText(new RegExp(`^Lock ${id}(,|$)`)) })

/** The review sheet: one modal dialog whose last button acts. */
export const review = (page: Page): Locator => page.getByRole('dialog')

/** Where the sheet says how far the action has come. */
export const stage = (sheet: Locator): Locator => sheet.getByRole('status')

/** Types an amount to delegate and opens the review. */
export async function reviewDelegation(page: Page, amount: string): Promise<Locator> {
  const panel = delegatePanel(page)
  await amountOf(panel).fill(amount)
  await panel.getByRole('button', { name: /^Review/ }).click()
  return review(page)
}

/** Waits until the sheet says that the action is in a block and in the index. */
export async function expectIndexed(sheet: Locator): Promise<void> {
  await expect(stage(sheet).getByText('Mined and indexed.')).toBeVisible()
}
