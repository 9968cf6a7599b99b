import { createPublicClient, http, parseAbi } from 'viem'
import { chainFor } from '@/e2e/fixtures/chain'
import type { Network } from '@/e2e/fixtures/network'
import { expect, test } from '@/e2e/fixtures/test'
import { expectNoSidewaysScroll } from '@/e2e/pages/accessibility'
import { csvRows, indexedIds } from '@/e2e/pages/index-of'

/** The network's pages: filters, order and pages work by links and forms, figures are those of index, chain and servers. */

const integer = (value: number) => value.toLocaleString('en-US')

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('events are narrowed by kind and account, paged by links, and whole in the file', async ({
    page,
    request,
    network,
  }) => {
    const gateway = network.deployment.accounts.find(({ role }) => role === 'demo-gateway')?.address ?? '0x'
    const main = page.getByRole('main')
    await page.goto('/transactions')
    const rows = main.getByRole('listitem')
    await expect(rows).toHaveCount(50)
    const newest = await main.getByRole('time').first().getAttribute('datetime')
    await main.getByRole('link', { name: 'Older' }).click()
    await expect(rows).toHaveCount(50)
    const older = await main.getByRole('time').first().getAttribute('datetime')
    expect(Date.parse(older ?? '')).toBeLessThanOrEqual(Date.parse(newest ?? ''))
    await main.getByRole('link', { name: 'Newest' }).click()
    await main.getByRole('link', { name: 'Payments', exact: true }).click()
    await expect(page).toHaveURL('/transactions?type=payments')
    await main.getByText('Type, account and days').click()
    await main.getByLabel('Type of event').selectOption('Redeemed a winning ticket')
    await main.getByLabel('Account, on either side').fill(gateway)
    await main.getByRole('button', { name: 'Show' }).click()
    await expect(page).toHaveURL(/type=ticket&account=0x[0-9a-fA-F]{40}/)
    const ids = await indexedIds('winningTicketRedeemedEvents', `sender: "${gateway.toLowerCase()}"`)
    expect(ids.length).toBeGreaterThan(0)
    await expect(rows).toHaveCount(Math.min(50, ids.length))
    await expect(rows.first()).toContainText('redeemed a winning ticket of')
    await expect(rows.first()).toContainText('face value')
    const href = await main.getByRole('link', { name: 'All that fit as CSV' }).getAttribute('href')
    const file = csvRows(await (await request.get(href ?? '')).text())
    expect(file.map((row) => `${row.transaction}-${row.log_index}`).toSorted()).toEqual(ids.toSorted())
  })

  test('an account that is none is said to be none', async ({ page }) => {
    await page.goto('/transactions?account=0x12')
    await expect(page.getByRole('main')).toContainText('This is no address')
    await expect(page.getByLabel('Account, on either side')).toHaveValue('0x12')
  })

  test('gateways are counted, sorted by what the chain holds, and found by address', async ({
    page,
    network,
  }) => {
    const main = page.getByRole('main')
    const gateways = await indexedIds('broadcasters', 'id_not: ""')
    const deposits = await depositsOf(network, gateways as `0x${string}`[])
    const [most] = [...deposits].sort((left, right) => (left.wei < right.wei ? 1 : -1))
    await page.goto('/protocol')
    await main
      .getByRole('link', { name: integer(deposits.filter(({ wei }) => wei > 0n).length) })
      .last()
      .click()
    await expect(page).toHaveURL('/gateways?show=funded')
    await page.goto('/gateways')
    await expect(main).toContainText(`${gateways.length} of ${gateways.length}`)
    await main
      .getByRole('columnheader', { name: /^Deposit/ })
      .getByRole('link')
      .click()
    await expect(page).toHaveURL('/gateways?sort=deposit')
    await expect(main.getByRole('columnheader', { name: /^Deposit/ })).toHaveAttribute(
      'aria-sort',
      'descending',
    )
    const first = main.getByRole('rowheader').first().getByRole('link')
    await expect(first).toHaveAttribute('href', `/accounts/${most?.address}/broadcasting`)
    await main.getByRole('searchbox').fill(most?.address ?? '')
    await main.getByRole('button', { name: 'Apply' }).click()
    await expect(main.getByRole('rowheader')).toHaveCount(1)
  })
})

async function depositsOf(network: Network, gateways: readonly `0x${string}`[]) {
  const client = createPublicClient({ chain: chainFor(network.rpcUrl), transport: http(network.rpcUrl) })
  const abi = parseAbi([
    'function getSenderInfo(address) view returns ((uint256 deposit, uint256 withdrawRound), (uint256, uint256))',
  ])
  const address = network.deployment.contracts.TicketBroker
  if (!address) throw new Error('no TicketBroker')
  return Promise.all(
    gateways.map(async (gateway) => {
      const [{ deposit }] = await client.readContract({
        address,
        abi,
        functionName: 'getSenderInfo',
        args: [gateway],
      })
      return { address: gateway, wei: deposit }
    }),
  )
}

interface Stats {
  [address: string]: Record<string, { score: number }>
}

test('performance follows region and order; without its server it is unavailable, not empty', async ({
  page,
  network,
}) => {
  const main = page.getByRole('main')
  const stats = (await (
    await fetch(`${process.env.E2E_SERVICES_URL}/metrics/api/aggregated_stats`)
  ).json()) as Stats
  await page.goto('/leaderboard?show=all')
  await main.getByRole('combobox', { name: /^Region/ }).selectOption('Frankfurt')
  await expect(page).toHaveURL(/region=FRA/)
  const best = Object.entries(stats)
    .flatMap(([address, regions]) => (regions.FRA ? [{ address, score: regions.FRA.score }] : []))
    .sort((left, right) => right.score - left.score)
  const rows = main.getByRole('row')
  await expect(rows.nth(1)).toContainText((10 * (best[0]?.score ?? 0)).toFixed(2))
  await expect(rows.nth(1).getByRole('rowheader').getByRole('link')).toHaveAttribute(
    'href',
    `/accounts/${best[0]?.address}/orchestrating`,
  )
  await main
    .getByRole('columnheader', { name: /^Total score/ })
    .getByRole('link')
    .click()
  await expect(page).toHaveURL(/dir=asc/)
  await expect(rows.nth(1)).toContainText((10 * (best.at(-1)?.score ?? 0)).toFixed(2))
  // Toronto is in the catalogue, and nobody is tested there.
  await page.goto('/leaderboard?region=TOR')
  await expect(main.getByText('Nobody was tested in Toronto')).toBeVisible()
  await network.serviceFault('metrics', 'error')
  await expect(async () => {
    await page.goto('/leaderboard?region=LON')
    await expect(main.getByText('Scores are unavailable')).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await expect(main.getByText(/HTTP 503/).first()).toBeVisible()
})

test('the section is one entry of the navigation, with its pages as tabs down to 320 px', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/')
  const entry = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Network' })
  await entry.click()
  for (const [name, path] of [
    ['Gateways', '/gateways'],
    ['Transactions', '/transactions'],
    ['Protocol', '/protocol'],
    ['Performance', '/leaderboard'],
  ] as const) {
    await page.getByRole('navigation', { name: 'Network' }).getByRole('link', { name }).click()
    await expect(page).toHaveURL(path)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(entry).toHaveAttribute('aria-current', path === '/leaderboard' ? 'page' : 'true')
    await expectNoSidewaysScroll(page, name)
  }
})
