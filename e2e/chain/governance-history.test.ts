import { type Address, createPublicClient, getAddress, http, parseAbi, parseAbiItem } from 'viem'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Devnet, startDevnet } from '@/devnet/start'
import type { Loaded } from '@/lib/data/types'

/** The treasury's past, how polls grew, and calendar files, against logs and balances that are read here anew. */

let net: Devnet

beforeAll(async () => {
  net = await startDevnet({
    world: 'small',
    seed: 'loaders',
    endTime: 1_780_000_000,
    clock: false,
    keeper: false,
    rpcPort: 0,
    servicesPort: 0,
  })
  vi.stubEnv('NETWORK', 'local')
  vi.stubEnv('SITE_URL', 'https://site.example')
  vi.stubEnv('DEVNET_RPC_PORT', new URL(net.rpcUrl).port)
  vi.stubEnv('DEVNET_SERVICES_PORT', new URL(net.servicesUrl).port)
  vi.stubEnv('CACHE_ROUND_SECONDS', '1')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await net.close()
})
afterEach(() => net.rpc.setFaults([{ fault: 'none' }]))

function valueOf<Value>(loaded: Loaded<Value>): Value {
  if (!('value' in loaded)) throw new Error(`${loaded.state}: ${loaded.reason}`)
  return loaded.value
}

const client = () => createPublicClient({ transport: http(net.rpcUrl), cacheTime: 0 })
const contract = (name: string): Address => getAddress(net.deployment.contracts[name] ?? '')
/** Past the time in which an old figure may stand in, after a round's worth of them. */
const forgotten = () => new Promise((resolve) => setTimeout(resolve, 13_000))

const treasuryReward = parseAbiItem(
  'event TreasuryReward(address indexed transcoder, address treasury, uint256 amount)',
)
const newRound = parseAbiItem('event NewRound(uint256 indexed round, bytes32 blockHash)')
const transfer = parseAbiItem('event Transfer(address indexed from, address indexed to, uint256 value)')
const whole = { fromBlock: 0n, toBlock: 'latest', strict: true } as const

async function logsOfTreasury() {
  const token = { address: contract('LivepeerToken'), event: transfer, ...whole } as const
  const [rewards, rounds, outgoing, incoming] = await Promise.all([
    client().getLogs({ address: contract('BondingManager'), event: treasuryReward, ...whole }),
    client().getLogs({ address: contract('RoundsManager'), event: newRound, ...whole }),
    client().getLogs({ ...token, args: { from: contract('Treasury') } }),
    client().getLogs({ ...token, args: { to: contract('Treasury') } }),
  ])
  return { rewards, rounds, outgoing, incoming }
}

const balanceAt = (blockNumber: bigint) =>
  client().readContract({
    address: contract('LivepeerToken'),
    abi: parseAbi(['function balanceOf(address) view returns (uint256)']),
    functionName: 'balanceOf',
    args: [contract('Treasury')],
    blockNumber,
  })

/** Whom an account delegates to, if that is another one and an orchestrator. */
async function orchestratorOf(account: Address): Promise<Address | null> {
  const delegateOf = async (of: Address) => {
    const [bonded, , delegate] = await client().readContract({
      address: contract('BondingManager'),
      abi: parseAbi([
        'function getDelegator(address) view returns (uint256, uint256, address, uint256, uint256, uint256, uint256)',
      ]),
      functionName: 'getDelegator',
      args: [of],
    })
    return bonded > 0n ? delegate : null
  }
  const delegate = await delegateOf(account)
  return delegate && delegate !== account && (await delegateOf(delegate)) === delegate ? delegate : null
}

const loadFlows = async () => (await import('@/lib/data/treasury-flows')).loadTreasuryFlows()

