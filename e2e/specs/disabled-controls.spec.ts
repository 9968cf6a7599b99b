import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures/test'
import { disabledControls } from '@/e2e/pages/disabled-controls'
import { resolved, sitePaths } from '@/e2e/pages/site-paths'
import { accountPath, positionStrip } from '@/e2e/pages/staking'
import { connect } from '@/e2e/pages/wallet'

/*
 * A control that cannot be used says why, to sight and to a screen reader.
 */

/** What Chromium says of the two pages that do not exist. */
const unknownPage = /status of 404/

/** Nothing that is drawn now is disabled without a reason; what comes later is waited for by the caller. */
async function expectReasons(page: Page, what: string): Promise<number> {
  await page.mouse.wheel(0, 20_000)
  await expect.poll(async () => (await disabledControls(page)).unexplained, { message: what }).toEqual([])
  return (await disabledControls(page)).explained
}

test.use({ walletAccount: 6 })

test('without a wallet every disabled control names its reason', async ({ page, network, expectConsole }) => {
  expectConsole(unknownPage)
  const pathOf = await resolved(network)
  let explained = 0
  for (const site of sitePaths)
    await test.step(site.name, async () => {
      await page.goto(pathOf(site))
      await expect(page.getByRole('banner').getByRole('button', { name: 'Connect' })).toBeVisible()
      explained += await expectReasons(page, site.name)
    })
  expect(explained, 'a test that finds nothing proves nothing').toBeGreaterThan(1)
})

test('with the demo delegator connected every disabled control names its reason', async ({
  page,
  wallet,
  network,
  expectConsole,
}) => {
  expectConsole(unknownPage)
  const pathOf = await resolved(network)
  await page.goto(accountPath(wallet.address, 'delegating'))
  await connect(page, wallet.address)
  let explained = 0
  for (const site of sitePaths)
    await test.step(site.name, async () => {
      await page.goto(pathOf(site))
      await expect(positionStrip(page)).toContainText('LPT')
      explained += await expectReasons(page, site.name)
    })
  expect(explained, 'a test that finds nothing proves nothing').toBeGreaterThan(3)
})
