import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures/test'
import { accountPath, amountOf, delegatePanel, review } from '@/e2e/pages/staking'
import { connect } from '@/e2e/pages/wallet'

const refused: [name: string, text: string, sentence: RegExp][] = [
  ['1e5', '1e5', /Write the number out/],
  ['-1', '-1', /without a minus sign/],
  ['1,5', '1,5', /Use a point for decimals/],
  ['a number of 400 digits', '9'.repeat(400), /more LPT than there can ever be/],
  ['letters', 'all of it', /Enter a number/],
  ['a script', '<img src=x onerror=alert(1)>', /Enter a number/],
  ['digits of another script', '１２３', /Enter a number/],
  ['19 decimals', '0.0000000000000000001', /at most 18 digits/],
  ['zero', '0.00', /above zero/],
  ['more than the balance', '5000.000000000000000001', /more than your wallet holds: 5,000 LPT/],
]

/** Answers whether the document was loaded anew since the call. */
async function marked(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => Object.assign(window, { stillHere: true }))
  return () => page.evaluate(() => !('stillHere' in window))
}

test('every text that is no amount gets its sentence at the field, and Enter neither acts nor reloads', async ({
  page,
  wallet,
  orchestrators: [orchestrator],
}) => {
  await page.goto(accountPath(orchestrator, 'orchestrating'))
  await connect(page, wallet.address)
  const panel = delegatePanel(page)
  const field = amountOf(panel)
  const act = panel.getByRole('button', { name: 'Review delegation' })
  await expect(panel.getByText('Wallet: 5,000 LPT')).toBeVisible()
  const reloaded = await marked(page)
  for (const [name, text, sentence] of refused)
    await test.step(name, async () => {
      await field.fill(text)
      await expect(field).toHaveAttribute('aria-invalid', 'true')
      await expect(field).toHaveAccessibleDescription(sentence)
      await expect(act).toHaveAttribute('aria-disabled', 'true')
      await expect(act).toHaveAccessibleDescription('Correct the amount above.')
      await field.press('Enter')
      await act.click({ force: true })
      await expect(review(page)).toBeHidden()
    })
  expect(await reloaded()).toBe(false)
  expect(wallet.sends).toBe(0)

  await field.fill('')
  await expect(act).toHaveAccessibleDescription('Enter an amount of LPT.')
  await panel.getByRole('button', { name: /^All of it/ }).click()
  await expect(field).toHaveValue('5000')
  await field.fill(' 12.50 ')
  await expect(field).toHaveAttribute('aria-invalid', 'false')
  await field.press('Enter')
  await expect(review(page).getByRole('heading', { name: /^Delegate 12.5 LPT to/ })).toBeVisible()
  expect(await reloaded()).toBe(false)
})

test('before a wallet is connected the same sentences come, except for the balance', async ({
  page,
  orchestrators: [orchestrator],
}) => {
  await page.goto(accountPath(orchestrator, 'orchestrating'))
  const panel = delegatePanel(page)
  const field = amountOf(panel)
  const reloaded = await marked(page)
  await expect(async () => {
    await field.fill('1e5')
    await expect(field).toHaveAccessibleDescription(/Write the number out/, { timeout: 500 })
  }).toPass()
  await field.fill('100000')
  await expect(field).toHaveAttribute('aria-invalid', 'false')
  await expect(panel.getByText('100,000 LPT', { exact: true })).toBeVisible()
  expect(await reloaded()).toBe(false)
})

test('buttons that cannot act say why: paused protocol, overdue round', async ({
  page,
  wallet,
  network,
  orchestrators: [orchestrator],
}) => {
  await network.pause(true)
  await network.siteFollows()
  await page.goto(accountPath(orchestrator, 'orchestrating'))
  await connect(page, wallet.address)
  const panel = delegatePanel(page)
  await amountOf(panel).fill('5')
  const act = panel.getByRole('button', { name: 'Review delegation' })
  await expect(act).toHaveAccessibleDescription(/The protocol is paused/)
  await network.pause(false)
  await network.advanceRounds(1, true)
  await network.siteFollows()
  await page.reload()
  await amountOf(panel).fill('5')
  await expect(act).toHaveAccessibleDescription(/has not been started yet/)
  await act.click({ force: true })
  await expect(review(page)).toBeHidden()
})
