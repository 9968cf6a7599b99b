import { parseEther } from 'viem'
import { expect, test } from '@/e2e/fixtures/test'
import {
  accountPath,
  delegatePanel,
  expectIndexed,
  lockRow,
  positionStrip,
  review,
  reviewDelegation,
  stage,
} from '@/e2e/pages/staking'
import { connect } from '@/e2e/pages/wallet'

/** What Chromium says about an answer of 4xx or 5xx. */
const failedRequest = /Failed to load resource/

test('while the index is held an action is mined but not indexed, and the stake is shown from the chain', async ({
  page,
  wallet,
  network,
  orchestrators: [orchestrator],
}) => {
  await network.approveAs(4, parseEther('1000'))
  await page.goto(accountPath(orchestrator, 'orchestrating'))
  await connect(page, wallet.address)
  const sheet = await reviewDelegation(page, '20')
  await expect(sheet.getByRole('button', { name: /^Delegate 20 LPT to/ })).toBeEnabled()
  await network.holdIndex(true)
  await sheet.getByRole('button', { name: /^Delegate 20 LPT to/ }).click()
  await expect(stage(sheet).getByText('Mined, indexing.')).toBeVisible()
  expect((await network.delegator(wallet.address)).bondedAmount).toBe(parseEther('20'))
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(positionStrip(page)).toContainText('20.00 LPT')
  await page.reload()
  await page.getByRole('region', { name: 'Unfinished actions' }).getByRole('button', { name: 'Show' }).click()
  await expect(stage(sheet).getByText('Mined, indexing.')).toBeVisible()
  await network.holdIndex(false)
  await expectIndexed(sheet)
})

for (const fault of ['error', 'drop'] as const)
  test(`pages say that the index is missing (${fault}) and keep what the chain knows`, async ({
    page,
    network,
    orchestrators: [orchestrator],
  }) => {
    const main = page.getByRole('main')
    await network.mine()
    await network.subgraphFault(fault)
    const path = accountPath(orchestrator, 'orchestrating')
    for (const shown of ['/', '/orchestrators', path])
      await test.step(shown, async () => {
        await expect(async () => {
          const response = await page.goto(shown)
          expect(response?.status()).toBe(200)
          await expect(
            main.getByText(/^Some figures are missing|^These figures are kept/).first(),
          ).toBeVisible({
            timeout: 500,
          })
        }).toPass()
        await expect(main.getByText(/\bNaN\b|undefined|\[object/)).toHaveCount(0)
      })
    const stake = (await network.delegatedStake(orchestrator)) / 10n ** 18n
    await expect(main.getByText(stake.toLocaleString('en-US')).first()).toBeVisible()
    await network.subgraphFault('none')
    await expect(async () => {
      await page.goto(path)
      await expect(main.getByText(/^Some figures are missing|^These figures are kept/)).toHaveCount(0, {
        timeout: 500,
      })
    }).toPass()
  })

test('while the RPC is down pages say so, and they recover by themselves', async ({
  page,
  network,
  orchestrators: [orchestrator],
}) => {
  const main = page.getByRole('main')
  const zeros = main.getByText(/^0(\.0+)?\s*(LPT|ETH|%)?$/)
  const said = main.getByText(/kept from before|is not known now|is late/)
  const paths = ['/', '/orchestrators', accountPath(orchestrator, 'orchestrating')]
  const healthy = new Map<string, number>()
  for (const path of paths) {
    await page.goto(path)
    await expect(said).toHaveCount(0)
    healthy.set(path, await zeros.count())
  }
  await network.rpcFault('error')
  for (const path of paths)
    await test.step(path, async () => {
      await expect(async () => {
        const response = await page.goto(path)
        expect(response?.status()).toBe(200)
        await expect(said.first()).toBeVisible({ timeout: 500 })
      }).toPass()
      expect(await zeros.count(), 'a figure that is not known is no zero').toBeLessThanOrEqual(
        healthy.get(path) ?? 0,
      )
    })
  await network.rpcFault('none')
  const stake = ((await network.delegatedStake(orchestrator)) / 10n ** 18n).toLocaleString('en-US')
  await expect(async () => {
    await page.goto(accountPath(orchestrator, 'orchestrating'))
    await expect(said).toHaveCount(0, { timeout: 500 })
    await expect(main.getByText(stake).first()).toBeVisible({ timeout: 500 })
  }).toPass()
})

test('a review opened while the RPC is down says so, sends nothing, and works when it is back', async ({
  page,
  wallet,
  network,
  expectConsole,
  orchestrators: [orchestrator],
}) => {
  expectConsole(failedRequest)
  await network.approveAs(4, parseEther('1000'))
  await page.goto(accountPath(orchestrator, 'orchestrating'))
  await connect(page, wallet.address)
  await expect(delegatePanel(page).getByText('Wallet: 5,000 LPT')).toBeVisible()
  await network.rpcFault('drop')
  const sheet = await reviewDelegation(page, '20')
  await expect(sheet.getByText('The network gave no usable answer.')).toBeVisible()
  expect(wallet.sends).toBe(0)
  await network.rpcFault('none')
  await sheet.getByRole('button', { name: 'Check again' }).click()
  await sheet.getByRole('button', { name: /^Delegate 20 LPT to/ }).click()
  await expectIndexed(sheet)
  expect((await network.delegator(wallet.address)).bondedAmount).toBe(parseEther('20'))
})

test('a wallet that sends and loses its answer is not asked twice', async ({
  page,
  wallet,
  network,
  orchestrators: [orchestrator],
}) => {
  await network.approveAs(4, parseEther('1000'))
  await page.goto(accountPath(orchestrator, 'orchestrating'))
  await connect(page, wallet.address)
  const sheet = await reviewDelegation(page, '20')
  wallet.loseNext('eth_sendTransaction')
  await sheet.getByRole('button', { name: /^Delegate 20 LPT to/ }).click()
  await expectIndexed(sheet)
  expect(wallet.sends).toBe(1)
  expect((await network.delegator(wallet.address)).bondedAmount).toBe(parseEther('20'))
})

test.describe('while a transaction waits to be mined', () => {
  test.use({ walletAccount: 6 })

  test('an RPC that goes away and comes back loses nothing', async ({
    page,
    wallet,
    network,
    expectConsole,
  }) => {
    expectConsole(failedRequest)
    await page.goto(accountPath(wallet.address, 'delegating'))
    await connect(page, wallet.address)
    await network.automine(false)
    await lockRow(page, 3).getByRole('button', { name: 'Rebond' }).click()
    const sheet = review(page)
    await sheet.getByRole('button', { name: /^Rebond 450 LPT/ }).click()
    await expect(stage(sheet).getByText('Sent, waiting to be mined.')).toBeVisible()
    await network.rpcFault('error')
    const refused = page.waitForResponse((response) => response.url().endsWith('/api/rpc') && !response.ok())
    await refused
    await expect(stage(sheet).getByText('Sent, waiting to be mined.')).toBeVisible()
    await network.rpcFault('none')
    await network.mine()
    await expectIndexed(sheet)
    expect(wallet.sends).toBe(1)
  })
})
