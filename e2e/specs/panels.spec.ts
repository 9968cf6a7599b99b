import type { Page } from '@playwright/test'
import { withFreshSite } from '@/e2e/fixtures/fresh-site'
import { expect, test } from '@/e2e/fixtures/test'
import { pollPath } from '@/e2e/pages/governance'
import { governanceOf } from '@/e2e/pages/governance-chain'
import { accountPath } from '@/e2e/pages/staking'

/**
 * Each source fails once, in its likeliest way, for a site that has read nothing before: its panels say so in their own words and
 * everything around them stays. The whole table of faults is in e2e/chain/sources.test.ts.
 */

const main = (page: Page) => page.getByRole('main')

/** Nothing is missing or old; a panel that is late while the new site reads for the first time may come with a reload. */
async function expectWhole(page: Page): Promise<void> {
  const notes = main(page).getByText(/is not known now|is late\.|Some figures are missing|kept from before/)
  await expect(async () => {
    if ((await notes.count()) > 0) await page.reload()
    await expect(notes).toHaveCount(0, { timeout: 500 })
  }).toPass()
}

test('chain down: every page stands, says so, and has its figures again after a reload', async ({
  page,
  network,
  orchestrators: [orchestrator],
}) => {
  test.setTimeout(120_000)
  await network.rpcFault('error')
  await withFreshSite({ network, page }, async (site) => {
    const failing = [
      ['/', 'The round is not known now'],
      ['/orchestrators', 'The list of orchestrators is not known now'],
      [accountPath(orchestrator, 'delegating'), 'This account is not known now'],
      [accountPath(orchestrator, 'earnings'), 'The ledger is not known now'],
      [accountPath(orchestrator, 'orchestrating'), 'This orchestrator is not known now'],
      [accountPath(orchestrator, 'delegators'), 'The list of delegators is not known now'],
      [accountPath(orchestrator, 'history'), 'This history is not known now'],
      [accountPath(orchestrator, 'broadcasting'), 'This gateway is not known now'],
      ['/voting', 'The list of polls is not known now'],
      ['/treasury', 'The treasury is not known now'],
    ] as const
    for (const [path, words] of failing) {
      expect((await page.goto(`${site}${path}`))?.status(), path).toBe(200)
      await expect(main(page).getByText(words), path).toBeVisible()
      await expect(
        main(page)
          .getByText(/The chain could not be read: HTTP 503/)
          .first(),
        path,
      ).toBeVisible()
      await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible()
    }
    await network.rpcFault('none')
    await page.goto(`${site}/`)
    await expect(async () => {
      await page.reload()
      await expect(main(page).getByText('The round is not known now')).toHaveCount(0, { timeout: 500 })
    }).toPass()
  })
})

test('index down: figures of the chain stay, what it alone knows is unknown with a reason, not zero', async ({
  page,
  network,
  orchestrators: [orchestrator],
}) => {
  test.setTimeout(120_000)
  await network.subgraphFault('error')
  await withFreshSite({ network, page }, async (site) => {
    const missing = /The subgraph could not be read: HTTP 503.*Chain figures are not affected/
    const partial = [
      [accountPath(orchestrator, 'delegators'), /listed by the index alone, and it did not answer/],
      [accountPath(orchestrator, 'history'), /Past events come from the index alone, and it did not answer/],
      [accountPath(orchestrator, 'broadcasting'), /not answer/],
      [accountPath(orchestrator, 'orchestrating'), /Past rounds come from the index, which did not answer/],
      ['/orchestrators', /Who leaves it now or stands outside comes from the index, which did not answer/],
    ] as const
    for (const [path, words] of partial) {
      await page.goto(`${site}${path}`)
      await expect(main(page).getByText(missing).first(), path).toBeVisible()
      await expect(main(page).getByText(words).first(), path).toBeVisible()
    }
    await page.goto(`${site}${accountPath(orchestrator, 'earnings')}`)
    await expect(
      main(page)
        .getByText(/The events of this account come from the index, which did not answer/)
        .first(),
    ).toBeVisible()
    await page.goto(`${site}${accountPath(orchestrator, 'delegating')}`)
    const stake = await network.pendingStake(orchestrator)
    const exact = await main(page).locator('data[title$=" LPT"]').first().getAttribute('value')
    expect(exact).toBe(decimal(stake))
  })
})

