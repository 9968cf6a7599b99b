import { type Address, encodeFunctionData, type Hex, size } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LPT } from '@/devnet/contracts-test/harness'
import { createSmallWorld, type SmallWorld } from '@/devnet/contracts-test/small-world'
import { BigDecimal } from '@/devnet/graphql/big-decimal'
import { executeSubgraph } from '@/devnet/graphql/execute'
import { loadArtifact } from '@/devnet/solidity/artifact'
import { createIndexer, type Indexer } from './indexer'
import { mendedQuirks, publishedQuirks, type Quirks, quirksOf } from './quirks'

let world: SmallWorld
let published: Indexer
let mended: Indexer
let start: bigint
let updates: { timestamp: number }[]

const indexOf = (mend: boolean | Partial<Quirks>) =>
  createIndexer({ request: world.h.chain.request, deployment: world.h.deployment, mended: mend })

async function ask(index: Indexer, query: string): Promise<Record<string, never>> {
  const { data, errors } = (await executeSubgraph(index.store, { query })).json as Record<string, never>
  if (errors) throw new Error(JSON.stringify(errors))
  return data ?? {}
}

/** The answers of both indices to one query. */
async function both(query: string) {
  return { published: await ask(published, query), mended: await ask(mended, query) }
}

const id = (address: Address) => address.toLowerCase()

beforeAll(async () => {
  world = await createSmallWorld()
  const { h, T, U, V, D, P } = world
  start = await h.bigint('RoundsManager', 'currentRound')
  for (const one of [T, U]) await h.bm(one, 'reward')
  await h.bm(T, 'transcoder', 100_000n, 500_000n)
  await h.bm(T, 'transcoder', 100_000n, 600_000n)
  await h.bm(P, 'bond', 10n * LPT, T)
  await h.bm(D, 'bond', 5n * LPT, U)
  await h.bm(V, 'unbond', 100n * LPT)
  await h.bm(V, 'rebondFromUnbonded', V, 0n)
  await h.nextRound()
  await h.send(h.deployer, 'RoundsManager', 'setRoundLength', [300n])
  published = indexOf(false)
  mended = indexOf(true)
  await published.sync()
  await mended.sync()
  updates = (await ask(published, '{ transcoderUpdateEvents(orderBy: timestamp) { timestamp } }'))[
    'transcoderUpdateEvents'
  ] as unknown as { timestamp: number }[]
})
afterAll(() => world.h.chain.close())

describe('quirksOf', () => {
  it('is as published, all mended, or with some switched', () => {
    expect(quirksOf()).toBe(publishedQuirks)
    expect(quirksOf(false)).toBe(publishedQuirks)
    expect(quirksOf(true)).toBe(mendedQuirks)
    expect(quirksOf({ firstBondsUncounted: false })).toEqual({
      ...publishedQuirks,
      firstBondsUncounted: false,
    })
    expect(Object.values(mendedQuirks)).not.toContain(true)
  })
})

