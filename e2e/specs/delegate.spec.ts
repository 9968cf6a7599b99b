import { parseEther } from 'viem'
import { expect, test } from '@/e2e/fixtures/test'
import {
  accountLink,
  accountPath,
  amountOf,
  delegatePanel,
  expectIndexed,
  positionStrip,
  review,
  reviewDelegation,
  stage,
} from '@/e2e/pages/staking'
import { connect } from '@/e2e/pages/wallet'

test('a first delegation asks for an exact approval, then for the stake, and shows the new stake', async ({
  page,
  wallet,
  network,
  orchestrators: [orchestrator],
}) => {
  const before = await network.lpt(wallet.address)
  await page.goto(accountPath(orchestrator, 'orchestrating'))
  await connect(page, wallet.address)
  const sheet = await reviewDelegation(page, '250.5')
  await expect(sheet.getByRole('heading', { name: /^Delegate 250.5 LPT to/ })).toBeVisible()
  await expect(sheet.getByText(wallet.address)).toBeVisible()
  await expect(sheet.getByRole('list', { name: 'Steps' }).getByRole('listitem')).toHaveCount(2)
  await sheet.getByRole('button', { name: 'Approve 250.5 LPT, then delegate' }).click()
  await expectIndexed(sheet)
  await expect(sheet.getByText('Your stake is 250.5 LPT.')).toBeVisible()

  expect(wallet.sends).toBe(2)
  const staked = parseEther('250.5')
  const position = await network.delegator(wallet.address)
  expect(position.bondedAmount).toBe(staked)
  expect(position.delegate).toBe(orchestrator)
  expect(await network.allowance(wallet.address)).toBe(0n)
  expect(await network.lpt(wallet.address)).toBe(before - staked)

  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(review(page)).toBeHidden()
  await expect(positionStrip(page)).toContainText('250.50 LPT')
  await expect(accountLink(positionStrip(page), orchestrator)).toBeVisible()
  await expect(amountOf(delegatePanel(page))).toHaveValue('')
  await page.goto(accountPath(wallet.address, 'delegating'))
  await expect(page.getByRole('main').getByText('250.50').first()).toBeVisible()
})

test('adding within the allowance asks the wallet once, however often the button is clicked', async ({
  page,
  wallet,
  network,
  orchestrators: [orchestrator],
}) => {
  await network.bondAs(4, orchestrator, parseEther('100'))
  await network.approveAs(4, parseEther('1000'))
  await page.goto(accountPath(orchestrator, 'orchestrating'))
  await connect(page, wallet.address)
  const sheet = await reviewDelegation(page, '40')
  await expect(sheet.getByRole('list', { name: 'Steps' }).getByRole('listitem')).toHaveCount(1)
  const act = sheet.getByRole('button', { name: /^Delegate 40 LPT to/ })
  await expect(act).not.toHaveAttribute('aria-disabled', 'true')
  await act.dblclick()
  await expectIndexed(sheet)
  expect(wallet.sends).toBe(1)
  expect((await network.delegator(wallet.address)).bondedAmount).toBe(parseEther('140'))
  expect(await network.allowance(wallet.address)).toBe(parseEther('960'))
})

test('a delegation refused after its approval goes on without a second approval', async ({
  page,
  wallet,
  network,
  orchestrators: [orchestrator],
}) => {
  wallet.refuseNext('eth_sendTransaction', 1)
  await page.goto(accountPath(orchestrator, 'orchestrating'))
  await connect(page, wallet.address)
  const sheet = await reviewDelegation(page, '75')
  await sheet.getByRole('button', { name: /^Approve 75 LPT/ }).click()
  await expect(stage(sheet).getByText('Step 2 of 2: You declined in your wallet.')).toBeVisible()
  expect(await network.allowance(wallet.address)).toBe(parseEther('75'))

  await page.reload()
  await page
    .getByRole('region', { name: 'Unfinished actions' })
    .getByRole('button', { name: 'Go on' })
    .click()
  await sheet.getByRole('button', { name: /^Delegate 75 LPT to/ }).click()
  await expectIndexed(sheet)
  expect(wallet.sends).toBe(3)
  expect(wallet.approvals).toBe(1)
  expect((await network.delegator(wallet.address)).bondedAmount).toBe(parseEther('75'))
  expect(await network.allowance(wallet.address)).toBe(0n)
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('region', { name: 'Unfinished actions' })).toBeHidden()
})