const decimal = (wei: bigint) => {
  const part = (wei % 10n ** 18n).toString().padStart(18, '0').replace(/0+$/, '')
  return `${wei / 10n ** 18n}${part ? `.${part}` : ''}`
}

test('servers of scores down: price and scores are unavailable with the reason, the rest of the page is whole', async ({
  page,
  network,
  orchestrators: [orchestrator],
}) => {
  await network.serviceFault('metrics', 'error')
  await withFreshSite({ network, page }, async (site) => {
    await page.goto(`${site}${accountPath(orchestrator, 'orchestrating')}`)
    const panel = main(page)
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Price and performance' }) })
      .last()
    await expect(panel.getByText(/^Unavailable\. The scores could not be read: HTTP 503/)).toHaveCount(3)
    await expect(main(page).getByText(/^no data/)).toHaveCount(0)
    await expectWhole(page)
    await page.goto(`${site}/orchestrators`)
    await expect(page.getByRole('row').nth(5)).toBeVisible()
    await expectWhole(page)
  })
})

test('names down: pages show addresses and nothing waits or fails', async ({
  page,
  network,
  orchestrators: [orchestrator],
}) => {
  await network.serviceFault('names', 'drop')
  await withFreshSite({ network, page }, async (site) => {
    await page.goto(`${site}/orchestrators`)
    for (const header of (await page.getByRole('rowheader').all()).slice(0, 10))
      await expect(header).toContainText(/0x[0-9a-f]{4}…/i)
    await expectWhole(page)
    await page.goto(`${site}${accountPath(orchestrator, 'delegating')}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/^0x[0-9a-fA-F]{4}…/)
    await expectWhole(page)
  })
})

test('IPFS down: polls keep tally and vote, and say that their text is missing', async ({
  page,
  network,
}) => {
  const poll = await governanceOf(network).openPoll()
  await network.serviceFault('ipfs', 'error')
  await withFreshSite({ network, page }, async (site) => {
    await page.goto(`${site}/voting`)
    await expect(
      main(page)
        .getByText(/its text could not be read now/)
        .first(),
    ).toBeVisible()
    await page.goto(`${site}${pollPath(poll.address)}`)
    await expect(main(page).getByText(/Tally and voting work without it/)).toBeVisible()
    await expectWhole(page)
  })
})

test('prices and LIP texts down: no page is the poorer for it, as none shows them', async ({
  page,
  network,
  orchestrators: [orchestrator],
}) => {
  await network.serviceFault('prices', 'error')
  await network.serviceFault('lips', 'error')
  await withFreshSite({ network, page }, async (site) => {
    for (const path of [
      '/',
      accountPath(orchestrator, 'delegating'),
      accountPath(orchestrator, 'earnings'),
      '/voting',
      '/treasury',
    ]) {
      await page.goto(`${site}${path}`)
      await expectWhole(page)
    }
  })
})

test('an index that is behind is said to be on each page that uses it, and a chain that stops answering leaves dated figures', async ({
  page,
  network,
  orchestrators: [orchestrator],
}) => {
  test.setTimeout(120_000)
  await network.holdIndex(true)
  await network.mine(400)
  await withFreshSite({ network, page }, async (site) => {
    for (const path of [
      accountPath(orchestrator, 'delegators'),
      accountPath(orchestrator, 'history'),
      '/orchestrators',
      '/treasury',
    ]) {
      await page.goto(`${site}${path}`)
      await expect(
        main(page)
          .getByText(/These figures are kept from before.*The index is \d+ minutes behind the chain/)
          .first(),
        path,
      ).toBeVisible()
    }
    await network.holdIndex(false)
    await network.siteFollows()
    await page.goto(`${site}/`)
    const asOf = await main(page)
      .getByText(/^As of block/)
      .first()
      .innerText()
    await network.rpcFault('error')
    await expect(async () => {
      await page.reload()
      await expect(
        main(page)
          .getByText(/These figures are kept from before.*The chain could not be read/)
          .first(),
      ).toBeVisible({ timeout: 500 })
    }).toPass()
    const block = (text: string) => /block ([\d,]+)/.exec(text)?.[1]
    expect(
      block(
        await main(page)
          .getByText(/^As of block/)
          .first()
          .innerText(),
      ),
    ).toBe(block(asOf))
  })
})
