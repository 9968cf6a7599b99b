import type { Locator, Page } from '@playwright/test'
import { parseEther } from 'viem'
import { expect, test } from '@/e2e/fixtures/test'
import { accountPath, amountOf, delegatePanel, expectIndexed, review } from '@/e2e/pages/staking'

/** Presses Tab until the element has the focus; fails when the whole page was walked without it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('80 presses of Tab did not reach it')
}

test('one can connect and delegate with the keyboard alone', async ({
  page,
  wallet,
  network,
  orchestrators: [orchestrator],
}) => {
  await page.goto(accountPath(orchestrator, 'orchestrating'))
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await tabTo(page, page.getByRole('banner').getByRole('button', { name: 'Connect' }))
  await page.keyboard.press('Enter')
  const choice = page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' })
  await expect(choice).toBeVisible()
  await tabTo(page, choice)
  await page.keyboard.press('Enter')
  const panel = delegatePanel(page)
  await expect(panel.getByText('Wallet: 5,000 LPT')).toBeVisible()

  await tabTo(page, amountOf(panel))
  await page.keyboard.type('12.5')
  await tabTo(page, panel.getByRole('button', { name: 'Review delegation' }))
  await page.keyboard.press('Enter')
  const sheet = review(page)
  const approve = sheet.getByRole('button', { name: 'Approve 12.5 LPT, then delegate' })
  await expect(approve).toBeEnabled()
  expect(await sheet.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  await tabTo(page, approve)
  await page.keyboard.press('Enter')
  await expectIndexed(sheet)
  expect((await network.delegator(wallet.address)).bondedAmount).toBe(parseEther('12.5'))
  await tabTo(page, sheet.getByRole('button', { name: 'Done' }))
  await page.keyboard.press('Enter')
  await expect(sheet).toBeHidden()
  await expect(panel.getByRole('button', { name: 'Review delegation' })).toBeFocused()
})

test('Escape closes the review and gives the focus back', async ({
  page,
  wallet,
  orchestrators: [orchestrator],
}) => {
  await page.goto(accountPath(orchestrator, 'orchestrating'))
  await page.getByRole('banner').getByRole('button', { name: 'Connect' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' }).click()
  const panel = delegatePanel(page)
  await amountOf(panel).fill('3')
  const act = panel.getByRole('button', { name: 'Review delegation' })
  await expect(act).toBeEnabled()
  await act.focus()
  await page.keyboard.press('Enter')
  await expect(review(page).getByRole('button', { name: /^Approve 3 LPT/ })).toBeEnabled()
  await page.keyboard.press('Escape')
  await expect(review(page)).toBeHidden()
  await expect(act).toBeFocused()
  await expect(amountOf(panel)).toHaveValue('3')
  expect(wallet.sends).toBe(0)
})
