import { type Address, getAddress, numberToHex } from 'viem'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Read, readMany } from '@/devnet/chain/contract-calls'
import { type Devnet, startDevnet } from '@/devnet/start'
import { type LoggedEvent, readLogs, roundEnds } from '@/e2e/chain/ledger-logs'
import type { LedgerView } from '@/lib/data/ledger-types'
import type { Loaded } from '@/lib/data/types'

/**
 * The ledger of the seeded world against the chain: sums to the wei, every round's amounts against the contract's own answers
 * in that round's last block, yields worked out here from raw reads.
 */

const accountsChecked = 200
const accountsByRound = 40

let net: Devnet
let logs: readonly LoggedEvent[]
let accounts: Address[]
let orchestrators: Address[]

beforeAll(async () => {
  net = await startDevnet({
    seed: 'ledger',
    endTime: 1_780_000_000,
    clock: false,
    keeper: false,
    rpcPort: 0,
    servicesPort: 0,
    ...(process.env.LEDGER_WORLD === 'small' ? { world: 'small' as const } : {}),
  })
  vi.stubEnv('NETWORK', 'local')
  vi.stubEnv('DEVNET_RPC_PORT', new URL(net.rpcUrl).port)
  vi.stubEnv('DEVNET_SERVICES_PORT', new URL(net.servicesUrl).port)
  vi.stubEnv('LOAD_DEADLINE_MS', '60000')
  // The chain stands still, so figures stand too: one request for each, however many accounts need it.
  vi.stubEnv('CACHE_LIVE_SECONDS', '600')
  vi.stubEnv('CACHE_MINUTE_SECONDS', '600')
  vi.stubEnv('CACHE_ROUND_SECONDS', '600')
  logs = await readLogs(net)
  const named = (event: string, key: string) => [
    ...new Set(logs.filter(({ name }) => name === event).map(({ args }) => args[key] as Address)),
  ]
  orchestrators = named('Reward', 'transcoder')
  const others = named('Bond', 'delegator').filter((account) => !orchestrators.includes(account))
  accounts = [...orchestrators, ...shuffled(others)].slice(0, accountsChecked)
}, 300_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  await net.close()
})

/** The same order in every run, unrelated to when an account came. */
function shuffled(list: readonly Address[]): Address[] {
  return list.toSorted((a, b) => (a.slice(-8) < b.slice(-8) ? -1 : 1))
}

async function ledgerOf(account: Address): Promise<LedgerView> {
  const { loadLedger } = await import('@/lib/data/ledger')
  return valueOf(await loadLedger(account))
}

function valueOf<Value>(loaded: Loaded<Value>): Value {
  if (!('value' in loaded)) throw new Error(`${loaded.state}: ${loaded.reason}`)
  return loaded.value
}

const read = (reads: readonly Read[]) => readMany(net.chain.request, net.deployment, reads)
const bonding = (functionName: string, ...args: readonly unknown[]): Read => ({
  contract: 'BondingManager',
  functionName,
  args,
})

/** LPT put in less taken out, from the contract's own logs. */
function principalOf(account: Address, from = 0, to = Number.POSITIVE_INFINITY): bigint {
  return logs
    .filter(({ args, block }) => args.delegator === account && block > from && block <= to)
    .reduce((sum, { name, args }) => {
      if (name === 'Bond') return sum + (args.additionalAmount as bigint)
      if (name === 'Rebond') return sum + (args.amount as bigint)
      return name === 'Unbond' ? sum - (args.amount as bigint) : sum
    }, 0n)
}

const withdrawnOf = (account: Address, from = 0, to = Number.POSITIVE_INFINITY): bigint =>
  logs
    .filter(
      ({ name, args, block }) =>
        name === 'WithdrawFees' && args.delegator === account && block > from && block <= to,
    )
    .reduce((sum, { args }) => sum + (args.amount as bigint), 0n)

const sum = <Row>(rows: readonly Row[], pick: (row: Row) => bigint): bigint =>
  rows.reduce((total, row) => total + pick(row), 0n)

