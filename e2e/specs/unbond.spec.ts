import { parseEther } from 'viem'
import { expect, test } from '@/e2e/fixtures/test'
import {
  accountPath,
  amountOf,
  expectIndexed,
  lockRow,
  positionStrip,
  review,
  unbondPanel,
} from '@/e2e/pages/staking'
import { connect } from '@/e2e/pages/wallet'

test('stake can be unbonded a round later, waits with a date, and is withdrawn when the wait is over', async ({
  page,
  wallet,
  network,
  orchestrators: [orchestrator],
}) => {
  await network.bondAs(4, orchestrator, parseEther('300'))
  const own = accountPath(wallet.address, 'delegating')
  await network.siteFollows()
  await page.goto(own)
  await connect(page, wallet.address)
  const panel = unbondPanel(page)
  await amountOf(panel).fill('120.25')
  const reviewUnbonding = panel.getByRole('button', { name: 'Review unbonding' })
  await expect(reviewUnbonding).toHaveAttribute('aria-disabled', 'true')
  await expect(panel.getByText(/can be unbonded from then/)).toBeVisible()

  await network.advanceRounds(1)
  await network.siteFollows()
  await page.reload()
  await amountOf(panel).fill('120.25')
  await reviewUnbonding.click()
  const sheet = review(page)
  const withdrawRound = (await network.round()) + (await network.unbondingPeriod())
  await expect(
    sheet
      .getByText(`Withdrawable from round ${withdrawRound.toLocaleString('en-US')}`)
      .or(sheet.getByText(`Withdrawable from round ${withdrawRound}`)),
  ).toBeVisible()
  await sheet.getByRole('button', { name: 'Unbond 120.25 LPT' }).click()
  await expectIndexed(sheet)
  expect(await network.lock(wallet.address, 0n)).toEqual({ amount: parseEther('120.25'), withdrawRound })
  expect(await network.pendingStake(wallet.address)).toBe(parseEther('179.75'))
  await sheet.getByRole('button', { name: 'Done' }).click()

  const lock = lockRow(page, 0)
  await expect(lock).toContainText('120.25')
  await expect(lock).toContainText(/Opens in round/)
  await expect(lock.getByRole('time')).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\dT/)
  await expect(lock.getByRole('button', { name: 'Withdraw' })).toHaveAttribute('aria-disabled', 'true')

  await network.advanceRounds(Number(await network.unbondingPeriod()))
  await network.siteFollows()
  await page.reload()
  const before = await network.lpt(wallet.address)
  await expect(lock).toContainText('Ready to withdraw')
  await expect(positionStrip(page).getByRole('button', { name: 'Withdraw 120.25 LPT' })).toBeVisible()
  await lock.getByRole('button', { name: 'Withdraw' }).click()
  await sheet.getByRole('button', { name: 'Withdraw 120.25 LPT' }).click()
  await expectIndexed(sheet)
  expect(await network.lpt(wallet.address)).toBe(before + parseEther('120.25'))
  expect((await network.lock(wallet.address, 0n)).amount).toBe(0n)
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(lock).toBeHidden()
})

