import { type Address, createPublicClient, http, parseAbi, parseEther } from 'viem'
import { chainFor } from '@/e2e/fixtures/chain'
import type { Network } from '@/e2e/fixtures/network'
import { expect, test } from '@/e2e/fixtures/test'
import { chainAt } from '@/e2e/pages/chain-at'

/** The protocol page: its figures are the chain's at the block it names, its what-if needs no script. */

test.use({ javaScriptEnabled: false })

const settingsAbi = parseAbi([
  'function owner() view returns (address)',
  'function unbondingPeriod() view returns (uint64)',
  'function roundLength() view returns (uint256)',
  'function inflation() view returns (uint256)',
  'function inflationChange() view returns (uint256)',
  'function targetBondingRate() view returns (uint256)',
  'function votingPeriod() view returns (uint256)',
  'function quorumNumerator() view returns (uint256)',
  'function ticketValidityPeriod() view returns (uint256)',
  'function isActiveTranscoder(address) view returns (bool)',
])

function settingsOf(network: Network) {
  const client = createPublicClient({
    chain: chainFor(network.rpcUrl),
    transport: http(network.rpcUrl),
    cacheTime: 0,
  })
  const at = (name: string): Address => {
    const address = network.deployment.contracts[name]
    if (!address) throw new Error(`no ${name} in the deployment`)
    return address
  }
  const number = (
    contract: string,
    functionName: Exclude<(typeof settingsAbi)[number]['name'], 'owner' | 'isActiveTranscoder'>,
  ) => client.readContract({ address: at(contract), abi: settingsAbi, functionName }).then(BigInt)
  return {
    number,
    owner: (contract: string) =>
      client.readContract({ address: at(contract), abi: settingsAbi, functionName: 'owner' }),
    active: (account: Address) =>
      client.readContract({
        address: at('BondingManager'),
        abi: settingsAbi,
        functionName: 'isActiveTranscoder',
        args: [account],
      }),
  }
}

test('parameters, owner, contracts and spread of stake are the chain’s', async ({ page, network }) => {
  const settings = settingsOf(network)
  const main = page.getByRole('main')
  await page.goto('/protocol')
  const block = Number(
    await main
      .getByText(/^As of block/)
      .last()
      .locator('data')
      .getAttribute('value'),
  )
  const chain = chainAt(network, block)
  const panel = (name: string | RegExp) => page.getByRole('region', { name })
  const line = (region: string, label: string) =>
    panel(region)
      .locator('dl > div')
      .filter({ has: page.locator('dt', { hasText: new RegExp(`^${label}`) }) })
      .first()

  await expect(line('Rounds and bonding', 'Unbonding period')).toContainText(
    `${await settings.number('BondingManager', 'unbondingPeriod')} rounds`,
  )
  const length = await settings.number('RoundsManager', 'roundLength')
  await expect(line('Rounds and bonding', 'Length of a round')).toContainText(
    `${length.toLocaleString('en-US')} blocks`,
  )
  await expect(line('Token and payments', 'A ticket is good for')).toContainText(
    `${await settings.number('TicketBroker', 'ticketValidityPeriod')} rounds`,
  )
  await expect(panel('Governance')).toContainText(
    `and takes ${await settings.number('LivepeerGovernor', 'votingPeriod')} rounds`,
  )
  await expect(panel('Who can change what')).toContainText(await settings.owner('Controller'))

  const contracts = panel('Contracts').getByRole('listitem')
  for (const name of ['BondingManager', 'Minter', 'Treasury', 'LivepeerGovernor', 'TicketBroker']) {
    const row = contracts.filter({ hasText: new RegExp(`^${name}`) })
    await expect(row).toContainText(network.deployment.contracts[name] ?? '')
    await expect(row).toContainText('Confirmed')
  }
  await expect(contracts.filter({ hasText: 'Differs' })).toHaveCount(0)

  // An independent count over the orchestrators that are active now.
  const members = await network.pool(1_000)
  const stakes: bigint[] = []
  for (const member of members) if (await settings.active(member)) stakes.push(await chain.totalStake(member))
  stakes.sort((a, b) => (a === b ? 0 : a > b ? -1 : 1))
  const total = stakes.reduce((sum, wei) => sum + wei, 0n)
  let held = 0n
  const half = stakes.findIndex((wei) => (held += wei) * 2n > total) + 1
  await expect(line('How stake and votes are spread', 'More than half')).toContainText(`${half} orchestrator`)
  const quorum = await settings.number('LivepeerGovernor', 'quorumNumerator')
  held = 0n
  const reach = stakes.findIndex((wei) => (held += wei) * 1_000_000n >= total * quorum) + 1
  await expect(line('How stake and votes are spread', 'Reach the quorum')).toContainText(
    `${reach} orchestrator`,
  )
})

test('the what-if follows the Minter’s rule, and refuses nonsense in words', async ({ page, network }) => {
  const settings = settingsOf(network)
  const inflation = await settings.number('Minter', 'inflation')
  const change = await settings.number('Minter', 'inflationChange')
  await page.goto('/protocol')
  const form = page.getByRole('region', { name: 'What if' })
  await form.getByLabel('Bonded share, %').fill('80')
  await form.getByLabel('Rounds ahead').fill('10')
  await form.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/\/protocol\?bonded=80&rounds=10/)
  const then = inflation - 10n * change
  const percent = (p9: bigint) =>
    `${p9 / 10_000_000n}.${(p9 % 10_000_000n).toString().padStart(7, '0').slice(0, 5)}%`
  await expect(form).toContainText(percent(then))
  // The supply after ten rounds at falling inflation, all of it minted.
  let supply = await chainAt(network, (await network.head()).number).supply()
  const before = supply
  for (let step = 1n; step <= 10n; step += 1n)
    supply += (supply * (inflation - step * change)) / 1_000_000_000n
  const shown = await form.locator('strong data').getAttribute('value')
  expect(parseEther(shown ?? '')).toBe(supply - before)

  await page.goto('/protocol?bonded=1e5&rounds=0')
  await expect(form.getByRole('alert')).toContainText('The bonded share is a percentage from 0 to 100')
  await expect(form.getByRole('alert')).toContainText('Rounds ahead is a whole number')
})
