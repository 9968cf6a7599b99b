import { isAddress, isHex } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { mnemonic } from '@/e2e/fixtures/changes'
import { withFreshSite } from '@/e2e/fixtures/fresh-site'
import { expect, test } from '@/e2e/fixtures/test'
import { exact, lpt, pollPath, proposalPath, shown, tallyOf, votePanel } from '@/e2e/pages/governance'
import { governanceOf, type IndexedPoll } from '@/e2e/pages/governance-chain'
import { connect } from '@/e2e/pages/wallet'
import { freePort } from '@/scripts/lib/run'

/** `LivepeerGovernor.state` in the words of the site; a defeated one says why it was. */
const stateWords = [
  'Opens soon',
  'Open',
  'Cancelled',
  null,
  'Passed',
  'Queued',
  'Expired',
  'Executed',
] as const

/** State of a poll by the rules of contracts.md section 10, counted here anew. */
async function pollWords(chain: ReturnType<typeof governanceOf>, poll: IndexedPoll): Promise<string> {
  if (poll.endBlock >= (await chain.blockNum())) return 'Open'
  const voted = poll.yesWei + poll.noWei
  const active = await chain.activeStakeAtEndOf(poll)
  expect(active).toBeGreaterThan(0n)
  if (voted * 1_000_000n < active * 333_300n) return 'Quorum not met'
  return poll.yesWei * 2n > voted ? 'Passed' : 'Rejected'
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('every poll has its right state, and its page the tally, in the served HTML', async ({
    page,
    network,
  }) => {
    test.setTimeout(120_000)
    const chain = governanceOf(network)
    const polls = await chain.polls()
    expect(polls.length).toBeGreaterThanOrEqual(7)
    const seen = new Set<string>()
    await page.goto('/voting')
    for (const poll of polls) {
      const row = page
        .getByRole('main')
        .getByRole('listitem')
        .filter({ has: page.locator(`a[href="${pollPath(poll.address)}"]`) })
      const words = await pollWords(chain, poll)
      seen.add(words)
      await expect(row.getByText(words, { exact: true })).toBeVisible()
    }
    expect([...seen].toSorted()).toEqual(['Open', 'Passed', 'Quorum not met', 'Rejected'])
    for (const poll of polls) {
      await page.goto(pollPath(poll.address))
      await expect(page.getByRole('heading', { level: 1 })).toContainText(/^LIP-\d+: \w/)
      await expect(page.getByText(await pollWords(chain, poll), { exact: true }).first()).toBeVisible()
      if (poll.endBlock >= (await chain.blockNum())) continue
      await expect(page.getByText(/^Counted anew with the stakes of the poll’s last block/)).toBeVisible()
      const { yesWei, noWei } = await chain.recount(poll)
      await expect(tallyOf(page, 'For')).toContainText(shown(yesWei))
      await expect(tallyOf(page, 'Against')).toContainText(shown(noWei))
    }
  })

  test('every proposal has its right state, and its page the governor’s tally', async ({ page, network }) => {
    test.setTimeout(120_000)
    const chain = governanceOf(network)
    const proposals = await chain.proposals()
    expect(proposals.length).toBeGreaterThanOrEqual(13)
    const wordsOf = async ({ state, snapshot, against, inFavour, abstain }: (typeof proposals)[number]) =>
      stateWords[state] ??
      (against + inFavour + abstain < (await chain.quorum(snapshot)) ? 'Quorum not met' : 'Rejected')
    await page.goto('/treasury')
    const seen = new Set<string>()
    for (const proposal of proposals) {
      const row = page
        .getByRole('main')
        .getByRole('listitem')
        .filter({ has: page.locator(`a[href="${proposalPath(proposal.id)}"]`) })
      const words = await wordsOf(proposal)
      seen.add(words)
      await expect(row.getByText(words, { exact: true })).toBeVisible()
    }
    expect([...seen].toSorted()).toEqual([
      'Cancelled',
      'Executed',
      'Open',
      'Opens soon',
      'Passed',
      'Queued',
      'Quorum not met',
      'Rejected',
    ])
    for (const proposal of proposals) {
      const response = await page.goto(proposalPath(proposal.id))
      expect(response?.status()).toBe(200)
      await expect(page.getByText(await wordsOf(proposal), { exact: true }).first()).toBeVisible()
      if (proposal.state === 0) continue
      await expect(tallyOf(page, 'For')).toContainText(shown(proposal.inFavour))
      await expect(tallyOf(page, 'Against')).toContainText(shown(proposal.against))
      await expect(tallyOf(page, 'Abstain')).toContainText(shown(proposal.abstain))
      await expect(page.getByText('The newest votes are in the tally above')).toHaveCount(0)
    }
    const open = await chain.activeProposal()
    await page.goto(proposalPath(open.id))
    await expect(votePanel(page).getByText(/needs JavaScript/)).toBeVisible()
  })
})

