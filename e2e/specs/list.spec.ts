import { expect, test } from '@/e2e/fixtures/test'
import { expectAccessible, expectNoSidewaysScroll } from '@/e2e/pages/accessibility'

/** The list of orchestrators (product.md 2.1 to 2.3): what it shows, and that its whole state is the URL. */

const controls = 'Filters, amount and columns'
const nameOf = (text: string) => text.match(/0x[0-9a-f]{4}…[0-9a-f]{4}|[\w-]+\.local-network\.eth/i)?.[0]

test('filters and presets narrow the list, and their state is the URL', async ({ page }) => {
  await page.goto('/orchestrators')
  const rows = page.getByRole('row')
  const all = await rows.count()
  await page.getByText(controls).click()
  await page.getByRole('textbox', { name: 'Reward cut at most' }).fill('10')
  await expect(page).toHaveURL('/orchestrators?cut=10')
  await expect.poll(() => rows.count()).toBeLessThan(all)
  const narrowed = await rows.count()
  await page.getByRole('checkbox', { name: 'No cut raised in 180 days' }).check()
  await expect(page).toHaveURL('/orchestrators?cut=10&steady=1')
  await expect.poll(() => rows.count()).toBeLessThanOrEqual(narrowed)
  // A preset replaces the filters, and the fields follow it.
  await page.getByRole('link', { name: 'Reliable' }).click()
  await expect(page).toHaveURL('/orchestrators?sort=yield-90&calls=90&steady=1')
  await expect(page.getByRole('textbox', { name: 'Reward cut at most' })).toHaveValue('')
  await expect(page.getByRole('combobox', { name: 'Reward calls' })).toHaveValue('90')
  await expect(page.getByRole('columnheader', { name: /^Paid 90/ })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await page.reload()
  await expect(page.getByRole('link', { name: 'Reliable' })).toHaveAttribute('aria-current', 'true')
  await page.getByRole('searchbox').fill('no such name')
  await expect(page.getByText('No orchestrator matches')).toBeVisible()
  await page.getByRole('link', { name: /^Show all/ }).click()
  await expect(page).toHaveURL('/orchestrators?show=all')
  await expect(page.getByRole('searchbox')).toHaveValue('')
})

test('heads sort by keyboard and turn around', async ({ page }) => {
  await page.goto('/orchestrators')
  const head = page.getByRole('columnheader', { name: /^Projected/ })
  await head.getByRole('link').focus()
  await page.keyboard.press('Enter')
  await expect(head).toHaveAttribute('aria-sort', 'descending')
  const best = nameOf(await page.getByRole('rowheader').first().innerText())
  await page.keyboard.press('Enter')
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  await expect.poll(async () => nameOf(await page.getByRole('rowheader').first().innerText())).not.toBe(best)
})

test('columns are the visitor’s choice, and amount and horizon decide what is projected', async ({
  page,
}) => {
  await page.goto('/orchestrators')
  await expect(page.getByRole('columnheader', { name: /^Fees paid/ })).toHaveCount(0)
  await page.getByText(controls).click()
  await page.getByRole('checkbox', { name: 'Fees paid' }).check()
  await expect(page.getByRole('columnheader', { name: /^Fees paid/ })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Delegators' }).uncheck()
  await expect(page.getByRole('columnheader', { name: /^Delegators/ })).toHaveCount(0)
  await expect(page).toHaveURL(/cols=stake,reward-cut,/)
  await page.getByRole('combobox', { name: 'Left alone for' }).selectOption('90 days')
  await page.getByRole('textbox', { name: 'Amount' }).fill('250000')
  await expect(page).toHaveURL(/amount=250000&days=90/)
  await expect(page.getByText('Projected: 250,000 LPT for 90 days')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Download CSV' })).toHaveAttribute(
    'href',
    '/orchestrators/csv?amount=250000&days=90',
  )
})

test('the file holds every row with all columns', async ({ request, network }) => {
  const answer = await request.get('/orchestrators/csv?amount=500&days=30')
  expect(answer.headers()['content-type']).toContain('text/csv')
  const [head = '', ...lines] = (await answer.text()).trimEnd().split('\r\n')
  const columns = head.split(',')
  const rows = lines.map((line) =>
    Object.fromEntries(line.split(',').map((field, at) => [columns[at], field])),
  )
  const pool = await network.pool(1_000)
  expect(rows.slice(0, pool.length).map(({ address }) => address)).toEqual(pool)
  for (const row of rows.slice(0, pool.length)) {
    expect(row).toMatchObject({ projected_amount_lpt: '500', projected_days: '30' })
    expect(Number(row.projected_low_lpt)).toBeLessThanOrEqual(Number(row.projected_middle_lpt))
    expect(Number(row.projected_middle_lpt)).toBeLessThanOrEqual(Number(row.projected_high_lpt))
    expect(Number(row.worst_reward_cut_180d_percent)).toBeGreaterThanOrEqual(Number(row.reward_cut_percent))
  }
  expect(rows.some((row) => Number(row.realised_30_lpt_percent) > 0)).toBe(true)
  expect(rows.some((row) => row.last_cut_rise_at !== '')).toBe(true)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the form sends filters, amount and columns', async ({ page }) => {
    await page.goto('/orchestrators')
    await page.getByText(controls).click()
    await page.getByRole('textbox', { name: 'Fee cut at most' }).fill('50')
    await page.getByRole('checkbox', { name: 'Fees paid' }).check()
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect(page).toHaveURL(/feecut=50/)
    await expect(page.getByRole('columnheader', { name: /^Fees paid/ })).toBeVisible()
    await expect(page.getByText('1 filter set')).toBeVisible()
  })
})

test('a phone shows cards with every figure labelled, sorted by a choice', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/orchestrators')
  const first = page.getByRole('row').nth(1)
  await expect(first.getByRole('cell').first()).toHaveAttribute('data-label', 'Stake, LPT')
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Reward cut')
  await expect(page).toHaveURL('/orchestrators?sort=reward-cut')
  await page.getByText(controls).click()
  await page.getByRole('textbox', { name: 'Paid a year at least' }).fill('5')
  await expect(page).toHaveURL('/orchestrators?sort=reward-cut&yield=5')
  await expectNoSidewaysScroll(page, 'the list with its filters open')
  await expectAccessible(page, 'the list with its filters open, phone')
})
