import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures/test'
import { expectAccessible, expectNoSidewaysScroll } from '@/e2e/pages/accessibility'
import { pollPath, proposalPath } from '@/e2e/pages/governance'
import { governanceOf } from '@/e2e/pages/governance-chain'
import { accountPath } from '@/e2e/pages/staking'

const field = (page: Page) => page.getByRole('dialog', { name: 'Search' }).getByRole('combobox')
const options = (page: Page) => page.getByRole('dialog', { name: 'Search' }).getByRole('option')
const status = (page: Page) => page.getByRole('dialog', { name: 'Search' }).getByRole('status')

/** Opens the palette by key, once the page's scripts listen. */
async function openBy(page: Page, key: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key)
    await expect(field(page)).toBeFocused({ timeout: 2_000 })
  }).toPass()
}

test('by keyboard alone: an address in upper case, a poll and a proposal, without loading a page', async ({
  page,
  network,
  orchestrators: [orchestrator],
}) => {
  const governance = governanceOf(network)
  const poll = (await governance.openPoll()).address
  const proposal = (await governance.activeProposal()).id
  await page.goto('/orchestrators')
  await page.evaluate(() => Object.assign(window, { sameDocument: true }))
  const same = () => page.evaluate(() => 'sameDocument' in window)

  await openBy(page, 'Control+k')
  await expect(options(page).first()).toBeVisible()
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.insertText(` ${orchestrator.toUpperCase()} `)
  await expect(status(page)).toHaveText(/^\d+ results?$/)
  await expect(options(page).first()).toHaveAttribute('href', accountPath(orchestrator, 'orchestrating'))
  await expect(options(page).nth(1)).toHaveAttribute('href', accountPath(orchestrator, 'delegating'))
  await page.keyboard.press('ArrowDown')
  await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(field(page)).toHaveAttribute(
    'aria-activedescendant',
    (await options(page).nth(1).getAttribute('id')) ?? '',
  )
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(accountPath(orchestrator, 'orchestrating'))
  await expect(page.getByRole('dialog')).toHaveCount(0)

  for (const [text, path] of [
    [poll.slice(2).toUpperCase(), pollPath(poll)],
    [proposal, proposalPath(proposal)],
  ] as const) {
    await openBy(page, '/')
    await page.keyboard.insertText(text)
    await expect(options(page).first()).toHaveAttribute('href', path)
    await expect(status(page)).toHaveText(/result/)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(path)
  }
  expect(await same()).toBe(true)

  // What was opened is offered again, and forgotten on demand; Escape gives the focus back.
  await openBy(page, '/')
  await expect(page.getByRole('group', { name: 'Opened last' }).getByRole('option')).toHaveCount(3)
  await page.getByRole('button', { name: 'Forget what was opened' }).click()
  await expect(page.getByRole('group', { name: 'Opened last' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('the palette fits a phone of 320 pixels, passes axe, warns of a wrong checksum and says what it could not ask', async ({
  page,
  expectConsole,
  orchestrators: [orchestrator],
}) => {
  expectConsole(/status of 503/)
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/voting')
  await expect(page.getByRole('banner').getByRole('link', { name: 'Search' })).toBeVisible()
  await expectNoSidewaysScroll(page, 'top bar at 320')
  await expect(async () => {
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click()
    await expect(field(page)).toBeFocused({ timeout: 2_000 })
  }).toPass()
  await expect(options(page).first()).toBeVisible()
  await expectAccessible(page, 'suggestions')
  const broken = orchestrator.replace(/[a-z](?=[^a-zA-Z]*$)|[A-Z](?=[^a-zA-Z]*$)/, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  )
  await field(page).fill(broken)
  await expect(options(page).first()).toContainText('The letter case is a checksum, and it is wrong')
  await expectAccessible(page, 'an address in doubt')
  await expectNoSidewaysScroll(page, 'palette at 320')
  await field(page).fill('nothing like this')
  await expect(status(page)).toHaveText('Nothing found')
  await page.route('**/api/v1/search*', (route) => route.fulfill({ status: 503, body: 'busy' }))
  await field(page).fill(orchestrator)
  await expect(page.getByText('The sources could not be asked')).toBeVisible()
  await expect(options(page).first()).toHaveAttribute('href', accountPath(orchestrator, 'delegating'))
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the search page finds, shows an exact address instead of jumping to it, and is not listed', async ({
    page,
    orchestrators: [orchestrator],
  }) => {
    await page.goto('/')
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click()
    await expect(page).toHaveURL('/search')
    await page.getByRole('main').getByRole('searchbox').fill(orchestrator.slice(2).toUpperCase())
    await page.getByRole('main').getByRole('button', { name: 'Search' }).click()
    await expect(page).toHaveURL(/\/search\?q=/)
    const results = page.getByRole('main').getByRole('listitem')
    await expect(results.first().getByRole('link')).toHaveAttribute(
      'href',
      accountPath(orchestrator, 'orchestrating'),
    )
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
    await page.goto('/search?q=no-such-thing-anywhere')
    await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible()
  })
})