test.describe('long lists without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('links lead through every vote on a proposal, weightiest first', async ({ page, network }) => {
    test.setTimeout(120_000)
    const chain = governanceOf(network)
    const id = network.deployment.landmarks?.massVotedProposal ?? (await chain.activeProposal()).id
    const voters = await chain.votersOn(id)
    const seen: { voter: string; counted: string }[] = []
    await page.goto(proposalPath(id))
    for (;;) {
      const rows = page.locator('#votes li')
      seen.push(
        ...(await rows.evaluateAll((all) =>
          all.map((row) => ({
            voter: row.querySelector('a[title^="0x"]')?.getAttribute('title') ?? '',
            counted: row.querySelector('data')?.getAttribute('value') ?? '',
          })),
        )),
      )
      const next = page
        .getByRole('navigation', { name: 'Pages of votes' })
        // At the end of the list the step stays, as a link that leads nowhere.
        .locator('a[href]', { hasText: 'Next' })
      if ((await next.count()) === 0) break
      await next.click()
      await expect(page).toHaveURL(/page=\d+#votes$/)
      // Nothing is shown twice: the page has changed before it is read.
      await expect(rows.first().locator('a[title^="0x"]')).not.toHaveAttribute(
        'title',
        seen.at(-100)?.voter ?? '',
      )
    }
    expect(new Set(seen.map(({ voter }) => voter.toLowerCase()))).toEqual(
      new Set(voters.map((voter) => voter.toLowerCase())),
    )
    expect(seen).toHaveLength(voters.length)
    const weights = seen.map(({ counted }) => lpt(counted))
    expect(weights).toEqual(weights.toSorted((a, b) => (a === b ? 0 : a > b ? -1 : 1)))
    const { against, inFavour, abstain } = await chain.proposal(id)
    expect(weights.reduce((sum, wei) => sum + wei, 0n)).toBe(against + inFavour + abstain)
  })
})

test('the treasury’s past is in its charts, to the wei and to the newest round', async ({
  page,
  network,
}) => {
  const chain = governanceOf(network)
  await page.goto('/treasury')
  const chart = page.getByRole('main').getByRole('figure', { name: 'Balance by round' })
  await chart.getByRole('button', { name: /^Table/ }).click()
  // Under its head the table begins with the newest round.
  const newest = chart.getByRole('row').nth(1)
  await expect(newest).toContainText(`${exact(await chain.lpt(chain.treasury))} LPT`)
  const paid = page.getByRole('table', { name: 'Paid by executed proposals, by recipient' })
  expect(await paid.getByRole('row').count()).toBeGreaterThan(2)
})

test('an open poll shows how it grew and goes into a calendar; a closed one has no file', async ({
  page,
  request,
  network,
}) => {
  const chain = governanceOf(network)
  const [open, closed] = [await chain.openPoll(), await chain.closedPoll()]
  await page.goto(pollPath(open.address))
  const main = page.getByRole('main')
  await expect(main.getByRole('figure', { name: 'Support over time' })).toBeVisible()
  await expect(main.getByRole('figure', { name: 'Participation over time' })).toBeVisible()
  await expect(main.getByText(/^Every vote weighs what its stake is now/)).toBeVisible()
  const path = await main.getByRole('link', { name: 'Add to calendar' }).getAttribute('href')
  const file = await request.get(path ?? '')
  expect(file.status()).toBe(200)
  expect(file.headers()['content-type']).toBe('text/calendar; charset=utf-8')
  expect(await file.text()).toMatch(/^BEGIN:VCALENDAR\r\n/)
  await page.goto(pollPath(closed.address))
  await expect(main.getByRole('link', { name: 'Add to calendar' })).toHaveCount(0)
  expect((await request.get(`${pollPath(closed.address)}/calendar.ics`)).status()).toBe(404)
})

