import { expect, test } from '@/e2e/fixtures/test'
import { expectAccessible, expectNoSidewaysScroll, expectReadable } from '@/e2e/pages/accessibility'
import { offeredCall, pollVote, publish, sendButton } from '@/e2e/pages/authoring'
import { pollPath, reviewVote, shown, tallyOf } from '@/e2e/pages/governance'
import { governanceOf } from '@/e2e/pages/governance-chain'
import { expectIndexed, review, stage } from '@/e2e/pages/staking'
import { connect } from '@/e2e/pages/wallet'
import { contentIds } from '@/lib/ipfs/content-ids'

const path = '/voting/create-poll?lip=908'
const create = /^Create the poll/

test.describe('an account with enough stake', () => {
  test.use({ walletAccount: 3 })

  test('makes a poll, votes, changes its vote, and sees it close; each tally is the chain’s', async ({
    page,
    wallet,
    network,
  }) => {
    test.setTimeout(180_000)
    const chain = governanceOf(network)
    await page.goto('/voting')
    await page.getByRole('link', { name: 'New poll' }).click()
    await page.getByRole('link', { name: /LIP-908/ }).click()
    await connect(page, wallet.address)
    await expect(page.getByText('This account can create polls.')).toBeVisible()
    const cid = await publish(page)
    const pinned = await (await fetch(`${process.env.E2E_SERVICES_URL}/ipfs/${cid}`)).text()
    expect(contentIds(new TextEncoder().encode(pinned)).v0).toBe(cid)
    expect(wallet.sends).toBe(0)
    const known = new Set((await chain.polls()).map(({ address }) => address))
    await page.getByRole('button', { name: 'Review poll' }).click()
    await sendButton(review(page), create).click()
    await expectIndexed(review(page))
    const poll = (await chain.polls()).find(({ address }) => !known.has(address))
    if (!poll) throw new Error('no poll was made')
    await review(page).getByRole('link', { name: 'Open the poll' }).click()
    await page.waitForURL(pollPath(poll.address))
    await expect(page.getByRole('heading', { level: 1, name: /^LIP-908: / })).toBeVisible()

    /** The page's tally is what the events and the stakes of this moment give. */
    const compare = async () => {
      await network.siteFollows()
      const { number } = await network.head()
      const at = { ...poll, endBlock: BigInt(number) < poll.endBlock ? BigInt(number) : poll.endBlock }
      const { yesWei, noWei } = await chain.recount(at)
      await expect(async () => {
        await page.goto(pollPath(poll.address))
        await expect(tallyOf(page, 'For')).toContainText(shown(yesWei), { timeout: 500 })
        await expect(tallyOf(page, 'Against')).toContainText(shown(noWei), { timeout: 500 })
      }).toPass()
      return { yesWei, noWei }
    }
    const vote = async (side: 'For' | 'Against') => {
      const sheet = await reviewVote(page, side)
      await sendButton(sheet, new RegExp(`^Vote “${side}”`)).click()
      await expectIndexed(sheet)
      await sheet.getByRole('button', { name: 'Done' }).click()
    }
    const own = await network.pendingStake(wallet.address)
    const { delegate } = await network.delegator(wallet.address)
    await vote('For')
    expect(await compare()).toEqual({ yesWei: own, noWei: 0n })
    await pollVote(network, delegate, poll.address, 1n)
    const all = await network.delegatedStake(delegate)
    expect(await compare()).toEqual({ yesWei: own, noWei: all - own })
    await vote('Against')
    expect(await compare()).toEqual({ yesWei: 0n, noWei: all })
    await network.mine(Number(poll.endBlock - (await chain.blockNum())) + 1)
    expect(await compare()).toEqual({ yesWei: 0n, noWei: all })
    // The tally did not change with the close, so a page kept from just before it passes the comparison.
    await expect(async () => {
      await page.goto(pollPath(poll.address))
      await expect(page.getByText('Quorum not met').first()).toBeVisible({ timeout: 500 })
    }).toPass()

    await page.goto('/voting/create-poll')
    await page.getByText(/^Proposed, and not offered/).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'LIP-908' }).getByRole('link')).toHaveAttribute(
      'href',
      pollPath(poll.address),
    )
  })

  test('publishes and sends nothing that its wallet refuses or its stake no longer allows', async ({
    page,
    wallet,
    network,
  }) => {
    const chain = governanceOf(network)
    const before = (await chain.polls()).length
    await page.goto(path)
    await connect(page, wallet.address)
    const panel = page.getByRole('region', { name: 'Create the poll' })
    await expect(page.getByRole('button', { name: 'Review poll' })).toHaveAccessibleDescription(
      /^Publish the text first/,
    )
    wallet.refuseNext('eth_signTypedData_v4')
    await panel.getByRole('button', { name: 'Publish the text' }).click()
    await expect(panel.getByText('Nothing was published. Try again when you are ready.')).toBeVisible()
    await publish(page)
    wallet.refuseNext('eth_sendTransaction')
    await page.getByRole('button', { name: 'Review poll' }).click()
    await sendButton(review(page), create).click()
    await expect(review(page).getByText('You declined in your wallet.')).toBeVisible()

    await network.unbondAs(3, (await network.delegator(wallet.address)).bondedAmount)
    await review(page).getByRole('button', { name: 'Ask the wallet again' }).click()
    await expect(stage(review(page)).getByText(/Creating a poll needs 100 LPT of stake/)).toBeVisible()
    expect(wallet.sends).toBe(1)
    expect(await chain.polls()).toHaveLength(before)
  })
})

