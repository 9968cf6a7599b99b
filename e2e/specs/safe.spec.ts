import { parseEther } from 'viem'
import { safeWith } from '@/e2e/fixtures/safes'
import { expect, test } from '@/e2e/fixtures/test'
import { accountPath, amountOf, expectIndexed, review, reviewDelegation, stage } from '@/e2e/pages/staking'
import { connect } from '@/e2e/pages/wallet'

test('a Safe delegates by two proposals that the page follows, also after a reload, until they are executed', async ({
  page,
  wallet,
  network,
  earner,
}) => {
  const safe = await safeWith(network, '400')
  wallet.actAs(safe)
  await network.siteFollows()
  await page.goto(accountPath(earner, 'orchestrating'))
  await connect(page, safe.address)
  const sheet = await reviewDelegation(page, '250')
  await expect(sheet.getByText('This account is a contract')).toBeVisible()
  await sheet.getByRole('button', { name: 'Approve 250 LPT, then delegate' }).click()
  await expect(stage(sheet).getByText('Step 1 of 2: Proposed to your Safe.')).toBeVisible()
  await expect(stage(sheet).getByText(/It needs 2 signatures of 2 owners there/)).toBeVisible()
  expect(await network.allowance(safe.address)).toBe(0n)

  await page.reload()
  const kept = page.getByRole('region', { name: 'Unfinished actions' })
  await expect(kept.getByText(/^Proposed to your Safe: Delegate 250 LPT/)).toBeVisible()
  const [approval] = safe.proposals
  if (!approval) throw new Error('nothing was proposed')
  await safe.execute(approval)
  await expect(kept.getByText(/^Your Safe is done with it/)).toBeVisible()
  expect(await network.allowance(safe.address)).toBe(parseEther('250'))
  await kept.getByRole('button', { name: 'Show' }).click()
  await sheet.getByRole('button', { name: /^Delegate 250 LPT/ }).click()
  await expect(stage(sheet).getByText('Step 2 of 2: Proposed to your Safe.')).toBeVisible()
  expect(wallet.sends).toBe(2)

  await sheet.getByRole('button', { name: 'Close, it is followed' }).click()
  await expect(kept.getByText(/^Proposed to your Safe/)).toBeVisible()
  await kept.getByRole('button', { name: 'Show' }).click()
  const [bond] = safe.proposals
  if (!bond) throw new Error('nothing was proposed')
  await safe.execute(bond)
  await expectIndexed(sheet)
  await expect(sheet.getByText('Your stake is 250 LPT.')).toBeVisible()
  expect(wallet.sends).toBe(2)
  expect(await network.delegator(safe.address)).toMatchObject({
    bondedAmount: parseEther('250'),
    delegate: earner,
  })
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(kept).toBeHidden()
})

test.describe('fees', () => {
  test.use({ walletAccount: 7 })

  test('are not sent to a contract that cannot take them', async ({ page, wallet, network }) => {
    const safe = await safeWith(network, '1')
    await network.advanceRounds(1)
    await network.siteFollows()
    await page.goto(accountPath(wallet.address, 'delegating'))
    await connect(page, wallet.address)
    const panel = page.getByRole('region', { name: 'Withdraw fees' })
    await amountOf(panel).fill('0.000001')
    await panel.getByRole('textbox', { name: /^Recipient/ }).fill(safe.address)
    await expect(panel.getByText(/^This is a contract/)).toBeVisible()
    await panel.getByRole('button', { name: 'Review withdrawal of fees' }).click()
    const refusal = review(page).getByRole('alert')
    await expect(refusal).toContainText('is a contract that cannot take the ETH')
    await expect(refusal).toContainText('Enter another recipient')
    expect(wallet.sends).toBe(0)
  })
})
