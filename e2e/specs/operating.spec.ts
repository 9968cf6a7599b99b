import { getAddress, parseEther, zeroAddress } from 'viem'
import type { Network } from '@/e2e/fixtures/network'
import { expect, test } from '@/e2e/fixtures/test'
import { expectAccessible, expectNoSidewaysScroll, expectReadable } from '@/e2e/pages/accessibility'
import { actThrice, operationsOf, unfold, workbench } from '@/e2e/pages/operating'
import { accountPath, amountOf, expectIndexed, review } from '@/e2e/pages/staking'
import { connect } from '@/e2e/pages/wallet'

/** What an orchestrator does from its own page; each verb found to fail, declined, and done (`actThrice`). */

const pausing = (network: Network) => ({
  spoil: () => network.pause(true),
  mend: () => network.pause(false),
  because: /The protocol is paused\./,
})

test.describe('the demo orchestrator', () => {
  test.use({ walletAccount: 7 })

  test('calls reward, sets cuts, publishes both addresses, and names a reward caller', async ({
    page,
    wallet,
    network,
  }) => {
    test.setTimeout(120_000)
    const chain = operationsOf(network)
    const own = wallet.address
    const act = { page, wallet }
    await page.goto(accountPath(own, 'orchestrating'))
    await connect(page, own)

    const cuts = await unfold(page, 'Cuts')
    await cuts.getByRole('textbox', { name: 'Reward cut' }).fill('12.3456')
    await expect(cuts.getByRole('button', { name: 'Review cuts' })).toHaveAttribute('aria-disabled', 'true')
    await expect(
      cuts.getByText(/You have not called reward in round [\d,]+ yet\. Call it first\./),
    ).toBeVisible()

    const reward = await unfold(page, 'Reward')
    const shown = await reward.locator('data').first().getAttribute('value')
    const stake = await chain.totalStake(own)
    const called = await actThrice({
      ...act,
      ...pausing(network),
      button: reward.getByRole('button', { name: 'Review reward call' }),
      name: /^Call reward$/,
      state: () => chain.transcoder(own),
    })
    expect(called.after.lastRewardRound).toBe(await network.round())
    expect(parseEther(shown ?? '')).toBe((await chain.totalStake(own)) - stake)
    await expect(reward.getByText(/Reward has been called in round/)).toBeVisible()

    await cuts.getByRole('textbox', { name: 'Reward cut' }).fill('100.5')
    await expect(cuts.getByText('A cut is at most 100 %.')).toBeVisible()
    await cuts.getByRole('textbox', { name: 'Reward cut' }).fill('12.3456')
    await cuts.getByRole('textbox', { name: 'Fee cut' }).fill('39.5')
    await expect(cuts.getByText(/a fee cut of 39\.5% is a fee share of 60\.5%/)).toBeVisible()
    await expect(cuts.getByText('With every reward called', { exact: true })).toBeVisible()
    const set = await actThrice({
      ...act,
      ...pausing(network),
      button: cuts.getByRole('button', { name: 'Review cuts' }),
      name: /^Set your reward cut to 12\.3456% and your fee cut to 39\.5%$/,
      state: () => chain.transcoder(own),
    })
    expect(set.after).toMatchObject({ rewardCut: 123_456n, feeShare: 605_000n })
    await expect(cuts.locator('summary')).toContainText('12.3456% and 39.5%')

    const services = await unfold(page, 'Service addresses')
    for (const [registry, label] of [
      ['ServiceRegistry', 'Service address'],
      ['AIServiceRegistry', 'AI service address'],
    ] as const) {
      const uri = `https://${registry.toLowerCase()}.example:8935`
      const before = await chain.serviceUri(registry, own)
      await services.getByRole('textbox', { name: label, exact: true }).fill(uri)
      const published = await actThrice({
        ...act,
        // Nothing stops this call on the chain but its being done already.
        spoil: () => network.act(own, registry, 'setServiceURI', [uri]),
        mend: () => network.act(own, registry, 'setServiceURI', [before]),
        because: /It is so already\./,
        button: services.getByRole('button', { name: `Review ${label.replace(/^S/, 's')}` }),
        name: /^Set your (AI )?service address to https/,
        state: () => chain.serviceUri(registry, own),
      })
      expect(published.after).toBe(uri)
      await expect(page.getByRole('region', { name: 'Work and service' }).getByText(uri)).toBeVisible()
    }
    await services.getByRole('button', { name: 'Remove AI service address' }).click()
    await review(page).getByRole('button', { name: 'Remove your AI service address' }).click()
    await expectIndexed(review(page))
    expect(await chain.serviceUri('AIServiceRegistry', own)).toBe('')
    await review(page).getByRole('button', { name: 'Done' }).click()

    const other = getAddress(network.deployment.accounts[8]?.address ?? zeroAddress)
    const callers = await unfold(page, 'Reward caller')
    await callers.getByRole('textbox').fill(other)
    const named = await actThrice({
      ...act,
      ...pausing(network),
      button: callers.getByRole('button', { name: 'Review reward caller' }),
      name: /^Let 0x.* call reward for you$/,
      state: () => chain.rewardCaller(own),
    })
    expect(named).toEqual({ before: zeroAddress, after: other })
    const take = callers.getByRole('button', { name: 'Take reward caller back' })
    await expect(take).not.toHaveAttribute('aria-disabled', 'true')
    await take.click()
    await review(page).getByRole('button', { name: 'Take the reward caller back' }).click()
    await expectIndexed(review(page))
    expect(await chain.rewardCaller(own)).toBe(zeroAddress)
  })

  test('resigns knowing what follows, and can register again from the same place', async ({
    page,
    wallet,
    network,
  }) => {
    const chain = operationsOf(network)
    const own = wallet.address
    const { bondedAmount } = await network.delegator(own)
    await page.goto(accountPath(own, 'orchestrating'))
    await connect(page, own)
    const resign = await unfold(page, 'Resign')
    const opens = (await network.round()) + (await network.unbondingPeriod())
    await expect(resign.getByText(/This round’s reward is not called yet/)).toBeVisible()
    await expect(
      resign.getByText(new RegExp(`unbonds.* from round ${opens.toLocaleString('en-US')} on, about .*UTC`)),
    ).toBeVisible()
    const { after } = await actThrice({
      page,
      wallet,
      ...pausing(network),
      button: resign.getByRole('button', { name: 'Review resignation' }),
      name: /^Resign as an orchestrator$/,
      state: async () => ({ registered: await chain.registered(own), lock: await network.lock(own, 0n) }),
    })
    expect(after.registered).toBe(false)
    expect(after.lock.amount).toBeGreaterThanOrEqual(bondedAmount)
    expect(after.lock.withdrawRound).toBe(opens)
    await expect(workbench(page).getByRole('button', { name: 'Review registration' })).toBeVisible()
    await expect(workbench(page).locator('summary').getByText('Reward', { exact: true })).toBeVisible()
  })

  test('every form passes axe in both themes, on a phone and wide', async ({ page, wallet }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(accountPath(wallet.address, 'orchestrating'))
    await connect(page, wallet.address)
    for (const row of ['Reward', 'Cuts', 'Service addresses', 'Reward caller', 'Resign'])
      await unfold(page, row)
    const cuts = workbench(page).getByRole('textbox', { name: 'Reward cut' })
    await cuts.fill('101')
    await expectAccessible(page, 'light, phone')
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectReadable(page, 'dark, phone')
    await page.setViewportSize({ width: 1440, height: 900 })
    await cuts.fill('50')
    await expectAccessible(page, 'dark, wide')
    await page.emulateMedia({ colorScheme: 'light' })
    await expectReadable(page, 'light, wide')
    await page.setViewportSize({ width: 320, height: 800 })
    await expectNoSidewaysScroll(page, 'the workbench at 320')
  })
})

