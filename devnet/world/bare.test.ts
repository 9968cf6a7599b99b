import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMany, readOne } from '@/devnet/chain/contract-calls'
import { createChain } from '@/devnet/chain/provider'
import { readHead } from '@/devnet/chain/transact'
import { type BareParams, parseParams } from '@/devnet/deploy/params-file'
import type { Chain } from '@/devnet/types'
import { bareGenesisTimeOf, bareWorld } from '@/devnet/world/bare'
import type { World } from '@/devnet/world/seed'

const END_TIME = 1_700_000_000

/** Every value unlike its default. */
const FILE = `{
  "rounds": { "lengthBlocks": 12, "lockAmountP6": 250000 },
  "bonding": {
    "unbondingPeriodRounds": 3, "numActiveTranscoders": 4,
    "treasuryRewardCutRateP27": "5", "treasuryBalanceCeilingLpt": "6"
  },
  "minting": { "inflationP9": 7, "inflationChangeP9": 8, "targetBondingRateP9": 9 },
  "supply": { "initialLpt": "1000", "onEthereumLpt": "11" },
  "faucet": { "requestLpt": "12", "waitHours": 13 },
  "broker": { "unlockPeriodRounds": 14, "ticketValidityPeriodRounds": 15 },
  "polls": { "quorumP6": 16, "quotaP6": 17, "periodBlocks": 18, "creationStakeLpt": "19" },
  "governor": {
    "votingDelayRounds": 20, "votingPeriodRounds": 21, "proposalThresholdLpt": "22", "quorumP6": 23, "quotaP6": 24
  },
  "treasury": { "minDelaySeconds": 25 },
  "accounts": { "count": 4, "lpt": ["26", "0", "27.5"] }
}`

let params: BareParams
let chain: Chain
let world: World

beforeAll(async () => {
  params = parseParams(FILE)
  chain = await createChain({
    genesisTimestamp: bareGenesisTimeOf(END_TIME, params),
    accountCount: params.accountCount,
  })
  world = await bareWorld(chain, { seed: 'any', endTime: END_TIME, params })
})
afterAll(() => chain.close())

const LPT = 10n ** 18n

test.each([
  ['RoundsManager', 'roundLength', 12n],
  ['RoundsManager', 'roundLockAmount', 250_000n],
  ['RoundsManager', 'currentRound', 1n],
  ['RoundsManager', 'currentRoundInitialized', true],
  ['BondingManager', 'unbondingPeriod', 3n],
  ['BondingManager', 'getTranscoderPoolMaxSize', 4n],
  ['BondingManager', 'getTranscoderPoolSize', 0n],
  ['BondingManager', 'nextRoundTotalActiveStake', 0n],
  // Set before round 1, in force from then on.
  ['BondingManager', 'treasuryRewardCutRate', 5n],
  ['BondingManager', 'treasuryBalanceCeiling', 6n * LPT],
  ['Minter', 'inflationChange', 8n],
  ['Minter', 'targetBondingRate', 9n],
  // 7 at deployment, and once by 8 up in round 1, where nothing is bonded.
  ['Minter', 'inflation', 15n],
  ['LivepeerToken', 'totalSupply', 1_000n * LPT],
  ['L2LPTDataCache', 'l1CirculatingSupply', 11n * LPT],
  ['LivepeerTokenFaucet', 'requestAmount', 12n * LPT],
  ['LivepeerTokenFaucet', 'requestWait', 13n],
  ['TicketBroker', 'unlockPeriod', 14n],
  ['TicketBroker', 'ticketValidityPeriod', 15n],
  ['PollCreator', 'QUORUM', 16n],
  ['PollCreator', 'QUOTA', 17n],
  ['PollCreator', 'POLL_PERIOD', 18n],
  ['PollCreator', 'POLL_CREATION_COST', 19n * LPT],
  ['LivepeerGovernor', 'votingDelay', 20n],
  ['LivepeerGovernor', 'votingPeriod', 21n],
  ['LivepeerGovernor', 'proposalThreshold', 22n * LPT],
  ['LivepeerGovernor', 'quorumNumerator', 23n],
  ['LivepeerGovernor', 'quota', 24n],
  ['Treasury', 'getMinDelay', 25n],
] as const)('%s.%s is %s', async (contract, functionName, value) => {
  expect(await readOne(chain.request, world.deployment, contract, functionName)).toBe(value)
})

test('the accounts are as many and have as much as the file says; the first owns the protocol', async () => {
  const { accounts } = world.deployment
  expect(accounts).toHaveLength(4)
  const balances = await readMany(
    chain.request,
    world.deployment,
    accounts.map(({ address }) => ({
      contract: 'LivepeerToken',
      functionName: 'balanceOf',
      args: [address],
    })),
  )
  // The faucet contract has a tenth of a small supply.
  expect(balances).toEqual([846n * LPT + LPT / 2n, 26n * LPT, 0n, 27n * LPT + LPT / 2n])
  const owner = await readOne(chain.request, world.deployment, 'Controller', 'owner')
  expect(String(owner).toLowerCase()).toBe(accounts[0]?.address)
})

test('it ends in round 1 at the time it is told to', async () => {
  expect(await readHead(chain.request)).toMatchObject({ number: 15, timestamp: END_TIME })
})
