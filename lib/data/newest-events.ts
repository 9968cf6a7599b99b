import type { ResultOf } from 'gql.tada'
import { type Address, getAddress, isAddress } from 'viem'
import { placeOf } from '@/lib/data/account-events'
import type { HistoryRow } from '@/lib/data/account-history'
import { indexWei } from '@/lib/data/index-figures'
import { load } from '@/lib/data/reading'
import type { Loaded } from '@/lib/data/types'
import { SourceError } from '@/lib/network/source-error'
import { newestEventsDocument } from '@/lib/subgraph/documents/newest-events'
import { indexedAt } from '@/lib/subgraph/meta'
import { querySubgraph } from '@/lib/subgraph/query'

/** An event of the network: a row of a history with whose it is. */
export interface NewestEvent extends HistoryRow {
  who: Address | null
}

interface NewestEventsView {
  /** Newest first. */
  rows: readonly NewestEvent[]
}

type Line = ResultOf<typeof newestEventsDocument>['events'][number]
type Shape = Pick<NewestEvent, 'kind' | 'who' | 'lptWei' | 'ethWei' | 'other' | 'detail'>

const shown = 10
/** A reward call leaves four events behind, of which one is told: so many hold ten that are. */
const asked = 80

const none = { lptWei: null, ethWei: null, other: null, detail: null }
const account = (text: string): Address | null =>
  isAddress(text, { strict: false }) ? getAddress(text) : null

/** What of an event is told; null for mints, burns, claims and whatever else only goes with another event. */
function shapeOf(line: Line): Shape | null {
  switch (line.__typename) {
    case 'BondEvent': {
      // A move takes the whole stake along, a bond adds; a first bond names no old delegate, or the zero address.
      const [total, added] = [indexWei(line.bondedAmount), indexWei(line.additionalAmount)]
      const moved = total > added && line.oldDelegate !== null && line.oldDelegate.id !== line.newDelegate.id
      return {
        ...none,
        kind: moved ? 'move' : 'bond',
        who: account(line.delegator.id),
        lptWei: moved ? total : added,
        other: account(line.newDelegate.id),
      }
    }
    case 'UnbondEvent':
      return { ...staked(line), kind: 'unbond', detail: line.withdrawRound }
    case 'RebondEvent':
      return { ...staked(line), kind: 'rebond' }
    case 'WithdrawStakeEvent':
      return {
        ...none,
        kind: 'withdrawStake',
        who: account(line.delegator.id),
        lptWei: indexWei(line.amount),
      }
    case 'WithdrawFeesEvent':
      return {
        ...none,
        kind: 'withdrawFees',
        who: account(line.delegator.id),
        ethWei: indexWei(line.amount),
        other: account(line.recipientAddress),
      }
    case 'RewardEvent':
      return {
        ...none,
        kind: 'reward',
        who: account(line.delegate.id),
        lptWei: indexWei(line.rewardTokens),
      }
    case 'TranscoderUpdateEvent':
      return {
        ...none,
        kind: 'cuts',
        who: account(line.delegate.id),
        detail: `${line.rewardCut}/${line.feeShare}`,
      }
    case 'TranscoderActivatedEvent':
      return { ...none, kind: 'activated', who: account(line.delegate.id), detail: line.activationRound }
    case 'TranscoderDeactivatedEvent':
      return { ...none, kind: 'deactivated', who: account(line.delegate.id), detail: line.deactivationRound }
    case 'WinningTicketRedeemedEvent':
      return {
        ...none,
        kind: 'ticketWon',
        who: account(line.ticketRecipient.id),
        ethWei: indexWei(line.faceValue),
        other: account(line.sender.id),
      }
    case 'DepositFundedEvent':
      return { ...none, kind: 'deposit', who: account(line.sender.id), ethWei: indexWei(line.amount) }
    case 'VoteEvent':
      return {
        ...none,
        kind: 'pollVote',
        who: account(line.pollVoter),
        other: account(line.poll.id),
        detail: line.choiceID,
      }
    case 'TreasuryVoteEvent':
      return {
        ...none,
        kind: 'treasuryVote',
        who: account(line.treasuryVoter.id),
        lptWei: indexWei(line.weight),
        detail: `${line.support}/${line.proposal.id}`,
      }
    default:
      return null
  }
}

function staked(line: { amount: string; delegator: { id: string }; delegate: { id: string } }) {
  return {
    ...none,
    who: account(line.delegator.id),
    lptWei: indexWei(line.amount),
    other: account(line.delegate.id),
  }
}

function newestFirst(left: NewestEvent, right: NewestEvent): number {
  return right.block - left.block || right.logIndex - left.logIndex
}

/** The newest events of the network, of the kinds that say something by themselves (1.4). */
export function loadNewestEvents(): Promise<Loaded<NewestEventsView>> {
  return load(async (reading) => {
    const known = await reading.index('newest-events', 'per-minute', async () => {
      const { events, _meta } = await querySubgraph(newestEventsDocument, { first: asked })
      const rows = events.flatMap((line): NewestEvent[] => {
        const shape = shapeOf(line)
        return shape ? [{ id: line.id, ...placeOf(line), ...shape }] : []
      })
      return { rows: rows.toSorted(newestFirst).slice(0, shown), indexedAt: indexedAt(_meta) }
    })
    if (!known)
      throw new SourceError(
        'Events come from the index, which did not answer.',
        'Chain figures are not affected. Reload in a moment.',
      )
    return { rows: known.rows }
  })
}
