import { type Address, parseEther } from 'viem'
import { type Action, Batch } from '@/devnet/world/batch'
import { bondAction } from '@/devnet/world/delegator-actions'
import { type BookEntry, openBookEntry } from '@/devnet/world/delegator-book'
import type { DelegatorProfile, OrchestratorProfile } from '@/devnet/world/profiles'
import type { ContractCall } from '@/devnet/world/session'
import type { Story } from '@/devnet/world/story'

const GAS_MONEY_WEI = parseEther('1')
/** Bonds mined in one block. */
const JOINING_PER_BLOCK = 60

/** Gives an account ETH for gas and opens its page in the book; the LPT comes with the call returned. */
async function fund(
  story: Story,
  address: Address,
  amountWei: bigint,
): Promise<{ entry: BookEntry; calls: ContractCall[] }> {
  await story.session.adopt(address, GAS_MONEY_WEI)
  const entry = openBookEntry(address, amountWei)
  story.book.set(address, entry)
  const transfer: ContractCall = {
    from: story.deployer,
    contract: 'LivepeerToken',
    functionName: 'transfer',
    args: [address, amountWei],
  }
  return { entry, calls: amountWei > 0n ? [transfer] : [] }
}

/** What makes an orchestrator: LPT, a bond to itself, its cuts, its service URI and its reward caller. */
export async function joinOrchestrator(
  story: Story,
  profile: OrchestratorProfile,
  round: number,
): Promise<Action> {
  const { entry, calls } = await fund(story, profile.address, profile.selfBondWei)
  const bond = bondAction(story.session, entry, profile.address, profile.selfBondWei, round)
  calls.push(...bond.calls, {
    from: profile.address,
    contract: 'BondingManager',
    functionName: 'transcoder',
    args: [profile.rewardCutP6, profile.feeShareP6],
  })
  if (profile.serviceUri !== '') {
    calls.push({
      from: profile.address,
      contract: 'ServiceRegistry',
      functionName: 'setServiceURI',
      args: [profile.serviceUri],
    })
  }
  if (profile.aiServiceUri !== '') {
    calls.push({
      from: profile.address,
      contract: 'AIServiceRegistry',
      functionName: 'setServiceURI',
      args: [profile.aiServiceUri],
    })
  }
  if (profile.rewardCaller) {
    await story.session.adopt(profile.rewardCaller, GAS_MONEY_WEI)
    calls.push({
      from: profile.address,
      contract: 'BondingManager',
      functionName: 'setRewardCaller',
      args: [profile.rewardCaller],
    })
  }
  return {
    calls,
    record: () => {
      bond.record()
      story.registered.add(profile)
    },
  }
}

/** A delegator's LPT and first bond. */
export async function joinDelegator(story: Story, profile: DelegatorProfile, round: number): Promise<Action> {
  const orchestrator = story.profiles.orchestrators[profile.orchestrator]
  if (!orchestrator) throw new Error(`Delegator ${profile.index} has no orchestrator`)
  const { entry, calls } = await fund(story, profile.address, profile.bondWei + profile.walletWei)
  const bond = bondAction(story.session, entry, orchestrator.address, profile.bondWei, round)
  return { calls: [...calls, ...bond.calls], record: bond.record }
}

/** The newcomers of a round, mined in blocks from `block` on. */
export async function mineNewcomers(story: Story, round: number, block: number): Promise<void> {
  const after = round === story.beginning ? 0 : round - story.firstRound
  // Where there is a past, those of the start came with it.
  if (after === 0 && round !== story.beginning) return
  const strict = after === 0
  const batch = new Batch(story.session)
  for (const profile of story.profiles.orchestrators) {
    if (profile.joinsAfter === after) batch.add(await joinOrchestrator(story, profile, round))
  }
  await batch.mineAt(block, { strict })
  const joining = story.profiles.delegators.filter((profile) => profile.joinsAfter === after)
  for (let from = 0; from < joining.length; from += JOINING_PER_BLOCK) {
    for (const profile of joining.slice(from, from + JOINING_PER_BLOCK)) {
      batch.add(await joinDelegator(story, profile, round))
    }
    await batch.mineAt(block, { strict })
  }
}
