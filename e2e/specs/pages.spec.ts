import { expect, test } from '@/e2e/fixtures/test'
import { expectAccessible, expectNoSidewaysScroll, expectReadable } from '@/e2e/pages/accessibility'
import { resolved, sitePaths } from '@/e2e/pages/site-paths'
import { accountPath, lockRow, reviewDelegation, unbondPanel } from '@/e2e/pages/staking'
import { chooseWallet } from '@/e2e/pages/wallet'

const themes = ['light', 'dark'] as const
const phone = { width: 390, height: 844 }
const desktop = { width: 1440, height: 900 }
/** Chromium reports the page's own 404 as a failed resource. */
const notFound = /status of 404/

for (const site of sitePaths)
  test(`${site.name} passes axe in both themes, on a phone and on a desktop`, async ({
    page,
    network,
    expectConsole,
  }) => {
    expectConsole(notFound)
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize(phone)
    await page.goto((await resolved(network))(site))
    await expectAccessible(page, 'light, phone')
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectReadable(page, 'dark, phone')
    await page.setViewportSize(desktop)
    await expectAccessible(page, 'dark, desktop')
    await page.emulateMedia({ colorScheme: 'light' })
    await expectReadable(page, 'light, desktop')
  })

test('no page scrolls sideways from 320 to 1440 pixels, nor at 200 % zoom', async ({
  page,
  network,
  expectConsole,
}) => {
  expectConsole(notFound)
  const pathOf = await resolved(network)
  for (const site of sitePaths)
    await test.step(site.name, async () => {
      await page.goto(pathOf(site))
      // Zoom of 200 % on a window of 1280 pixels leaves 640.
      for (const width of [1440, 1024, 768, 640, 390, 320]) {
        await page.setViewportSize({ width, height: 800 })
        await expectNoSidewaysScroll(page, `${site.name} at ${width}`)
      }
    })
})

test.describe('with a wallet', () => {
  test.use({ walletAccount: 6 })

  for (const theme of themes)
    test(`forms, choices and sheets pass axe and fit in the ${theme} theme`, async ({
      page,
      wallet,
      orchestrators: [orchestrator],
    }) => {
      await page.emulateMedia({ colorScheme: theme })
      await page.setViewportSize(phone)
      await page.goto(accountPath(wallet.address, 'delegating'))
      await page.getByRole('banner').getByRole('button', { name: 'Connect', exact: true }).click()
      await expect(page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' })).toBeVisible()
      await expectAccessible(page, 'choice of wallets')
      await page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' }).click()
      await expect(unbondPanel(page)).toBeVisible()
      for (const width of [1280, 1024, 768, 320, phone.width]) {
        await page.setViewportSize({ ...phone, width })
        await expectNoSidewaysScroll(page, `connected, at ${width}`)
      }
      await unbondPanel(page).getByRole('textbox').fill('1e5')
      await page.getByRole('button', { name: 'Local network' }).click()
      const local = page.getByRole('region', { name: 'Local network' })
      await expect(local.getByRole('button', { name: 'Next round' })).toBeVisible()
      await expectAccessible(page, 'account of the wallet, local panel open')
      await local.getByRole('button', { name: 'Close' }).click()

      await lockRow(page, 3).getByRole('button', { name: 'Rebond' }).click()
      const sheet = page.getByRole('dialog')
      await expect(sheet.getByRole('button', { name: /^Rebond 450 LPT/ })).toBeEnabled()
      await sheet.getByText('The call in detail').click()
      await expectAccessible(page, 'review of a rebond')
      await expectNoSidewaysScroll(page, 'review of a rebond')
      await page.keyboard.press('Escape')

      await page.setViewportSize(desktop)
      await page.goto(accountPath(orchestrator, 'orchestrating'))
      await page.getByRole('radio', { name: /^Move my whole stake/ }).check()
      await reviewDelegation(page, '1')
      await expect(sheet.getByRole('button', { name: /^Approve 1 LPT/ })).toBeEnabled()
      await sheet.getByText('The 2 calls in detail').click()
      await expectAccessible(page, 'review of a move with approval')
      wallet.refuseNext('eth_sendTransaction')
      await sheet.getByRole('button', { name: /^Approve 1 LPT/ }).click()
      await expect(sheet.getByRole('button', { name: 'Ask the wallet again' })).toBeVisible()
      await expectAccessible(page, 'a refused step')
    })

  test('the demo wallet’s dialog passes axe', async ({ page }) => {
    await page.goto('/')
    await chooseWallet(page, 'Demo wallet')
    await expect(page.getByRole('dialog', { name: /^Demo wallet asks/ })).toBeVisible()
    await expectAccessible(page, 'demo wallet')
  })
})

test('a chosen theme is there before the first paint, on every page', async ({ page }) => {
  await page.addInitScript(() => {
    const seen: (string | undefined)[] = []
    Object.assign(window, { themeAtBody: seen })
    new MutationObserver((_changes, observer) => {
      if (!document.body) return
      seen.push(document.documentElement.dataset.theme)
      observer.disconnect()
    }).observe(document, { childList: true, subtree: true })
  })
  const atBody = () => page.evaluate(() => (window as unknown as { themeAtBody: string[] }).themeAtBody[0])
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  const light = await ground()
  await page.getByRole('button', { name: 'Switch to dark theme' }).click()
  await expect.poll(ground).not.toBe(light)
  const dark = await ground()
  await page.goto('/orchestrators')
  expect(await atBody()).toBe('dark')
  expect(await ground()).toBe(dark)
  await page.getByRole('radio', { name: 'System' }).check({ force: true })
  await expect.poll(ground).toBe(light)
  await page.reload()
  expect(await atBody()).toBeUndefined()
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(ground).toBe(dark)
})

test('nothing on a page moves while it loads', async ({ page, network }) => {
  const pathOf = await resolved(network)
  for (const site of sitePaths.filter(({ name }) => !name.startsWith('an unknown'))) {
    await page.goto(pathOf(site))
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value
          }).observe({ type: 'layout-shift', buffered: true })
          requestIdleCallback(() => requestAnimationFrame(() => resolve(sum)))
        }),
    )
    expect(shift, site.name).toBeLessThan(0.02)
  }
})
