import { type Address, parseEther } from 'viem'
import { type Action, Batch } from '@/devnet/world/batch'
import { bondAction } from '@/devnet/world/delegator-actions'
import { openBookEntry } from '@/devnet/world/delegator-book'
import { makeSelfPayer } from '@/devnet/world/gateways'
import { addTickets } from '@/devnet/world/payments'
import { lpt } from '@/devnet/world/profiles'
import type { Story } from '@/devnet/world/story'
import { LAST_ROUND } from '@/devnet/world/timeline'

/** LPT of the demo accounts that have no position. */
const DEMO_WALLET_WEI = lpt(5_000)
const DEMO_BOND_WEI = lpt(4_200)
/** Enough to make polls and proposals. */
const DEMO_AUTHOR_BOND_WEI = lpt(1_500)
const DEMO_ORCHESTRATOR_BOND_WEI = lpt(260_000)
const SELF_TICKET_WEI = parseEther('0.004')

function staking(from: Address, functionName: string, args: readonly unknown[]): Action {
  return { calls: [{ from, contract: 'BondingManager', functionName, args }], record: () => undefined }
}

function transfer(story: Story, to: Address, amountWei: bigint): Action {
  return {
    calls: [
      { from: story.deployer, contract: 'LivepeerToken', functionName: 'transfer', args: [to, amountWei] },
    ],
    record: () => undefined,
  }
}

function addresses(story: Story, role: string): Address[] {
  return story.session.deployment.accounts
    .filter((account) => account.role === role)
    .map((account) => account.address)
}

function bondFrom(story: Story, from: Address, to: Address, amountWei: bigint, round: number): Action {
  return bondAction(story.session, openBookEntry(from, amountWei), to, amountWei, round)
}

/** A ticket of the orchestrator to itself, as somebody does who tries a node of their own. */
async function paySelf(story: Story, batch: Batch, round: number, orchestrator: Address): Promise<void> {
  // Where the world is small it may be outside the set: then no ticket can be redeemed.
  if (!(await story.session.read('BondingManager', 'isActiveTranscoder', [orchestrator]))) return
  const gateway = makeSelfPayer()
  batch.addCall({
    from: gateway.account.address,
    contract: 'TicketBroker',
    functionName: 'fundDeposit',
    valueWei: gateway.depositWei,
  })
  await addTickets(story, batch, round, [{ from: gateway, to: orchestrator, amountWei: SELF_TICKET_WEI }])
}

/** The author bonds first of them: its questions go back into the past. */
function addAuthor(story: Story, batch: Batch, to: Address, round: number): void {
  batch.add(transfer(story, story.author, DEMO_AUTHOR_BOND_WEI))
  batch.add(bondFrom(story, story.author, to, DEMO_AUTHOR_BOND_WEI, round))
}

/**
 * What the well-known accounts do in a round: two wallets with LPT and no position; a delegator that ends with one
 * lock waiting, one matured, one rebonded and one withdrawn; an orchestrator that also tried itself as a gateway.
 */
export async function mineDemoAccounts(story: Story, round: number, block: number): Promise<void> {
  const batch = new Batch(story.session)
  const [delegator] = addresses(story, 'demo-delegator')
  const [orchestrator] = addresses(story, 'demo-orchestrator')
  const chosen = story.profiles.orchestrators[3]?.address
  if (!delegator || !orchestrator || !chosen) return
  const fromEnd = LAST_ROUND - round
  if (round === story.beginning) addAuthor(story, batch, chosen, round)
  if (round === story.firstRound) {
    for (const demo of addresses(story, 'demo')) batch.add(transfer(story, demo, DEMO_WALLET_WEI))
    batch.add(transfer(story, delegator, DEMO_BOND_WEI + lpt(750)))
    batch.add(bondFrom(story, delegator, chosen, DEMO_BOND_WEI, round))
    batch.add(transfer(story, orchestrator, DEMO_ORCHESTRATOR_BOND_WEI + lpt(1_000)))
    batch.add(bondFrom(story, orchestrator, orchestrator, DEMO_ORCHESTRATOR_BOND_WEI, round))
    batch.add(staking(orchestrator, 'transcoder', [120_000n, 600_000n]))
    batch.add({
      calls: [
        {
          from: orchestrator,
          contract: 'ServiceRegistry',
          functionName: 'setServiceURI',
          args: ['https://orchestrator-demo.local-network.example:8935'],
        },
      ],
      record: () => undefined,
    })
  }
  if (fromEnd === 6) await paySelf(story, batch, round, orchestrator)
  if (fromEnd === 12) batch.add(staking(delegator, 'unbond', [lpt(120)]))
  if (fromEnd === 9) batch.add(staking(delegator, 'unbond', [lpt(300)]))
  if (fromEnd === 8) batch.add(staking(delegator, 'unbond', [lpt(210)]))
  if (fromEnd === 5) batch.add(staking(delegator, 'rebond', [2n]))
  if (fromEnd === 3) batch.add(staking(delegator, 'withdrawStake', [0n]))
  if (fromEnd === 2) batch.add(staking(delegator, 'unbond', [lpt(450)]))
  await batch.mineAt(block, { strict: true })
}
