import { expect, test } from '@/e2e/fixtures/test'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the overview shows its figures', async ({ page, network }) => {
    await page.goto('/')
    await expect(page.getByText(String(await network.round())).first()).toBeVisible()
    for (const label of [/total supply/i, /participation/i, /inflation/i])
      await expect(page.getByText(label).first()).toBeVisible()
    const [first] = await network.pool(1)
    await expect(page.locator(`a[href*="${first?.toLowerCase()}"]`).first()).toBeVisible()
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

  test('an account shows its stake', async ({ page, network }) => {
    const [member] = await network.pool(1)
    if (!member) throw new Error('the pool is empty')
    await page.goto(`/accounts/${member.toLowerCase()}/delegating`)
    const whole = (await network.pendingStake(member)) / 10n ** 18n
    await expect(page.getByText(whole.toLocaleString('en-US'), { exact: false }).first()).toBeVisible()
    await page.goto(`/accounts/${member.toLowerCase()}/orchestrating`)
    await expect(page.getByText(/reward cut/i).first()).toBeVisible()
  })
})

for (const path of [
  '/no-such-page',
  '/accounts/0x123/delegating',
  '/accounts/not-an-address/orchestrating',
  '/accounts/0x00000000000000000000000000000000000000zz/delegating',
])
  test(`${path} answers 404`, async ({ request }) => {
    const response = await request.get(path)
    expect(response.status()).toBe(404)
    expect(await response.text()).not.toContain('at Object.')
  })
