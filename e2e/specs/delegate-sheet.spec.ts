import type { Page } from '@playwright/test'
import { parseEther } from 'viem'
import { expect, test } from '@/e2e/fixtures/test'
import { expectAccessible, expectReadable } from '@/e2e/pages/accessibility'
import { amountOf, expectIndexed, positionStrip, stage } from '@/e2e/pages/staking'
import { connect } from '@/e2e/pages/wallet'

/** The delegating link of an orchestrator, wherever it stands. */
const delegateLink = (page: Page, orchestrator: string) =>
  page
    .getByRole('link', { name: /^Delegate to/ })
    .and(page.locator(`[href^="/accounts/${orchestrator.toLowerCase()}/"]`))

const form = (page: Page) => page.getByRole('dialog', { name: 'Delegate', exact: true })
const reviewOf = (page: Page) =>
  page.getByRole('dialog', { name: /^(Delegate [\d.]+ LPT to|Delegation|Done)/ })

test('from a row: what is typed outlasts the choice of a wallet, the stake is delegated and the focus comes back', async ({
  page,
  wallet,
  network,
  orchestrators: [orchestrator],
}) => {
  await page.goto('/orchestrators')
  const link = delegateLink(page, orchestrator)
  await expect(link).toHaveAttribute('href', `/accounts/${orchestrator.toLowerCase()}/orchestrating#actions`)
  await link.focus()
  await page.keyboard.press('Enter')
  const sheet = form(page)
  await expect(sheet.getByText(/^Keeps .* of rewards/)).toBeVisible()
  await expect(page).toHaveURL(/\/orchestrators$/)
  await expectAccessible(page, 'delegate sheet, light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectReadable(page, 'delegate sheet, dark')
  await amountOf(sheet).fill('25')
  await sheet.getByRole('button', { name: 'Connect wallet to delegate' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' }).click()
  await expect(amountOf(sheet)).toHaveValue('25')
  await expect(sheet.getByText('Wallet: 5,000 LPT')).toBeVisible()

  await sheet.getByRole('button', { name: 'Review delegation' }).click()
  const review = reviewOf(page)
  const act = review.getByRole('button', { name: 'Approve 25 LPT, then delegate' })
  await expect(act).not.toHaveAttribute('aria-disabled', 'true')
  await expect(review.getByText(/^About [\d.]+ ETH, (less than )?\$[\d,.]+/)).toBeVisible()
  await expect(review.getByText(/no L1 data part/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(review).toBeHidden()
  await expect(amountOf(sheet)).toHaveValue('25')
  await sheet.getByRole('button', { name: 'Review delegation' }).click()
  await act.click()
  await expectIndexed(review)
  const { bondedAmount, delegate } = await network.delegator(wallet.address)
  expect([bondedAmount, delegate]).toEqual([parseEther('25'), orchestrator])
  await review.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(link).toBeFocused()
  await expect(positionStrip(page)).toContainText('25.00 LPT')
})

test('from a comparison on a phone: a doomed delegation never reaches the wallet, a declined one changes nothing', async ({
  page,
  wallet,
  network,
  orchestrators: [first, second],
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/orchestrators/compare?ids=${first},${second}`)
  await connect(page, wallet.address)
  await delegateLink(page, second).click()
  const sheet = form(page)
  await expect(sheet.getByText('Wallet: 5,000 LPT')).toBeVisible()
  const box = await sheet.boundingBox()
  expect([box?.width, box?.height].map((side) => Math.round(side ?? 0))).toEqual([390, 844])
  await expectAccessible(page, 'delegate sheet on a phone')
  await amountOf(sheet).fill('5001')
  await expect(sheet.getByRole('button', { name: 'Review delegation' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await amountOf(sheet).fill('40')
  await sheet.getByRole('button', { name: 'Review delegation' }).click()
  const review = reviewOf(page)
  const act = review.getByRole('button', { name: 'Approve 40 LPT, then delegate' })
  await expect(act).not.toHaveAttribute('aria-disabled', 'true')
  await network.pause(true)
  await act.click()
  await expect(stage(review).getByText(/The protocol is paused/)).toBeVisible()
  expect(wallet.sends).toBe(0)
  await network.pause(false)
  wallet.refuseNext('eth_sendTransaction')
  await review.getByRole('button', { name: 'Try again' }).click()
  await expect(stage(review).getByText(/You declined in your wallet/)).toBeVisible()
  expect(await network.allowance(wallet.address)).toBe(0n)
  expect((await network.delegator(wallet.address)).bondedAmount).toBe(0n)
  await page.keyboard.press('Escape')
  await expect(amountOf(sheet)).toHaveValue('40')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(delegateLink(page, second)).toBeFocused()
})

test('without a price the cost says so and shows no figure for it', async ({
  page,
  wallet,
  orchestrators: [orchestrator],
}) => {
  await page.route('**/api/v1/prices', (route) =>
    route.fulfill({ status: 200, json: { state: 'ready', value: { lpt: null, eth: null, source: 'none' } } }),
  )
  await page.goto('/orchestrators')
  await connect(page, wallet.address)
  await delegateLink(page, orchestrator).click()
  await amountOf(form(page)).fill('1')
  await form(page).getByRole('button', { name: 'Review delegation' }).click()
  await expect(reviewOf(page).getByText(/^Price unavailable:/)).toBeVisible()
  await expect(reviewOf(page).getByText(/\$/)).toBeHidden()
})
