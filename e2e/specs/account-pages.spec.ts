import { expect, test } from '@/e2e/fixtures/test'
import { csvRows, indexedIds } from '@/e2e/pages/index-of'
import { accountPath } from '@/e2e/pages/staking'

/** The pages of an account beside its staking: filters, paging and files, and what they say of accounts without any of it. */

const tabs = ['Delegating', 'Earnings', 'Orchestrating', 'Delegators', 'History', 'Broadcasting'] as const

test('every tab is one link away and says where one is', async ({ page, orchestrators: [orchestrator] }) => {
  await page.goto(accountPath(orchestrator, 'delegating'))
  const nav = page.getByRole('navigation', { name: 'Pages of this account' })
  for (const tab of tabs) {
    await nav.getByRole('link', { name: tab }).click()
    await expect(page).toHaveURL(`/accounts/${orchestrator.toLowerCase()}/${tab.toLowerCase()}`)
    await expect(nav.getByRole('link', { name: tab })).toHaveAttribute('aria-current', 'page')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText(/is not known now/)).toHaveCount(0)
  }
})

test('the history narrows by type and day, goes back page by page, and its file has all of it', async ({
  page,
  request,
  orchestrators: [orchestrator],
}) => {
  const path = accountPath(orchestrator, 'history')
  const file = async (query: string) => csvRows(await (await request.get(`${path}/csv${query}`)).text())
  const whole = await file('')
  const id = orchestrator.toLowerCase()
  const rewards = await indexedIds('rewardEvents', `delegate: "${id}"`)
  const bonds = await indexedIds('bondEvents', `delegator: "${id}"`)
  expect(whole.filter(({ event }) => event === 'reward')).toHaveLength(rewards.length)
  expect(whole.filter(({ event }) => event === 'bond' || event === 'move')).toHaveLength(bonds.length)

  const events = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.locator('time') })
  await page.goto(path)
  let shown = 0
  for (let pages = 1; ; pages += 1) {
    expect(pages, 'the history ends').toBeLessThan(200)
    shown += await events.count()
    const older = page.getByRole('link', { name: 'Older' })
    if ((await older.count()) === 0) break
    const here = page.url()
    await older.click()
    await expect(page).not.toHaveURL(here)
    await expect(page.getByRole('link', { name: 'Newest' })).toBeVisible()
  }
  expect(shown).toBe(whole.length)

  await page.goto(path)
  const types = page.getByRole('navigation', { name: 'Type of event' })
  await types.getByRole('link', { name: 'Staking' }).click()
  await expect(page).toHaveURL(`${path}?type=staking`)
  await expect(types.getByRole('link', { name: 'Staking' })).toHaveAttribute('aria-current', 'true')
  const staking = await file('?type=staking')
  expect(staking.length).toBeGreaterThan(0)
  expect(staking.length).toBeLessThan(whole.length)
  await expect(events).toHaveCount(Math.min(50, staking.length))

  const day = `${whole[Math.floor(whole.length / 2)]?.time_utc}`.slice(0, 10)
  await page.goto(path)
  await page.getByLabel('From (UTC)').fill(day)
  await page.getByLabel('To (UTC)').fill(day)
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(new RegExp(`from=${day}&to=${day}`))
  const ofDay = whole.filter(({ time_utc }) => time_utc?.startsWith(day))
  expect(ofDay.length).toBeGreaterThan(0)
  await expect(events).toHaveCount(Math.min(50, ofDay.length))
  expect(await file(`?from=${day}&to=${day}`)).toHaveLength(ofDay.length)
  await page.goto(`${path}?from=2001-01-01&to=2001-01-01`)
  await expect(page.getByText('No event of this kind in this time.')).toBeVisible()
})

test('an account without any of it is told so on each tab, not shown zeros', async ({ page, network }) => {
  const spare = network.deployment.accounts[8]?.address
  if (!spare) throw new Error('the world lacks account 8')
  const words = {
    earnings: 'Nothing earned yet',
    orchestrating: 'Not an orchestrator',
    delegators: 'Nobody has stake bonded to this account.',
    broadcasting: 'Not a gateway',
  } as const
  for (const [tab, text] of Object.entries(words)) {
    await page.goto(accountPath(spare, tab as keyof typeof words))
    await expect(page.getByRole('main').getByText(text)).toBeVisible()
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('types, days and pages of the history and of delegators are links and forms', async ({
    page,
    orchestrators: [orchestrator],
  }) => {
    const path = accountPath(orchestrator, 'history')
    await page.goto(path)
    await page.getByRole('link', { name: 'Orchestrating', exact: true }).last().click()
    await expect(page).toHaveURL(`${path}?type=orchestrating`)
    await page.getByLabel('From (UTC)').fill('2026-01-01')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page).toHaveURL(/type=orchestrating&from=2026-01-01/)
    await page.goto(accountPath(orchestrator, 'delegators'))
    await page.getByRole('columnheader', { name: /^Fees/ }).getByRole('link').click()
    await expect(page).toHaveURL(/sort=fees/)
  })
})
