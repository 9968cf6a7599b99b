import type { Page } from '@playwright/test'
import { parseEther } from 'viem'
import { expect, test } from '@/e2e/fixtures/test'
import { expectAccessible } from '@/e2e/pages/accessibility'
import {
  accountPath,
  amountOf,
  delegatePanel,
  expectIndexed,
  positionStrip,
  review,
} from '@/e2e/pages/staking'
import { chooseWallet, connect, expectConnected } from '@/e2e/pages/wallet'

/** Addresses of the scripts that the page loads and whose text has the pattern. */
function scriptsWith(page: Page, pattern: RegExp): () => Promise<string[]> {
  const loading: Promise<string | null>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return
    loading.push(response.text().then((text) => (pattern.test(text) ? response.url() : null)))
  })
  return async () => (await Promise.all(loading)).filter((url) => url !== null)
}

test('no wallet code is loaded before a click on Connect', async ({ page, wallet }) => {
  const walletScripts = scriptsWith(page, /rainbowkit|WagmiProvider|eip6963:requestProvider/i)
  for (const path of ['/', '/orchestrators']) {
    await page.goto(path)
    await expect(page.getByRole('banner').getByRole('button', { name: 'Connect' })).toBeVisible()
    await page.mouse.wheel(0, 2_000)
    await page.waitForFunction(() => document.readyState === 'complete')
  }
  expect(await walletScripts()).toEqual([])
  expect(wallet.requests).toEqual([])
  await connect(page, wallet.address)
  expect((await walletScripts()).length).toBeGreaterThan(0)
})

test('a refused connection leaves the visitor as before and can be asked again', async ({ page, wallet }) => {
  wallet.refuseNext('wallet_requestPermissions')
  const answer = wallet.hold('wallet_requestPermissions')
  await page.goto('/')
  await chooseWallet(page, 'Test Wallet')
  await expect.poll(() => wallet.prompts).toBe(1)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Confirm connection in the extension')).toBeVisible()
  await answer()
  await expect(dialog.getByRole('button', { name: /retry/i })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Connected account/ })).toBeHidden()
  await dialog.getByRole('button', { name: /retry/i }).click()
  await expectConnected(page, wallet.address)
})

test('after a reload the wallet is connected again without being asked', async ({ page, wallet }) => {
  await page.goto('/')
  await connect(page, wallet.address)
  const asked = wallet.prompts
  await page.reload()
  await expectConnected(page, wallet.address)
  expect(wallet.prompts).toBe(asked)
  await wallet.switchAccount(6)
  await expectConnected(page, wallet.address)
  await expect(positionStrip(page)).toContainText('3,330.00 LPT')
})

test('after disconnecting nothing of the account is shown or kept', async ({ page, wallet }) => {
  await page.goto('/')
  await connect(page, wallet.address)
  await page.getByRole('button', { name: `Connected account ${wallet.address}` }).click()
  const disconnect = page.getByRole('dialog').getByRole('button', { name: 'Disconnect' })
  await expect(disconnect).toBeVisible()
  await expectAccessible(page, 'account of the wallet')
  await disconnect.click()
  await expect(page.getByRole('banner').getByRole('button', { name: 'Connect' })).toBeVisible()
  await expect(positionStrip(page)).toBeHidden()
  await page.reload()
  await expect(page.getByRole('banner').getByRole('button', { name: 'Connect' })).toBeVisible()
})

test('a newcomer without a wallet gets play money, delegates with the demo wallet and sees the stake earn', async ({
  page,
  network,
  earner,
}) => {
  await page.goto(accountPath(earner, 'orchestrating'))
  await chooseWallet(page, 'Demo wallet')
  const asks = page.getByRole('dialog', { name: /^Demo wallet asks/ })
  await expect(asks).toBeVisible()
  await asks.getByRole('combobox', { name: 'Account' }).selectOption({ index: 8 })
  await asks.getByRole('button').last().click()
  const demo = network.deployment.accounts[8]?.address
  if (!demo) throw new Error('the deployment has no ninth account')
  await expect(page.getByRole('button', { name: /^Connected account/ })).toBeVisible()

  await page.getByRole('button', { name: 'Local network' }).click()
  const local = page.getByRole('region', { name: 'Local network' })
  await local.getByRole('button', { name: 'Get 10 ETH and 1,000 LPT' }).click()
  await expect(local.getByRole('status')).toContainText('Sent ETH and LPT')
  await expect.poll(() => network.lpt(demo)).toBe(parseEther('1000'))
  await local.getByRole('button', { name: 'Close' }).click()

  const panel = delegatePanel(page)
  await expect(panel.getByText('Wallet: 1,000 LPT')).toBeVisible()
  await amountOf(panel).fill('600')
  await panel.getByRole('button', { name: 'Review delegation' }).click()
  const sheet = page.getByRole('dialog', { name: /Delegate 600 LPT|Done/ })
  await sheet.getByRole('button', { name: 'Approve 600 LPT, then delegate' }).click()
  await asks.getByRole('button', { name: 'Refuse' }).click()
  await expect(sheet.getByText('You declined in your wallet.').first()).toBeVisible()
  await sheet.getByRole('button', { name: 'Ask the wallet again' }).click()
  for (let step = 0; step < 2; step++) {
    await asks.getByRole('button').last().click()
  }
  await expectIndexed(sheet)
  expect((await network.delegator(demo)).bondedAmount).toBe(parseEther('600'))
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(review(page)).toBeHidden()

  await page.getByRole('button', { name: 'Local network' }).click()
  await local.getByRole('button', { name: 'Keeper on' }).click()
  await expect(local.getByRole('button', { name: 'Keeper off' })).toBeVisible()
  const round = await network.round()
  for (const passed of [1n, 2n]) {
    await local.getByRole('button', { name: 'Next round' }).click()
    await expect.poll(() => network.round()).toBe(round + passed)
    await expect(local.getByRole('status')).toContainText('The next round has begun.')
  }
  const stake = await network.pendingStake(demo)
  expect(stake).toBeGreaterThan(parseEther('600'))
  const shown = (Number(stake / 10n ** 16n) / 100).toFixed(2)
  await expect(positionStrip(page)).toContainText(`${shown} LPT`)
  await expect(positionStrip(page)).toContainText('Earning')
})

for (const width of [320, 390, 1440])
  test(`the button of the local network covers nothing at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.goto('/')
    const button = page.getByRole('button', { name: 'Local network' })
    await expect(button).toBeVisible()
    const [box, banner] = await Promise.all([button.boundingBox(), page.getByRole('banner').boundingBox()])
    if (!box || !banner) throw new Error('nothing is drawn')
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(width)
    expect(box.y + box.height).toBeLessThanOrEqual(banner.y)
    await page.mouse.wheel(0, 5_000)
    await expect(button).not.toBeInViewport()
  })
