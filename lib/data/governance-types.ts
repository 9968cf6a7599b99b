import type { Address, Hash, Hex } from 'viem'
import type { Failure, RoundView, SourceName } from '@/lib/data/types'
import type { KnownAddress } from '@/lib/format/look-alikes'
import type { PollChoice, PollState } from '@/lib/protocol/poll-tally'
import type { PollMoment } from '@/lib/protocol/poll-timeline'
import type {
  PowerlessReason,
  ProposalState,
  TreasurySupport,
  TreasuryVerdict,
} from '@/lib/protocol/treasury-vote'

/*
 * Views of governance pages; the conventions of types.ts hold. Text (titles, bodies, reasons) is by strangers: hidden
 * characters are out of it, everything else is as written and goes to the page as text or through AuthorMarkdown.
 */

/** When something was or will be, Unix seconds of chain time. */
export interface DateView {
  at: number
  /** Counted in blocks of the usual length; false: read from the index's record of the round. */
  estimated: boolean
}

/** A text fetched apart from the figures: it never holds them up. */
export type TextState<Value> = { state: 'ready'; value: Value } | ({ state: 'late' | 'failed' } & Failure)

/** What a poll's text says at a glance. */
export interface PollHeading {
  title: string | null
  lip: string | null
}

export interface PollRow<Text = PollHeading> {
  address: Address
  /** Content id on IPFS as the creator gave it; not checked to be one. */
  cid: string
  text: TextState<Text>
  /** Last L1 block in which votes are taken. */
  endBlock: number
  /** When it closes or closed; null when that round is not known. */
  endsAt: DateView | null
  state: PollState
  /** How the tally would be judged if it closed with it. */
  verdict: Exclude<PollState, 'open'>
  yesWei: bigint
  noWei: bigint
  /** `chain`: recounted from the stakes of this block, or of its last one once closed; `subgraph`: as the index froze it then. */
  tallySource: SourceName
  /** Active stake in the round of the last block, which quorum and participation refer to. */
  totalStakeWei: bigint | null
  quorumP6: bigint
  quotaP6: bigint
  /** Yes out of all votes; null without votes. */
  supportP9: bigint | null
  /** All votes out of the active stake. */
  participationP9: bigint | null
}

export interface PollsView {
  /** Open ones first, then by end, newest first; null when the index did not answer: it alone knows them. */
  rows: readonly PollRow[] | null
  round: RoundView
}

export interface VoteView {
  voter: Address
  /** Voting power before anything is taken off. */
  weightWei: bigint
  /** What its delegators' own votes took out of it. */
  movedAwayWei: bigint
  /** weight - movedAway. */
  countedWei: bigint
  /** Whom it delegates to; itself for an orchestrator; null for nobody. */
  delegate: Address | null
  /** Time of the (last) vote; null when the index does not know. */
  votedAt: number | null
  /** Its transaction. */
  hash: Hash | null
}

export interface PollVoteView extends VoteView {
  choice: PollChoice
}

/** How to vote without this site: a call for each side, for a Safe or a terminal. */
export interface VoteCallsView {
  to: Address
  contract: 'Poll' | 'LivepeerGovernor'
  /** `cast`: a command of Foundry that sends the call. */
  calls: readonly { side: TreasurySupport; data: Hex; cast: string }[]
  /** The command that votes for and gives a reason; null where votes have none. */
  withReason: string | null
}

/** The text of a poll in full. */
export interface PollBody extends PollHeading {
  body: string
  /** Characters that nobody would see and that were taken out. */
  hiddenCharacters: number
  /** Commit of the LIP repository, which relative links refer to. */
  commit: string | null
}