test.describe('the demo delegator', () => {
  test.use({ walletAccount: 6 })

  test('rebonds a waiting lock and withdraws a ready one', async ({ page, wallet, network }) => {
    const before = await network.delegator(wallet.address)
    const wallet0 = await network.lpt(wallet.address)
    const ready = await network.lock(wallet.address, 1n)
    const waiting = await network.lock(wallet.address, 3n)
    await page.goto(accountPath(wallet.address, 'delegating'))
    await connect(page, wallet.address)
    await lockRow(page, 3).getByRole('button', { name: 'Rebond' }).click()
    const sheet = review(page)
    await expect(sheet.getByText('The wait already done is lost')).toBeVisible()
    await sheet.getByRole('button', { name: /^Rebond 450 LPT/ }).click()
    await expectIndexed(sheet)
    const after = await network.delegator(wallet.address)
    expect(after.bondedAmount).toBe(before.bondedAmount + waiting.amount)
    expect(after.delegate).toBe(before.delegate)
    await sheet.getByRole('button', { name: 'Done' }).click()
    await expect(lockRow(page, 3)).toBeHidden()

    await lockRow(page, 1).getByRole('button', { name: 'Withdraw' }).click()
    await sheet.getByRole('button', { name: 'Withdraw 300 LPT' }).click()
    await expectIndexed(sheet)
    expect(await network.lpt(wallet.address)).toBe(wallet0 + ready.amount)
  })

  test('a refused unbonding changes nothing', async ({ page, wallet, network }) => {
    const before = await network.delegator(wallet.address)
    wallet.refuseNext('eth_sendTransaction')
    await page.goto(accountPath(wallet.address, 'delegating'))
    await connect(page, wallet.address)
    await amountOf(unbondPanel(page)).fill('1')
    await unbondPanel(page).getByRole('button', { name: 'Review unbonding' }).click()
    const sheet = review(page)
    await sheet.getByRole('button', { name: 'Unbond 1 LPT' }).click()
    await expect(sheet.getByText('You declined in your wallet.')).toBeVisible()
    expect(await network.delegator(wallet.address)).toEqual(before)
    await page.keyboard.press('Escape')
    await expect(sheet).toBeHidden()
    await expect(page.getByRole('region', { name: 'Unfinished actions' })).toBeHidden()
  })

  test('an unbonding that the chain would refuse is not sent', async ({ page, wallet, network }) => {
    await page.goto(accountPath(wallet.address, 'delegating'))
    await connect(page, wallet.address)
    await amountOf(unbondPanel(page)).fill('1000')
    await unbondPanel(page).getByRole('button', { name: 'Review unbonding' }).click()
    const sheet = review(page)
    await expect(sheet.getByRole('button', { name: 'Unbond 1,000 LPT' })).not.toHaveAttribute(
      'aria-disabled',
      'true',
    )
    const { bondedAmount } = await network.delegator(wallet.address)
    await network.unbondAs(6, bondedAmount - parseEther('10'))
    await sheet.getByRole('button', { name: 'Unbond 1,000 LPT' }).click()
    await expect(sheet.getByText(/Your stake is 10 LPT/)).toBeVisible()
    expect(wallet.sends).toBe(0)
  })
})

test('all of the stake unbonds to the wei, and is rebonded to an orchestrator chosen from the list', async ({
  page,
  wallet,
  network,
  orchestrators: [from, to],
}) => {
  const odd = parseEther('33') + 7n
  await network.bondAs(4, from, odd)
  await network.advanceRounds(1)
  await network.siteFollows()
  await page.goto(accountPath(wallet.address, 'delegating'))
  await connect(page, wallet.address)
  const panel = unbondPanel(page)
  await panel.getByRole('button', { name: /^All of it/ }).click()
  await expect(amountOf(panel)).toHaveValue('33.000000000000000007')
  await panel.getByRole('button', { name: 'Review unbonding' }).click()
  const sheet = review(page)
  await sheet.getByRole('button', { name: /^Unbond 33.000000000000000007 LPT/ }).click()
  await expectIndexed(sheet)
  expect((await network.lock(wallet.address, 0n)).amount).toBe(odd)
  expect((await network.delegator(wallet.address)).bondedAmount).toBe(0n)
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(positionStrip(page)).toContainText('Not delegating')
  await expect(panel).toBeHidden()

  const lock = lockRow(page, 0)
  await lock.getByRole('button', { name: 'Rebond…' }).click()
  const choice = lock.getByRole('combobox', { name: 'Rebond to' })
  await choice.selectOption(to)
  await lock.getByRole('button', { name: 'Review rebond' }).click()
  await sheet.getByRole('button', { name: /^Rebond 33.000000000000000007 LPT to/ }).click()
  await expectIndexed(sheet)
  const after = await network.delegator(wallet.address)
  expect(after.delegate).toBe(to)
  expect(after.bondedAmount).toBe(odd)
  expect((await network.lock(wallet.address, 0n)).amount).toBe(0n)
})
