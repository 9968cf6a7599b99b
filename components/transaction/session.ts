import { type Address, createClient, hexToNumber, http, numberToHex } from 'viem'
import { loadWallet } from '@/components/wallet/load-wallet'
import { siteRpcUrl } from '@/components/wallet/site-chain'
import { getAccountFigures, refreshAccount, showChainFigures } from '@/hooks/account-store'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import type { Call, Outcome } from '@/lib/contracts/call'
import { classifyError } from '@/lib/contracts/errors'
import type { Failure } from '@/lib/data/types'
import { readPublicConfig } from '@/lib/network/public-config'
import { createPorts } from '@/lib/transaction/create-ports'
import { createBrowserFlowLocks } from '@/lib/transaction/flow-locks'
import type { Runner } from '@/lib/transaction/ports'
import { createRunner } from '@/lib/transaction/runner'
import { readPlanState } from '@/lib/transaction/state'
import { createBrowserFlowStore } from '@/lib/transaction/store'
import type { Intent, Plan, Planning } from '@/lib/transaction/types'
import { isVoteIntent } from '@/lib/transaction/vote-plan'
import { createWalletPort } from '@/lib/transaction/wallet-port'
import { accountAfter } from './account-after'
import { type CostEstimate, estimateCost } from './cost'
import { readIndexHead } from './index-head'
import { showVote } from './show-vote'

/** Everything one review needs of the outside, opened when the sheet opens. */
export interface ReviewSession {
  readonly runner: Runner
  readonly chainName: string
  /** Block explorer without a trailing slash; null on the local network. */
  readonly explorerUrl: string | null
  plan(intent: Intent): Promise<Planning | ({ state: 'failed' } & Failure)>
  callsOf(plan: Plan): readonly Call[]
  /** Cost of the calls from `step` on. */
  cost(plan: Plan, step: number): Promise<CostEstimate>
  /** Shows the account's figures as the chain has them after the outcomes. */
  showFigures(intent: Intent, outcomes: readonly Outcome[]): Promise<void>
}

export type OpenedSession = { state: 'open'; session: ReviewSession } | ({ state: 'failed' } & Failure)

/** Opens a session for an account: its wallet's own provider for signing, the site's proxy for reading. */
export async function openSession(account: Address): Promise<OpenedSession> {
  const site = readPublicConfig()
  if (!site.contracts) {
    return {
      state: 'failed',
      reason: 'The contracts of this network are not known yet.',
      next: 'Start the local network, then reload the page.',
    }
  }
  const addresses: ContractAddresses = site.contracts
  const network = { chainId: site.chainId, addresses }
  const client = createClient({ transport: http(siteRpcUrl(site), { retryCount: 1 }), cacheTime: 0 })
  try {
    const provider = await (await loadWallet()).provider()
    const ports = createPorts({
      client,
      network,
      wallet: createWalletPort(provider),
      store: createBrowserFlowStore(),
      locks: createBrowserFlowLocks(),
      readIndexedHead: readIndexHead,
    })
    const callsOf = (plan: Plan) => plan.steps.map((step) => ports.callOf(step.args))
    return {
      state: 'open',
      session: {
        runner: createRunner(ports),
        chainName: site.chainName,
        explorerUrl: site.explorerUrl,
        callsOf,
        plan: (intent) =>
          ports.replan(intent, account).catch((error: unknown) => ({
            state: 'failed' as const,
            ...classifyError(error, 'endpoint'),
          })),
        cost: (plan, step) =>
          estimateCost(client, callsOf(plan).slice(step), account, site.network === 'local'),
        showFigures: async (intent, outcomes) => {
          if (isVoteIntent(intent)) {
            const block = hexToNumber(await client.request({ method: 'eth_blockNumber' }))
            return showVote(intent, account, block)
          }
          const figures = getAccountFigures(account)
          if (figures.state !== 'known') return refreshAccount(account)
          const state = await readPlanState(client, network, account, intent)
          const block = await client.request({
            method: 'eth_getBlockByNumber',
            params: [numberToHex(state.block), false],
          })
          const timestamp = block ? hexToNumber(block.timestamp) : figures.timestamp
          const view = accountAfter(figures.view, state, outcomes)
          showChainFigures(account, { view, block: Number(state.block), timestamp })
        },
      },
    }
  } catch {
    return {
      state: 'failed',
      reason: 'Your wallet could not be reached.',
      next: 'Nothing was sent. Connect it again, then open the review again.',
    }
  }
}