test.describe('with an account', () => {
  test.use({ walletAccount: 6 })

  test('its own votes are in the lists once they are cast', async ({ page, wallet, network }) => {
    const chain = governanceOf(network)
    const proposal = await chain.activeProposal()
    const rowOf = (path: string) =>
      page
        .getByRole('main')
        .getByRole('listitem')
        .filter({ has: page.locator(`a[href="${path}"]`) })
    await page.goto('/treasury')
    const row = rowOf(proposalPath(proposal.id))
    await expect(row.getByText('You', { exact: true })).toHaveCount(0)
    await connect(page, wallet.address)
    // Its own vote is missing; what its orchestrator voted with its stake stands there where there is something.
    const notOwn = /^(no vote|\(\w+ by your orchestrator, not by you\))$/
    await expect(row.getByText(notOwn)).toBeVisible()
    await chain.castAs(6, proposal.id, 0)
    await network.siteFollows()
    await page.reload()
    await expect(row.getByText('Against', { exact: true })).toBeVisible()
    await page.goto('/voting')
    await expect(rowOf(pollPath((await chain.openPoll()).address)).getByText(notOwn)).toBeVisible()
  })
})

test('a hostile proposal does nothing but be read', async ({ page, network }) => {
  const { id } = await governanceOf(network).proposalWith('<script')
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.message())
    void dialog.dismiss()
  })
  for (const path of ['/treasury', proposalPath(id)]) {
    await page.goto(path)
    await expect(page.getByText(/Claim your bonus now/).first()).toBeVisible()
    const main = page.getByRole('main')
    expect(
      await main.locator('script, iframe, object, embed, form, style, [onclick], [onerror]').count(),
    ).toBe(0)
    // Marks of addresses are drawn here; nothing is fetched.
    expect(await main.locator('img').count()).toBe(0)
    const links = await main
      .locator('a[href]')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
    for (const href of links) expect(href).toMatch(/^https?:\/\//)
    expect(await main.innerText()).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/)
  }
  // A link whose words name another site than it leads to shows where it leads.
  const misleading = page.getByRole('main').locator('a[href*="evil"]').first()
  await expect(misleading).toHaveAttribute('rel', /noreferrer/)
  await expect(page.getByText(/\(evil\./).first()).toBeVisible()
  expect(asked).toEqual([])
})

test('100 kB of look-alikes behind broken front matter break no page and no list', async ({
  page,
  network,
}) => {
  const chain = governanceOf(network)
  const paid = '0xAb5801a7D398351b8bE11C439e05C5B3259aeC9B'
  const lookAlike = `0xab58${'0'.repeat(32)}ec9b`
  const before = (await chain.proposals()).length
  const id = await chain.proposeAs(
    3,
    paid,
    1n,
    [
      '---\ntitle: "A grant: with \'broken: front matter\n  - [unclosed\nlip: {{',
      `Pay to ${lookAlike} on liveрeer.org, as \u202eagreed\u2066.`,
      '<script>window.__ran = true</script><img src="https://evil.test/p.png" onerror="window.__ran = true">',
      '**bold** and [x](javascript:window.__ran=true) > - '.repeat(2_000),
    ].join('\n'),
  )
  await network.siteFollows()
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.message())
    void dialog.dismiss()
  })
  const main = page.getByRole('main')
  await page.goto('/treasury')
  await expect(main.locator(`a[href="${proposalPath(id)}"]`)).toBeVisible()
  await expect(main.locator('li a[href^="/treasury/"]')).toHaveCount(before + 1)
  await page.goto(proposalPath(id))
  await expect(main.getByText('Not everything in this text is what it looks like')).toBeVisible()
  await expect(main.getByText(`The address ${lookAlike} looks like ${paid}`)).toBeVisible()
  await expect(main.getByText(/“liveрeer” mixes letters of several alphabets/)).toBeVisible()
  await expect(main.getByText(/2 hidden characters were taken out/)).toBeVisible()
  await expect(main.getByText(/^This text is shown as it was written/)).toBeVisible()
  expect(await main.locator('script, img, iframe, [onerror], a[href^="javascript"]').count()).toBe(0)
  expect(await page.evaluate(() => '__ran' in window)).toBe(false)
  expect(asked).toEqual([])
})

