import { startServer } from '@/e2e/fixtures/server'
import { expect, test } from '@/e2e/fixtures/test'

const account = '0x15d34aaf54267db7d7c367839aaf71a00a2c6a65'
const paths = ['/', '/orchestrators', `/accounts/${account}/delegating`, `/accounts/${account}/orchestrating`]

let site: Awaited<ReturnType<typeof startServer>> | undefined
test.beforeAll(async () => {
  site = await startServer({ NETWORK: 'arbitrum-one' })
})
test.afterAll(async () => {
  await site?.stop()
})

test('on Arbitrum One with no endpoint in reach every page answers and says what is unreachable', async ({
  page,
}) => {
  for (const path of paths)
    await test.step(path, async () => {
      const begun = Date.now()
      const response = await page.goto(`${site?.url}${path}`)
      expect(response?.status()).toBe(200)
      expect(Date.now() - begun, 'milliseconds').toBeLessThan(15_000)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(
        page
          .getByRole('main')
          .getByText(/is not known now|is late/)
          .first(),
      ).toBeVisible()
      await expect(page.getByRole('contentinfo').getByText('Arbitrum One').first()).toBeVisible()
      await expect(page.getByRole('main').getByText(/^0(\.0+)?\s*(LPT|ETH|%)?$/)).toHaveCount(0)
    })
  expect((await page.request.get(`${site?.url}/accounts/0x123/delegating`)).status()).toBe(404)
})

test('the demo wallet and the local panel are not in what the browser loads', async ({ page, wallet }) => {
  const bodies: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.text())
  })
  await page.goto(`${site?.url}/`)
  await page.getByRole('banner').getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' })).toBeVisible()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Demo wallet' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Local network' })).toBeHidden()
  const loaded = (await Promise.all(bodies)).join('\n')
  expect(loaded).toContain('eip6963:requestProvider')
  for (const local of ['Demo wallet', 'test test test test', 'Play money', 'Let it go overdue'])
    expect(loaded, local).not.toContain(local)
  expect(wallet.prompts).toBe(0)
  for (const method of ['GET', 'POST'])
    expect((await page.request.fetch(`${site?.url}/api/local/control`, { method })).status()).toBe(404)
})