describe('quirks of staking', () => {
  it('Q3: first bonds are not counted, rebonds from unbonded are', async () => {
    // Five bonded for the first time; one of them unbonded fully and came back.
    const answers = await both('{ protocol(id: "0") { delegatorsCount } }')
    expect(answers.published).toEqual({ protocol: { delegatorsCount: '0' } })
    expect(answers.mended).toEqual({ protocol: { delegatorsCount: '5' } })
  })

  it('Q5: both cut timestamps move with any update', async () => {
    const query = `{ transcoder(id: "${id(world.T)}") { rewardCut rewardCutUpdateTimestamp feeShareUpdateTimestamp } }`
    const [first, second] = updates.map((update) => update.timestamp)
    const answers = await both(query)
    expect(answers.published['transcoder']).toEqual({
      rewardCut: '100000',
      rewardCutUpdateTimestamp: second,
      feeShareUpdateTimestamp: second,
    })
    expect(answers.mended['transcoder']).toEqual({
      rewardCut: '100000',
      rewardCutUpdateTimestamp: first,
      feeShareUpdateTimestamp: second,
    })
  })

  it('Q6: gasUsed is the gas limit', async () => {
    const query = '{ transactions(first: 1, orderBy: blockNumber, orderDirection: desc) { id gasUsed } }'
    const answers = await both(query)
    const transactions = answers.published['transactions'] as unknown as { id: Hex; gasUsed: string }[]
    const hash = transactions[0]?.id
    const { gas } = (await world.h.chain.request({ method: 'eth_getTransactionByHash', params: [hash] })) as {
      gas: Hex
    }
    const { gasUsed } = (await world.h.chain.request({
      method: 'eth_getTransactionReceipt',
      params: [hash],
    })) as { gasUsed: Hex }
    expect(BigInt(gasUsed)).not.toBe(BigInt(gas))
    expect(answers.published).toEqual({ transactions: [{ id: hash, gasUsed: String(BigInt(gas)) }] })
    expect(answers.mended).toEqual({ transactions: [{ id: hash, gasUsed: String(BigInt(gasUsed)) }] })
  })

  it('Q7: "never" is 2^255 - 1', async () => {
    const answers = await both(`{ transcoder(id: "${id(world.T)}") { deactivationRound } }`)
    expect(answers.published).toEqual({ transcoder: { deactivationRound: String(2n ** 255n - 1n) } })
    expect(answers.mended).toEqual({ transcoder: { deactivationRound: String(2n ** 256n - 1n) } })
  })

  it('Q8: newStake misses bonds that do not move, a round misses rebonds', async () => {
    const answers = await both(`{ round(id: "${start}") { newStake movedStake delegatorsCount } }`)
    // D moved its 50 LPT with the reward they had earned.
    const { movedStake } = answers.published['round'] as unknown as { movedStake: string }
    expect(Number(movedStake)).toBeGreaterThan(50)
    expect(answers.published).toEqual({ round: { newStake: '5', movedStake, delegatorsCount: '-1' } })
    expect(answers.mended).toEqual({ round: { newStake: '15', movedStake, delegatorsCount: '5' } })
  })

  it('Q9: the delegate of an account is the account itself', async () => {
    const accounts = `a: livepeerAccount(id: "${id(world.T)}") { delegate { id } } b: livepeerAccount(id: "${id(world.P)}") { delegate { id } delegator { delegate { id } } }`
    const answers = await both(`{ ${accounts} }`)
    const T = { id: id(world.T) }
    expect(answers.published).toMatchObject({ a: { delegate: T }, b: { delegator: { delegate: T } } })
    expect(answers.published['b']).not.toMatchObject({ delegate: T })
    expect(answers.mended).toEqual({ a: { delegate: T }, b: { delegate: T, delegator: { delegate: T } } })
  })

  it('Q10: lockPeriod goes stale when the round length changes', async () => {
    const answers = await both('{ protocol(id: "0") { roundLength lockPeriod } }')
    expect(answers.published).toEqual({ protocol: { roundLength: '300', lockPeriod: '20' } })
    expect(answers.mended).toEqual({ protocol: { roundLength: '300', lockPeriod: '30' } })
  })

  it('a first bond: the old delegate is the zero address, whose row exists as on Arbitrum One', async () => {
    const zero = '0x0000000000000000000000000000000000000000'
    const query = `{ bondEvents(where: { delegator: "${id(world.P)}" }) { oldDelegate { id status } }
      earningsClaimedEvents(where: { delegator: "${id(world.P)}" }) { delegate { id } } }`
    expect(await ask(published, query)).toEqual({
      bondEvents: [{ oldDelegate: { id: zero, status: 'NotRegistered' } }],
      earningsClaimedEvents: [{ delegate: { id: zero } }],
    })
  })
})