test('a proposal and a poll that the index does not have yet have pages that say so', async ({
  page,
  network,
  expectConsole,
}) => {
  // The site learns of a block a moment after it is mined; until then the page does not exist.
  expectConsole(/status of 404/)
  const chain = governanceOf(network)
  const main = page.getByRole('main')
  await network.holdIndex(true)
  const id = await chain.proposeAs(3, '0xAb5801a7D398351b8bE11C439e05C5B3259aeC9B', 1n, '# Just now')
  const poll = await chain.createPollAs(3, 'bafkreiaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')
  await expect(async () => {
    expect((await page.goto(proposalPath(id)))?.status()).toBe(200)
    await expect(main.getByText('The index does not have this proposal yet').first()).toBeVisible({
      timeout: 500,
    })
  }).toPass()
  await expect(main.getByText('Opens soon', { exact: true })).toBeVisible()
  await expect(async () => {
    expect((await page.goto(pollPath(poll)))?.status()).toBe(200)
    await expect(main.getByText('The index does not have this poll yet')).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(main.getByText(/Tally and voting work without it/)).toBeVisible()
  await expect(votePanel(page).getByRole('radio', { name: 'For' })).toBeVisible()
  await network.holdIndex(false)
  await network.siteFollows()
  await expect(async () => {
    await page.goto(proposalPath(id))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Just now', { timeout: 500 })
  }).toPass()
})

test('the calls for a Safe or a terminal vote for the account that sends them, without a wallet here', async ({
  page,
  network,
}) => {
  const chain = governanceOf(network)
  const { id } = await chain.activeProposal()
  const poll = await chain.openPoll()
  const voter = mnemonicToAccount(mnemonic, { addressIndex: 6 }).address
  const dataOf = async (side: 'For' | 'Against') => {
    const opened = page.getByRole('group').filter({ hasText: 'Vote from a Safe or a terminal' })
    await opened.getByText('Vote from a Safe or a terminal').click()
    const texts = await opened.locator('p.font-mono').allInnerTexts()
    const [to, ...rest] = texts
    const data = rest[side === 'For' ? 0 : 2]
    if (!to || !isAddress(to) || !data || !isHex(data)) throw new Error(`no call: ${texts.join(' ')}`)
    expect(rest[side === 'For' ? 1 : 3]).toMatch(new RegExp(`^cast send ${to} "`))
    return { to, data }
  }
  await page.goto(proposalPath(id))
  const cast = await dataOf('Against')
  await chain.sendAs(6, cast.to, cast.data)
  expect(await chain.voteCast(id, voter)).toMatchObject({ support: 0 })
  await page.goto(pollPath(poll.address))
  await expect(page.getByText('With livepeer_cli, on a node that holds the account')).toBeHidden()
  const vote = await dataOf('For')
  await expect(page.getByText('With livepeer_cli, on a node that holds the account')).toBeVisible()
  await chain.sendAs(6, vote.to, vote.data)
  expect(await chain.pollChoices(poll.address, voter)).toEqual([0n])
})

test('all votes are in the file, with exact amounts that add up to the governor’s tally', async ({
  request,
  network,
}) => {
  const chain = governanceOf(network)
  for (const { id, against, inFavour, abstain } of await chain.proposals()) {
    const response = await request.get(`${proposalPath(id)}/csv`)
    expect(response.status()).toBe(200)
    expect(response.headers()['content-type']).toContain('text/csv')
    const sums = { for: 0n, against: 0n, abstain: 0n }
    // Every vote begins a line with its address; reasons may hold line breaks of their own.
    for (const [, side, whole = '0', part = ''] of (await response.text()).matchAll(
      /^0x[0-9a-fA-F]{40},(for|against|abstain),(\d+)\.?(\d*),/gm,
    ))
      sums[side as keyof typeof sums] += BigInt(whole + part.padEnd(18, '0'))
    expect(sums, id).toEqual({ for: inFavour, against, abstain })
  }
})

test('what does not exist answers 404, other spellings are redirected', async ({ request, network }) => {
  const chain = governanceOf(network)
  const poll = await chain.closedPoll()
  const { id } = await chain.activeProposal()
  for (const path of [
    '/voting/0x00000000000000000000000000000000000000aa',
    '/voting/0x123',
    '/voting/none',
    `/voting/${poll.address}/none`,
    '/voting/0x00000000000000000000000000000000000000aa/csv',
    '/treasury/123',
    `/treasury/${id}1`,
    '/treasury/-1',
    '/treasury/none',
    '/treasury/123/csv',
  ]) {
    const response = await request.get(path)
    expect(response.status(), path).toBe(404)
    expect(await response.text()).not.toContain('at Object.')
  }
  const spelled = await request.get(`/voting/0x${poll.address.slice(2).toUpperCase()}`, { maxRedirects: 0 })
  expect(spelled.status()).toBe(308)
  expect(spelled.headers().location).toContain(pollPath(poll.address))
})

test('without the index the treasury still shows what the chain knows, and polls say what is missing', async ({
  page,
  network,
}) => {
  const main = page.getByRole('main')
  const chain = governanceOf(network)
  const proposal = await chain.activeProposal()
  const poll = await chain.openPoll()
  await network.mine()
  await network.subgraphFault('error')
  await withFreshSite({ network, page }, async (site) => {
    expect((await page.goto(`${site}/treasury`))?.status()).toBe(200)
    await expect(main.getByText('The list of proposals is not known now')).toBeVisible()
    await expect(main.getByText('Balance', { exact: true })).toBeVisible()
    await expect(main.getByText('Past spending is not known now.')).toBeVisible()
    await expect(main.getByRole('figure', { name: 'Inflow from rewards' })).toBeVisible()
    await page.goto(`${site}${proposalPath(proposal.id)}`)
    await expect(tallyOf(page, 'For')).toContainText(shown(proposal.inFavour))
    await expect(main.getByText('Who voted is not known now')).toBeVisible()
    await expect(main.getByText('The index did not answer').first()).toBeVisible()
    await page.goto(`${site}/voting`)
    await expect(main.getByText('The list of polls is not known now')).toBeVisible()
    expect((await page.goto(`${site}${pollPath(poll.address)}`))?.status()).toBe(200)
    await expect(main.getByText('The index did not answer').first()).toBeVisible()
    const { yesWei } = await chain.recount({ ...poll, endBlock: BigInt((await network.head()).number) })
    await expect(tallyOf(page, 'For')).toContainText(shown(yesWei))
  })
})

test('a poll whose text cannot be reached shows tally and voting all the same', async ({ page, network }) => {
  const chain = governanceOf(network)
  const poll = await chain.openPoll()
  const nowhere = `http://127.0.0.1:${await freePort()}`
  await withFreshSite(
    { network, page },
    async (site) => {
      const main = page.getByRole('main')
      await page.goto(`${site}${pollPath(poll.address)}`)
      await expect(page.getByRole('heading', { level: 1 })).toContainText(/^Poll 0x/)
      await expect(main.getByText(/Tally and voting work without it/)).toBeVisible()
      await expect(tallyOf(page, 'For')).toContainText(/\d LPT/)
      await expect(votePanel(page).getByRole('radio', { name: 'For' })).toBeVisible()
      await page.goto(`${site}/voting`)
      await expect(main.getByText(/its text could not be read now/).first()).toBeVisible()
    },
    { IPFS_URLS: nowhere },
  )
})