describe('the treasury’s past', () => {
  test('balances are those of the chain, inflow and payments those of its logs', async () => {
    const view = valueOf(await loadFlows())
    const { rewards, rounds, outgoing, incoming } = await logsOfTreasury()
    expect(view.complete).toBe(true)
    expect(view.rounds.map(({ round }) => BigInt(round))).toEqual(
      rounds.map(({ args }) => args.round).slice(-view.rounds.length),
    )
    expect(view.rounds.length).toBeGreaterThan(10)
    let compared = 0
    for (const [index, row] of view.rounds.entries()) {
      const start = rounds.find(({ args }) => args.round === BigInt(row.round))?.blockNumber ?? 0n
      const next = view.rounds[index + 1]
      const end = next
        ? (rounds.find(({ args }) => args.round === BigInt(next.round))?.blockNumber ?? 0n)
        : 10n ** 12n
      const within = <Log extends { blockNumber: bigint }>(logs: readonly Log[]) =>
        logs.filter(({ blockNumber }) => blockNumber >= start && blockNumber < end)
      const minted = within(rewards).reduce((sum, { args }) => sum + args.amount, 0n)
      expect(row.rewardsWei, `round ${row.round}`).toBe(minted)
      expect(row.outWei).toBe(within(outgoing).reduce((sum, { args }) => sum + args.value, 0n))
      expect(row.otherInWei).toBe(within(incoming).reduce((sum, { args }) => sum + args.value, 0n) - minted)
      const last = within([...incoming, ...outgoing])
        .map(({ blockNumber }) => blockNumber)
        .toSorted((a, b) => (a < b ? -1 : 1))
        .at(-1)
      if (last === undefined) continue
      expect(row.balanceWei).toBe(await balanceAt(last))
      compared += 1
    }
    expect(compared).toBeGreaterThan(5)
  })

  test('a node that limits ranges gives a shorter past, which says so', async () => {
    await forgotten()
    await net.rpc.setFaults([{ fault: 'range-limit', blocks: 40_000, words: 'infura' }])
    const view = valueOf(await loadFlows())
    expect(view.complete).toBe(false)
    expect(view.fromBlock).toBeGreaterThan(0)
    const { timestamp } = await client().getBlock({ blockNumber: BigInt(view.fromBlock) })
    expect(view.fromAt).toBe(Number(timestamp))
    expect(view.rounds.length).toBeGreaterThan(2)
    expect(view.rounds.at(-1)?.balanceWei).toBe(await balanceAt(await client().getBlockNumber()))
  })

  test('spending is what the chain’s transfers say, recipient by recipient', async () => {
    const { loadTreasurySpending } = await import('@/lib/data/treasury-spending')
    const { recipients, executed } = valueOf(await loadTreasurySpending())
    const { outgoing } = await logsOfTreasury()
    const paid = new Map<string, bigint>()
    for (const { args } of outgoing) paid.set(args.to, (paid.get(args.to) ?? 0n) + args.value)
    expect(executed).toBeGreaterThan(1)
    expect(
      new Map(recipients.filter(({ lptWei }) => lptWei > 0n).map(({ to, lptWei }) => [to, lptWei])),
    ).toEqual(paid)
  })
})

describe('polls', () => {
  test('the history of every poll ends with its tally, and tells every moment of a vote', async () => {
    const { loadPoll, loadPolls } = await import('@/lib/data/polls')
    const { rows } = valueOf(await loadPolls())
    let drawn = 0
    for (const { address } of rows ?? []) {
      const poll = valueOf(await loadPoll(address))
      if (!poll) throw new Error('a listed poll is gone')
      expect(poll.history, address).not.toBeNull()
      const last = poll.history?.at(-1)
      expect(last?.yes ?? 0n).toBe(poll.yesWei)
      expect(last?.no ?? 0n).toBe(poll.noWei)
      const votes = await client().getLogs({
        address,
        event: parseAbiItem('event Vote(address indexed voter, uint256 choiceID)'),
        ...whole,
      })
      const blocks = [...new Set(votes.map(({ blockNumber }) => blockNumber))]
      const times = await Promise.all(
        blocks.map(async (blockNumber) => Number((await client().getBlock({ blockNumber })).timestamp)),
      )
      expect(poll.history?.map(({ at }) => at)).toEqual([...new Set(times)].toSorted((a, b) => a - b))
      if (blocks.length > 0) drawn += 1
    }
    expect(drawn).toBeGreaterThan(2)
  })
})

