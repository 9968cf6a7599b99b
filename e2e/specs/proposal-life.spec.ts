import type { Page } from '@playwright/test'
import { type Address, type Hex, isAddress, isHex } from 'viem'
import { expect, test } from '@/e2e/fixtures/test'
import { proposalPath, shown } from '@/e2e/pages/governance'
import { governanceOf } from '@/e2e/pages/governance-chain'

/** The call that the page offers for the next step. */
async function offeredCall(page: Page): Promise<{ to: Address; data: Hex }> {
  await page.getByText('The call, for a Safe or a terminal').click()
  const of = async (label: string) =>
    page.getByRole('term').filter({ hasText: label }).locator('xpath=following-sibling::dd').innerText()
  const [to, data] = [await of('To: LivepeerGovernor'), await of('Data')]
  if (!isAddress(to) || !isHex(data)) throw new Error(`no call: ${to} ${data}`)
  expect(await of('With Foundry')).toBe(`cast send ${to} ${data}`)
  return { to, data }
}

test('a passed proposal is queued and executed by the calls its page offers, as it was simulated', async ({
  page,
  network,
}) => {
  const chain = governanceOf(network)
  const { id } = await chain.proposalWith('Measure orchestrators from twelve places')
  const main = page.getByRole('main')
  const before = await chain.lpt(chain.treasury)
  const paid = 7_300n * 10n ** 18n
  await page.goto(proposalPath(id))
  await expect(main.getByText('Passed', { exact: true }).first()).toBeVisible()
  const balances = main.getByRole('table', { name: 'Treasury before and after' })
  await expect(balances.getByRole('row', { name: 'LPT' })).toContainText(shown(before))
  await expect(balances.getByRole('row', { name: 'LPT' })).toContainText(shown(before - paid))

  await expect(main.getByRole('heading', { name: 'Next: queue it' })).toBeVisible()
  const queue = await offeredCall(page)
  await chain.sendAs(4, queue.to, queue.data)
  expect((await chain.proposal(id)).state).toBe(5)
  await network.siteFollows()
  await expect(async () => {
    await page.goto(proposalPath(id))
    await expect(main.getByRole('heading', { name: 'Next: execute it' })).toBeVisible({ timeout: 500 })
    await expect(main.getByText('Queued', { exact: true })).toHaveCount(2, { timeout: 500 })
  }).toPass()
  const execute = await offeredCall(page)
  await chain.sendAs(5, execute.to, execute.data)
  expect((await chain.proposal(id)).state).toBe(7)
  expect(await chain.lpt(chain.treasury)).toBe(before - paid)

  await network.siteFollows()
  await expect(async () => {
    await page.goto(proposalPath(id))
    await expect(main.getByText('Executed', { exact: true })).toHaveCount(2, { timeout: 500 })
  }).toPass()
  await expect(balances).toBeHidden()
  await expect(main.getByRole('heading', { name: /^Next/ })).toBeHidden()
})

test('a queued proposal whose call the protocol refuses says so, and why', async ({ page, network }) => {
  const { id } = await governanceOf(network).proposalWith('ceiling to 1,000,000 LPT')
  await page.goto(proposalPath(id))
  const main = page.getByRole('main')
  await expect(main.getByText('Carried out now, call 1 would fail')).toBeVisible()
  await expect(main.getByText(/Only the owner of the protocol may change this/)).toBeVisible()
  await expect(main.getByText('setTreasuryBalanceCeiling', { exact: true })).toBeVisible()
  await expect(main.getByText('1000000000000000000000000', { exact: true })).toBeVisible()
})

test('a pending proposal is cancelled by its proposer with the call its page offers', async ({
  page,
  network,
}) => {
  const chain = governanceOf(network)
  const pending = (await chain.proposals()).find(({ state }) => state === 0)
  if (!pending) throw new Error('no proposal is pending')
  await page.goto(proposalPath(pending.id))
  const { to, data } = await offeredCall(page)
  // Account 3 wrote the proposals of this world; nobody else may.
  await chain.sendAs(3, to, data)
  expect((await chain.proposal(pending.id)).state).toBe(2)
  await network.siteFollows()
  await expect(async () => {
    await page.goto(proposalPath(pending.id))
    await expect(page.getByRole('main').getByText('Withdrawn before voting opened.')).toBeVisible({
      timeout: 500,
    })
  }).toPass()
  await expect(page.getByRole('main').getByText('The call, for a Safe or a terminal')).toBeHidden()
})
