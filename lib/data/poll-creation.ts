import { type Address, getAddress } from 'viem'
import { bondingManagerViewsAbi } from '@/lib/contracts/abi/bonding-manager-views'
import { pollCreatorAbi } from '@/lib/contracts/abi/poll-creator'
import type {
  LipTextView,
  PollableLip,
  PollableLipsView,
  PollCreatorView,
  PollTermsView,
} from '@/lib/data/authoring-types'
import { multicallBytes, readChain, toNumber } from '@/lib/data/chain-client'
import { readCore } from '@/lib/data/core'
import type { PollRow } from '@/lib/data/governance-types'
import { loadPolls } from '@/lib/data/polls'
import { load, type Reading } from '@/lib/data/reading'
import type { Served } from '@/lib/data/served'
import type { Loaded } from '@/lib/data/types'
import { type LipsView, type LipView, loadLips } from '@/lib/lips/lips'
import { contractAddresses } from '@/lib/network/deployment'
import { settings } from '@/lib/network/settings'
import { SourceError } from '@/lib/network/source-error'

/** The contract that makes polls, where this network has one. */
export async function pollCreatorAddress(): Promise<Address> {
  const { PollCreator } = await contractAddresses()
  if (PollCreator) return PollCreator
  throw new SourceError(
    'This network has no polls: PollCreator is not among its contracts.',
    'Start a network that deploys it, then reload the page.',
  )
}

/** Status in a LIP's front matter under which it is put to a poll. */
const pollableStatus = 'proposed'

/** Proposed LIPs and why some of them are not offered: pure. `polls` null: not known. */
export function pollableLips(
  { commit, lips }: LipsView,
  polls: readonly Pick<PollRow, 'address' | 'text'>[] | null,
): PollableLipsView {
  const polled = new Map<string, Address>()
  for (const { address, text } of polls ?? []) {
    if (text.state === 'ready' && text.value.lip !== null) polled.set(`${Number(text.value.lip)}`, address)
  }
  return {
    commit,
    lips: lips
      .filter(({ status }) => status === pollableStatus)
      .map(
        (lip): PollableLip => ({
          lip: lip.number,
          title: lip.title,
          created: lip.created,
          not: whyNot(lip, polled),
        }),
      ),
    pollsKnown: polls !== null && polls.every(({ text }) => text.state === 'ready'),
  }
}

function whyNot({ number, partOf }: LipView, polled: ReadonlyMap<string, Address>): PollableLip['not'] {
  if (partOf !== null) return { reason: 'part-of', lip: partOf }
  const poll = polled.get(number)
  return poll ? { reason: 'polled', poll } : null
}

function mapServed<From, To>(served: Served<From>, change: (value: From) => To): Served<To> {
  return 'value' in served ? { ...served, value: change(served.value) } : served
}

/** Proposed LIPs that a poll could be made about (5.5), read from the repository now. */
export async function loadPollableLips(): Promise<Served<PollableLipsView>> {
  const [lips, polls] = await Promise.all([loadLips(), loadPolls()])
  return mapServed(lips, (value) => pollableLips(value, 'value' in polls ? polls.value.rows : null))
}

/** One LIP of the repository with its file; null when there is none with this number. */
export async function loadLipText(lip: string): Promise<Served<LipTextView | null>> {
  return mapServed(await loadLips(), ({ commit, lips }) => {
    const found = lips.find(({ number }) => number === lip)
    if (!found) return null
    const { number, title, status, text } = found
    return { lip: number, title, status, commit, text }
  })
}

/**
 * The rules of making polls.
 * @throws SourceError
 */
async function readPollTerms(reading: Reading): Promise<Pick<PollTermsView, 'neededWei' | 'periodBlocks'>> {
  const creator = await pollCreatorAddress()
  return reading.chain(`poll-terms/${creator}`, async (block) => {
    const { Multicall3 } = await contractAddresses()
    const polls = { address: creator, abi: pollCreatorAbi } as const
    const [neededWei, period] = await readChain((client) =>
      client.multicall({
        allowFailure: false,
        blockNumber: BigInt(block),
        multicallAddress: Multicall3,
        contracts: [
          { ...polls, functionName: 'POLL_CREATION_COST' },
          { ...polls, functionName: 'POLL_PERIOD' },
        ],
      }),
    )
    return { neededWei, periodBlocks: toNumber(period) }
  })
}

/** What making a poll takes now (5.5): the same for everybody. */
export function loadPollTerms(): Promise<Loaded<PollTermsView>> {
  return load(async (reading) => {
    const [terms, core] = await Promise.all([readPollTerms(reading), readCore(reading)])
    const seconds = terms.periodBlocks * settings().network.secondsPerBlock
    return {
      ...terms,
      endBlock: toNumber(core.blockNum) + terms.periodBlocks,
      endsAt: { at: reading.head.timestamp + seconds, estimated: true },
    }
  })
}

async function buildPollCreator(reading: Reading, account: Address): Promise<PollCreatorView> {
  const { neededWei } = await readPollTerms(reading)
  return reading.chain(`poll-creator/${account}`, async (block): Promise<PollCreatorView> => {
    const { BondingManager, Multicall3 } = await contractAddresses()
    const bonding = { address: BondingManager, abi: bondingManagerViewsAbi } as const
    const [[bonded, , , delegatedWei], pending] = await readChain((client) =>
      client.multicall({
        allowFailure: false,
        blockNumber: BigInt(block),
        multicallAddress: Multicall3,
        batchSize: multicallBytes,
        contracts: [
          { ...bonding, functionName: 'getDelegator', args: [account] },
          { ...bonding, functionName: 'pendingStake', args: [account, 0n] },
        ],
      }),
    )
    const ownWei = bonded === 0n ? 0n : pending
    return { account, neededWei, ownWei, delegatedWei, may: ownWei >= neededWei || delegatedWei >= neededWei }
  })
}

/** Whether one account may create polls now (5.5). */
export function loadPollCreator(account: Address): Promise<Loaded<PollCreatorView>> {
  const creator = getAddress(account)
  return load((reading) => buildPollCreator(reading, creator))
}
