import type { Locator, Page } from '@playwright/test'
import { parseEther } from 'viem'
import type { Network } from '@/e2e/fixtures/network'
import { expect, test } from '@/e2e/fixtures/test'
import type { TestWallet } from '@/e2e/fixtures/test-wallet'
import { expectAccessible, expectNoSidewaysScroll, expectReadable } from '@/e2e/pages/accessibility'
import {
  accountPath,
  expectIndexed,
  lockRow,
  positionStrip,
  review,
  stage,
  unbondPanel,
  unfold,
} from '@/e2e/pages/staking'
import { stakingChain } from '@/e2e/pages/staking-chain'
import { connect, expectConnected } from '@/e2e/pages/wallet'

const allLocks = (page: Page) => page.getByRole('region', { name: 'All locks' })

interface Run {
  page: Page
  wallet: TestWallet
  network: Network
}

/**
 * The three ends of an action, in one review: the chain would refuse it (`spoil`), and the wallet is not asked; once that is over
 * the person declines in the wallet; asked again, it goes through.
 */
async function throughAllEnds(
  { page, wallet }: Run,
  action: RegExp,
  ends: { spoil(): Promise<void>; says: RegExp; mend(): Promise<void>; unchanged(): Promise<void> },
): Promise<Locator> {
  const sheet = review(page)
  const act = sheet.getByRole('button', { name: action })
  await expect(act).not.toHaveAttribute('aria-disabled', 'true')
  await ends.spoil()
  await act.click()
  await expect(stage(sheet).getByText(ends.says)).toBeVisible()
  expect(wallet.sends).toBe(0)
  await ends.mend()
  wallet.refuseNext('eth_sendTransaction')
  await sheet.getByRole('button', { name: 'Try again' }).click()
  await expect(stage(sheet).getByText(/You declined in your wallet\./)).toBeVisible()
  expect(wallet.sends).toBe(1)
  await ends.unchanged()
  await sheet.getByRole('button', { name: 'Ask the wallet again' }).click()
  await expectIndexed(sheet)
  return sheet
}

const paused = (network: Network) => ({
  spoil: () => network.pause(true),
  says: /The protocol is paused/,
  mend: () => network.pause(false),
})

