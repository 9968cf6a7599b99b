import type { Locator, Page } from '@playwright/test'
import { type Address, parseEther, toHex } from 'viem'
import type { Network } from '@/e2e/fixtures/network'
import { expect, test } from '@/e2e/fixtures/test'
import { chainAt } from '@/e2e/pages/chain-at'
import { proposalPath, shown, tallyOf } from '@/e2e/pages/governance'
import { governanceOf } from '@/e2e/pages/governance-chain'
import { accountPath } from '@/e2e/pages/staking'

/** Figures in the served HTML of every kind of page against raw reads of the contracts at the block which that page names. */

test.use({ javaScriptEnabled: false })

const main = (page: Page) => page.getByRole('main')

/** Opens a page and answers the chain at the block it names; `block` is that block. */
async function openAt(page: Page, network: Network, path: string) {
  expect((await page.goto(path))?.status()).toBe(200)
  const named = main(page)
    .getByText(/^As of block/)
    .first()
    .locator('data')
  const block = Number(await named.getAttribute('value'))
  expect(block).toBeGreaterThan(0)
  return { block, ...chainAt(network, block) }
}

/** Exact value of the amount under a label. */
const figure = async (page: Page, label: string): Promise<bigint> =>
  amountIn(entry(page, label).locator('dd').first())
const amountIn = async (scope: Locator) =>
  parseEther((await scope.locator('data').first().getAttribute('value')) ?? '')
/** The same where the exact value is a title alone, as in long tables. */
const titleIn = async (scope: Locator) =>
  parseEther(
    ((await scope.locator('[title$=" LPT"]').first().getAttribute('title')) ?? '').replace(/,| LPT/g, ''),
  )
const entry = (page: Page, label: string) =>
  main(page)
    .locator('dl > div')
    .filter({ has: page.locator('dt', { hasText: new RegExp(`^${label}`) }) })
    .first()

const percentOf = (partP6: bigint) =>
  `${partP6 / 10_000n}.${(partP6 % 10_000n).toString().padStart(4, '0').slice(0, 2)}%`
const compact = (text: string) => text.replace(/\s/g, '')

test('the overview', async ({ page, network }) => {
  const chain = await openAt(page, network, '/')
  expect(await figure(page, 'Bonded')).toBe(await chain.activeStake())
  expect(await figure(page, 'Supply')).toBe(await chain.supply())
  expect(await figure(page, 'Treasury')).toBe(await chain.lpt('Treasury'))
})

test('the list of orchestrators and the comparison', async ({ page, network }) => {
  const members = await network.pool(1_000)
  const chain = await openAt(page, network, '/orchestrators?show=all')
  const sample = members.filter((_, place) => place % 6 === 0)
  expect(sample.length).toBeGreaterThan(7)
  for (const member of sample) {
    const row = page
      .getByRole('row')
      .filter({ has: page.locator(`a[href^="/accounts/${member.toLowerCase()}"]`) })
    expect(await titleIn(row.locator('td').first()), member).toBe(await chain.totalStake(member))
    const { rewardCut } = await chain.cuts(member)
    expect(compact(await row.locator('td[data-label^="Reward cut"]').innerText())).toContain(
      compact(percentOf(rewardCut)),
    )
  }
  const [first, second] = members as [Address, Address]
  const compared = await openAt(
    page,
    network,
    `/orchestrators/compare?ids=${first.toLowerCase()},${second.toLowerCase()}`,
  )
  const cells = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: 'Stake, LPT', exact: true }) })
    .getByRole('cell')
  for (const [place, member] of [first, second].entries())
    expect(await titleIn(cells.nth(place))).toBe(await compared.totalStake(member))
})

test('an account: stake, fees, locks, wallet, also after it acted', async ({ page, network }) => {
  const account = network.deployment.accounts[6]?.address
  if (!account) throw new Error('the world lacks account 6')
  const before = await openAt(page, network, accountPath(account, 'delegating'))
  const check = async (chain: typeof before) => {
    expect(await figure(page, 'Stake')).toBe(await chain.stake(account))
    expect(await figure(page, 'Fees to withdraw')).toBe(await chain.fees(account))
    expect(await figure(page, 'LPT, not bonded')).toBe(await chain.lpt(account))
    expect(await figure(page, 'ETH, for fees')).toBe(await chain.eth(account))
    const locks = page.getByRole('listitem').filter({ hasText: /Lock \d+/ })
    expect(await locks.count()).toBeGreaterThan(0)
    for (const lock of await locks.all()) {
      const id = BigInt(/Lock (\d+)/.exec(await lock.innerText())?.[1] ?? '')
      expect(await amountIn(lock), `lock ${id}`).toBe(await chain.lock(account, id))
    }
  }
  await check(before)
  const stake = await figure(page, 'Stake')
  await network.unbondAs(6, 3n * 10n ** 18n)
  await network.siteFollows()
  // A page made just before the action is sent for its freshness window still.
  let after = before
  await expect(async () => {
    after = await openAt(page, network, accountPath(account, 'delegating'))
    expect(after.block).toBeGreaterThan(before.block)
  }).toPass({ timeout: 15_000 })
  await check(after)
  expect(await figure(page, 'Stake')).toBe(stake - 3n * 10n ** 18n)
})

