import { expect, test } from '@/e2e/fixtures/test'
import { expectAccessible, expectNoSidewaysScroll, expectReadable } from '@/e2e/pages/accessibility'
import { offeredCall, poolVotes, sendButton, shownNumber, writeProposal } from '@/e2e/pages/authoring'
import { proposalPath, reviewVote } from '@/e2e/pages/governance'
import { governanceOf } from '@/e2e/pages/governance-chain'
import { expectIndexed, review, stage } from '@/e2e/pages/staking'
import { connect } from '@/e2e/pages/wallet'

const LPT = 10n ** 18n
const to = '0x00000000000000000000000000000000000beef1'
const written = {
  title: 'Pay for a season of tests',
  text: '## Why\n\nBecause *tests* matter.\n\n![tracker](https://evil.example/x.png) <script>alert(1)</script>',
  to,
  amount: '250.5',
} as const
const make = /^Make the treasury proposal/

test.describe('an account with enough power', () => {
  test.use({ walletAccount: 3 })

  test('takes a proposal from the first word to the payment, through the pages alone', async ({
    page,
    wallet,
    network,
  }) => {
    test.setTimeout(180_000)
    const chain = governanceOf(network)
    await page.goto('/treasury/create-proposal')
    await connect(page, wallet.address)
    await expect(page.getByText('This account can propose.')).toBeVisible()
    await writeProposal(page, written)
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(written.title)
    await page.getByRole('button', { name: 'Preview' }).click()
    const preview = page.getByRole('region', { name: 'Preview' })
    await expect(preview.getByText('Because tests matter.')).toBeVisible()
    await expect(preview.getByRole('link', { name: 'Image: tracker' })).toBeVisible()
    await expect(preview.locator('img, script')).toHaveCount(0)
    const id = await shownNumber(page)

    await network.holdIndex(true)
    await page.getByRole('button', { name: 'Review proposal' }).click()
    const sheet = review(page)
    await expect(sheet.getByText('The text and the actions cannot be changed afterwards')).toBeVisible()
    await sendButton(sheet, make).click()
    await sheet.getByRole('link', { name: 'Open the proposal' }).click()
    await page.waitForURL(proposalPath(id))
    expect((await chain.proposal(id)).state).toBe(0)
    await expect(page.getByText('The index does not have this proposal yet').first()).toBeVisible()
    await network.holdIndex(false)

    await network.advanceRounds(2)
    await network.siteFollows()
    // A page that was drawn before the index had the text is kept for its window.
    await expect(async () => {
      await page.goto(proposalPath(id))
      await expect(page.getByRole('heading', { level: 1, name: written.title })).toBeVisible({ timeout: 500 })
    }).toPass()
    await poolVotes(network, id, 1)
    const vote = await reviewVote(page, 'For')
    await sendButton(vote, /^Vote “For”/).click()
    await expectIndexed(vote)
    await vote.getByRole('button', { name: 'Done' }).click()

    await network.advanceRounds(10)
    await network.siteFollows()
    await page.goto(proposalPath(id))
    await page.getByRole('button', { name: 'Review queueing' }).click()
    await sendButton(review(page), /^Queue the proposal/).click()
    await expect(review(page).getByText('Next it can be executed, by anybody.')).toBeVisible()
    await expectIndexed(review(page))
    expect((await chain.proposal(id)).state).toBe(5)
    await review(page).getByRole('button', { name: 'Done' }).click()

    const [held, paid] = [await chain.lpt(chain.treasury), await chain.lpt(to)]
    await expect(page.getByRole('heading', { name: 'Next: execute it' })).toBeVisible()
    await expect(page.getByRole('table', { name: 'Treasury before and after' })).toBeVisible()
    await page.getByRole('button', { name: 'Review execution' }).click()
    await sendButton(review(page), /^Execute the proposal/).click()
    await expectIndexed(review(page))
    expect((await chain.proposal(id)).state).toBe(7)
    const amount = (2_505n * LPT) / 10n
    expect(await chain.lpt(to)).toBe(paid + amount)
    expect(await chain.lpt(chain.treasury)).toBe(held - amount)
    await review(page).getByRole('button', { name: 'Done' }).click()
    await expect(page.getByText('Executed', { exact: true }).first()).toBeVisible()
  })

  test('is refused by its wallet, then told that the very same proposal exists by now', async ({
    page,
    wallet,
    network,
  }) => {
    const chain = governanceOf(network)
    await page.goto('/treasury/create-proposal')
    await connect(page, wallet.address)
    await writeProposal(page, written)
    const [id, call] = [await shownNumber(page), await offeredCall(page, 'LivepeerGovernor')]
    wallet.refuseNext('eth_sendTransaction')
    await page.getByRole('button', { name: 'Review proposal' }).click()
    await sendButton(review(page), make).click()
    await expect(review(page).getByText('You declined in your wallet.')).toBeVisible()
    expect(wallet.sends).toBe(1)

    // The same from a terminal, while this sheet is open.
    await chain.sendAs(3, call.to, call.data)
    expect((await chain.proposal(id)).state).toBe(0)
    await review(page).getByRole('button', { name: 'Ask the wallet again' }).click()
    await expect(stage(review(page)).getByText(/This very proposal was made before/)).toBeVisible()
    expect(wallet.sends).toBe(1)
    await page.keyboard.press('Escape')
    await page.reload()
    await expect(page.getByText('This very proposal is on chain already.')).toBeVisible()
    await expect(
      page.getByText('This very proposal exists already. Change the text to make another one.'),
    ).toBeVisible()
    await page.getByRole('button', { name: 'start a new draft' }).click()
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('')
    await page.reload()
    await expect(page.getByText('What you write is kept in this browser, and nowhere else.')).toBeVisible()
  })

  test('cancels while voting has not opened, and is told when that is over', async ({
    page,
    wallet,
    network,
  }) => {
    const chain = governanceOf(network)
    const pending = (await chain.proposals()).find(({ state }) => state === 0)
    if (!pending) throw new Error('no proposal is pending')
    await page.goto(proposalPath(pending.id))
    await connect(page, wallet.address)
    wallet.refuseNext('eth_sendTransaction')
    await page.getByRole('button', { name: 'Review cancelling' }).click()
    const cancel = sendButton(review(page), /^Cancel the proposal/)
    await cancel.click()
    await expect(review(page).getByText('You declined in your wallet.')).toBeVisible()
    expect((await chain.proposal(pending.id)).state).toBe(0)

    const snapshot = await network.send('evm_snapshot')
    await network.advanceRounds(2)
    await review(page).getByRole('button', { name: 'Ask the wallet again' }).click()
    await expect(stage(review(page)).getByText(/could be cancelled only before voting opened/)).toBeVisible()
    expect(wallet.sends).toBe(1)
    await network.send('evm_revert', [snapshot])
    await network.siteFollows()
    await page.keyboard.press('Escape')

    await page.reload()
    await page.getByRole('button', { name: 'Review cancelling' }).click()
    await cancel.click()
    await expectIndexed(review(page))
    expect((await chain.proposal(pending.id)).state).toBe(2)
  })

  test('writes with the keyboard and on the smallest phone, in both themes', async ({ page, wallet }) => {
    await page.setViewportSize({ width: 320, height: 700 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto('/treasury/create-proposal')
    await connect(page, wallet.address)
    await writeProposal(page, written)
    await page.getByRole('textbox', { name: 'Amount' }).fill('900000000')
    await page.getByText('Carried out now, call 1 would fail').waitFor()
    await expect(page.getByText(/^It pays 900,000,000 LPT; the treasury holds/)).toBeVisible()
    await page.getByRole('button', { name: 'Call the protocol' }).click()
    await page.getByRole('combobox', { name: 'Contract' }).selectOption('BondingManager')
    await page.getByRole('combobox', { name: 'Function' }).selectOption('setTreasuryBalanceCeiling')
    await page.getByRole('textbox', { name: 'ceiling (uint256)' }).fill('1.5')
    await expect(page.getByText('Enter a whole number, in the smallest unit.')).toBeVisible()
    await page.getByRole('button', { name: 'Call anything' }).click()
    await page.getByRole('textbox', { name: 'Calldata' }).fill('0xabc')
    await expect(page.getByText('Complete action 2.').first()).toBeVisible()
    await expectNoSidewaysScroll(page, 'a proposal at 320')
    await expectAccessible(page, 'a proposal with errors, dark')
    await page.emulateMedia({ colorScheme: 'light' })
    await expectReadable(page, 'a proposal with errors, light')
    await page.getByRole('button', { name: 'Remove action 3' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('group', { name: /^Action 3/ })).toBeHidden()
    await page.getByRole('button', { name: 'Discard draft' }).press('Enter')
    await page.getByRole('button', { name: 'Yes, discard it' }).press('Enter')
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('')
  })
})

test('an account below the threshold is told before it writes, and what to do', async ({ page, wallet }) => {
  await page.goto('/treasury/create-proposal')
  await connect(page, wallet.address)
  await expect(
    page.getByText(/had no voting power at the start of round .* proposing needs 100 LPT/),
  ).toBeVisible()
  await expect(page.getByText(/^Delegate 100 LPT more/)).toBeVisible()
  await writeProposal(page, written)
  const send = page.getByRole('button', { name: 'Review proposal' })
  await expect(send).toHaveAttribute('aria-disabled', 'true')
  await expect(send).toHaveAccessibleDescription(/proposing needs 100 LPT/)
  expect(wallet.sends).toBe(0)
})

test('without a wallet everything but sending works, and the call is the proposal', async ({
  page,
  network,
}) => {
  const chain = governanceOf(network)
  await page.goto('/treasury')
  await page.getByRole('link', { name: 'New proposal' }).click()
  await writeProposal(page, written)
  const [id, call] = [await shownNumber(page), await offeredCall(page, 'LivepeerGovernor')]
  await chain.sendAs(3, call.to, call.data)
  expect((await chain.proposal(id)).state).toBe(0)
})
