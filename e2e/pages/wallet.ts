import { expect, type Page } from '@playwright/test'

/** Opens the choice of wallets by the button in the top bar and chooses one. */
export async function chooseWallet(page: Page, name: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Connect', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const wallet = dialog.getByRole('button', { name })
  await expect(wallet).toBeVisible()
  // The dialog slides in: pressed on its way, a busy machine lets go of the button beside it.
  await dialog.evaluate((element) =>
    Promise.all(
      element.ownerDocument
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .map(({ finished }) => finished.catch(() => null)),
    ),
  )
  await wallet.click()
}

/** Connects the test wallet and waits until the page shows its account. */
export async function connect(page: Page, address: string): Promise<void> {
  await chooseWallet(page, 'Test Wallet')
  await expectConnected(page, address)
}

export async function expectConnected(page: Page, address: string): Promise<void> {
  await expect(page.getByRole('button', { name: `Connected account ${address}` })).toBeVisible()
}