describe('an account’s votes', () => {
  test('are those of the chain’s events, the last one where it changed its mind', async () => {
    const { GET } = await import('@/app/api/v1/accounts/[address]/votes/route')
    const { loadPolls } = await import('@/lib/data/polls')
    const ask = (address: string) =>
      GET(new Request(`http://x/api/v1/accounts/${address}/votes`), { params: Promise.resolve({ address }) })
    const polls = new Map<Address, Record<string, string>>()
    for (const { address } of valueOf(await loadPolls()).rows ?? []) {
      const votes = await client().getLogs({
        address,
        event: parseAbiItem('event Vote(address indexed voter, uint256 choiceID)'),
        ...whole,
      })
      for (const { args } of votes) {
        const choice = ['yes', 'no'][Number(args.choiceID)]
        if (!choice) continue
        polls.set(args.voter, { ...polls.get(args.voter), [address.toLowerCase()]: choice })
      }
    }
    const proposals = new Map<Address, Record<string, string>>()
    const cast = await client().getLogs({
      address: contract('LivepeerGovernor'),
      event: parseAbiItem(
        'event VoteCast(address indexed voter, uint256 proposalId, uint8 support, uint256 weight, string reason)',
      ),
      ...whole,
    })
    for (const { args } of cast)
      proposals.set(args.voter, {
        ...proposals.get(args.voter),
        [args.proposalId.toString()]: ['against', 'for', 'abstain'][args.support] ?? '',
      })
    const voters = [...new Set([...polls.keys(), ...proposals.keys()])].slice(0, 40)
    expect(voters.length).toBe(40)
    let delegators = 0
    for (const voter of voters) {
      const { value } = (await (await ask(voter)).json()) as { value: unknown }
      const votesOf = (account: Address) => ({
        polls: polls.get(account) ?? {},
        proposals: proposals.get(account) ?? {},
      })
      const delegate = await orchestratorOf(voter)
      if (delegate) delegators += 1
      expect(value).toEqual({
        account: voter,
        ...votesOf(voter),
        orchestrator: delegate && { address: delegate, ...votesOf(delegate) },
      })
    }
    expect(delegators).toBeGreaterThan(3)
    expect((await ask('0x12')).status).toBe(400)
  })
})

describe('calendar files', () => {
  const lines = async (answer: Response) => (await answer.text()).replaceAll('\r\n ', '').split('\r\n')
  const stamp = (at: number) => `${new Date(at * 1000).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

  test('an open poll has its close, a closed one and an unknown one have no file', async () => {
    const { GET } = await import('@/app/voting/[poll]/calendar.ics/route')
    const { loadPolls } = await import('@/lib/data/polls')
    const ask = (poll: string) =>
      GET(new Request(`http://x/voting/${poll}/calendar.ics`), { params: Promise.resolve({ poll }) })
    const rows = valueOf(await loadPolls()).rows ?? []
    for (const { address, state } of rows) {
      const answer = await ask(address.toLowerCase())
      expect(answer.status).toBe(state === 'open' ? 200 : 404)
      if (state !== 'open') continue
      expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
      const row = valueOf(await loadPolls()).rows?.find((other) => other.address === address)
      const file = await lines(answer)
      expect(file).toContain(`DTSTART:${stamp(row?.endsAt?.at ?? 0)}`)
      expect(file).toContain(`URL:https://site.example/voting/${address.toLowerCase()}`)
    }
    expect(rows.some(({ state }) => state === 'open')).toBe(true)
    expect((await ask(`0x${'0'.repeat(39)}1`)).status).toBe(404)
    expect((await ask('none')).status).toBe(404)
  })

  test('a proposal has what is still to come', async () => {
    const { GET } = await import('@/app/treasury/[proposal]/calendar.ics/route')
    const { loadTreasury } = await import('@/lib/data/treasury')
    const ask = (proposal: string) =>
      GET(new Request(`http://x/treasury/${proposal}/calendar.ics`), {
        params: Promise.resolve({ proposal }),
      })
    const seen = new Set<string>()
    for (const { id, state, opensAt, closesAt } of valueOf(await loadTreasury()).rows ?? []) {
      seen.add(state)
      const answer = await ask(id)
      const coming = state === 'pending' ? [opensAt, closesAt] : state === 'active' ? [closesAt] : []
      expect(answer.status).toBe(coming.length > 0 ? 200 : 404)
      if (coming.length === 0) continue
      const file = await lines(answer)
      expect(file.filter((line) => line.startsWith('DTSTART:'))).toEqual(
        coming.map((date) => `DTSTART:${stamp(date?.at ?? 0)}`),
      )
      expect(file).toContain(`URL:https://site.example/treasury/${id}`)
      // Titles are by strangers: every line still is one of ours.
      for (const line of file.slice(0, -1)) expect(line).toMatch(/^[A-Z]+[:;]/)
    }
    expect([...seen]).toEqual(expect.arrayContaining(['pending', 'active', 'executed']))
    expect((await ask('123')).status).toBe(404)
  })
})
