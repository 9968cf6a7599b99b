import { type Address, getAddress, toHex } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GovernedHarness } from '@/devnet/contracts-test/governed-harness'
import { LPT } from '@/devnet/contracts-test/harness'
import { mineToBlock, recount } from '@/devnet/contracts-test/poll-recount'
import { createVoteWorld, type VoteWorld } from '@/devnet/contracts-test/vote-world'
import { executeSubgraph } from '@/devnet/graphql/execute'
import { createIndexer } from '@/devnet/indexer/indexer'

const text = (message: string) => ({ kind: 'text', text: message })
const CID = toHex('QmTestOfOurOwnTestOfOurOwnTestOfOurOwnTestOfOu')
const YES = 0n
const NO = 1n
const lpt = (amount: bigint) => amount * LPT

/** Polls of LIPs: who may ask, who may answer, and what the answers weigh (contracts.md 10). */
describe('polls', () => {
  let world: VoteWorld
  let h: GovernedHarness

  beforeAll(async () => {
    world = await createVoteWorld()
    h = world.h
  })
  afterAll(() => h.chain.close())

  const create = async (from: Address) => {
    const [log] = await h.send(from, 'PollCreator', 'createPoll', [CID])
    const poll = getAddress(log?.args.poll as Address)
    h.know('Poll', poll)
    return { poll, args: log?.args, endBlock: await h.bigint('Poll', 'endBlock') }
  }
  const vote = (voter: Address, choice: bigint) => h.send(voter, 'Poll', 'vote', [choice])

  test('are made by who has 100 LPT of stake, for 57,600 blocks', () =>
    h.undoing(async () => {
      const head = await h.bigint('RoundsManager', 'blockNum')
      const { poll, args, endBlock } = await create(world.E)
      expect(args).toEqual({ poll, proposal: CID, endBlock, quorum: 333_300n, quota: 500_000n })
      expect(endBlock).toBe(head + 1n + 57_600n)
      expect(await h.view('PollCreator', 'bondingManager')).toBe(
        getAddress(h.deployment.contracts.BondingManager as Address),
      )
      const constants = ['QUORUM', 'QUOTA', 'POLL_PERIOD', 'POLL_CREATION_COST']
      expect(await Promise.all(constants.map((name) => h.bigint('PollCreator', name)))).toEqual([
        333_300n,
        500_000n,
        57_600n,
        lpt(100n),
      ])
      expect((await h.delegator(world.E)).bondedAmount).toBe(lpt(100n))
    }))

  test('stake delegated to the maker counts as its own; less than 100 LPT is too little', () =>
    h.undoing(async () => {
      const sentence = text('PollCreator#createPoll: INSUFFICIENT_STAKE')
      expect(await h.revertOf(world.N, 'PollCreator', 'createPoll', [CID])).toEqual(sentence)
      await h.bm(world.E, 'unbond', 1n)
      expect(await h.revertOf(world.E, 'PollCreator', 'createPoll', [CID])).toEqual(sentence)
      // N bonds nothing itself and still stands for what others delegate to it.
      await h.bm(world.D, 'bond', 0n, world.N)
      await create(world.N)
      await h.send(h.deployer, 'Controller', 'pause')
      await h.mineToRound((await h.bigint('RoundsManager', 'currentRound')) + 1n)
      await create(world.N)
    }))

  test('take votes until the end block, and can be destroyed after it', () =>
    h.undoing(async () => {
      const { endBlock } = await create(world.T)
      expect(await vote(world.N, 7n)).toEqual([
        { contract: 'Poll', event: 'Vote', args: { voter: world.N, choiceID: 7n } },
      ])
      await mineToBlock(h, endBlock - 2n)
      expect(await h.revertOf(world.N, 'Poll', 'destroy')).toEqual(text('poll is active'))
      await vote(world.N, YES)
      expect(await h.bigint('RoundsManager', 'blockNum')).toBe(endBlock)
      expect(await h.revertOf(world.N, 'Poll', 'vote', [YES])).toEqual(text('poll is over'))
      await h.send(world.N, 'Poll', 'destroy')
    }))

  describe('counted', () => {
    /** The tally that the index keeps up with every event. */
    const indexed = async (poll: Address) => {
      const indexer = createIndexer({ request: h.chain.request, deployment: h.deployment })
      await indexer.sync()
      const query = `{ poll(id: "${poll.toLowerCase()}") { tally { yes no } } }`
      const { data, errors } = (await executeSubgraph(indexer.store, { query })).json as {
        data?: { poll: { tally: { yes: string; no: string } } }
        errors?: unknown
      }
      if (!data) throw new Error(JSON.stringify(errors))
      return data.poll.tally
    }
    const wei = (decimal: string) => {
      const [whole = '0', part = ''] = decimal.split('.')
      return BigInt(whole) * LPT + BigInt(part.padEnd(18, '0'))
    }
    const same = async (poll: Address) => {
      const tally = await indexed(poll)
      const counted = await recount(h, poll)
      expect({ yes: wei(tally.yes), no: wei(tally.no) }).toEqual(counted)
      return counted
    }

    test.each([
      ['first', ['D', 'T', 'U'] as const],
      ['last', ['T', 'U', 'D'] as const],
    ])('a delegator that votes %s takes its stake from its orchestrator', (_, order) =>
      h.undoing(async () => {
        const { poll } = await create(world.T)
        const choice = { T: YES, U: NO, D: NO }
        for (const name of order) await vote(world[name], choice[name])
        expect(await same(poll)).toEqual({ yes: lpt(1100n), no: lpt(900n) })
      }),
    )

    test('the last valid choice counts; nobody without stake and no other choice does', () =>
      h.undoing(async () => {
        const { poll } = await create(world.T)
        for (const [voter, choice] of [
          [world.U, YES],
          [world.T, YES],
          [world.U, NO],
          [world.E, NO],
          [world.E, YES],
          [world.E, 2n],
        ] as const) {
          await vote(voter, choice)
        }
        expect(await recount(h, poll)).toEqual({ yes: lpt(1400n), no: lpt(600n) })
        await same(poll)
        await vote(world.N, NO)
        expect(await same(poll)).toEqual({ yes: lpt(1400n), no: lpt(600n) })
      }))

    test('with the stake at the end block, however it moved in the meantime', () =>
      h.undoing(async () => {
        const { poll, endBlock } = await create(world.T)
        await vote(world.T, YES)
        await vote(world.D, NO)
        await vote(world.U, NO)
        await h.bm(world.T, 'reward')
        await same(poll)
        await h.bm(world.D, 'bond', lpt(50n), world.T)
        await same(poll)
        await h.nextRound()
        await h.bm(world.U, 'reward')
        await h.bm(world.T, 'reward')
        await h.bm(world.D, 'unbond', lpt(20n))
        await same(poll)
        await h.bm(world.D, 'rebond', 0n)
        await h.bm(world.E, 'unbond', lpt(40n))
        const late = await same(poll)
        await mineToBlock(h, endBlock)
        expect(await same(poll)).toEqual(late)
        // What happens after the end is no longer the poll's business.
        await h.nextRound()
        await h.bm(world.U, 'bond', lpt(5000n), world.U)
        const tally = await indexed(poll)
        expect({ yes: wei(tally.yes), no: wei(tally.no) }).toEqual(late)
      }))
  })
})
