import { type Address, type Client, isAddressEqual, zeroAddress } from 'viem'
import { bondingVotesAbi } from '@/lib/contracts/abi/bonding-votes'
import { livepeerGovernorAbi } from '@/lib/contracts/abi/livepeer-governor'
import { pollAbi } from '@/lib/contracts/abi/poll'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { classifyError } from '@/lib/contracts/errors'
import { createReader, NoAnswer, type Reader } from '@/lib/contracts/read-at'
import { type ProposalState, proposalStates } from '@/lib/protocol/treasury-vote'
import type { Intent } from '@/lib/transaction/types'

/** A treasury proposal as one account can vote on it. Rounds; amounts in wei. */
export interface TreasuryBallot {
  readonly kind: 'treasury'
  readonly state: ProposalState
  readonly snapshot: bigint
  readonly deadline: bigint
  readonly hasVoted: boolean
  /** Power at the snapshot; null until voting opens. */
  readonly weightWei: bigint | null
  /** Whom the account delegated to at the snapshot; itself for an orchestrator, null for nobody or until voting opens. */
  readonly delegate: Address | null
  /** Whether that delegate is an orchestrator, so that the account's vote is taken out of its own. */
  readonly delegateIsOrchestrator: boolean
  readonly delegateVoted: boolean
}

/** A poll as far as the contract knows it; weight is the account's stake. */
interface PollBallot {
  readonly kind: 'poll'
  /** Last L1 block in which votes are taken. */
  readonly endBlock: bigint
}

/** What a vote is about; `unknown`: the contract has no such proposal or poll. */
export type Ballot = TreasuryBallot | PollBallot | { readonly kind: 'unknown' }

/**
 * Reads what a vote depends on at a block; null for intents that are no vote. Rejects with viem's error when the endpoint
 * fails, and where the network has no governor.
 */
export async function readBallot(
  client: Client,
  addresses: ContractAddresses,
  account: Address,
  intent: Intent,
  block: bigint,
): Promise<Ballot | null> {
  if (intent.verb !== 'castVote' && intent.verb !== 'votePoll') return null
  const reader = createReader(client, block)
  try {
    return intent.verb === 'votePoll'
      ? { kind: 'poll', endBlock: await reader(intent.poll, pollAbi, 'endBlock', []) }
      : await readTreasuryBallot(reader, addresses, account, intent.proposalId)
  } catch (error) {
    if (classifyError(error, 'endpoint').kind === 'reverted' || error instanceof NoAnswer)
      return { kind: 'unknown' }
    throw error
  }
}

async function readTreasuryBallot(
  read: Reader,
  addresses: ContractAddresses,
  account: Address,
  id: bigint,
): Promise<TreasuryBallot> {
  const governor = addresses.LivepeerGovernor
  if (!governor) throw new Error('This network has no LivepeerGovernor')
  const [state, snapshot, deadline, hasVoted] = await Promise.all([
    read(governor, livepeerGovernorAbi, 'state', [id]),
    read(governor, livepeerGovernorAbi, 'proposalSnapshot', [id]),
    read(governor, livepeerGovernorAbi, 'proposalDeadline', [id]),
    read(governor, livepeerGovernorAbi, 'hasVoted', [id, account]),
  ])
  const known = {
    kind: 'treasury',
    state: proposalStates[state] ?? 'expired',
    snapshot,
    deadline,
    hasVoted,
  } as const
  const none = {
    weightWei: null,
    delegate: null,
    delegateIsOrchestrator: false,
    delegateVoted: false,
  } as const
  if (known.state === 'pending') return { ...known, ...none }
  const votes = addresses.BondingVotes
  const [weightWei, delegate] = await Promise.all([
    read(votes, bondingVotesAbi, 'getPastVotes', [account, snapshot]),
    read(votes, bondingVotesAbi, 'delegatedAt', [account, snapshot]),
  ])
  if (isAddressEqual(delegate, zeroAddress)) return { ...known, ...none, weightWei }
  const [delegateOfDelegate, delegateVoted] = await Promise.all([
    read(votes, bondingVotesAbi, 'delegatedAt', [delegate, snapshot]),
    read(governor, livepeerGovernorAbi, 'hasVoted', [id, delegate]),
  ])
  const delegateIsOrchestrator = isAddressEqual(delegateOfDelegate, delegate)
  return { ...known, weightWei, delegate, delegateIsOrchestrator, delegateVoted }
}