describe('section 7', () => {
  it('a reward in the block of another change of the stake counts twice, until the next change', async () => {
    const { h, T, D, U } = world
    const snapshot = await h.chain.request({ method: 'evm_snapshot' })
    await h.nextRound()
    await h.chain.request({ method: 'evm_setAutomine', params: [false] })
    const send = (from: Address, functionName: string, args: readonly unknown[]) => {
      const data = encodeFunctionData({
        abi: loadArtifact('BondingManager').abi,
        functionName,
        args: [...args],
      })
      const call = { from, to: h.deployment.contracts['BondingManager'], data, gas: '0x400000' }
      return h.chain.request({ method: 'eth_sendTransaction', params: [call] })
    }
    await send(world.P, 'bond', [3n * LPT, T])
    await send(T, 'reward', [])
    await h.chain.request({ method: 'evm_setAutomine', params: [true] })
    await h.chain.request({ method: 'evm_mine' })
    await published.sync()
    await mended.sync()
    const query = `{ transcoder(id: "${id(T)}") { totalStake } delegator(id: "${id(T)}") { delegatedAmount } rewardEvents(first: 1, orderBy: timestamp, orderDirection: desc) { rewardTokens } }`
    const stake = BigDecimal.fromWei(await h.bigint('BondingManager', 'transcoderTotalStake', T))
    const answers = await both(query)
    const [event] = answers.published['rewardEvents'] as unknown as { rewardTokens: string }[]
    const twice = stake.plus(BigDecimal.parse(event?.rewardTokens ?? '') as BigDecimal)
    const answer = (figure: BigDecimal) => ({
      transcoder: { totalStake: figure.toString() },
      delegator: { delegatedAmount: figure.toString() },
    })
    expect(answers.published).toMatchObject(answer(twice))
    expect(answers.mended).toMatchObject(answer(stake))
    await h.bm(U, 'reward')
    await h.bm(D, 'bond', 1n * LPT, T)
    await published.sync()
    const healed = BigDecimal.fromWei(await h.bigint('BondingManager', 'transcoderTotalStake', T))
    expect(await ask(published, query)).toMatchObject(answer(healed))
    await h.chain.request({ method: 'evm_revert', params: [snapshot] })
    await published.sync()
    await mended.sync()
  })
})

describe('Q19', () => {
  it('parameters set before the index began stay 0 until their event', async () => {
    const { deployment, chain } = world.h
    const from = Number(await chain.request({ method: 'eth_blockNumber' })) + 1
    await world.h.bm(world.D, 'claimEarnings', 0n)
    const late = {
      contracts: deployment.contracts,
      blocks: Object.fromEntries(Object.keys(deployment.blocks).map((name) => [name, from])),
    }
    const query = '{ protocol(id: "0") { numActiveTranscoders unbondingPeriod roundLockAmount roundLength } }'
    const answers = []
    for (const mend of [false, true]) {
      const index = createIndexer({ request: chain.request, deployment: late, mended: mend })
      await index.sync()
      answers.push((await ask(index, query))['protocol'])
    }
    expect(answers).toEqual([
      { numActiveTranscoders: '0', unbondingPeriod: '0', roundLockAmount: '0', roundLength: '300' },
      { numActiveTranscoders: '2', unbondingPeriod: '7', roundLockAmount: '100000', roundLength: '300' },
    ])
  })
})

describe('Q14', () => {
  it('on command a contract creation stops the index for good, at the block before', async () => {
    const { chain, deployment, deployer } = world.h
    const registry = deployment.contracts['ServiceRegistry'] as Address
    const call = encodeFunctionData({
      abi: loadArtifact('ServiceRegistry').abi,
      functionName: 'setServiceURI',
      args: ['https://from.a.constructor'],
    })
    const word = (value: number) => value.toString(16).padStart(4, '0')
    // CODECOPY the call behind this code, CALL the registry with it, RETURN nothing.
    const codeSize = 42
    const data = `0x61${word(size(call))}61${word(codeSize)}5f395f5f61${word(size(call))}5f5f73${registry.slice(2)}5af1505f5ff3${call.slice(2)}`
    const snapshot = await chain.request({ method: 'evm_snapshot' })
    await chain.request({
      method: 'eth_sendTransaction',
      params: [{ from: deployer, data, gas: '0x100000' }],
    })

    const stopping = indexOf({ stopsOnContractCreation: true })
    await expect(stopping.sync()).rejects.toThrow('has no receiver (Q14)')
    expect(stopping.status()).toMatchObject({ lag: 1, error: expect.stringContaining('Q14') })
    expect(await ask(stopping, '{ serviceURIUpdateEvents { id } _meta { hasIndexingErrors } }')).toEqual({
      serviceURIUpdateEvents: [],
      _meta: { hasIndexingErrors: false },
    })

    await published.sync()
    expect(await ask(published, '{ serviceURIUpdateEvents { serviceURI transaction { to } } }')).toEqual({
      serviceURIUpdateEvents: [{ serviceURI: 'https://from.a.constructor', transaction: { to: null } }],
    })
    await chain.request({ method: 'evm_revert', params: [snapshot] })
  })
})
