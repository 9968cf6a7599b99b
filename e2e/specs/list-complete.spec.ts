import type { Page } from '@playwright/test'
import type { Address } from 'viem'
import type { Network } from '@/e2e/fixtures/network'
import { expect, test } from '@/e2e/fixtures/test'
import { proposalPath } from '@/e2e/pages/governance'
import { governanceOf } from '@/e2e/pages/governance-chain'
import { csvRows, indexedIds } from '@/e2e/pages/index-of'
import { accountPath } from '@/e2e/pages/staking'

/** Lists are complete: every row once over all pages and in the file, and counts on pages are counts in the index. */

const rowsPerPage = 50
const integer = (value: number) => value.toLocaleString('en-US')

/** The orchestrator with the longest list of delegators, and who they are by the index. */
async function crowd(network: Network): Promise<{ orchestrator: Address; delegators: string[] }> {
  const [first] = await network.pool(1)
  const orchestrator = (network.deployment.landmarks?.crowdedOrchestrator ?? first) as Address
  const where = `delegate: "${orchestrator.toLowerCase()}", bondedAmount_gt: "0"`
  return { orchestrator, delegators: await indexedIds('delegators', where) }
}

/** Addresses of the rows in served HTML, in their order. */
const addressesIn = (html: string) =>
  [...html.matchAll(/<th scope="row"[^>]*>.*?title="(0x[0-9a-fA-F]{40})"/gs)].map(([, address]) =>
    `${address}`.toLowerCase(),
  )

const rowAddresses = (page: Page) =>
  page
    .getByRole('rowheader')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('title')?.toLowerCase() ?? ''))

test('every delegator is on exactly one page, in the file, and counted', async ({ request, network }) => {
  test.setTimeout(180_000)
  const { orchestrator, delegators } = await crowd(network)
  const path = accountPath(orchestrator, 'delegators')
  const pages = Math.ceil(delegators.length / rowsPerPage)
  const seen: string[] = []
  for (let page = 1; page <= pages; page += 1) {
    const html = await (await request.get(page === 1 ? path : `${path}?page=${page}`)).text()
    const rows = addressesIn(html)
    expect(rows.length, `page ${page}`).toBe(
      page < pages ? rowsPerPage : delegators.length - (pages - 1) * rowsPerPage,
    )
    seen.push(...rows)
  }
  expect(seen.toSorted()).toEqual(delegators.toSorted())

  const file = csvRows(await (await request.get(`${path}/csv`)).text())
  expect(file.map(({ delegator }) => `${delegator}`.toLowerCase())).toEqual(seen)
  expect(file.filter((row) => row.is_orchestrator_itself === 'yes')).toHaveLength(1)
  console.log(`${delegators.length} delegators on ${pages} pages`)
})

test('the list of delegators is paged and sorted by links', async ({ page, network }) => {
  const { orchestrator, delegators } = await crowd(network)
  const path = accountPath(orchestrator, 'delegators')
  const of = integer(delegators.length)
  await page.goto(path)
  await expect(page.getByRole('definition').filter({ hasText: new RegExp(`^${of}$`) })).toBeVisible()
  const pager = page.getByRole('navigation', { name: 'Pages of delegators' })
  await expect(pager).toContainText(`1–${rowsPerPage} of ${of} delegators`)
  const first = await rowAddresses(page)
  await pager.getByRole('link', { name: 'Next' }).click()
  await expect(page).toHaveURL(`${path}?page=2`)
  await expect(pager).toContainText(new RegExp(`^.*${rowsPerPage + 1}–`))
  const second = await rowAddresses(page)
  expect(second.filter((address) => first.includes(address))).toEqual([])
  await pager.getByRole('link', { name: 'Previous' }).click()
  await expect(page).toHaveURL(path)
  await expect.poll(() => rowAddresses(page)).toEqual(first)

  // Sorted by fees downwards and upwards: the whole list turns around, not the page alone.
  const head = page.getByRole('columnheader', { name: /^Fees/ })
  await head.getByRole('link').click()
  await expect(page).toHaveURL(`${path}?sort=fees`)
  await expect(head).toHaveAttribute('aria-sort', 'descending')
  const fees = () =>
    page
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => row.querySelector('data[title$=" ETH"]')?.getAttribute('value') ?? ''),
      )
  const down = await fees()
  expect(down.map(Number)).toEqual(down.map(Number).toSorted((left, right) => right - left))
  await head.getByRole('link').click()
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  const up = await fees()
  expect(Number(up.at(-1))).toBeLessThanOrEqual(Number(down[0]))
  expect(up.map(Number)).toEqual(up.map(Number).toSorted((left, right) => left - right))

  // A page that is not there is the last one that is.
  await page.goto(`${path}?page=9999`)
  await expect(pager).toContainText(new RegExp(`–${of} of ${of} delegators`))
})

test('the list of orchestrators counts delegators as the index does, and the overview sums them', async ({
  page,
  request,
}) => {
  const rows = csvRows(await (await request.get('/orchestrators/csv')).text())
  const counts = new Map(rows.map((row) => [`${row.address}`.toLowerCase(), Number(row.delegators)]))
  expect(counts.size).toBeGreaterThan(40)
  for (const [address, count] of counts)
    expect(count, address).toBe(
      (await indexedIds('delegators', `delegate: "${address}", bondedAmount_gt: "0"`)).length,
    )
  const all = (await indexedIds('delegators', 'bondedAmount_gt: "0"')).length
  await page.goto('/')
  const line = page.locator('dl > div').filter({ has: page.getByText('Delegators', { exact: true }) })
  await expect(line).toContainText(integer(all))
})

test('every vote on the proposal with most votes is counted and in the file', async ({
  page,
  request,
  network,
}) => {
  const { massVotedProposal } = network.deployment.landmarks ?? {}
  const id = massVotedProposal ?? (await governanceOf(network).activeProposal()).id
  const votes = (await indexedIds('treasuryVotes', `proposal: "${id}"`)).length
  await page.goto(proposalPath(id))
  await expect(page.getByRole('link', { name: `All ${integer(votes)} votes as CSV` })).toBeVisible()
  const text = await (await request.get(`${proposalPath(id)}/csv`)).text()
  expect([...text.matchAll(/^0x[0-9a-fA-F]{40},(?:for|against|abstain),/gm)]).toHaveLength(votes)
  console.log(`${votes} votes`)
})
