import { expect, test } from '@/e2e/fixtures/test'
import { offeredCall, sendButton } from '@/e2e/pages/authoring'
import { proposalPath } from '@/e2e/pages/governance'
import { governanceOf } from '@/e2e/pages/governance-chain'
import { review, stage } from '@/e2e/pages/staking'
import { connect } from '@/e2e/pages/wallet'

test('queueing and executing are refused by the wallet, or found to be done by somebody else', async ({
  page,
  wallet,
  network,
}) => {
  const chain = governanceOf(network)
  const { id } = await chain.proposalWith('Measure orchestrators from twelve places')
  await page.goto(proposalPath(id))
  await connect(page, wallet.address)
  const queue = await offeredCall(page, 'LivepeerGovernor')
  wallet.refuseNext('eth_sendTransaction')
  await page.getByRole('button', { name: 'Review queueing' }).click()
  await sendButton(review(page), /^Queue the proposal/).click()
  await expect(review(page).getByText('You declined in your wallet.')).toBeVisible()
  expect((await chain.proposal(id)).state).toBe(4)
  await chain.sendAs(5, queue.to, queue.data)
  await review(page).getByRole('button', { name: 'Ask the wallet again' }).click()
  await expect(stage(review(page)).getByText('The proposal is queued.').first()).toBeVisible()
  expect(wallet.sends).toBe(1)
  await page.keyboard.press('Escape')

  await network.siteFollows()
  await expect(async () => {
    await page.goto(proposalPath(id))
    await expect(page.getByRole('heading', { name: 'Next: execute it' })).toBeVisible({ timeout: 500 })
  }).toPass()
  const execute = await offeredCall(page, 'LivepeerGovernor')
  wallet.refuseNext('eth_sendTransaction')
  await page.getByRole('button', { name: 'Review execution' }).click()
  await sendButton(review(page), /^Execute the proposal/).click()
  await expect(review(page).getByText('You declined in your wallet.')).toBeVisible()
  expect((await chain.proposal(id)).state).toBe(5)
  await chain.sendAs(5, execute.to, execute.data)
  await review(page).getByRole('button', { name: 'Ask the wallet again' }).click()
  await expect(stage(review(page)).getByText('The proposal is executed.').first()).toBeVisible()
  expect(wallet.sends).toBe(2)
})

test('an execution that would fail is not offered, and says why', async ({ page, wallet, network }) => {
  const { id } = await governanceOf(network).proposalWith('ceiling to 1,000,000 LPT')
  await page.goto(proposalPath(id))
  await connect(page, wallet.address)
  const button = page.getByRole('button', { name: 'Review execution' })
  await expect(button).toHaveAccessibleDescription(/^It would fail now, at call 1: Only the owner/)
  await button.press('Enter')
  await expect(review(page)).toBeHidden()
  expect(wallet.sends).toBe(0)
})

test('cancelling is for the proposer alone, and the button says so', async ({ page, wallet, network }) => {
  const pending = (await governanceOf(network).proposals()).find(({ state }) => state === 0)
  if (!pending) throw new Error('no proposal is pending')
  await page.goto(proposalPath(pending.id))
  await connect(page, wallet.address)
  const button = page.getByRole('button', { name: 'Review cancelling' })
  await expect(button).toHaveAccessibleDescription(/^Only its proposer 0x90F7…b906 can cancel it\.$/)
  expect(wallet.sends).toBe(0)
})
