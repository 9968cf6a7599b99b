import { expect, test } from '@/e2e/fixtures/test'
import { expectAccessible, expectNoSidewaysScroll, expectReadable } from '@/e2e/pages/accessibility'

const whole = (wei: bigint) => (wei / 10n ** 18n).toLocaleString('en-US')

test('two orchestrators stand side by side with the stakes of the chain, by link or by choice', async ({
  page,
  network,
  orchestrators: [first, second],
}) => {
  await page.goto('/orchestrators/compare')
  await expectAccessible(page, 'nothing chosen')
  for (const chosen of [first, second]) {
    await page
      .getByRole('combobox', { name: /^(Choose an orchestrator|Add another)$/ })
      .selectOption(chosen.toLowerCase())
    await page
      .getByRole('main')
      .getByRole('button', { name: /^(Compare|Add)$/ })
      .click()
    await expect(page).toHaveURL(new RegExp(chosen.slice(2), 'i'))
  }
  const table = page.getByRole('table', { name: 'Orchestrators side by side' })
  await expect(table.getByRole('columnheader').getByRole('link', { name: /^(0x\S+|\S+\.eth)$/ })).toHaveCount(
    2,
  )
  const stakes = table.getByRole('row', { name: /^Stake/ }).getByRole('cell')
  for (const [column, address] of [first, second].entries())
    await expect(stakes.nth(column)).toContainText(whole(await network.delegatedStake(address)))
  for (const [name, text] of [
    [/^Reward cut (?!in)/, '%'],
    [/^Fee cut (?!in)/, '%'],
    [/^Reward calls, 30/, 'of 30'],
    [/^Rank/, '1'],
  ] as const)
    await expect(table.getByRole('row', { name }).getByRole('cell').first()).toContainText(text)
  const link = page.url()

  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page, 'two compared, dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expectReadable(page, 'two compared, light')
  for (const width of [320, 390, 1440]) {
    await page.setViewportSize({ width, height: 800 })
    await expectNoSidewaysScroll(page, `compared at ${width}`)
  }
  await table
    .getByRole('link', { name: /^Remove/ })
    .first()
    .click()
  await expect(table.getByRole('columnheader').getByRole('link', { name: /^(0x\S+|\S+\.eth)$/ })).toHaveCount(
    1,
  )
  await page.goto(link)
  await expect(table.getByRole('columnheader').getByRole('link', { name: /^(0x\S+|\S+\.eth)$/ })).toHaveCount(
    2,
  )
})

test('an amount of one’s own is projected, and what both voted on is counted', async ({
  page,
  orchestrators: [first, second],
}) => {
  await page.goto(`/orchestrators/compare?ids=${first.toLowerCase()},${second.toLowerCase()}`)
  const projected = page
    .getByRole('table', { name: 'Orchestrators side by side' })
    .getByRole('row', { name: /^Projected rewards/ })
    .getByRole('cell')
  const usual = await projected.allInnerTexts()
  await page.getByRole('textbox', { name: 'My amount, LPT' }).fill('250000')
  await page.getByRole('combobox', { name: 'Left alone for' }).selectOption('90 days')
  await page.getByRole('button', { name: 'Project' }).click()
  await expect(page).toHaveURL(/amount=250000&days=90/)
  await expect.poll(() => projected.allInnerTexts()).not.toEqual(usual)
  await expect(page.getByRole('figure', { name: /^Stake, / })).toHaveCount(2)
  await expect(page.getByRole('figure', { name: /^Reward cut, / })).toHaveCount(2)
  const votes = page.getByRole('table', { name: 'Votes in common, by pair' })
  await expect(votes.getByRole('row')).toHaveCount(3)
  const [own, pair] = [votes.getByRole('cell').nth(0), votes.getByRole('cell').nth(1)]
  await expect(own).toHaveText(/^\d+ cast$/)
  await expect(pair).toHaveText(/^(\d+ of \d+|none)$/)
  expect(await votes.getByRole('cell').nth(2).innerText()).toBe(await pair.innerText())
})

test('a link with junk and strangers says what it leaves out', async ({ page, network, orchestrators }) => {
  const stranger = network.deployment.accounts[8]?.address.toLowerCase()
  await page.goto(`/orchestrators/compare?ids=${orchestrators[0].toLowerCase()},${stranger},not-an-address`)
  await expect(page.getByText('This is no orchestrator that is registered or active')).toBeVisible()
  await expect(page.getByText('1 part of the link left out')).toBeVisible()
  await expect(page.getByRole('table')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the choice is a form and the comparison is in the HTML', async ({ page, orchestrators, network }) => {
    await page.goto('/orchestrators/compare')
    await page.getByRole('combobox').selectOption(orchestrators[0].toLowerCase())
    await page.getByRole('main').getByRole('button', { name: 'Compare' }).click()
    await expect(
      page
        .getByRole('row', { name: /^Stake/ })
        .getByRole('cell')
        .first(),
    ).toContainText(whole(await network.delegatedStake(orchestrators[0])))
  })
})
