import { expect, type Locator, type Page } from '@playwright/test'
import { parseEther } from 'viem'
import { review } from '@/e2e/pages/staking'

/** Decimal LPT of the index as wei. */
export const lpt = (decimal: string): bigint => parseEther(decimal)

/** An amount as the site writes it in a tally: two decimals, cut off; dust is not called nothing. */
export const shown = (wei: bigint): string => {
  const hundredths = wei / 10n ** 16n
  if (wei > 0n && hundredths === 0n) return '< 0.01'
  return `${(hundredths / 100n).toLocaleString('en-US')}.${(hundredths % 100n).toString().padStart(2, '0')}`
}

/** An exact amount as the site writes it where every digit counts. */
export const exact = (wei: bigint): string => {
  const whole = (wei / 10n ** 18n).toLocaleString('en-US')
  const part = (wei % 10n ** 18n).toString().padStart(18, '0').replace(/0+$/, '')
  return part ? `${whole}.${part}` : whole
}

export const pollPath = (poll: string) => `/voting/${poll.toLowerCase()}`
export const proposalPath = (id: string) => `/treasury/${id}`

/** The panel with which one votes. */
export const votePanel = (page: Page): Locator => page.getByRole('region', { name: 'Vote', exact: true })

/** Chooses a side of a vote. */
export async function chooseSide(panel: Locator, side: 'For' | 'Against' | 'Abstain'): Promise<void> {
  const choice = panel.getByRole('radio', { name: side })
  // What one presses is the label: the radio itself is out of sight.
  await panel
    .locator('label')
    .filter({ has: panel.page().getByRole('radio', { name: side }) })
    .click()
  await expect(choice).toBeChecked()
}

/** Chooses a side and opens the review. */
export async function reviewVote(page: Page, side: 'For' | 'Against' | 'Abstain'): Promise<Locator> {
  const panel = votePanel(page)
  await chooseSide(panel, side)
  await panel.getByRole('button', { name: /^Review/ }).click()
  return review(page)
}

/** The row of the list of votes that an account has. */
export const voteRow = (page: Page, account: string): Locator =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.locator(`a[href*="${account.toLowerCase()}"]`) })

/** The figure beside a side of the tally. */
export const tallyOf = (page: Page, side: 'For' | 'Against' | 'Abstain'): Locator =>
  page
    .getByRole('main')
    .getByRole('table', { name: /^Votes/ })
    .getByRole('row', { name: side })
