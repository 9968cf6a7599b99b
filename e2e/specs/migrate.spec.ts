import {
  type Address,
  createWalletClient,
  encodeFunctionData,
  http,
  parseAbi,
  parseEther,
  publicActions,
} from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { chainFor } from '@/e2e/fixtures/chain'
import { mnemonic } from '@/e2e/fixtures/changes'
import type { Network } from '@/e2e/fixtures/network'
import { expect, test } from '@/e2e/fixtures/test'
import { expectIndexed, review, stage } from '@/e2e/pages/staking'
import { connect } from '@/e2e/pages/wallet'

/** The account with 640 LPT and 0.35 ETH in the list. */
test.use({ walletAccount: 8 })

const abi = parseAbi([
  'function setSnapshot(bytes32 id, bytes32 root)',
  'function claimStake(address delegate, uint256 stake, uint256 fees, bytes32[] proof, address newDelegate)',
])
const listId = '0xacef05f736f89c16facc0f940c13f4c3a386cf48a9b54b50f59defd8b301c40a'

function contractOf(network: Network, name: string): Address {
  const address = network.deployment.contracts[name]
  if (!address) throw new Error(`no ${name} in the deployment`)
  return address
}

/** Sends a call of a well-known account around the site. */
async function sendAs(
  network: Network,
  addressIndex: number,
  to: Address,
  data: `0x${string}`,
): Promise<void> {
  const client = createWalletClient({
    account: mnemonicToAccount(mnemonic, { addressIndex }),
    chain: chainFor(network.rpcUrl),
    transport: http(network.rpcUrl),
  }).extend(publicActions)
  const hash = await client.sendTransaction({ to, data, gas: 3_000_000n })
  const { status } = await client.getTransactionReceipt({ hash })
  if (status !== 'success') throw new Error('the transaction reverted')
}

const pathOf = (address: string) => `/migrate?address=${address.toLowerCase()}`

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('any address can be looked up by a plain form', async ({ page, wallet, network }) => {
    await page.goto('/migrate')
    const form = page.getByRole('textbox', { name: 'Address on Ethereum' })
    await form.fill(wallet.address)
    await page.getByRole('button', { name: 'Look up' }).click()
    const main = page.getByRole('main')
    await expect(main.getByText('Stake to claim')).toBeVisible()
    await expect(main.getByText('640.00 LPT')).toBeVisible()
    await expect(main.getByText('Fits the chain')).toBeVisible()

    const [, , gateway] = network.deployment.accounts
    await form.fill(gateway?.address ?? '')
    await page.getByRole('button', { name: 'Look up' }).click()
    await expect(main.getByText('Nothing to claim here')).toBeVisible()

    await form.fill('0x12')
    await page.getByRole('button', { name: 'Look up' }).click()
    await expect(main.getByText('Enter a whole address: 0x and 40 characters.')).toBeVisible()
  })
})

test('stake is claimed to a chosen orchestrator, after a refusal in the wallet too', async ({
  page,
  wallet,
  network,
  earner,
}) => {
  await page.goto('/migrate')
  await connect(page, wallet.address)
  await page.getByRole('link', { name: /^Look up my address/ }).click()
  const panel = page.getByRole('region', { name: 'Claim stake' })
  await panel.getByRole('combobox', { name: 'Delegate it to' }).selectOption(earner)
  wallet.refuseNext('eth_sendTransaction')
  await panel.getByRole('button', { name: 'Review claim' }).click()
  const sheet = review(page)
  const claim = sheet.getByRole('button', { name: 'Claim your stake from Ethereum' })
  await claim.click()
  await expect(stage(sheet).getByText('You declined in your wallet.')).toBeVisible()
  expect((await network.delegator(wallet.address)).bondedAmount).toBe(0n)

  await sheet.getByRole('button', { name: 'Ask the wallet again' }).click()
  await expectIndexed(sheet)
  expect(await network.delegator(wallet.address)).toMatchObject({
    bondedAmount: parseEther('640'),
    delegate: earner,
  })
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('main').getByText('Already migrated')).toBeVisible()
  await expect(panel).toBeHidden()
})

test('a claim that was made elsewhere meanwhile never reaches the wallet', async ({
  page,
  wallet,
  network,
}) => {
  await page.goto(pathOf(wallet.address))
  await connect(page, wallet.address)
  await page.getByRole('button', { name: 'Review claim' }).click()
  const sheet = review(page)
  const claim = sheet.getByRole('button', { name: 'Claim your stake from Ethereum' })
  await expect(claim).not.toHaveAttribute('aria-disabled', 'true')
  const answer = await page.request.get(`/api/v1/claims/${wallet.address}`)
  const { entry } = (await answer.json()).value.list as {
    entry: { delegate: { address: Address }; stakeWei: string; feesWei: string; proof: `0x${string}`[] }
  }
  const { delegate, stakeWei, feesWei, proof } = entry
  const args = [delegate.address, BigInt(stakeWei), BigInt(feesWei), proof, delegate.address] as const
  const data = encodeFunctionData({ abi, functionName: 'claimStake', args })
  await sendAs(network, 8, contractOf(network, 'L2Migrator'), data)
  await claim.click()
  await expect(stage(sheet).getByText('This account has claimed its stake already.')).toBeVisible()
  expect(wallet.sends).toBe(0)
})

test('a snapshot whose root is not the chain’s is refused as a whole', async ({ page, wallet, network }) => {
  const data = encodeFunctionData({
    abi,
    functionName: 'setSnapshot',
    args: [listId, `0x${'12'.repeat(32)}`],
  })
  await sendAs(network, 0, contractOf(network, 'MerkleSnapshot'), data)
  await network.siteFollows()
  await page.goto(pathOf(wallet.address))
  await connect(page, wallet.address)
  const main = page.getByRole('main')
  await expect(main.getByText(/The snapshot of this copy is not the list that the chain knows/)).toBeVisible()
  await expect(main.getByText(/Nothing can be claimed until then/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Review claim' })).toBeHidden()
  await expect(main.getByText('640')).toBeHidden()
})
