import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures/test'
import { expectAccessible, expectNoSidewaysScroll, expectReadable } from '@/e2e/pages/accessibility'
import { accountPath } from '@/e2e/pages/staking'

interface PoolRow {
  round: { id: string }
  totalStake: string
  rewardTokens: string | null
}

async function askIndex<Data>(query: string): Promise<Data> {
  const answer = await fetch(`${process.env.E2E_SERVICES_URL}/subgraph`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  const { data } = (await answer.json()) as { data: Data }
  return data
}

const chart = (page: Page, name: string) => page.getByRole('figure', { name, exact: true })

/** Rows of a chart's table: when, and how much without unit and grouping. */
async function tableOf(page: Page, name: string): Promise<[string, string][]> {
  const figure = chart(page, name)
  await figure.getByRole('button', { name: `Table of ${name}`, exact: true }).click()
  const table = figure.getByRole('region', { name: `Table: ${name}` })
  await expect(table).toBeVisible()
  return table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row): [string, string] => [
        row.querySelector('th')?.textContent ?? '',
        row.querySelector('td')?.textContent ?? '',
      ]),
    )
}

const plain = (text: string) => text.replace(/ (LPT|ETH)$/, '').replaceAll(',', '')
const roundOf = (text: string) =>
  text
    .replace(/^Round /, '')
    .replaceAll(',', '')
    .replace(/ .*/, '')

test('the tables of the charts are the rows of the index', async ({
  page,
  orchestrators: [orchestrator],
}) => {
  await page.goto(accountPath(orchestrator, 'orchestrating'))
  const { pools } = await askIndex<{ pools: PoolRow[] }>(
    `{ pools(first: 91, orderBy: id, orderDirection: desc, where: { delegate: "${orchestrator.toLowerCase()}" }) { round { id } totalStake rewardTokens } }`,
  )
  expect(pools.length).toBeGreaterThan(3)
  const stakes = new Map((await tableOf(page, 'Stake')).map(([when, text]) => [roundOf(when), plain(text)]))
  const rewards = new Map((await tableOf(page, 'Rewards')).map(([when, text]) => [roundOf(when), text]))
  const running = pools[0]?.round.id
  for (const { round, totalStake, rewardTokens } of pools) {
    expect(stakes.get(round.id), `stake of round ${round.id}`).toBe(totalStake)
    const shown = rewards.get(round.id) ?? ''
    if (rewardTokens !== null) expect(plain(shown)).toBe(rewardTokens)
    else expect(shown).toBe(round.id === running ? 'not called yet' : 'missed')
  }
})

test('a chart is read by keyboard, point by point', async ({ page, orchestrators: [orchestrator] }) => {
  await page.goto(accountPath(orchestrator, 'orchestrating'))
  const figure = chart(page, 'Stake')
  await figure.getByRole('button', { name: 'Read the chart: Stake' }).focus()
  const readOut = figure.getByRole('status').filter({ hasText: 'LPT' })
  await expect(figure.locator('svg[tabindex="0"]')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(readOut).toBeVisible()
  const first = await readOut.textContent()
  await page.keyboard.press('ArrowRight')
  await expect(readOut).not.toHaveText(first ?? '')
})

test('yield, votes, price and scores are there, and what the list says of the yield', async ({
  page,
  orchestrators: [orchestrator],
}) => {
  await page.goto(accountPath(orchestrator, 'orchestrating'))
  const yields = page.getByRole('region', { name: 'Yield and cuts' })
  await expect(yields.getByText('Projected, 1,000 LPT for a year')).toBeVisible()
  const governance = page.getByRole('region', { name: 'Governance' })
  await expect(governance.getByText(/^\d+ of \d+/).first()).toBeVisible()
  const votes = await askIndex<{ treasuryVotes: { id: string }[] }>(
    `{ treasuryVotes(first: 1000, where: { voter: "${orchestrator.toLowerCase()}" }) { id } }`,
  )
  await expect(governance.locator('a[href^="/treasury/"]')).toHaveCount(votes.treasuryVotes.length)
  const service = page.getByRole('region', { name: 'Price and performance' })
  await expect(service.getByText('Price per pixel')).toBeVisible()
})

test('without the servers of scores the page says so there and nowhere else', async ({
  page,
  network,
  orchestrators: [, orchestrator],
}) => {
  await network.serviceFault('metrics', 'error')
  await page.goto(accountPath(orchestrator, 'orchestrating'))
  const service = page.getByRole('region', { name: 'Price and performance' })
  // What was read before may stand in, labelled; what was never read is unavailable.
  await expect(service.getByText(/Unavailable\.|Kept from/).first()).toBeVisible()
  await expect(chart(page, 'Stake')).toBeVisible()
  await expect(
    page.getByRole('region', { name: 'Yield and cuts' }).getByText('Paid, last 30 rounds'),
  ).toBeVisible()
})

test('charts and panels pass axe in both themes and fit', async ({ page, orchestrators: [orchestrator] }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(accountPath(orchestrator, 'orchestrating'))
  await tableOf(page, 'Fees')
  await expectAccessible(page, 'light, phone')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectReadable(page, 'dark, phone')
  await page.setViewportSize({ width: 1440, height: 900 })
  await expectAccessible(page, 'dark, desktop')
  await page.setViewportSize({ width: 320, height: 800 })
  await expectNoSidewaysScroll(page, 'an orchestrator at 320')
})
