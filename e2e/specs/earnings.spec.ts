import { expect, test } from '@/e2e/fixtures/test'
import { expectAccessible } from '@/e2e/pages/accessibility'
import { exact } from '@/e2e/pages/governance'
import { governanceOf } from '@/e2e/pages/governance-chain'
import { accountPath, amountOf, expectIndexed, review, unfold } from '@/e2e/pages/staking'
import { connect } from '@/e2e/pages/wallet'

const ownerOnly = ['Withdraw fees', 'More actions']

test.describe('an account with fees', () => {
  test.use({ walletAccount: 7 })

  test('withdraws a part to another account, then all that is left to itself', async ({
    page,
    wallet,
    network,
  }) => {
    const chain = governanceOf(network)
    await network.advanceRounds(1)
    await network.siteFollows()
    const fees = await chain.pendingFees(wallet.address)
    expect(fees).toBeGreaterThan(10n ** 12n)
    const recipient = network.deployment.accounts[8]?.address
    if (!recipient) throw new Error('the world lacks account 8')
    const held = await chain.eth(recipient)
    const part = fees / 3n

    await page.goto(accountPath(wallet.address, 'delegating'))
    for (const name of ownerOnly) await expect(page.getByRole('region', { name })).toBeHidden()
    await connect(page, wallet.address)
    const panel = page.getByRole('region', { name: 'Withdraw fees', exact: true })
    await expect(panel.getByText(`Fees: ${exact(fees)} ETH`)).toBeVisible()
    await amountOf(panel).fill('999')
    await expect(panel.getByText(/more than the fees you can withdraw/)).toBeVisible()
    await amountOf(panel).fill(exact(part))
    await panel.getByRole('textbox', { name: /^Recipient/ }).fill(`${recipient.slice(0, -1)}`)
    await expect(panel.getByText(/Enter a whole address/)).toBeVisible()
    await panel.getByRole('textbox', { name: /^Recipient/ }).fill(recipient)
    await expectAccessible(page, 'withdraw fees')
    await panel.getByRole('button', { name: 'Review withdrawal of fees' }).click()
    const sheet = review(page)
    await sheet.getByRole('button', { name: `Withdraw ${exact(part)} ETH of fees` }).click()
    await expectIndexed(sheet)
    expect(await chain.eth(recipient)).toBe(held + part)
    expect(await chain.pendingFees(wallet.address)).toBe(fees - part)
    await sheet.getByRole('button', { name: 'Done' }).click()

    await expect(panel.getByText(`Fees: ${exact(fees - part)} ETH`)).toBeVisible()
    await panel.getByRole('button', { name: /^All of it/ }).click()
    await expect(amountOf(panel)).toHaveValue(exact(fees - part))
    const before = await chain.eth(wallet.address)
    await panel.getByRole('button', { name: 'Review withdrawal of fees' }).click()
    await sheet.getByRole('button', { name: `Withdraw ${exact(fees - part)} ETH of fees` }).click()
    await expectIndexed(sheet)
    expect(await chain.pendingFees(wallet.address)).toBe(0n)
    // The network fee is far below a thousandth of an ETH here.
    expect(await chain.eth(wallet.address)).toBeGreaterThan(before + fees - part - 10n ** 15n)
    await sheet.getByRole('button', { name: 'Done' }).click()
    await expect(panel).toBeHidden()
  })

  test('a refused withdrawal pays nothing; one that would fail is never sent', async ({
    page,
    wallet,
    network,
  }) => {
    const chain = governanceOf(network)
    const fees = await chain.pendingFees(wallet.address)
    await page.goto(accountPath(wallet.address, 'delegating'))
    await connect(page, wallet.address)
    const panel = page.getByRole('region', { name: 'Withdraw fees', exact: true })
    await panel.getByRole('button', { name: /^All of it/ }).click()
    await panel.getByRole('button', { name: 'Review withdrawal of fees' }).click()
    const sheet = review(page)
    const act = sheet.getByRole('button', { name: /^Withdraw .+ ETH of fees/ })
    wallet.refuseNext('eth_sendTransaction')
    await act.click()
    await expect(sheet.getByText('You declined in your wallet.')).toBeVisible()
    expect(await chain.pendingFees(wallet.address)).toBe(fees)
    const asked = wallet.sends
    await network.pause(true)
    await sheet.getByRole('button', { name: 'Ask the wallet again' }).click()
    await expect(sheet.getByText(/paused/i).first()).toBeVisible()
    expect(wallet.sends).toBe(asked)
    expect(await chain.pendingFees(wallet.address)).toBe(fees)
  })
})

test.describe('a delegator with unclaimed earnings', () => {
  test.use({ walletAccount: 6 })

  test('claims them: stake and fees stay what they were, now on record', async ({
    page,
    wallet,
    network,
  }) => {
    const chain = governanceOf(network)
    await network.advanceRounds(1)
    await network.siteFollows()
    const before = await chain.claimed(wallet.address)
    const stake = await network.pendingStake(wallet.address)
    const fees = await chain.pendingFees(wallet.address)
    const round = await network.round()
    expect(before.lastClaimRound).toBeLessThan(round)

    await page.goto(accountPath(wallet.address, 'delegating'))
    await connect(page, wallet.address)
    const panel = await unfold(page, 'Claim earnings')
    await expect(panel.getByText(`${exact(stake - before.bondedAmount)} LPT`)).toBeVisible()
    await panel.getByRole('button', { name: 'Review claim' }).click()
    const sheet = review(page)
    await sheet.getByRole('button', { name: /^Claim earnings/ }).click()
    await expectIndexed(sheet)
    expect(await chain.claimed(wallet.address)).toEqual({
      bondedAmount: stake,
      fees,
      lastClaimRound: round,
    })
    expect(await network.pendingStake(wallet.address)).toBe(stake)
    await sheet.getByRole('button', { name: 'Done' }).click()
    const again = panel.getByRole('button', { name: 'Review claim' })
    await expect(again).toHaveAttribute('aria-disabled', 'true')
    await expect(panel.getByText(/are part of your stake already/)).toBeVisible()
  })
})
