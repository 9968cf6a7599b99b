import { expect, test } from '@/e2e/fixtures/test'
import { expectAccessible, expectReadable } from '@/e2e/pages/accessibility'
import { exact, proposalPath, reviewVote, shown, tallyOf, votePanel, voteRow } from '@/e2e/pages/governance'
import { governanceOf } from '@/e2e/pages/governance-chain'
import { expectIndexed, stage } from '@/e2e/pages/staking'
import { connect } from '@/e2e/pages/wallet'

test.describe('a delegator with power', () => {
  test.use({ walletAccount: 6 })

  test('votes on a treasury proposal with a reason; power, tally and list are the chain’s', async ({
    page,
    wallet,
    network,
  }) => {
    const chain = governanceOf(network)
    const { id, snapshot, ...before } = await chain.activeProposal()
    const power = await chain.votesAt(wallet.address, snapshot)
    expect(power).toBeGreaterThan(0n)
    expect(power).not.toBe(await chain.votesNow(wallet.address))
    const orchestrator = (await network.delegator(wallet.address)).delegate
    const reason = 'Paid for what was delivered, nothing before.\n<img src=x onerror=alert(1)>'

    await page.goto(proposalPath(id))
    await connect(page, wallet.address)
    const panel = votePanel(page)
    await expect(panel.getByText(`${exact(power)} LPT`)).toBeVisible()
    await expect(panel.getByText(/Your orchestrator .+ voted For, for you too/)).toBeVisible()
    const theirs = await chain.votesAt(orchestrator, snapshot)
    const moved = await chain.votedByDelegators(id, orchestrator, snapshot)
    await expect(panel.getByText(`${exact(theirs - moved)} LPT`, { exact: true })).toBeVisible()
    await expect(panel.getByText(`${exact(theirs - moved - power)} LPT`, { exact: true })).toBeVisible()
    await panel.getByRole('textbox', { name: /^Reason/ }).fill(reason)
    const sheet = await reviewVote(page, 'Against')
    await expect(sheet.getByText(`${exact(power)} LPT`).first()).toBeVisible()
    await expect(sheet.getByText('No. A vote on a treasury proposal is final.')).toBeVisible()
    await sheet.getByRole('button', { name: /^Vote “Against”/ }).click()
    await expectIndexed(sheet)

    expect(await chain.hasVoted(id, wallet.address)).toBe(true)
    const cast = await chain.voteCast(id, wallet.address)
    expect(cast).toMatchObject({ support: 0, weight: power, reason })
    const after = await chain.proposal(id)
    expect(after.against).toBe(before.against + power)
    // The orchestrator voted For with this stake: the override moves it over.
    expect(after.inFavour).toBe(before.inFavour - power)
    expect(await chain.hasVoted(id, orchestrator)).toBe(true)

    await sheet.getByRole('button', { name: 'Done' }).click()
    await expect(panel.getByText('You voted Against.')).toBeVisible()
    await expect(panel.getByRole('button', { name: /^Review/ })).toBeHidden()
    await network.siteFollows()
    await page.reload()
    await expect(tallyOf(page, 'Against')).toContainText(shown(after.against))
    await expect(tallyOf(page, 'For')).toContainText(shown(after.inFavour))
    const row = voteRow(page, wallet.address)
    await expect(row).toContainText('Against')
    await expect(row).toContainText(shown(power))
    await expect(row).toContainText('<img src=x onerror=alert(1)>')
    await expect(page.getByText('The newest votes are in the tally above')).toBeHidden()
  })

  test('a vote refused in the wallet changes nothing and can be asked for again', async ({
    page,
    wallet,
    network,
  }) => {
    const chain = governanceOf(network)
    const { id } = await chain.activeProposal()
    await page.goto(proposalPath(id))
    await connect(page, wallet.address)
    wallet.refuseNext('eth_sendTransaction')
    const sheet = await reviewVote(page, 'Abstain')
    await sheet.getByRole('button', { name: /^Vote “Abstain”/ }).click()
    await expect(sheet.getByText('You declined in your wallet.')).toBeVisible()
    expect(await chain.hasVoted(id, wallet.address)).toBe(false)
    await sheet.getByRole('button', { name: 'Ask the wallet again' }).click()
    await expectIndexed(sheet)
    expect(await chain.voteCast(id, wallet.address)).toMatchObject({ support: 2, reason: '' })
  })

  test('a second vote is refused before the wallet is asked', async ({ page, wallet, network }) => {
    const chain = governanceOf(network)
    const { id } = await chain.activeProposal()
    await page.goto(proposalPath(id))
    await connect(page, wallet.address)
    const sheet = await reviewVote(page, 'For')
    const act = sheet.getByRole('button', { name: /^Vote “For”/ })
    await expect(act).toBeEnabled()
    await chain.castAs(6, id, 0)
    await act.click()
    await expect(stage(sheet).getByText('This account has voted on this proposal.')).toBeVisible()
    expect(wallet.sends).toBe(0)
    expect(await chain.voteCast(id, wallet.address)).toMatchObject({ support: 0 })
    await page.keyboard.press('Escape')
    await network.siteFollows()
    await page.reload()
    await expect(votePanel(page).getByText('You voted Against.')).toBeVisible()
    await expect(votePanel(page).getByRole('radio')).toHaveCount(0)
  })

  test('voting that closed meanwhile is refused before the wallet is asked', async ({
    page,
    wallet,
    network,
  }) => {
    test.setTimeout(120_000)
    const chain = governanceOf(network)
    const { id } = await chain.activeProposal()
    await page.goto(proposalPath(id))
    await connect(page, wallet.address)
    const sheet = await reviewVote(page, 'For')
    const act = sheet.getByRole('button', { name: /^Vote “For”/ })
    await expect(act).toBeEnabled()
    await network.advanceRounds(10)
    await act.click()
    await expect(stage(sheet).getByText(/^Voting is over/)).toBeVisible()
    expect(wallet.sends).toBe(0)
    expect(await chain.hasVoted(id, wallet.address)).toBe(false)
  })

  test('one can vote with the keyboard alone, in the dark theme, with nothing axe objects to', async ({
    page,
    wallet,
    network,
  }) => {
    const chain = governanceOf(network)
    const { id, snapshot } = await chain.activeProposal()
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(proposalPath(id))
    await connect(page, wallet.address)
    const panel = votePanel(page)
    await expect(panel.getByText('Your voting power')).toBeVisible()
    const press = async (target: ReturnType<typeof panel.getByRole>) => {
      for (let presses = 0; presses < 120; presses++) {
        if (await target.evaluate((element) => element === document.activeElement)) return
        await page.keyboard.press('Tab')
      }
      throw new Error('120 presses of Tab did not reach it')
    }
    await press(panel.getByRole('radio', { name: 'For' }))
    await page.keyboard.press('ArrowRight')
    await expect(panel.getByRole('radio', { name: 'Against' })).toBeChecked()
    await press(panel.getByRole('textbox', { name: /^Reason/ }))
    await page.keyboard.type('By keyboard')
    await press(panel.getByRole('button', { name: 'Review vote' }))
    await expectAccessible(page, 'vote panel, dark, phone')
    await page.keyboard.press('Enter')
    const sheet = page.getByRole('dialog')
    const act = sheet.getByRole('button', { name: /^Vote “Against”/ })
    await expect(act).toBeEnabled()
    await expectAccessible(page, 'review of a vote, dark, phone')
    await page.emulateMedia({ colorScheme: 'light' })
    await expectReadable(page, 'review of a vote, light')
    await press(act)
    await page.keyboard.press('Enter')
    await expectIndexed(sheet)
    expect(await chain.voteCast(id, wallet.address)).toMatchObject({
      support: 0,
      reason: 'By keyboard',
      weight: await chain.votesAt(wallet.address, snapshot),
    })
  })
})