test('an orchestrator, its delegators and its earnings', async ({ page, network }) => {
  const [first] = await network.pool(1)
  const orchestrator = (network.deployment.landmarks?.crowdedOrchestrator ?? first) as Address
  const own = await openAt(page, network, accountPath(orchestrator, 'orchestrating'))
  expect(await figure(page, 'Stake')).toBe(await own.totalStake(orchestrator))
  expect(await figure(page, 'Own stake')).toBe(await own.stake(orchestrator))
  const { rewardCut, feeShare } = await own.cuts(orchestrator)
  await expect(entry(page, 'Reward cut')).toContainText(
    new RegExp(percentOf(rewardCut).replace('%', '\\s?%')),
  )
  await expect(entry(page, 'Fee cut')).toContainText(
    new RegExp(percentOf(1_000_000n - feeShare).replace('%', '\\s?%')),
  )

  const chain = await openAt(page, network, `${accountPath(orchestrator, 'delegators')}?sort=rewards`)
  expect(await figure(page, 'Stake bonded to it')).toBe(await chain.totalStake(orchestrator))
  const rows = await page.locator('tbody tr').evaluateAll((all) =>
    all.map((row) => ({
      address: row.querySelector('th a')?.getAttribute('title') as `0x${string}`,
      stake: row.querySelector('data[title$=" LPT"]')?.getAttribute('value') ?? '',
      fees: row.querySelector('data[title$=" ETH"]')?.getAttribute('value') ?? '',
    })),
  )
  expect(rows.length).toBeGreaterThan(5)
  for (const { address, stake, fees } of rows) {
    expect(parseEther(stake), address).toBe(await chain.stake(address))
    expect(parseEther(fees), address).toBe(await chain.fees(address))
  }

  const earned = await openAt(page, network, accountPath(orchestrator, 'earnings'))
  const newest = page.locator('tbody tr').first()
  const after = await newest.locator('td').nth(3).locator('data').first().getAttribute('value')
  expect(parseEther(after ?? '')).toBe(await earned.stake(orchestrator))
})

test('a history: each row is in the receipt of its transaction', async ({ page, network }) => {
  const [orchestrator] = await network.pool(1)
  if (!orchestrator) throw new Error('the pool is empty')
  const chain = await openAt(page, network, accountPath(orchestrator, 'history'))
  const rows = await main(page)
    .getByRole('listitem')
    .filter({ has: page.locator('[title^="0x"].font-mono') })
    .evaluateAll((all) =>
      all.map((row) => ({
        tx: row.querySelector('p [title^="0x"]')?.getAttribute('title') as `0x${string}`,
        amounts: [...row.querySelectorAll('data')].map((data) => data.getAttribute('value') ?? ''),
      })),
    )
  expect(rows.length).toBeGreaterThan(20)
  let amountsSeen = 0
  for (const { tx, amounts } of rows.slice(0, 25)) {
    const receipt = await chain.receipt(tx)
    expect(receipt.status).toBe('success')
    expect(Number(receipt.blockNumber)).toBeLessThanOrEqual(chain.block)
    const words = receipt.logs.map(({ data }) => data).join()
    for (const amount of amounts) {
      expect(words, `${tx} ${amount}`).toContain(toHex(parseEther(amount), { size: 32 }).slice(2))
      amountsSeen += 1
    }
  }
  expect(amountsSeen).toBeGreaterThan(5)
})

test('a gateway, the treasury and a proposal', async ({ page, network }) => {
  const gateway = network.deployment.accounts.find(({ role }) => role === 'demo-gateway')?.address
  if (!gateway) throw new Error('the world lacks its gateway')
  const funded = await openAt(page, network, accountPath(gateway, 'broadcasting'))
  const funds = await funded.funds(gateway)
  expect(funds.deposit).toBeGreaterThan(0n)
  expect(await figure(page, 'Deposit')).toBe(funds.deposit)
  expect(await figure(page, 'Reserve')).toBe(funds.reserve)

  const treasury = await openAt(page, network, '/treasury')
  expect(await figure(page, 'Balance')).toBe(await treasury.lpt('Treasury'))

  const id =
    network.deployment.landmarks?.massVotedProposal ?? (await governanceOf(network).activeProposal()).id
  const proposal = await openAt(page, network, proposalPath(id))
  const { inFavour, against, abstain } = await proposal.votes(id)
  await expect(tallyOf(page, 'For')).toContainText(shown(inFavour))
  await expect(tallyOf(page, 'Against')).toContainText(shown(against))
  await expect(tallyOf(page, 'Abstain')).toContainText(shown(abstain))
})
