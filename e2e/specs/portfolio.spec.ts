import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures/test'
import { expectAccessible, expectNoSidewaysScroll, expectReadable } from '@/e2e/pages/accessibility'
import { exact } from '@/e2e/pages/governance'
import { accountPath, short } from '@/e2e/pages/staking'
import { connect } from '@/e2e/pages/wallet'

const rows = (page: Page) =>
  page.getByRole('table', { name: 'Accounts of this portfolio' }).locator('tbody tr')
const kept = (page: Page) => page.evaluate(() => localStorage.getItem('watched'))

async function add(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Add an account' }).fill(text)
  await page.keyboard.press('Enter')
}

test('accounts are added, survive a reload, are summed from the chain, and removed, by keyboard', async ({
  page,
  network,
  orchestrators: [first, second],
}) => {
  await page.goto('/portfolio')
  await expect(page.getByRole('heading', { name: 'No account is watched yet' })).toBeVisible()
  await add(page, '0x12')
  await expect(page.getByText('Enter a whole address')).toBeVisible()
  await add(page, first)
  await add(page, second.toLowerCase())
  await add(page, second)
  await expect(rows(page)).toHaveCount(2)
  expect(JSON.parse((await kept(page)) ?? '')).toEqual([first.toLowerCase(), second.toLowerCase()])

  await page.reload()
  await expect(rows(page)).toHaveCount(2)
  const stakes = await Promise.all([first, second].map((account) => network.pendingStake(account)))
  for (const [place, stake] of stakes.entries())
    await expect(
      rows(page)
        .nth(place)
        .locator(`data[title="${exact(stake)} LPT"]`)
        .first(),
    ).toBeVisible()
  const sum = stakes.reduce((total, stake) => total + stake, 0n)
  await expect(
    page.getByRole('region', { name: 'Together' }).locator(`data[title="${exact(sum)} LPT"]`),
  ).toBeVisible()

  await rows(page)
    .first()
    .getByRole('button', { name: `Remove ${short(first.toLowerCase())}` })
    .focus()
  await page.keyboard.press('Enter')
  await expect(rows(page)).toHaveCount(1)
  await page.reload()
  await expect(rows(page)).toHaveCount(1)
})

test('an account’s page puts it on the list and takes it off', async ({ page, orchestrators: [account] }) => {
  await page.goto(accountPath(account, 'delegating'))
  await page.getByRole('button', { name: 'Watch', exact: true }).click()
  const watched = page.getByRole('button', { name: 'Watched', exact: true })
  await expect(watched).toHaveAttribute('aria-pressed', 'true')
  expect(JSON.parse((await kept(page)) ?? '')).toEqual([account.toLowerCase()])
  await page.reload()
  await watched.click()
  await expect(page.getByRole('button', { name: 'Watch', exact: true })).toBeVisible()
  expect(await kept(page)).toBeNull()
})

test('an account that cannot be read is not counted as zero', async ({
  page,
  orchestrators: [first, second],
  expectConsole,
}) => {
  expectConsole(/status of 503/)
  await page.addInitScript(
    (list) => localStorage.setItem('watched', JSON.stringify(list)),
    [first.toLowerCase(), second.toLowerCase()],
  )
  await page.route(`**/api/v1/accounts/${second.toLowerCase()}`, (route) =>
    route.fulfill({ status: 503, json: { state: 'failed', reason: 'It did not answer.', next: 'Wait.' } }),
  )
  await page.goto('/portfolio')
  await expect(page.getByText('Sums of 1 of 2 accounts')).toBeVisible()
  await expect(rows(page).nth(1).getByText('It did not answer. Wait.').first()).toBeVisible()
})

test.describe('with a wallet', () => {
  test.use({ walletAccount: 6 })

  test('the wallet joins by itself, with its locks', async ({ page, wallet }) => {
    await page.goto('/portfolio')
    await connect(page, wallet.address)
    await expect(rows(page)).toHaveCount(1)
    await expect(rows(page).getByText('My wallet')).toBeVisible()
    await expect(
      rows(page)
        .getByText(/ready|next in/)
        .first(),
    ).toBeVisible()
    await expect(rows(page).getByRole('button', { name: /^Remove/ })).toHaveCount(0)
    expect(await kept(page)).toBeNull()
  })
})

test('the portfolio passes axe in both themes and fits at 320 pixels', async ({
  page,
  orchestrators: [first, second],
}) => {
  await page.goto('/portfolio')
  await expect(page.getByRole('heading', { name: 'No account is watched yet' })).toBeVisible()
  await expectAccessible(page, 'empty')
  for (const account of [first, second]) await add(page, account)
  await expect(rows(page)).toHaveCount(2)
  await page.emulateMedia({ colorScheme: 'light' })
  await expectAccessible(page, 'light, desktop')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectReadable(page, 'dark, desktop')
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 })
    await expectAccessible(page, `dark at ${width}`)
    await expectNoSidewaysScroll(page, `the portfolio at ${width}`)
  }
})