test('an account that bonded after the snapshot is told that its vote weighs nothing, and why', async ({
  page,
  wallet,
  network,
  orchestrators: [orchestrator],
}) => {
  const chain = governanceOf(network)
  const { id, snapshot } = await chain.activeProposal()
  await network.bondAs(4, orchestrator, 10n ** 20n)
  await network.siteFollows()
  expect(await chain.votesAt(wallet.address, snapshot)).toBe(0n)
  await page.goto(proposalPath(id))
  await connect(page, wallet.address)
  await expect(
    votePanel(page).getByText(/bonded, or first recorded for voting, after the voting power was settled/),
  ).toBeVisible()
  const sheet = await reviewVote(page, 'For')
  await expect(sheet.getByText('This vote counts for nothing')).toBeVisible()
  expect(wallet.sends).toBe(0)
})

test.describe('an orchestrator', () => {
  test.use({ walletAccount: 7 })

  test('sees all that is delegated to it as its power, and what its delegators took out', async ({
    page,
    wallet,
    network,
  }) => {
    const chain = governanceOf(network)
    const { id, snapshot } = await chain.activeProposal()
    const power = await chain.votesAt(wallet.address, snapshot)
    expect(power).toBeGreaterThan(0n)
    await page.goto(proposalPath(id))
    await connect(page, wallet.address)
    const panel = votePanel(page)
    await expect(panel.getByText(`${exact(power)} LPT`).first()).toBeVisible()
    await expect(panel.getByText(/Delegators who vote themselves take their part out/)).toBeVisible()
  })
})

test('before voting opens the panel shows the power of now and when voting opens, and takes no vote', async ({
  page,
  wallet,
  network,
}) => {
  const chain = governanceOf(network)
  const pending = (await chain.proposals()).find(({ state }) => state === 0)
  if (!pending) throw new Error('no proposal is pending')
  await page.goto(proposalPath(pending.id))
  await expect(page.getByRole('main').getByRole('table', { name: /^Votes/ })).toHaveCount(0)
  await connect(page, wallet.address)
  const panel = votePanel(page)
  await expect(panel.getByText('Your voting power now')).toBeVisible()
  await expect(panel.getByText(/^Voting opens in round/)).toBeVisible()
  await expect(panel.getByRole('radio')).toHaveCount(0)
})
