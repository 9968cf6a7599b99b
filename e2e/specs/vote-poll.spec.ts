import { expect, test } from '@/e2e/fixtures/test'
import { expectAccessible } from '@/e2e/pages/accessibility'
import { chooseSide, exact, pollPath, reviewVote, shown, votePanel, voteRow } from '@/e2e/pages/governance'
import { governanceOf } from '@/e2e/pages/governance-chain'
import { expectIndexed, stage } from '@/e2e/pages/staking'
import { connect } from '@/e2e/pages/wallet'

test.describe('a delegator', () => {
  test.use({ walletAccount: 6 })

  test('votes on a LIP and changes the vote; the last one counts', async ({ page, wallet, network }) => {
    const chain = governanceOf(network)
    const poll = await chain.openPoll()
    const stake = await network.pendingStake(wallet.address)
    await page.goto(pollPath(poll.address))
    await connect(page, wallet.address)
    const panel = votePanel(page)
    await expect(panel.getByText(`${exact(stake)} LPT`)).toBeVisible()
    let sheet = await reviewVote(page, 'For')
    await expect(sheet.getByText('You can change your vote until the poll closes').first()).toBeVisible()
    await sheet.getByRole('button', { name: /^Vote “For”/ }).click()
    await expectIndexed(sheet)
    expect(await chain.pollChoices(poll.address, wallet.address)).toEqual([0n])
    await sheet.getByRole('button', { name: 'Done' }).click()
    await expect(panel.getByText('You voted For.')).toBeVisible()
    await chooseSide(panel, 'For')
    await expect(panel.getByText('That is your vote already.')).toBeVisible()
    await network.siteFollows()
    await page.reload()
    await expect(voteRow(page, wallet.address)).toContainText('For')

    await expect(panel.getByText('You voted For.')).toBeVisible()
    sheet = await reviewVote(page, 'Against')
    await sheet.getByRole('button', { name: /^Vote “Against”/ }).click()
    await expectIndexed(sheet)
    expect(await chain.pollChoices(poll.address, wallet.address)).toEqual([0n, 1n])
    await sheet.getByRole('button', { name: 'Done' }).click()
    await expect(panel.getByText('You voted Against.')).toBeVisible()
    await network.siteFollows()
    await page.reload()
    await expect(voteRow(page, wallet.address)).toHaveCount(1)
    await expect(voteRow(page, wallet.address)).toContainText('Against')
    await expect(voteRow(page, wallet.address)).toContainText(shown(stake))
    expect(wallet.sends).toBe(2)
  })

  test('a vote refused in the wallet is none', async ({ page, wallet, network }) => {
    const chain = governanceOf(network)
    const poll = await chain.openPoll()
    await page.goto(pollPath(poll.address))
    await connect(page, wallet.address)
    wallet.refuseNext('eth_sendTransaction')
    const sheet = await reviewVote(page, 'Against')
    await expectAccessible(page, 'review of a vote in a poll')
    await sheet.getByRole('button', { name: /^Vote “Against”/ }).click()
    await expect(sheet.getByText('You declined in your wallet.')).toBeVisible()
    expect(await chain.pollChoices(poll.address, wallet.address)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(votePanel(page).getByText('You voted')).toBeHidden()
  })

  test('a poll that closed meanwhile is refused before the wallet is asked', async ({
    page,
    wallet,
    network,
  }) => {
    test.setTimeout(120_000)
    const chain = governanceOf(network)
    const poll = await chain.openPoll()
    await page.goto(pollPath(poll.address))
    await connect(page, wallet.address)
    const sheet = await reviewVote(page, 'For')
    const act = sheet.getByRole('button', { name: /^Vote “For”/ })
    await expect(act).toBeEnabled()
    await network.mine(Number(poll.endBlock - (await chain.blockNum())) + 1)
    await act.click()
    await expect(stage(sheet).getByText(/This poll (has )?closed/)).toBeVisible()
    expect(wallet.sends).toBe(0)
  })
})

test('an account without stake is told before it votes that this weighs nothing', async ({
  page,
  wallet,
  network,
}) => {
  const poll = await governanceOf(network).openPoll()
  await page.goto(pollPath(poll.address))
  await connect(page, wallet.address)
  await expect(
    votePanel(page).getByText(/This account has no stake, so its vote weighs nothing/),
  ).toBeVisible()
  const sheet = await reviewVote(page, 'For')
  await expect(sheet.getByText('This vote counts for nothing')).toBeVisible()
  expect(wallet.sends).toBe(0)
})

test.describe('the orchestrator of a delegator that votes', () => {
  test.use({ walletAccount: 7 })

  test('votes with all that is delegated to it', async ({ page, wallet, network }) => {
    const chain = governanceOf(network)
    const poll = await chain.openPoll()
    const stake = await network.delegatedStake(wallet.address)
    await page.goto(pollPath(poll.address))
    await connect(page, wallet.address)
    await expect(
      votePanel(page)
        .getByText(`${exact(stake)} LPT`)
        .first(),
    ).toBeVisible()
    const sheet = await reviewVote(page, 'For')
    await sheet.getByRole('button', { name: /^Vote “For”/ }).click()
    await expectIndexed(sheet)
    await sheet.getByRole('button', { name: 'Done' }).click()
    await network.siteFollows()
    await page.reload()
    await expect(voteRow(page, wallet.address)).toContainText('orchestrator')
    await expect(voteRow(page, wallet.address)).toContainText('For')
  })
})