test('a content id pinned elsewhere is proven against the text before it is used', async ({
  page,
  network,
  expectConsole,
}) => {
  expectConsole(/status of (404|503)/)
  await page.setViewportSize({ width: 320, height: 700 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(path)
  const panel = page.getByRole('region', { name: 'Create the poll' })
  await panel.getByText('Paste a content id instead').click()
  const document = await panel.getByRole('textbox', { name: /^The document to pin/ }).inputValue()
  const check = async (cid: string) => {
    await panel.getByRole('textbox', { name: 'Content id' }).fill(cid)
    await panel.getByRole('button', { name: 'Check content id' }).click()
  }
  await check('Qmnonsense')
  await expect(panel.getByText('That is no content id of IPFS.')).toBeVisible()
  const other = (await (
    await fetch(`${process.env.E2E_SERVICES_URL}/ipfs/pinning/pinJSONToIPFS`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ pinataContent: { gitCommitHash: 'a'.repeat(40), text: 'Another text' } }),
    })
  ).json()) as { IpfsHash: string }
  await check(other.IpfsHash)
  await expect(panel.getByText('What it stands for is not the text shown here.')).toBeVisible()
  await expectNoSidewaysScroll(page, 'a new poll at 320')
  await expectAccessible(page, 'a refused content id, dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expectReadable(page, 'a refused content id, light')

  const { v1 } = contentIds(new TextEncoder().encode(document))
  await check(v1)
  await expect(panel.getByText('The text is on IPFS.')).toBeVisible()
  const { to, data } = await offeredCall(page, 'PollCreator')
  const chain = governanceOf(network)
  const before = (await chain.polls()).length
  await chain.sendAs(3, to, data)
  await expect.poll(async () => (await chain.polls()).length).toBe(before + 1)
})

test('an account with too little stake is told why it can neither publish nor create', async ({
  page,
  wallet,
}) => {
  await page.goto(path)
  await connect(page, wallet.address)
  await expect(page.getByText(/^Creating a poll needs 100 LPT of stake/)).toBeVisible()
  await expect(page.getByText(/^Delegate 100 LPT more/)).toBeVisible()
  for (const name of ['Publish the text', 'Review poll'])
    await expect(page.getByRole('button', { name })).toHaveAccessibleDescription(
      'This account has too little stake to create polls.',
    )
  expect(wallet.requests.some(({ method }) => method === 'eth_signTypedData_v4')).toBe(false)
})
