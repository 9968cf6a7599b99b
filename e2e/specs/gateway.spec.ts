import { parseEther } from 'viem'
import { expect, test } from '@/e2e/fixtures/test'
import { expectAccessible, expectNoSidewaysScroll, expectReadable } from '@/e2e/pages/accessibility'
import { actThrice, operationsOf, workbench } from '@/e2e/pages/operating'
import { accountPath } from '@/e2e/pages/staking'
import { connect } from '@/e2e/pages/wallet'

test.use({ walletAccount: 8 })

/** Account 8 has ETH and nothing else: a gateway from its first deposit to its withdrawal. */
test('a new gateway funds, unlocks, changes its mind, and withdraws when the wait is over', async ({
  page,
  wallet,
  network,
}) => {
  test.setTimeout(120_000)
  const chain = operationsOf(network)
  const own = wallet.address
  const state = () => chain.funds(own)
  const act = {
    page,
    wallet,
    state,
    spoil: () => network.pause(true),
    mend: () => network.pause(false),
    because: /The protocol is paused\./,
  }
  await page.goto(accountPath(own, 'broadcasting'))
  await expect(page.getByRole('heading', { name: 'Not a gateway' })).toBeVisible()
  await connect(page, own)
  const bench = workbench(page)
  const button = (name: string) => bench.getByRole('button', { name, exact: true })
  const field = (name: string) => bench.getByRole('textbox', { name })
  await expect(button('Review unlock')).toHaveAttribute('aria-disabled', 'true')
  await expect(bench.getByText('There is no deposit and no reserve.').first()).toBeVisible()

  const fund = button('Review funding')
  await field('Add to the deposit').fill('999999')
  await expect(bench.getByText(/That is more than your wallet holds/)).toBeVisible()
  await field('Add to the deposit').fill('0.5')
  await actThrice({ ...act, button: fund, name: /^Add 0\.5 ETH to your deposit$/ })
  expect(await state()).toEqual({ deposit: parseEther('0.5'), reserve: 0n, withdrawRound: 0n })

  await field('Add to the reserve').fill('2')
  await expect(bench.getByText('One orchestrator can claim, a round')).toBeVisible()
  await actThrice({ ...act, button: fund, name: /^Add 2 ETH to your reserve$/ })
  await field('Add to the deposit').fill('0.25')
  await field('Add to the reserve').fill('1')
  await actThrice({
    ...act,
    button: fund,
    name: /^Add 0\.25 ETH to your deposit and 1 ETH to your reserve$/,
  })
  expect(await state()).toEqual({
    deposit: parseEther('0.75'),
    reserve: parseEther('3'),
    withdrawRound: 0n,
  })

  await actThrice({ ...act, button: button('Review unlock'), name: /^Unlock deposit and reserve$/ })
  const opens = (await network.round()) + 2n
  expect((await state()).withdrawRound).toBe(opens)
  await expect(bench.getByText(`Unlocking until round ${opens.toLocaleString('en-US')}`)).toBeVisible()
  await expect(bench.getByText(/Tickets can still be redeemed against deposit and reserve/)).toBeVisible()
  await expect(button('Review withdrawal')).toHaveAttribute('aria-disabled', 'true')
  await actThrice({
    ...act,
    button: button('Review cancelling the unlock'),
    name: /^Cancel the unlock$/,
  })
  expect((await state()).withdrawRound).toBe(0n)

  await network.act(own, 'TicketBroker', 'unlock')
  await network.advanceRounds(2)
  await network.siteFollows()
  await page.reload()
  await expect(bench.getByText('Unlocked', { exact: true })).toBeVisible()
  const before = await chain.eth(own)
  await actThrice({
    ...act,
    button: button('Review withdrawal'),
    name: /^Withdraw deposit and reserve$/,
  })
  expect(await state()).toMatchObject({ deposit: 0n, reserve: 0n })
  // Less the network fee of one transaction.
  expect((await chain.eth(own)) - before).toBeGreaterThan(parseEther('3.74'))
  await expect(bench.getByText('Nothing deposited')).toBeVisible()
})

test.describe('the demo gateway', () => {
  test.use({ walletAccount: 2 })

  test('its forms pass axe in both themes, on a phone and wide', async ({ page, wallet }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(accountPath(wallet.address, 'broadcasting'))
    await connect(page, wallet.address)
    await workbench(page).getByRole('textbox', { name: 'Add to the reserve' }).fill('1')
    await expect(workbench(page).getByText('One orchestrator can claim, a round')).toBeVisible()
    await expectAccessible(page, 'light, phone')
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectReadable(page, 'dark, phone')
    await page.setViewportSize({ width: 1440, height: 900 })
    await expectAccessible(page, 'dark, wide')
    await page.emulateMedia({ colorScheme: 'light' })
    await expectReadable(page, 'light, wide')
    await page.setViewportSize({ width: 320, height: 800 })
    await expectNoSidewaysScroll(page, 'a gateway at 320')
  })
})
