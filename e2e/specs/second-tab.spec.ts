import { parseEther } from 'viem'
import { expect, test } from '@/e2e/fixtures/test'
import { accountPath, expectIndexed, review, reviewDelegation, stage } from '@/e2e/pages/staking'
import { connect, expectConnected } from '@/e2e/pages/wallet'

test('a second tab shows what the first has open and does not send it again', async ({
  page,
  context,
  wallet,
  network,
  orchestrators: [orchestrator],
}) => {
  await network.approveAs(4, parseEther('1000'))
  await page.goto(accountPath(orchestrator, 'orchestrating'))
  await connect(page, wallet.address)
  const sheet = await reviewDelegation(page, '20')
  await network.automine(false)
  await sheet.getByRole('button', { name: /^Delegate 20 LPT to/ }).click()
  await expect(stage(sheet).getByText('Sent, waiting to be mined.')).toBeVisible()
  const second = await context.newPage()
  await second.goto('/')
  await second
    .getByRole('region', { name: 'Unfinished actions' })
    .getByRole('button', { name: 'Show' })
    .click()
  await expect(stage(review(second)).getByText(/^Another tab or an open request/)).toBeVisible()
  await network.mine()
  await expectIndexed(sheet)
  await expect(stage(review(second)).getByText('This was ended in another tab.')).toBeVisible()
  expect(wallet.sends).toBe(1)
  expect((await network.delegator(wallet.address)).bondedAmount).toBe(parseEther('20'))
})

test('two tabs with one action ask the wallet once', async ({
  page,
  context,
  wallet,
  network,
  orchestrators: [orchestrator],
}) => {
  await network.approveAs(4, parseEther('1000'))
  await page.goto(accountPath(orchestrator, 'orchestrating'))
  await connect(page, wallet.address)
  const sheet = await reviewDelegation(page, '20')
  const answer = wallet.hold('eth_sendTransaction')
  await sheet.getByRole('button', { name: /^Delegate 20 LPT to/ }).click()
  await expect.poll(() => wallet.sends).toBe(1)

  const other = await context.newPage()
  await other.goto('/')
  await expectConnected(other, wallet.address)
  const unfinished = other.getByRole('region', { name: 'Unfinished actions' })
  await unfinished.getByRole('button', { name: 'Look and go on' }).click()
  const second = stage(review(other))
  await expect(second.getByText(/^Another tab or an open request/)).toBeVisible()
  await answer()
  await expectIndexed(sheet)
  await expect(second.getByText('This was ended in another tab.')).toBeVisible()
  await review(other).getByRole('button', { name: 'Close', exact: true }).last().click()
  await expect(unfinished).toBeHidden()
  expect(wallet.sends).toBe(1)
  expect((await network.delegator(wallet.address)).bondedAmount).toBe(parseEther('20'))
})

test('when the tab that asked is closed, the other one takes its action over', async ({
  page,
  context,
  wallet,
  network,
  orchestrators: [orchestrator],
}) => {
  await network.approveAs(4, parseEther('1000'))
  await network.automine(false)
  await page.goto(accountPath(orchestrator, 'orchestrating'))
  await connect(page, wallet.address)
  const sheet = await reviewDelegation(page, '20')
  await sheet.getByRole('button', { name: /^Delegate 20 LPT to/ }).click()
  await expect(stage(sheet).getByText('Sent, waiting to be mined.')).toBeVisible()

  const other = await context.newPage()
  await other.goto('/')
  await expectConnected(other, wallet.address)
  await other
    .getByRole('region', { name: 'Unfinished actions' })
    .getByRole('button', { name: 'Show' })
    .click()
  await expect(stage(review(other)).getByText(/^Another tab or an open request/)).toBeVisible()
  await page.close()
  await expect(stage(review(other)).getByText('Sent, waiting to be mined.')).toBeVisible()
  await network.mine()
  await expectIndexed(review(other))
  expect(wallet.sends).toBe(1)
})