test.describe('the demo delegator', () => {
  test.use({ walletAccount: 6 })

  test('withdraws all that is ready: what one tab leaves open, another takes up', async ({
    page,
    context,
    wallet,
    network,
  }) => {
    await network.advanceRounds(7)
    await network.siteFollows()
    const [first, second] = [await network.lock(wallet.address, 1n), await network.lock(wallet.address, 3n)]
    const before = await network.lpt(wallet.address)
    await page.goto(accountPath(wallet.address, 'delegating'))
    await connect(page, wallet.address)
    await expect(positionStrip(page).getByRole('button', { name: 'Withdraw 750 LPT' })).toBeVisible()
    await allLocks(page).getByRole('button', { name: 'Withdraw all ready' }).click()
    const sheet = review(page)
    await expect(sheet.getByRole('list', { name: 'Steps' }).getByRole('listitem')).toHaveCount(2)
    const act = sheet.getByRole('button', { name: 'Withdraw 750 LPT from 2 locks' })
    await expect(act).not.toHaveAttribute('aria-disabled', 'true')
    await network.pause(true)
    await act.click()
    await expect(stage(sheet).getByText(/The protocol is paused/)).toBeVisible()
    expect(wallet.sends).toBe(0)
    await network.pause(false)

    wallet.refuseNext('eth_sendTransaction', 1)
    await sheet.getByRole('button', { name: 'Try again' }).click()
    await expect(stage(sheet).getByText('Step 2 of 2: You declined in your wallet.')).toBeVisible()
    expect(await network.lpt(wallet.address)).toBe(before + first.amount)
    expect((await network.lock(wallet.address, 3n)).amount).toBe(second.amount)

    const other = await context.newPage()
    await other.goto('/')
    await expectConnected(other, wallet.address)
    await other
      .getByRole('region', { name: 'Unfinished actions' })
      .getByRole('button', { name: 'Go on' })
      .click()
    await review(other).getByRole('button', { name: 'Withdraw 450 LPT of lock 3 to your wallet' }).click()
    await expectIndexed(review(other))
    await expect(review(other).getByText('You withdrew 750 LPT from 2 locks to your wallet.')).toBeVisible()
    expect(wallet.sends).toBe(3)
    expect(await network.lpt(wallet.address)).toBe(before + first.amount + second.amount)
    expect((await network.lock(wallet.address, 3n)).amount).toBe(0n)
    await sheet.getByRole('button', { name: 'Close', exact: true }).click()
    await expect(allLocks(page)).toBeHidden()
  })

  test('rebonds all locks, one transaction each', async ({ page, wallet, network }) => {
    const before = await network.delegator(wallet.address)
    await page.goto(accountPath(wallet.address, 'delegating'))
    await connect(page, wallet.address)
    await allLocks(page).getByRole('button', { name: 'Rebond all' }).click()
    await expect(review(page).getByText('This lock can be withdrawn now')).toBeVisible()
    const sheet = await throughAllEnds({ page, wallet, network }, /^Rebond 750 LPT from 2 locks$/, {
      ...paused(network),
      unchanged: async () => expect(await network.delegator(wallet.address)).toEqual(before),
    })
    await expect(sheet.getByText(/^You rebonded 750 LPT from 2 locks to/)).toBeVisible()
    expect(wallet.sends).toBe(3)
    const after = await network.delegator(wallet.address)
    expect(after.bondedAmount).toBe(before.bondedAmount + parseEther('750'))
    expect(after.delegate).toBe(before.delegate)
    for (const id of [1n, 3n]) expect((await network.lock(wallet.address, id)).amount).toBe(0n)
    await sheet.getByRole('button', { name: 'Done' }).click()
    await expect(lockRow(page, 1)).toBeHidden()
  })

  test('gives stake to another account, and is told where it goes', async ({
    page,
    wallet,
    network,
    orchestrators: [first, second],
  }) => {
    const receiver = network.deployment.accounts[4]?.address
    if (!receiver) throw new Error('the deployment has no fifth account')
    const before = await network.delegator(wallet.address)
    await page.goto(accountPath(wallet.address, 'delegating'))
    await connect(page, wallet.address)
    const form = await unfold(page, 'Give stake to another account')
    const account = form.getByRole('textbox', { name: 'Account that gets it' })
    await account.fill(wallet.address)
    await expect(form.getByText(/This is your own account/)).toBeVisible()
    await account.fill(`${receiver.slice(0, -1)}${receiver.endsWith('A') ? 'a' : 'A'}`)
    await expect(form.getByText(/checksum does not add up|Enter a whole address/)).toBeVisible()
    await account.fill(receiver)
    await expect(form.getByText(/It has no stake yet/)).toBeVisible()
    await form.getByRole('textbox', { name: 'Stake to give' }).fill('120.5')
    await form.getByRole('button', { name: 'Review transfer of stake' }).click()
    await expect(review(page).getByText(/^For the receiver it counts from round/)).toBeVisible()
    const sheet = await throughAllEnds({ page, wallet, network }, /^Give 120\.5 LPT of stake to/, {
      ...paused(network),
      unchanged: async () => expect(await network.delegator(wallet.address)).toEqual(before),
    })
    expect((await network.delegator(receiver)).bondedAmount).toBe(parseEther('120.5'))
    expect((await network.delegator(receiver)).delegate).toBe(before.delegate)
    expect((await network.delegator(wallet.address)).bondedAmount).toBe(
      before.bondedAmount - parseEther('120.5'),
    )
    await sheet.getByRole('button', { name: 'Done' }).click()

    const other = before.delegate === first ? second : first
    await network.bondAs(5, other, parseEther('3'))
    const bonded = network.deployment.accounts[5]?.address ?? ''
    await network.siteFollows()
    await account.fill(bonded)
    await form.getByRole('textbox', { name: 'Stake to give' }).fill('1')
    await expect(form.getByText(/It delegates to .*: the stake leaves/)).toBeVisible()
    await form.getByRole('button', { name: 'Review transfer of stake' }).click()
    await expect(sheet.getByText(/^The receiver delegates to/)).toBeVisible()
  })

  test('the page with everything unfolded passes axe in both themes and fits on a phone', async ({
    page,
    wallet,
  }) => {
    await page.goto(accountPath(wallet.address, 'delegating'))
    await connect(page, wallet.address)
    await expect(page.getByRole('region', { name: 'Next' })).toBeVisible()
    for (const title of ['Give stake to another account', 'Claim earnings', 'Allowance to stake'])
      await unfold(page, title)
    await expect(allLocks(page)).toBeVisible()
    await expectAccessible(page, 'workbench, light')
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectReadable(page, 'workbench, dark')
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 800 })
      await expectNoSidewaysScroll(page, `workbench at ${width}`)
    }
    await expectAccessible(page, 'workbench on a phone, dark')
  })
})

test('a stake that is not recorded for voting says so and is recorded', async ({
  page,
  wallet,
  network,
  orchestrators: [orchestrator],
}) => {
  const chain = stakingChain(network)
  await network.bondAs(4, orchestrator, parseEther('20'))
  await network.advanceRounds(1)
  await chain.forgetRecord(wallet.address)
  await network.siteFollows()
  await page.goto(accountPath(wallet.address, 'delegating'))
  await connect(page, wallet.address)
  const notice = page.getByRole('region', { name: 'Record for voting' })
  await expect(notice.getByText(/does not count in treasury votes yet/)).toBeVisible()
  await notice.getByRole('button', { name: 'Record my stake for voting' }).click()
  const sheet = await throughAllEnds({ page, wallet, network }, /^Record the stake of .* for voting$/, {
    spoil: () => chain.recordAs(5, wallet.address),
    says: /is recorded for voting already/,
    mend: async () => {
      await chain.forgetRecord(wallet.address)
    },
    unchanged: async () => expect(await chain.hasCheckpoint(wallet.address)).toBe(false),
  })
  expect(await chain.hasCheckpoint(wallet.address)).toBe(true)
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(notice).toBeHidden()
})