test('moving to another orchestrator warns that the whole stake moves, and moves it', async ({
  page,
  wallet,
  network,
  orchestrators: [from, to],
}) => {
  await network.bondAs(4, from, parseEther('100'))
  await page.goto(accountPath(to, 'orchestrating'))
  await connect(page, wallet.address)
  const panel = delegatePanel(page)
  await expect(panel.getByText('Choose what happens with the stake you have.')).toBeVisible()
  await panel.getByRole('radio', { name: /^Move my whole stake/ }).check()
  await panel.getByRole('button', { name: 'Review move of stake' }).click()
  const sheet = review(page)
  await expect(sheet.getByText('Your whole stake moves', { exact: true })).toBeVisible()
  await expect(sheet.getByText('100 LPT leave', { exact: false })).toBeVisible()
  await sheet.getByRole('button', { name: /^Move your whole stake to/ }).click()
  await expectIndexed(sheet)
  expect(wallet.sends).toBe(1)
  const position = await network.delegator(wallet.address)
  expect(position.delegate).toBe(to)
  expect(position.bondedAmount).toBe(parseEther('100'))
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(accountLink(positionStrip(page), to)).toBeVisible()
})

test('with stake elsewhere one can add to it there instead', async ({
  page,
  wallet,
  network,
  orchestrators: [from, to],
}) => {
  await network.bondAs(4, from, parseEther('100'))
  await network.approveAs(4, parseEther('1000'))
  await page.goto(accountPath(to, 'orchestrating'))
  await connect(page, wallet.address)
  await delegatePanel(page)
    .getByRole('radio', { name: /^Add to my stake with/ })
    .check()
  const sheet = await reviewDelegation(page, '5')
  await expect(sheet.getByText('Your whole stake moves')).toBeHidden()
  await sheet.getByRole('button', { name: /^Delegate 5 LPT to/ }).click()
  await expectIndexed(sheet)
  const position = await network.delegator(wallet.address)
  expect(position.delegate).toBe(from)
  expect(position.bondedAmount).toBe(parseEther('105'))
})

test('a protocol paused between the steps stops before the second request', async ({
  page,
  wallet,
  network,
  orchestrators: [orchestrator],
}) => {
  const sign = wallet.hold('eth_sendTransaction')
  await page.goto(accountPath(orchestrator, 'orchestrating'))
  await connect(page, wallet.address)
  const sheet = await reviewDelegation(page, '20')
  await sheet.getByRole('button', { name: /^Approve 20 LPT/ }).click()
  await expect(stage(sheet).getByText('Step 1 of 2: Confirm in your wallet.')).toBeVisible()
  await expect.poll(() => wallet.sends).toBe(1)
  await network.pause(true)
  await sign()
  await expect(stage(sheet).getByText('Step 2 of 2: The protocol is paused.')).toBeVisible()
  expect(wallet.sends).toBe(1)
})

test('a round that ended after the review opened is found before the wallet is asked', async ({
  page,
  wallet,
  network,
  orchestrators: [orchestrator],
}) => {
  await network.approveAs(4, parseEther('1000'))
  await page.goto(accountPath(orchestrator, 'orchestrating'))
  await connect(page, wallet.address)
  const sheet = await reviewDelegation(page, '20')
  const act = sheet.getByRole('button', { name: /^Delegate 20 LPT to/ })
  await expect(act).not.toHaveAttribute('aria-disabled', 'true')
  await network.advanceRounds(1, true)
  await act.click()
  await expect(stage(sheet).getByText(/has not been started yet/)).toBeVisible()
  expect(wallet.sends).toBe(0)
})

test('a wallet on another network is named, switched and then used', async ({
  page,
  wallet,
  network,
  orchestrators: [orchestrator],
}) => {
  await network.approveAs(4, parseEther('1000'))
  await page.goto(accountPath(orchestrator, 'orchestrating'))
  await connect(page, wallet.address)
  await wallet.switchChain(1)
  const panel = delegatePanel(page)
  await expect(panel.getByText('Your wallet is on another network. Switch it first.')).toBeVisible()
  await page.getByRole('banner').getByRole('button', { name: 'Switch network' }).click()
  const sheet = await reviewDelegation(page, '20')
  // The check is over: the switch meets a review that waits.
  await expect(sheet.getByRole('button', { name: /^Delegate 20 LPT to/ })).toBeEnabled()
  await wallet.switchChain(1)
  await expect(stage(sheet).getByText('Stopped: your wallet switched to another network.')).toBeVisible()
  expect(wallet.sends).toBe(0)
  await sheet.getByRole('button', { name: 'Switch network' }).click()
  await sheet.getByRole('button', { name: /^Delegate 20 LPT to|^Go on/ }).click()
  await expectIndexed(sheet)
  expect(wallet.sends).toBe(1)
  expect((await network.delegator(wallet.address)).bondedAmount).toBe(parseEther('20'))
})
