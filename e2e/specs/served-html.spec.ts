import { startServer } from '@/e2e/fixtures/server'
import { expect, test } from '@/e2e/fixtures/test'
import { accountPath } from '@/e2e/pages/staking'

const whole = (wei: bigint) => (wei / 10n ** 18n).toLocaleString('en-US')

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the overview shows its figures', async ({ page, network }) => {
    await page.goto('/')
    const main = page.getByRole('main')
    await expect(main.getByText((await network.round()).toLocaleString('en-US')).first()).toBeVisible()
    await expect(main.getByText(whole(await network.totalBonded())).first()).toBeVisible()
    for (const label of ['Participation', 'Supply', 'Inflation per round', 'Active orchestrators'])
      await expect(main.getByText(label, { exact: true }).first()).toBeVisible()
    const [first] = await network.pool(1)
    await expect(main.locator(`a[href*="${first?.toLowerCase()}"]`).first()).toBeVisible()
  })

  test('the list links to every active orchestrator', async ({ page, network }) => {
    await page.goto('/orchestrators')
    const members = await network.pool(1_000)
    expect(members.length).toBeGreaterThanOrEqual(50)
    const links = await page
      .locator('a[href*="/accounts/0x"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')?.toLowerCase() ?? ''))
    for (const member of members)
      expect(
        links.some((href) => href.includes(member.toLowerCase())),
        member,
      ).toBe(true)
  })

  test('the list is sorted and filtered by links and a form', async ({ page }) => {
    await page.goto('/orchestrators')
    await page
      .getByRole('columnheader', { name: /Reward cut/ })
      .getByRole('link')
      .click()
    await expect(page).toHaveURL(/sort=reward-cut/)
    await expect(page.getByRole('columnheader', { name: /Reward cut/ })).toHaveAttribute('aria-sort', /.+/)
    const rows = page.getByRole('row')
    const all = await rows.count()
    await page.getByRole('search').getByRole('searchbox').fill('0xd24')
    await page.getByRole('search').getByRole('searchbox').press('Enter')
    await expect(page).toHaveURL(/0xd24/)
    expect(await rows.count()).toBeLessThan(all)
  })

  test('an account shows its stake', async ({ page, network, orchestrators: [orchestrator] }) => {
    await page.goto(accountPath(orchestrator, 'delegating'))
    const main = page.getByRole('main')
    await expect(main.getByText(whole(await network.pendingStake(orchestrator))).first()).toBeVisible()
    await page.goto(accountPath(orchestrator, 'orchestrating'))
    await expect(main.getByText(whole(await network.delegatedStake(orchestrator))).first()).toBeVisible()
    await expect(main.getByText('Reward cut').first()).toBeVisible()
  })
})

test('a server that has just started shows the figures in its first answers', async ({
  request,
  network,
}) => {
  const [orchestrator] = await network.pool(1)
  if (!orchestrator) throw new Error('the pool is empty')
  const bonded = whole(await network.totalBonded())
  const stake = whole(await network.delegatedStake(orchestrator))
  const first: [path: string, figure: string][] = [
    ['/', bonded],
    ['/orchestrators', orchestrator],
    [accountPath(orchestrator, 'orchestrating'), stake],
  ]
  const services = process.env.E2E_SERVICES_URL ?? ''
  const server = await startServer({
    NETWORK: 'local',
    DEVNET_RPC_PORT: new URL(network.rpcUrl).port,
    DEVNET_SERVICES_PORT: new URL(services).port,
  })
  try {
    for (const [path, figure] of first) {
      const response = await request.get(`${server.url}${path}`)
      expect(response.status()).toBe(200)
      expect((await response.text()).toLowerCase(), path).toContain(figure.toLowerCase())
    }
  } finally {
    await server.stop()
  }
})

for (const path of [
  '/no-such-page',
  '/accounts/0x123/delegating',
  '/accounts/not-an-address/orchestrating',
  '/accounts/0x00000000000000000000000000000000000000zz/delegating',
  '/accounts/0x15d34aaf54267db7d7c367839aaf71a00a2c6a65/nothing',
])
  test(`${path} answers 404`, async ({ request }) => {
    const response = await request.get(path)
    expect(response.status()).toBe(404)
    const html = await response.text()
    expect(html).not.toContain('at Object.')
    expect(html).toMatch(/<h1/)
  })

test('scripts of a page run once, when it is parsed', async ({ page }) => {
  await page.goto('/gateways')
  await expect(page.getByRole('button', { name: 'Connect', exact: true })).toBeVisible()
  const files = await page.evaluate(() => [...document.scripts].map(({ src }) => src).filter(Boolean))
  expect(files.length).toBeGreaterThan(4)
  expect(new Set(files).size).toBe(files.length)
  await expect(page.locator('script[defer]')).toHaveCount(0)
})