test('an allowance is seen and taken back', async ({ page, wallet, network }) => {
  await network.approveAs(4, parseEther('1000'))
  await network.siteFollows()
  await page.goto(accountPath(wallet.address, 'delegating'))
  await connect(page, wallet.address)
  const form = await unfold(page, 'Allowance to stake')
  await expect(form.getByText('1,000 LPT')).toBeVisible()
  await form.getByRole('button', { name: 'Review taking it back' }).click()
  const sheet = await throughAllEnds({ page, wallet, network }, /^Take back the approval/, {
    spoil: () => network.approveAs(4, 0n),
    says: /Nothing is approved/,
    mend: () => network.approveAs(4, parseEther('1000')),
    unchanged: async () => expect(await network.allowance(wallet.address)).toBe(parseEther('1000')),
  })
  expect(await network.allowance(wallet.address)).toBe(0n)
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(form.getByText(/Nothing is approved/)).toBeVisible()
})

test('an overdue round is started from the overview and beside what it blocks', async ({
  page,
  wallet,
  network,
  orchestrators: [orchestrator],
}) => {
  const chain = stakingChain(network)
  await network.bondAs(4, orchestrator, parseEther('20'))
  await network.advanceRounds(2, true)
  await network.siteFollows()
  await page.goto('/')
  const panel = page.getByRole('region', { name: 'Round', exact: true })
  await expect(panel.getByText(/refused by the contracts/)).toBeVisible()
  await panel.getByRole('button', { name: 'Connect wallet to start the round' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' }).click()
  await panel.getByRole('button', { name: 'Start the round' }).click()
  await expect(review(page).getByRole('button', { name: 'Start the round' })).not.toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await expectAccessible(page, 'starting the round')
  const sheet = await throughAllEnds({ page, wallet, network }, /^Start the round$/, {
    ...paused(network),
    unchanged: async () => expect(await chain.roundStarted()).toBe(false),
  })
  expect(await chain.roundStarted()).toBe(true)
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(panel.getByText(/refused by the contracts/)).toBeHidden()

  await network.advanceRounds(1, true)
  await network.siteFollows()
  await page.goto(accountPath(wallet.address, 'delegating'))
  await expect(positionStrip(page).getByRole('button', { name: 'Start the round' })).toBeVisible()
  const unbond = unbondPanel(page)
  await unbond.getByRole('textbox').fill('1.5')
  await expect(unbond.getByText(/has not been started yet/)).toBeVisible()
  await unbond.getByRole('button', { name: 'Start the round' }).click()
  const start = sheet.getByRole('button', { name: 'Start the round' })
  await expect(start).not.toHaveAttribute('aria-disabled', 'true')
  const sends = wallet.sends
  await chain.startRoundAs(5)
  await start.click()
  await expect(stage(sheet).getByText(/has been started already/)).toBeVisible()
  expect(wallet.sends).toBe(sends)
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(unbond.getByRole('textbox')).toHaveValue('1.5')
  await expect(unbond.getByRole('button', { name: 'Review unbonding' })).not.toHaveAttribute(
    'aria-disabled',
    'true',
  )
})

test('a round that ends while a review is open offers its start there, and the action goes on after it', async ({
  page,
  wallet,
  network,
  orchestrators: [orchestrator],
}) => {
  await network.bondAs(4, orchestrator, parseEther('20'))
  await network.advanceRounds(1)
  await network.siteFollows()
  await page.goto(accountPath(wallet.address, 'delegating'))
  await connect(page, wallet.address)
  await unbondPanel(page).getByRole('textbox').fill('2')
  await unbondPanel(page).getByRole('button', { name: 'Review unbonding' }).click()
  const sheet = review(page)
  const act = sheet.getByRole('button', { name: 'Unbond 2 LPT' })
  await expect(act).not.toHaveAttribute('aria-disabled', 'true')
  await network.advanceRounds(1, true)
  await act.click()
  await expect(stage(sheet).getByText(/has not been started yet/)).toBeVisible()
  expect(wallet.sends).toBe(0)
  await stage(sheet).getByRole('button', { name: 'Start the round' }).click()
  await expect(sheet.getByRole('heading', { name: 'Start the round' })).toBeVisible()
  await sheet.getByRole('button', { name: 'Start the round' }).click()
  await expectIndexed(sheet)
  expect(await stakingChain(network).roundStarted()).toBe(true)
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(unbondPanel(page).getByRole('textbox')).toHaveValue('2')
})
