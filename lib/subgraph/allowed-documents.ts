import { createHash } from 'node:crypto'
import { type DocumentNode, Kind, type OperationDefinitionNode, print, type TypeNode } from 'graphql'
import { accountEventPageDocument, ticketPageDocument } from '@/lib/subgraph/documents/account-events'
import { accountHistoryDocument } from '@/lib/subgraph/documents/account-history'
import { cutUpdatesDocument } from '@/lib/subgraph/documents/cut-updates'
import { delegatingHistoryDocument } from '@/lib/subgraph/documents/delegating-history'
import { delegatorPageDocument } from '@/lib/subgraph/documents/delegator-pages'
import { delegatorsOfDocument } from '@/lib/subgraph/documents/delegators-of'
import { gatewayDocument, gatewayTicketPageDocument } from '@/lib/subgraph/documents/gateway'
import { gatewayDayPageDocument, gatewaysPageDocument } from '@/lib/subgraph/documents/gateways'
import { healthDocument } from '@/lib/subgraph/documents/health'
import {
  delegatePoolPageDocument,
  delegateRewardPageDocument,
  feeDayPageDocument,
  newRoundPageDocument,
  pricesAtBlocksDocument,
  roundPageDocument,
} from '@/lib/subgraph/documents/ledger'
import {
  eventsByTypeDocument,
  networkEventsDocument,
  oldestEventDocument,
} from '@/lib/subgraph/documents/network-events'
import { orchestratingHistoryDocument } from '@/lib/subgraph/documents/orchestrating-history'
import {
  accountPollVoteEventPageDocument,
  accountPollVotePageDocument,
  accountTreasuryVotePageDocument,
  firstActivationDocument,
} from '@/lib/subgraph/documents/orchestrating-votes'
import { orchestratorHistoriesDocument } from '@/lib/subgraph/documents/orchestrator-histories'
import {
  pollDocument,
  pollVoteEventPageDocument,
  pollVotePageDocument,
  votesOfPollsPageDocument,
} from '@/lib/subgraph/documents/poll'
import { pollPageDocument } from '@/lib/subgraph/documents/polls'
import { proposalDocument, proposalVotePageDocument } from '@/lib/subgraph/documents/proposal'
import { proposalPageDocument } from '@/lib/subgraph/documents/proposals'
import { protocolDayPageDocument, roundFeesDocument } from '@/lib/subgraph/documents/protocol-days'
import { gatewayPageDocument, parameterChangePageDocument } from '@/lib/subgraph/documents/protocol-page'
import { protocolTotalsDocument } from '@/lib/subgraph/documents/protocol-totals'
import { roundDatesDocument, roundOfBlockDocument } from '@/lib/subgraph/documents/rounds'
import { roundsOfBlocksDocument } from '@/lib/subgraph/documents/rounds-of-blocks'
import { transactionDocument } from '@/lib/subgraph/documents/transaction'
import { yieldStartsDocument } from '@/lib/subgraph/documents/yield-starts'

/** Every operation this site sends, and nothing else, may pass the proxy (a test compares it with the folder). */
const documents: readonly DocumentNode[] = [
  accountEventPageDocument,
  accountHistoryDocument,
  delegatePoolPageDocument,
  delegateRewardPageDocument,
  feeDayPageDocument,
  newRoundPageDocument,
  pricesAtBlocksDocument,
  roundPageDocument,
  ticketPageDocument,
  accountPollVoteEventPageDocument,
  accountPollVotePageDocument,
  accountTreasuryVotePageDocument,
  cutUpdatesDocument,
  delegatingHistoryDocument,
  delegatorPageDocument,
  delegatorsOfDocument,
  gatewayDocument,
  gatewayDayPageDocument,
  gatewayPageDocument,
  gatewaysPageDocument,
  gatewayTicketPageDocument,
  eventsByTypeDocument,
  firstActivationDocument,
  healthDocument,
  networkEventsDocument,
  oldestEventDocument,
  orchestratingHistoryDocument,
  parameterChangePageDocument,
  orchestratorHistoriesDocument,
  pollDocument,
  pollPageDocument,
  pollVoteEventPageDocument,
  pollVotePageDocument,
  votesOfPollsPageDocument,
  proposalDocument,
  proposalPageDocument,
  proposalVotePageDocument,
  protocolDayPageDocument,
  protocolTotalsDocument,
  roundFeesDocument,
  roundDatesDocument,
  roundOfBlockDocument,
  roundsOfBlocksDocument,
  transactionDocument,
  yieldStartsDocument,
]

/** An operation the proxy serves. */
export interface AllowedDocument {
  /** Of the operation, e.g. `PollVotePage`. */
  readonly name: string
  /** Lower-case hex SHA-256 of the text: what a client may send instead of it. */
  readonly hash: string
  /** Exact text, as graphql-js prints it. */
  readonly text: string
  readonly variables: readonly AllowedVariable[]
}

interface AllowedVariable {
  readonly name: string
  readonly type: TypeNode
}

function allowedDocument(document: DocumentNode): AllowedDocument {
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  )
  if (!operation?.name) throw new Error('A document without a named operation')
  const text = print(document)
  return {
    name: operation.name.value,
    hash: createHash('sha256').update(text).digest('hex'),
    text,
    variables: (operation.variableDefinitions ?? []).map(({ variable, type }) => ({
      name: variable.name.value,
      type,
    })),
  }
}

/** The operations the proxy serves. */
export const allowedDocuments: readonly AllowedDocument[] = documents.map(allowedDocument)

const byText = new Map(allowedDocuments.map((document) => [document.text, document]))
const byHash = new Map(allowedDocuments.map((document) => [document.hash, document]))

/** The operation of an exact text, or of a text's hash; undefined for anything else. */
export function findAllowedDocument(textOrHash: string): AllowedDocument | undefined {
  return byText.get(textOrHash) ?? byHash.get(textOrHash)
}
