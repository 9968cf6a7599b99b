import { withFreshSite } from '@/e2e/fixtures/fresh-site'
import { expect, test } from '@/e2e/fixtures/test'
import { expectAccessible, expectNoSidewaysScroll } from '@/e2e/pages/accessibility'
import { accountPath } from '@/e2e/pages/staking'

/** Names of the local network (devnet/services/names-book.ts). */
const parent = 'local-network.eth'

test('a name leads to its account, whose page shows it with picture and texts', async ({ page }) => {
  await page.goto(`/accounts/Demo-Orchestrator.${parent}`)
  await expect(page).toHaveURL(/\/accounts\/0x[0-9a-f]{40}\/delegating$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`demo-orchestrator.${parent}`)
  await expect(page.getByText('It stands for nobody.', { exact: false })).toBeVisible()
  const picture = page.locator('img[src^="/api/avatar/"]')
  await expect(picture).toBeVisible()
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await page.goto(`/accounts/demo-orchestrator.${parent}/orchestrating`)
  await expect(page).toHaveURL(/\/orchestrating$/)
  await expectAccessible(page, 'an account with a name')
})

test('a name that nobody has is no page, whichever part of the server asked for names first', async ({
  page,
  network,
}) => {
  await withFreshSite({ network, page }, async (site) => {
    const status = async (path: string) => (await page.request.get(`${site}${path}`)).status()
    // A page that reads names, then a path that proxy.ts looks up.
    expect(await status('/orchestrators')).toBe(200)
    // 503 while the source of names does not answer in time: not known is not nobody.
    for (const path of [`/accounts/nobody.${parent}/delegating`, `/accounts/nobody.${parent}`])
      await expect.poll(() => status(path)).toBe(404)
    expect(await status('/accounts/no%20name/delegating')).toBe(404)
  })
})

test('the list shows names, finds them, and holds long ones in their place', async ({ page }) => {
  await page.goto('/orchestrators')
  const named = page.getByRole('row').getByRole('link', { name: new RegExp(`^\\S+\\.${parent}$`) })
  expect(await named.count()).toBeGreaterThan(2)
  // Claims that do not hold, look-alikes and other spellings are not shown.
  await expect(page.getByRole('main')).not.toContainText(/dem\u043e-orchestrator|Demo-Orchestrator/)
  const first = (await named.first().textContent())?.trim() ?? ''
  await page.goto(`/orchestrators?q=${first}`)
  await expect(named).toHaveCount(1)
  await page.goto('/orchestrators')
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 800 })
    await expectNoSidewaysScroll(page, `names at ${width}`)
  }
})

test('without the source of names accounts are shown by address, and names say so', async ({
  page,
  network,
}) => {
  await network.serviceFault('names', 'error')
  const answer = await page.request.get(`/accounts/late.${parent}/delegating`)
  expect(answer.status()).toBe(503)
  expect(await answer.text()).toContain('could not be looked up')
  await page.goto(accountPath('0x00000000000000000000000000000000000000bb', 'delegating'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^0x/)
})