test('an account becomes an orchestrator by bonding to itself, then sets its cuts', async ({
  page,
  wallet,
  network,
}) => {
  test.setTimeout(60_000)
  const chain = operationsOf(network)
  const own = wallet.address
  await page.goto(accountPath(own, 'orchestrating'))
  await expect(page.getByRole('heading', { name: 'Not an orchestrator' })).toBeVisible()
  await connect(page, own)
  await amountOf(workbench(page)).fill('1000')
  await expect(workbench(page).getByText(/With this you are registered but outside/)).toBeVisible()
  await amountOf(workbench(page)).fill('1500.5')
  await expect(workbench(page).getByText(/With this you are in the set from round/)).toBeVisible()
  await expectAccessible(page, 'registering')
  const { after } = await actThrice({
    page,
    wallet,
    // An approval is not stopped by a pause: the bond after it would be.
    ...pausing(network),
    button: workbench(page).getByRole('button', { name: 'Review registration' }),
    name: /^Approve 1,500\.5 LPT, then delegate$/,
    state: async () => ({ registered: await chain.registered(own), stake: await chain.totalStake(own) }),
  })
  expect(after).toEqual({ registered: true, stake: parseEther('1500.5') })
  expect(await network.pool(100)).toContain(own)

  const cuts = await unfold(page, 'Cuts')
  await cuts.getByRole('textbox', { name: 'Reward cut' }).fill('7')
  await cuts.getByRole('textbox', { name: 'Fee cut' }).fill('0.0001')
  await cuts.getByRole('button', { name: 'Review cuts' }).click()
  await review(page)
    .getByRole('button', { name: /^Set your reward cut to 7% and/ })
    .click()
  await expectIndexed(review(page))
  expect(await chain.transcoder(own)).toMatchObject({ rewardCut: 70_000n, feeShare: 999_999n })
})

test.describe('a reward caller', () => {
  test.use({ walletAccount: 8 })

  test('calls reward for its orchestrator from the orchestrator’s page', async ({
    page,
    wallet,
    network,
  }) => {
    const chain = operationsOf(network)
    const orchestrator = network.deployment.accounts[7]?.address ?? zeroAddress
    await page.goto(accountPath(orchestrator, 'orchestrating'))
    await connect(page, wallet.address)
    const panel = page.getByRole('region', { name: 'Reward caller' })
    await expect(panel).toBeHidden()
    await network.act(orchestrator, 'BondingManager', 'setRewardCaller', [wallet.address])
    await network.siteFollows()
    await expect(async () => {
      await page.reload()
      await expect(panel).toBeVisible({ timeout: 2_000 })
    }).toPass()
    const stake = await chain.totalStake(orchestrator)
    const { after } = await actThrice({
      page,
      wallet,
      ...pausing(network),
      button: panel.getByRole('button', { name: 'Review reward call' }),
      name: /^Call reward for 0x/,
      state: () => chain.transcoder(orchestrator),
    })
    expect(after.lastRewardRound).toBe(await network.round())
    expect(await chain.totalStake(orchestrator)).toBeGreaterThan(stake)
    await expect(panel.getByText(/Reward has been called in round/)).toBeVisible()
    await expectAccessible(page, 'a reward caller')
  })
})