export interface PollView extends PollRow<PollBody> {
  round: RoundView
  /** Whether the index has the poll; where not, poll and votes are read from the chain's logs. `unknown`: it did not answer. */
  indexed: 'yes' | 'not-yet' | 'unknown'
  /** Addresses that one in the text may be mistaken for. */
  knownAddresses: readonly KnownAddress[]
  /** null once it is closed. */
  voteCalls: VoteCallsView | null
  /** Complete, by counted weight, greatest first. */
  votes: readonly PollVoteView[]
  /**
   * The tally after each vote, all weighed with the stakes of the tally; null: as the index froze it, or the times of the
   * votes are not known.
   */
  history: readonly PollMoment[] | null
}

/** One thing a proposal does when it is executed, as its call says. */
export type ActionView =
  | { kind: 'lpt-transfer'; to: Address; amountWei: bigint }
  | { kind: 'eth-transfer'; to: Address; ethWei: bigint }
  | {
      kind: 'call'
      target: Address
      /** Name of a contract of the protocol. */
      contract: string | null
      /** First four bytes; null for a call without any. */
      selector: Hex | null
      calldata: Hex
      ethWei: bigint
    }

/** What carrying out a proposal would do at this block; `action` counts from 1. Amounts of the treasury in wei. */
export type SimulationView =
  | {
      state: 'works'
      lpt: { beforeWei: bigint; afterWei: bigint }
      eth: { beforeWei: bigint; afterWei: bigint }
    }
  /** `decoded`: the revert as it came, where its meaning is not known. */
  | { state: 'fails'; action: number; reason: string; decoded: string | null }
  | { state: 'unknown'; reason: string }

/** What executed proposals have paid to an account. */
export interface PaidView {
  to: Address
  lptWei: bigint
  ethWei: bigint
  proposals: number
}

interface TreasuryTallyView {
  forWei: bigint
  againstWei: bigint
  abstainWei: bigint
}

/** A proposal as the governor has it. */
export interface ProposalRow extends TreasuryTallyView {
  /** Decimal; 256 bits. */
  id: string
  /** null: the index has no text for it, or the text has no words. */
  title: string | null
  proposer: Address
  state: ProposalState
  /** How the tally would be judged if voting ended with it; null before voting opens. For a defeated one: why. */
  verdict: TreasuryVerdict | null
  /** Power that must have voted; null before voting opens, when it is not settled. */
  quorumWei: bigint | null
  /** Power there is in the active set, which participation refers to; null before voting opens. */
  totalPowerWei: bigint | null
  quotaP6: bigint
  /** For out of for and against; null when nobody took a side. */
  supportP9: bigint | null
  participationP9: bigint | null
  /** First and last round of voting. */
  firstRound: number
  lastRound: number
  opensAt: DateView | null
  closesAt: DateView | null
  /** null: the index has not seen the proposal. */
  actions: readonly ActionView[] | null
}

export interface TreasuryView {
  /** By first round of voting, newest first; null when the index did not answer: it alone knows them. */
  rows: readonly ProposalRow[] | null
  balanceWei: bigint
  ethBalanceWei: bigint
  /** Share of rewards that goes to the treasury now. */
  rewardCutP27: bigint
  ceilingWei: bigint
  round: RoundView
}

/** A step in the life of a proposal, by the block that holds it. */
export interface ProposalMoment {
  at: number
  hash: Hash
}

/** Null: it has not happened. */
export interface ProposalEventsView {
  proposed: ProposalMoment | null
  queued: ProposalMoment | null
  executed: ProposalMoment | null
  cancelled: ProposalMoment | null
}

/** What can be done next with a proposal, by whom, and the call of the governor that does it. */
export interface NextStepView {
  step: 'queue' | 'execute' | 'cancel'
  governor: Address
  calldata: Hex
}

export interface ProposalVoteView extends VoteView {
  support: TreasurySupport
  reason: string | null
}

