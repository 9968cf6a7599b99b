import { expect, type Locator, type Page } from '@playwright/test'
import { type Address, encodeFunctionData, type Hex, isAddress, isHex, numberToHex, parseAbi } from 'viem'
import type { Network } from '@/e2e/fixtures/network'

const voteAbi = parseAbi(['function castVote(uint256,uint8) returns (uint256)', 'function vote(uint256)'])

export interface Call {
  to: Address
  data: Hex
}

/** The call that a page offers for a Safe or a terminal. */
export async function offeredCall(page: Page, contract: string): Promise<Call> {
  await page.getByText('The call, for a Safe or a terminal').click()
  const of = async (label: string) =>
    page.getByRole('term').filter({ hasText: label }).locator('xpath=following-sibling::dd').innerText()
  const [to, data] = [await of(`To: ${contract}`), await of('Data')]
  if (!isAddress(to) || !isHex(data)) throw new Error(`no call: ${to} ${data}`)
  expect(await of('With Foundry')).toBe(`cast send ${to} ${data}`)
  return { to, data }
}

/** Writes a proposal that pays one account. */
export async function writeProposal(
  page: Page,
  proposal: { title: string; text: string; to: Address; amount: string },
): Promise<void> {
  await page.getByRole('textbox', { name: 'Title' }).fill(proposal.title)
  await page.getByRole('textbox', { name: 'Text, in markdown' }).fill(proposal.text)
  await page.getByRole('button', { name: 'Pay LPT' }).click()
  const action = page.getByRole('group', { name: 'Action 1: Pay LPT' })
  await action.getByRole('textbox', { name: 'Receiver' }).fill(proposal.to)
  await action.getByRole('textbox', { name: 'Amount' }).fill(proposal.amount)
  await expect(page.getByText('Carried out now, it would work.')).toBeVisible()
}

/** The number that the form says the proposal will have. */
export async function shownNumber(page: Page): Promise<string> {
  const text = await page.getByText(/^Its number will be/).innerText()
  const number = /\d{60,78}/.exec(text.replace(/\s/g, ''))?.[0]
  if (!number) throw new Error(`no number in: ${text}`)
  return number
}

/** The button in a sheet that sends what was reviewed. */
export const sendButton = (sheet: Locator, name: RegExp): Locator => sheet.getByRole('button', { name })

/** Accounts that have no key here do something by the test network's leave. */
export async function sendFrom(network: Network, from: Address, { to, data }: Call): Promise<void> {
  await network.send('hardhat_impersonateAccount', [from])
  await network.send('hardhat_setBalance', [from, '0x56bc75e2d63100000'])
  const gas = numberToHex(5_000_000)
  const hash = await network.send('eth_sendTransaction', [{ from, to, data, gas }])
  const receipt = (await network.send('eth_getTransactionReceipt', [hash])) as { status: Hex } | null
  if (receipt?.status !== '0x1') throw new Error(`the transaction of ${from} reverted`)
}

/** Orchestrators vote on a proposal until most of the power has. */
export async function poolVotes(network: Network, proposal: string, support: 0 | 1 | 2): Promise<void> {
  const to = network.deployment.contracts.LivepeerGovernor
  if (!to) throw new Error('no governor')
  const data = encodeFunctionData({
    abi: voteAbi,
    functionName: 'castVote',
    args: [BigInt(proposal), support],
  })
  for (const member of await network.pool(12)) await sendFrom(network, member, { to, data })
}

/** One account votes in a poll. */
export const pollVote = (network: Network, from: Address, poll: Address, choice: 0n | 1n) =>
  sendFrom(network, from, {
    to: poll,
    data: encodeFunctionData({ abi: voteAbi, functionName: 'vote', args: [choice] }),
  })

/** Publishes the text of the chosen LIP and waits until its content id is checked. */
export async function publish(page: Page): Promise<string> {
  const panel = page.getByRole('region', { name: 'Create the poll' })
  await panel.getByRole('button', { name: 'Publish the text' }).click()
  const note = panel.getByRole('status').filter({ hasText: 'The text is on IPFS.' })
  await expect(note).toBeVisible()
  const cid = /Qm[1-9A-HJ-NP-Za-km-z]{44}/.exec(await note.innerText())?.[0]
  if (!cid) throw new Error('no content id')
  return cid
}