describe('ledgers of the seeded world', () => {
  test('sums are the chain’s pending amounts less the principal, to the wei', async () => {
    expect(accounts.length).toBeGreaterThanOrEqual(Math.min(accountsChecked, 50))
    let earned = 0
    for (const account of accounts) {
      const ledger = await ledgerOf(account)
      const [stake, fees] = (await read([
        bonding('pendingStake', account, 0n),
        bonding('pendingFees', account, 0n),
      ])) as [bigint, bigint]
      const { lines } = ledger
      expect(ledger.exact, `${account} is explained by events and factors`).toBe(true)
      expect(
        sum(lines, ({ rewardWei }) => rewardWei),
        account,
      ).toBe(stake - principalOf(account))
      expect(
        sum(lines, ({ feesWei }) => feesWei),
        account,
      ).toBe(fees + withdrawnOf(account))
      expect(ledger.principalWei).toBe(principalOf(account))
      expect(lines.every(({ rewardWei, feesWei }) => rewardWei >= 0n && feesWei >= 0n)).toBe(true)
      for (const [index, line] of lines.entries()) {
        const before = lines[index - 1]
        if (before?.round === line.round - 1) expect(line.stakeAtStartWei).toBe(before.stakeAtEndWei)
      }
      if (ledger.totals.rewardWei > 0n) earned++
    }
    expect(earned).toBeGreaterThan(accounts.length / 2)
  })

  test('each round’s amounts are the differences of what the contract said in its last block', async () => {
    const ends = await roundEnds(net)
    const sample = [...orchestrators.slice(0, accountsByRound / 2), ...accounts.slice(-accountsByRound / 2)]
    const ledgers = await Promise.all(sample.map(ledgerOf))
    const byRound = ledgers.map(({ lines }) => new Map(lines.map((line) => [line.round, line])))
    let before = sample.map(() => ({ stake: 0n, fees: 0n }))
    const growth = sample.map(() => 10n ** 27n)
    let from = 0
    let compared = 0
    for (const { round, block } of ends) {
      const answers = (await readMany(
        ({ method, params }) =>
          net.chain.request({
            method,
            params: Array.isArray(params) ? [params[0], numberToHex(block)] : params,
          }),
        net.deployment,
        sample.flatMap((account) => [
          bonding('pendingStake', account, 0n),
          bonding('pendingFees', account, 0n),
        ]),
      )) as bigint[]
      const held = sample.map((_, index) => ({
        stake: answers[2 * index] ?? 0n,
        fees: answers[2 * index + 1] ?? 0n,
      }))
      for (const [index, account] of sample.entries()) {
        const start = before[index]
        const end = held[index]
        if (!start || !end) throw new Error('no answer')
        const reward = end.stake - start.stake - principalOf(account, from, block)
        const fees = end.fees - start.fees + withdrawnOf(account, from, block)
        const line = byRound[index]?.get(round)
        expect(line?.rewardWei ?? 0n, `reward of ${account} in round ${round}`).toBe(reward)
        expect(line?.feesWei ?? 0n, `fees of ${account} in round ${round}`).toBe(fees)
        if (start.stake > 0n) {
          expect(line?.stakeAtStartWei).toBe(start.stake)
          growth[index] = ((growth[index] ?? 0n) * (start.stake + reward)) / start.stake
        }
        if (line) compared++
      }
      before = held
      from = block
    }
    expect(compared).toBeGreaterThan(500)
    for (const [index, { totals }] of ledgers.entries())
      expect(totals.yieldP9).toBe(((growth[index] ?? 0n) - 10n ** 27n) / 10n ** 18n)
  })

  test('the realised yield is that of the raw cumulative factors', async () => {
    let compared = 0
    for (const account of accounts) {
      const mine = logs.filter(({ args }) => args.delegator === account)
      // One bond, never touched since: its yield is the quotient of two factors.
      if (mine.length !== 2 || orchestrators.includes(account)) continue
      const [delegator] = (await read([bonding('getDelegator', account)])) as [
        readonly [bigint, bigint, Address, bigint, bigint, bigint],
      ]
      const [, , delegate, , , lastClaim] = delegator
      const [transcoder, start, running] = (await read([
        bonding('getTranscoder', delegate),
        bonding('getTranscoderEarningsPoolForRound', delegate, lastClaim),
        { contract: 'RoundsManager', functionName: 'currentRound' },
      ])) as [readonly bigint[], readonly bigint[], bigint]
      const lastReward = (transcoder[0] ?? 0n) > running ? running : (transcoder[0] ?? 0n)
      const [end] = (await read([bonding('getTranscoderEarningsPoolForRound', delegate, lastReward)])) as [
        readonly bigint[],
      ]
      if (lastReward <= lastClaim || delegator[0] < 10n ** 18n) continue
      const expected = ((end?.[3] ?? 0n) * 10n ** 9n) / (start[3] || 10n ** 27n) - 10n ** 9n
      const { totals } = await ledgerOf(account)
      // The contract rounds amounts down: of a stake of some LPT less than one part in 10^9.
      expect(Number(totals.yieldP9 - expected)).toBeCloseTo(0, 0)
      compared++
    }
    expect(compared).toBeGreaterThan(process.env.LEDGER_WORLD === 'small' ? 2 : 15)
  })

  test('status, locks and dates are the chain’s', async () => {
    const { loadDelegatingAccount } = await import('@/lib/data/delegating-account')
    const names = ['pending', 'bonded', 'unbonded']
    let locks = 0
    const [round, start, length, blockNum] = (await read(
      ['currentRound', 'currentRoundStartBlock', 'roundLength', 'blockNum'].map((functionName) => ({
        contract: 'RoundsManager',
        functionName,
      })),
    )) as [bigint, bigint, bigint, bigint]
    const head = (await net.chain.request({ method: 'eth_getBlockByNumber', params: ['latest', false] })) as {
      timestamp: string
    }
    for (const account of accounts) {
      const view = valueOf(await loadDelegatingAccount(account))
      const [status, delegator] = (await read([
        bonding('delegatorStatus', account),
        bonding('getDelegator', account),
      ])) as [number, readonly bigint[]]
      expect(view.status, account).toBe(names[status])
      const ids = Array.from({ length: Number(delegator[6]) }, (_, id) => id)
      const stored = (await read(
        ids.map((id) => bonding('getDelegatorUnbondingLock', account, BigInt(id))),
      )) as [bigint, bigint][]
      const open = ids.filter((id) => (stored[id]?.[1] ?? 0n) > 0n)
      expect(view.locks.map(({ id }) => id)).toEqual(open)
      for (const lock of view.locks) {
        const [amount, withdrawRound] = stored[lock.id] ?? [0n, 0n]
        const atBlock = start + (withdrawRound - round) * length
        expect([lock.amountWei, BigInt(lock.withdrawRound)]).toEqual([amount, withdrawRound])
        expect(lock.state).toBe(withdrawRound <= round ? 'withdrawable' : 'waiting')
        expect(BigInt(lock.availableAtBlock)).toBe(atBlock)
        expect(BigInt(lock.availableAt)).toBe(BigInt(head.timestamp) + (atBlock - blockNum) * 12n)
        locks++
      }
    }
    expect(locks).toBeGreaterThan(3)
  })

  test('what an orchestrator did and what a missed round cost', async () => {
    const never = logs
      .filter(({ name }) => name === 'TranscoderActivated')
      .map(({ args }) => args.transcoder as Address)
      .find((account) => !orchestrators.includes(account))
    if (!never) throw new Error('the world has an orchestrator that never calls')
    const ledger = await ledgerOf(getAddress(never))
    const missed = ledger.lines.filter(({ outcome }) => outcome === 'missed')
    expect(missed.length).toBeGreaterThan(5)
    expect(missed.every(({ rewardWei, missedWei }) => rewardWei === 0n && (missedWei ?? 0n) > 0n)).toBe(true)
    expect(ledger.totals.missedRounds).toBe(missed.length)
    const called = logs.filter(({ name, args }) => name === 'Reward' && args.transcoder === orchestrators[0])
    const own = await ledgerOf(orchestrators[0] ?? never)
    const lines = own.lines.filter(({ outcome }) => outcome === 'called')
    expect(lines.map(({ orchestratorRewardWei, tx }) => [orchestratorRewardWei, tx])).toEqual(
      called
        .filter(({ tx }) => lines.some((line) => line.tx === tx))
        .map(({ args, tx }) => [args.amount, tx]),
    )
    expect(lines.length).toBeGreaterThan(called.length - 5)
  })

  test('any other address has an empty ledger', async () => {
    const ledger = await ledgerOf('0x00000000000000000000000000000000000000aB')
    expect(ledger.lines).toEqual([])
    expect([ledger.totals.rewardWei, ledger.principalWei, ledger.totals.yieldP9]).toEqual([0n, 0n, 0n])
  })
})
