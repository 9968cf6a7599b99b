import type { Locator, Page } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures/test'
import { exact, pollPath } from '@/e2e/pages/governance'
import { governanceOf } from '@/e2e/pages/governance-chain'
import { csvRows, indexedDollars } from '@/e2e/pages/index-of'
import { connect } from '@/e2e/pages/wallet'

const trends = (page: Page) => page.getByRole('region', { name: 'Trends' })
const chart = (page: Page, name: string) => page.getByRole('figure', { name, exact: true })
const choice = (page: Page, name: string) => page.getByRole('navigation', { name })
const position = (page: Page) => page.getByRole('region', { name: 'My position' })

/** Label and value of each row of a chart's table, newest first. */
async function tableOf(figure: Locator, name: string): Promise<[string, string][]> {
  await figure.getByRole('button', { name: `Table of ${name}` }).click()
  const rows = figure.getByRole('region', { name: `Table: ${name}` }).locator('tbody tr')
  await expect(rows.first()).toBeVisible()
  return rows.evaluateAll((all) =>
    all.map((row): [string, string] => [
      row.querySelector('th')?.textContent ?? '',
      row.querySelector('td')?.textContent ?? '',
    ]),
  )
}

test('a chart is read out by keys, shown as a table, saved as the same figures, and marks what runs', async ({
  page,
}) => {
  await page.goto('/')
  const fees = chart(page, 'Fees by day')
  await expect(fees).toContainText('Hatched: still running, not a whole one.')
  await expect(trends(page)).toContainText(/14 Jan 2026: [+−][\d.]+%, (more|less) than the day before/)

  await fees.getByRole('button', { name: 'Read the chart: Fees by day' }).focus()
  const said = fees.getByRole('status').filter({ hasText: /ETH/ })
  await expect(fees.locator('svg[tabindex="0"]')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(said).toContainText(/\w 20\d\d/)
  const first = await said.innerText()
  await page.keyboard.press('ArrowRight')
  await expect(said).not.toHaveText(first)

  const rows = await tableOf(fees, 'Fees by day')
  expect(rows).toHaveLength(90)
  expect(rows[0]?.[0]).toBe('15 Jan 2026 (still running)')
  expect(rows.slice(1).filter(([label]) => label.includes('running'))).toEqual([])

  const saved = page.waitForEvent('download')
  await fees.getByRole('link', { name: 'CSV of Fees by day' }).click()
  const stream = await (await saved).createReadStream()
  const text = (await stream.toArray()).map(String).join('')
  const lines = csvRows(text.replaceAll('"', '').replace('Fees by day (ETH, ', 'Fees by day (ETH '))
  expect(lines).toHaveLength(90)
  const inTable = rows.map(([label, value]) => [label.replace(' (still running)', ''), value]).reverse()
  expect(lines.map((line) => Object.values(line).slice(0, 2))).toEqual(inTable)
  expect(lines.map((line) => line.Complete)).toEqual([...Array(89).fill('yes'), 'no'])
})

test('ranges, weeks and units are links that leave everything else where it is', async ({ page }) => {
  await page.goto('/')
  await choice(page, 'Range of the charts').getByRole('link', { name: '30 days' }).click()
  await expect(page).toHaveURL(/\?range=30d/)
  await expect(choice(page, 'Range of the charts').getByRole('link', { name: '30 days' })).toHaveAttribute(
    'aria-current',
    'true',
  )
  const supply = await tableOf(chart(page, 'Supply'), 'Supply')
  expect(supply).toHaveLength(30)

  await choice(page, 'Fees by').getByRole('link', { name: 'Week' }).click()
  await expect(page).toHaveURL(/\?range=30d&by=week/)
  const weeks = await tableOf(chart(page, 'Fees by week'), 'Fees by week')
  expect(weeks.map(([label]) => label)).toEqual([
    'Week of 12 Jan 2026 (still running)',
    'Week of 5 Jan 2026',
    'Week of 29 Dec 2025',
    'Week of 22 Dec 2025',
    'Week of 15 Dec 2025',
  ])
  await choice(page, 'Fees in').getByRole('link', { name: 'USD' }).click()
  await expect(page).toHaveURL(/\?range=30d&by=week&in=usd/)
  await expect(chart(page, 'Fees by week')).toContainText('US dollars')
  const [, [week = '', dollars = ''] = []] = await tableOf(chart(page, 'Fees by week'), 'Fees by week')
  const monday = Date.UTC(2026, 0, 5) / 1000
  expect(week).toBe('Week of 5 Jan 2026')
  expect(Number(dollars.replace(/[$,]/g, ''))).toBeCloseTo(
    await indexedDollars(monday, monday + 7 * 86_400),
    1,
  )
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('charts are drawn, ranges are links, files are there, and open votes are listed', async ({
    page,
    network,
    request,
  }) => {
    await page.goto('/')
    for (const name of [
      'Fees by day',
      'Stake bonded',
      'Participation',
      'Inflation',
      'Supply',
      'Treasury balance',
    ])
      expect(
        (await chart(page, name).locator('svg path').first().getAttribute('d'))?.length,
        name,
      ).toBeGreaterThan(200)
    await expect(page.getByRole('button', { name: /^Table of/ })).toHaveCount(0)
    await choice(page, 'Range of the charts').getByRole('link', { name: 'All' }).click()
    await expect(page).toHaveURL(/\?range=all/)
    const href = await chart(page, 'Stake bonded')
      .getByRole('link', { name: 'CSV of Stake bonded' })
      .getAttribute('href')
    const file = await request.get(href ?? '')
    expect(file.headers()['content-disposition']).toContain('livepeer-stake.csv')
    expect((await file.text()).trimEnd().split('\r\n').length).toBeGreaterThan(300)
    expect((await request.get('/trends/nothing/csv')).status()).toBe(404)

    const votes = page.getByRole('region', { name: 'Open votes' })
    const { address } = await governanceOf(network).openPoll()
    await expect(votes.locator(`a[href="${pollPath(address)}"]`)).toBeVisible()
    await expect(votes.getByRole('listitem').filter({ hasText: 'Treasury proposal' }).first()).toContainText(
      /left, closes/,
    )
    await expect(page.getByRole('region', { name: 'Newest events' }).getByRole('listitem')).toHaveCount(10)
    await expect(position(page)).toHaveCount(0)
  })
})

test.describe('with a position', () => {
  test.use({ walletAccount: 6 })

  test('the wallet’s stake, its state, unlock and votes come first, with one next action', async ({
    page,
    wallet,
    network,
  }) => {
    await page.goto('/')
    await expect(position(page)).toHaveCount(0)
    await connect(page, wallet.address)
    const stake = await network.pendingStake(wallet.address)
    await expect(
      position(page)
        .locator(`data[title="${exact(stake)} LPT"]`)
        .first(),
    ).toBeVisible()
    await expect(position(page)).toContainText(/Earning|Waiting|Not earning/)
    await expect(position(page)).toContainText('300.00 LPT ready to withdraw')
    await expect(position(page)).toContainText(/LIP poll|proposal/)
    await position(page).getByRole('button', { name: 'Withdraw 300 LPT' }).click()
    await expect(page.getByRole('dialog')).toContainText('300 LPT')
    await page.keyboard.press('Escape')

    await page.reload()
    const place = await page.locator('.my-position').boundingBox()
    await expect(position(page).locator('data').first()).toBeVisible()
    expect((await page.locator('.my-position').boundingBox())?.height).toBe(place?.height)
  })

  test('a watched address is enough', async ({ page, network, wallet, orchestrators: [watched] }) => {
    await page.addInitScript(
      (list) => localStorage.setItem('watched', list),
      JSON.stringify([watched.toLowerCase()]),
    )
    await page.goto('/')
    const stake = await network.pendingStake(watched)
    await expect(position(page)).toContainText('Watched')
    await expect(
      position(page)
        .locator(`data[title="${exact(stake)} LPT"]`)
        .first(),
    ).toBeVisible()
    await expect(position(page).getByRole('button')).toHaveCount(0)
    expect(wallet.requests).toEqual([])
  })
})
