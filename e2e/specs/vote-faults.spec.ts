import type { Locator, Page } from '@playwright/test'
import type { Address } from 'viem'
import { expect, test } from '@/e2e/fixtures/test'
import { proposalPath, reviewVote, votePanel } from '@/e2e/pages/governance'
import { governanceOf } from '@/e2e/pages/governance-chain'
import { expectIndexed, review, short, stage } from '@/e2e/pages/staking'
import { connect } from '@/e2e/pages/wallet'

/*
 * What can go wrong with a vote on a proposal. Success, refusal, and reverts that are predicted are in vote-treasury.spec.ts.
 */

test.use({ walletAccount: 6 })

const unfinished = (page: Page) => page.getByRole('region', { name: 'Unfinished actions' })
const act = (sheet: Locator) => sheet.getByRole('button', { name: /^Vote “For”/ })

/** The review of a vote for, ready to be sent. */
async function readyToVote(page: Page, id: string, account: Address): Promise<Locator> {
  await page.goto(proposalPath(id))
  await connect(page, account)
  const sheet = await reviewVote(page, 'For')
  await expect(act(sheet)).not.toHaveAttribute('aria-disabled', 'true')
  return sheet
}

test('a double click votes once; mined but not indexed it outlives a reload', async ({
  page,
  wallet,
  network,
}) => {
  const chain = governanceOf(network)
  const { id } = await chain.activeProposal()
  const sheet = await readyToVote(page, id, wallet.address)
  await network.holdIndex(true)
  await act(sheet).dblclick()
  await expect(stage(sheet).getByText('Mined, indexing.')).toBeVisible()
  expect(wallet.sends).toBe(1)
  expect(await chain.voteCast(id, wallet.address)).toMatchObject({ support: 1 })
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(votePanel(page).getByText('You voted For.')).toBeVisible()
  await page.reload()
  await unfinished(page).getByRole('button', { name: 'Show' }).click()
  await expect(stage(sheet).getByText('Mined, indexing.')).toBeVisible()
  await network.holdIndex(false)
  await expectIndexed(sheet)
  expect(wallet.sends).toBe(1)
})

test('a reload before the wallet is asked and while it asks loses nothing and sends nothing twice', async ({
  page,
  wallet,
  network,
}) => {
  const chain = governanceOf(network)
  const { id } = await chain.activeProposal()
  const sheet = await readyToVote(page, id, wallet.address)
  await page.reload()
  await expect(votePanel(page).getByText('Your voting power')).toBeVisible()
  await expect(unfinished(page)).toBeHidden()
  expect(wallet.sends).toBe(0)

  const sign = wallet.hold('eth_sendTransaction')
  await reviewVote(page, 'For')
  await act(sheet).click()
  await expect.poll(() => wallet.sends).toBe(1)
  await page.reload()
  await expect(unfinished(page).getByText('Your wallet was asking when the page was left.')).toBeVisible()
  await sign()
  await unfinished(page).getByRole('button', { name: 'Look and go on' }).click()
  await expectIndexed(sheet)
  expect(wallet.sends).toBe(1)
  expect(await chain.voteCast(id, wallet.address)).toMatchObject({ support: 1 })
})

test('a reload while a vote waits to be mined loses nothing and sends nothing twice', async ({
  page,
  wallet,
  network,
}) => {
  const chain = governanceOf(network)
  const { id } = await chain.activeProposal()
  const sheet = await readyToVote(page, id, wallet.address)
  await network.automine(false)
  await act(sheet).click()
  await expect(stage(sheet).getByText('Sent, waiting to be mined.')).toBeVisible()
  await page.reload()
  await unfinished(page).getByRole('button', { name: 'Show' }).click()
  await expect(stage(sheet).getByText('Sent, waiting to be mined.')).toBeVisible()
  await network.mine()
  await expectIndexed(sheet)
  expect(wallet.sends).toBe(1)
  expect(await chain.voteCast(id, wallet.address)).toMatchObject({ support: 1 })
})

test('a vote that was cancelled in the wallet is none; tried again and sped up it is one', async ({
  page,
  wallet,
  network,
}) => {
  const chain = governanceOf(network)
  const { id } = await chain.activeProposal()
  const sheet = await readyToVote(page, id, wallet.address)
  await network.automine(false)
  await act(sheet).click()
  await expect(stage(sheet).getByText('Sent, waiting to be mined.')).toBeVisible()
  await wallet.replacePending('cancel')
  await network.mine()
  await expect(stage(sheet).getByText('You cancelled it in your wallet.')).toBeVisible()
  expect(await chain.hasVoted(id, wallet.address)).toBe(false)
  await sheet.getByRole('button', { name: 'Try again' }).click()
  await expect(stage(sheet).getByText('Sent, waiting to be mined.')).toBeVisible()
  await wallet.replacePending('speed-up')
  await network.mine()
  await expectIndexed(sheet)
  expect(await chain.voteCast(id, wallet.address)).toMatchObject({ support: 1 })
})

test('a vote that reverts while it is mined is shown as failed, and why', async ({
  page,
  wallet,
  network,
}) => {
  const chain = governanceOf(network)
  const { id } = await chain.activeProposal()
  const sheet = await readyToVote(page, id, wallet.address)
  await network.automine(false)
  await chain.castBySigPending(6, 5, id, 0)
  await act(sheet).click()
  await expect(stage(sheet).getByText('Sent, waiting to be mined.')).toBeVisible()
  await network.mine()
  await expect(
    stage(sheet).getByText('The transaction failed. This account has voted on this proposal.'),
  ).toBeVisible()
  await expect(stage(sheet).getByText('Mined and indexed.')).toBeHidden()
  expect(await chain.voteCast(id, wallet.address)).toMatchObject({ support: 0 })
})

test('another account or network in the wallet stops the vote and says so', async ({
  page,
  wallet,
  network,
}) => {
  const chain = governanceOf(network)
  const { id } = await chain.activeProposal()
  const first = wallet.address
  const sheet = await readyToVote(page, id, first)
  await wallet.switchChain(1)
  await expect(stage(sheet).getByText('Stopped: your wallet switched to another network.')).toBeVisible()
  await sheet.getByRole('button', { name: 'Switch network' }).click()
  const answer = wallet.hold('eth_sendTransaction')
  await sheet.getByRole('button', { name: /^Vote “For”|^Go on/ }).click()
  await expect.poll(() => wallet.sends).toBe(1)
  await wallet.switchAccount(5)
  await expect(
    stage(sheet).getByText(`Stopped: your wallet switched to ${short(wallet.address)}.`),
  ).toBeVisible()
  wallet.refuseNext('eth_sendTransaction')
  await answer()
  expect(await chain.hasVoted(id, first)).toBe(false)
  await wallet.switchAccount(6)
  await review(page).getByRole('button', { name: 'Go on' }).click()
  await expectIndexed(sheet)
  expect(await chain.voteCast(id, first)).toMatchObject({ support: 1 })
  expect(await chain.hasVoted(id, wallet.address)).toBe(true)
})
