import { type Address, decodeEventLog, getAddress, type Hex, numberToHex } from 'viem'
import type { Harness } from '@/devnet/contracts-test/harness'
import { loadArtifact } from '@/devnet/solidity/artifact'

/** Weight of the last valid votes, in wei of stake. */
export interface Recount {
  yes: bigint
  no: bigint
}

interface RawLog {
  topics: [Hex, ...Hex[]]
  data: Hex
}

/** Last valid choice of every voter, from the poll's logs. */
async function lastChoices(h: Harness, poll: Address): Promise<Map<Address, 'yes' | 'no'>> {
  const logs = (await h.chain.request({
    method: 'eth_getLogs',
    params: [{ address: poll, fromBlock: '0x0', toBlock: 'latest' }],
  })) as RawLog[]
  const choices = new Map<Address, 'yes' | 'no'>()
  for (const log of logs) {
    const { args } = decodeEventLog({ abi: loadArtifact('Poll').abi, ...log })
    const { voter, choiceID } = args as unknown as { voter: Address; choiceID: bigint }
    if (choiceID > 1n) continue
    choices.set(getAddress(voter), choiceID === 0n ? 'yes' : 'no')
  }
  return choices
}

/** Counts a poll by the rule of LIP-16 on the newest state (contracts.md 10), from the contracts alone. */
export async function recount(h: Harness, poll: Address): Promise<Recount> {
  const choices = await lastChoices(h, poll)
  const stakes = new Map<Address, bigint>()
  const taken = new Map<Address, bigint>()
  for (const voter of choices.keys()) {
    if (await h.view('BondingManager', 'isRegisteredTranscoder', voter)) {
      stakes.set(voter, await h.bigint('BondingManager', 'transcoderTotalStake', voter))
      continue
    }
    const [stake] = await h.pending(voter)
    const { delegateAddress } = await h.delegator(voter)
    stakes.set(voter, stake)
    const delegate = getAddress(delegateAddress)
    taken.set(delegate, (taken.get(delegate) ?? 0n) + stake)
  }
  const result: Recount = { yes: 0n, no: 0n }
  for (const [voter, choice] of choices) {
    const registered = (await h.view('BondingManager', 'isRegisteredTranscoder', voter)) as boolean
    result[choice] += (stakes.get(voter) ?? 0n) - (registered ? (taken.get(voter) ?? 0n) : 0n)
  }
  return result
}

/** Mines up to a block, which becomes the newest. */
export async function mineToBlock(h: Harness, block: bigint): Promise<void> {
  const head = await h.bigint('RoundsManager', 'blockNum')
  if (block > head) {
    await h.chain.request({ method: 'hardhat_mine', params: [numberToHex(block - head), '0xc'] })
  }
}