export interface ProposalView extends ProposalRow {
  round: RoundView
  /** Whether the index, which keeps text and calls, has the proposal; `unknown`: it did not answer. */
  indexed: 'yes' | 'not-yet' | 'unknown'
  /** Markdown without title; null when the index did not give it. */
  body: string | null
  /** Characters of the text that nobody would see and that were taken out. */
  hiddenCharacters: number
  /** Addresses that one in the text may be mistaken for. */
  knownAddresses: readonly KnownAddress[]
  /** null unless votes are taken. */
  voteCalls: VoteCallsView | null
  /** null: it will never be carried out, or its calls are not known. */
  simulation: SimulationView | null
  /** What its recipients got from executed proposals other than this one; null when that is not known. */
  paidBefore: readonly PaidView[] | null
  /** What happened to it and when; null when the node does not look so far back. */
  events: ProposalEventsView | null
  /** null: nothing is to be done, or its exact text is not known. */
  nextStep: NextStepView | null
  /** When a queued proposal can be executed; null otherwise. */
  executableAt: number | null
  /** Complete, by counted weight, greatest first; null when the index did not answer. */
  votes: readonly ProposalVoteView[] | null
  /** Whether the votes of the index add up to the governor's tally. */
  votesAddUp: boolean
}

/** One account's vote on a treasury proposal; the tally is the governor's at this block, without a vote that is not cast. */
export interface TreasuryBallotView extends TreasuryTallyView {
  proposal: string
  account: Address
  state: ProposalState
  currentRound: number
  firstRound: number
  lastRound: number
  hasVoted: boolean
  /** null: not voted, or the index has not seen the vote. */
  support: TreasurySupport | null
  /** Power at the snapshot; null before voting opens. */
  weightWei: bigint | null
  /** Power if the snapshot were taken now. */
  powerNowWei: bigint
  /** The part of an orchestrator's power at the snapshot that is its own stake; null: not known, or no orchestrator. */
  ownWei: bigint | null
  /** What its delegators' votes have taken out of it; null when the index did not answer. */
  movedAwayWei: bigint | null
  /** How many delegators that were. */
  movedAwayBy: number | null
  /** Whom it delegates to at the snapshot, or now before voting opens; itself for an orchestrator, null for nobody. */
  delegate: Address | null
  /** Name of another account it delegates to, where one is known. */
  delegateName: string | null
  /** Whether the delegate is an orchestrator at that time. */
  delegateRegistered: boolean
  delegateVoted: boolean
  /** null: not voted, or not known. */
  delegateSupport: TreasurySupport | null
  /**
   * What the delegate's vote weighs, or would weigh, with this account's part in it, voted or not; null without an
   * orchestrator, or when it is not known.
   */
  delegateCountedWei: bigint | null
  powerless: PowerlessReason | null
  /** null before voting opens. */
  quorumWei: bigint | null
  quotaP6: bigint
}

/** One account's vote in a poll. */
export interface PollBallotView {
  poll: Address
  account: Address
  open: boolean
  /** null: not voted, or the index has not seen the vote. */
  choice: PollChoice | null
  /** Stake that would count if the poll closed now, before what is moved away. */
  weightWei: bigint
  /** The part of it that is the account's own. */
  ownWei: bigint
  /** What its delegators' votes have taken out of it; null when the index did not answer. */
  movedAwayWei: bigint | null
  /** How many delegators that were. */
  movedAwayBy: number | null
  /** Whom it delegates to; itself for an orchestrator, null for nobody. */
  delegate: Address | null
  /** Name of another account it delegates to, where one is known. */
  delegateName: string | null
  delegateRegistered: boolean
  delegateChoice: PollChoice | null
  /**
   * What the delegate's vote weighs, or would weigh, with this account's part in it, voted or not; null without an
   * orchestrator, or when it is not known.
   */
  delegateCountedWei: bigint | null
  /** Counted by the stakes of this block; null when it is not known who voted. */
  yesWei: bigint | null
  noWei: bigint | null
  /** Active stake that quorum refers to. */
  totalStakeWei: bigint | null
  quorumP6: bigint
  quotaP6: bigint
}
