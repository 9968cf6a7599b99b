import type { Locator } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures/test'
import { flowActions, holdChain, readyButton, type Stage } from '@/e2e/pages/flow-actions'
import { expectIndexed, short, stage } from '@/e2e/pages/staking'
import { connect, expectConnected } from '@/e2e/pages/wallet'

/*
 * Delegating with an approval and unbonding in every situation, the chain's state asserted after each. Their plain success is in
 * `delegate.spec.ts` and `unbond.spec.ts`; the same table without a browser, for every verb, is in `e2e/chain/verb-scenarios.ts`.
 */

for (const action of flowActions)
  test.describe(action.name, () => {
    test.use({ walletAccount: action.account })
    const last = action.steps - 1
    const sent = 'Sent, waiting to be mined.'

    /** The review with its button ready, and what the chain says before and after so many steps. */
    const open = async (at: Stage) => {
      const before = await action.read(at)
      await at.page.goto(await action.path(at))
      await connect(at.page, at.wallet.address)
      const sheet = await action.review(at.page)
      const act = await readyButton(sheet, action)
      const expectSteps = async (steps: number) =>
        expect(await action.read(at)).toEqual(await action.after(before, steps, at))
      return { sheet, act, expectSteps }
    }
    const unfinished = ({ page }: Stage) => page.getByRole('region', { name: 'Unfinished actions' })

    /** The wallet asks for the last step and waits for the answered function. */
    const untilLastAsked = async (at: Stage, act: Locator) => {
      const answer = at.wallet.hold('eth_sendTransaction', last)
      await act.click()
      await expect.poll(() => at.wallet.sends).toBe(action.steps)
      return answer
    }
    /** The last step is sent and waits for a block. */
    const untilLastSent = async (at: Stage, sheet: Locator, act: Locator) => {
      const answer = await untilLastAsked(at, act)
      await at.network.automine(false)
      await answer()
      await expect(stage(sheet).getByText(sent)).toBeVisible()
    }

    for (let step = 0; step < action.steps; step += 1)
      test(`refused at step ${step + 1}, it changes nothing more and can be asked again`, async ({
        page,
        wallet,
        network,
      }) => {
        const { sheet, act, expectSteps } = await open({ page, wallet, network })
        wallet.refuseNext('eth_sendTransaction', step)
        await act.click()
        await expect(stage(sheet).getByText('You declined in your wallet.')).toBeVisible()
        await expectSteps(step)
        await sheet.getByRole('button', { name: 'Ask the wallet again' }).click()
        await expectIndexed(sheet)
        expect(wallet.sends).toBe(action.steps + 1)
        await expectSteps(action.steps)
      })

    test('a protocol paused after the review opened is found before the wallet is asked', async ({
      page,
      wallet,
      network,
    }) => {
      const { sheet, act, expectSteps } = await open({ page, wallet, network })
      await network.pause(true)
      await act.click()
      await expect(stage(sheet).getByText('The protocol is paused.')).toBeVisible()
      expect(wallet.sends).toBe(0)
      await expectSteps(0)
      await network.pause(false)
      await sheet.getByRole('button', { name: 'Try again' }).click()
      await expectIndexed(sheet)
      await expectSteps(action.steps)
    })

    test('a revert while it is mined is shown as failed', async ({ page, wallet, network }) => {
      const at = { page, wallet, network }
      const { sheet, act, expectSteps } = await open(at)
      const answer = await untilLastAsked(at, act)
      await network.automine(false)
      await network.pausePending()
      await answer()
      await expect(stage(sheet).getByText(sent)).toBeVisible()
      await network.mine()
      await expect(stage(sheet).getByText('The transaction failed. The protocol is paused.')).toBeVisible()
      await expect(stage(sheet).getByText('Error("system is paused")')).toBeVisible()
      await expectSteps(last)
      await expect(sheet.getByRole('button', { name: 'Try again' })).toBeVisible()
    })

    test('cancelled in the wallet it is shown as cancelled, sped up it is followed', async ({
      page,
      wallet,
      network,
    }) => {
      const at = { page, wallet, network }
      const { sheet, act, expectSteps } = await open(at)
      await untilLastSent(at, sheet, act)
      await wallet.replacePending('cancel')
      await network.mine()
      await expect(stage(sheet).getByText('You cancelled it in your wallet.')).toBeVisible()
      await expectSteps(last)
      await sheet.getByRole('button', { name: 'Try again' }).click()
      await expect(stage(sheet).getByText(sent)).toBeVisible()
      await wallet.replacePending('speed-up')
      await network.mine()
      await expectIndexed(sheet)
      await expectSteps(action.steps)
    })

    test('another account while the wallet asks stops it and is named', async ({ page, wallet, network }) => {
      const at = { page, wallet, network }
      const { sheet, act, expectSteps } = await open(at)
      const answer = await untilLastAsked(at, act)
      await wallet.switchAccount(5)
      const found = short(wallet.address)
      await expect(stage(sheet).getByText(`Stopped: your wallet switched to ${found}.`)).toBeVisible()
      wallet.refuseNext('eth_sendTransaction')
      await answer()
      await wallet.switchAccount(action.account)
      await expectSteps(last)
      await sheet.getByRole('button', { name: 'Go on' }).click()
      await expectIndexed(sheet)
      expect(wallet.sends).toBe(action.steps + 1)
      await expectSteps(action.steps)
    })

    test('another network while the wallet asks stops it, and can be switched back', async ({
      page,
      wallet,
      network,
    }) => {
      const at = { page, wallet, network }
      const { sheet, act, expectSteps } = await open(at)
      const answer = await untilLastAsked(at, act)
      await wallet.switchChain(1)
      await expect(stage(sheet).getByText('Stopped: your wallet switched to another network.')).toBeVisible()
      await answer()
      await expectSteps(last)
      await sheet.getByRole('button', { name: 'Switch network' }).click()
      await sheet.getByRole('button', { name: 'Go on' }).click()
      await expectIndexed(sheet)
      await expectSteps(action.steps)
    })

    test('“go on” works at the first press, also while the check it stopped still runs', async ({
      page,
      wallet,
      network,
    }) => {
      const { sheet, act, expectSteps } = await open({ page, wallet, network })
      const release = await holdChain(page)
      await act.click()
      await expect(sheet.getByText('Checking with the chain.')).toBeVisible()
      await wallet.switchAccount(5)
      await expect(stage(sheet).getByText(/^Stopped: your wallet switched/)).toBeVisible()
      await wallet.switchAccount(action.account)
      await sheet.getByRole('button', { name: 'Go on' }).click()
      await expect(sheet.getByText('Checking with the chain.')).toBeVisible()
      await release()
      await expectIndexed(sheet)
      expect(wallet.sends).toBe(action.steps)
      await expectSteps(action.steps)
    })

    test('a double click sends once', async ({ page, wallet, network }) => {
      const { sheet, act, expectSteps } = await open({ page, wallet, network })
      await act.dblclick()
      await expectIndexed(sheet)
      expect(wallet.sends).toBe(action.steps)
      await expectSteps(action.steps)
    })

    test('a reload before the wallet is asked leaves nothing behind', async ({ page, wallet, network }) => {
      const at = { page, wallet, network }
      const { expectSteps } = await open(at)
      await page.reload()
      await expectConnected(page, wallet.address)
      const sheet = await action.review(page)
      const act = await readyButton(sheet, action)
      const release = await holdChain(page)
      await act.click()
      await expect(sheet.getByText('Checking with the chain.')).toBeVisible()
      await page.reload()
      await release()
      await expectConnected(page, wallet.address)
      await expect(unfinished(at)).toBeHidden()
      expect(wallet.sends).toBe(0)
      await expectSteps(0)
    })

    test('a reload while the wallet asks: what it confirms meanwhile is found and followed', async ({
      page,
      wallet,
      network,
    }) => {
      const at = { page, wallet, network }
      const { sheet, act, expectSteps } = await open(at)
      const answer = await untilLastAsked(at, act)
      await page.reload()
      await expect(unfinished(at).getByText('Your wallet was asking when the page was left.')).toBeVisible()
      await answer()
      await unfinished(at).getByRole('button', { name: 'Look and go on' }).click()
      await expectIndexed(sheet)
      expect(wallet.sends).toBe(action.steps)
      await expectSteps(action.steps)
    })

    test('a reload while the wallet asks: what it refused can be asked again', async ({
      page,
      wallet,
      network,
    }) => {
      const at = { page, wallet, network }
      const { sheet, act, expectSteps } = await open(at)
      wallet.refuseNext('eth_sendTransaction', last)
      const refuse = await untilLastAsked(at, act)
      await page.reload()
      await refuse()
      await unfinished(at).getByRole('button', { name: 'Look and go on' }).click()
      await expect(stage(sheet).getByText('The page was closed before this was finished.')).toBeVisible()
      await expectSteps(last)
      await sheet.getByRole('button', { name: 'Go on' }).click()
      await expectIndexed(sheet)
      expect(wallet.sends).toBe(action.steps + 1)
      await expectSteps(action.steps)
    })

    test('a reload while it is mined, then while it is indexed: it is picked up and ends', async ({
      page,
      wallet,
      network,
    }) => {
      const at = { page, wallet, network }
      const { sheet, act, expectSteps } = await open(at)
      await untilLastSent(at, sheet, act)
      await page.reload()
      await expect(unfinished(at).getByText('It was sent and is waiting to be mined.')).toBeVisible()
      await unfinished(at).getByRole('button', { name: 'Show' }).click()
      await expect(stage(sheet).getByText(sent)).toBeVisible()
      await network.holdIndex(true)
      await network.mine()
      await expect(stage(sheet).getByText('Mined, indexing.')).toBeVisible()
      await page.reload()
      await unfinished(at).getByRole('button', { name: 'Show' }).click()
      await expect(stage(sheet).getByText('Mined, indexing.')).toBeVisible()
      await expectSteps(action.steps)
      await network.holdIndex(false)
      await expectIndexed(sheet)
      expect(wallet.sends).toBe(action.steps)
    })
  })
