import type { Address, Hex } from 'viem'
import type { DateView, NextStepView, PaidView, SimulationView } from '@/lib/data/governance-types'
import type { RoundView } from '@/lib/data/types'
import type { PowerlessReason, ProposalState } from '@/lib/protocol/treasury-vote'

/* Views of the pages on which proposals and polls are written; the conventions of types.ts and governance-types.ts hold. */

/** What proposing takes, and when a proposal made now would be voted on (contracts.md 11.1). */
export interface ProposingView {
  round: RoundView
  /** Voting power that proposing needs. */
  thresholdWei: bigint
  /** First and last round of voting. */
  firstRound: number
  lastRound: number
  opensAt: DateView | null
  closesAt: DateView | null
  treasury: Address
  treasuryLptWei: bigint
  treasuryEthWei: bigint
}

/** Whether one account may propose. */
export interface ProposerView {
  account: Address
  round: number
  thresholdWei: bigint
  /** Power at the start of this round: what the governor asks for. */
  powerWei: bigint
  /** Power as it will be at the start of the next round if nothing changes. */
  nextPowerWei: bigint
  /** Whether it delegated to itself at the start of this round, so that what others delegate to it counts for it. */
  orchestrator: boolean
  /** Its own stake now, with the rewards it has earned. */
  ownNowWei: bigint
  /** Why the power is none; null when there is some. */
  powerless: PowerlessReason | null
}

/** What became of trying a proposal that is not sent yet. */
export interface TrialView {
  /** Decimal id that it would have. */
  proposal: string
  /** State of the very same proposal where it exists already; null: it is new. */
  known: ProposalState | null
  simulation: SimulationView
  treasuryLptWei: bigint
  treasuryEthWei: bigint
  /** What its recipients got before; null when that is not known. */
  paidBefore: readonly PaidView[] | null
}

/** What taking a proposal's next step needs: exactly what was proposed. */
export interface ProposalStepView {
  proposal: string
  state: ProposalState
  proposer: Address
  /** null: nothing is to be done. */
  step: NextStepView['step'] | null
  /** null: the index does not give exactly what was proposed, so that the governor would not know it. */
  parts: {
    calls: readonly { target: Address; ethWei: bigint; calldata: Hex }[]
    description: string
  } | null
  simulation: SimulationView | null
}

/** Why a poll on a LIP is not offered. */
export type NotPollable = { reason: 'polled'; poll: Address } | { reason: 'part-of'; lip: string }

/** A proposed LIP that a poll could be made about. */
export interface PollableLip {
  /** Digits only. */
  lip: string
  title: string
  created: string | null
  /** null: it can be polled. */
  not: NotPollable | null
}

/** Proposed LIPs of the repository, newest first. */
export interface PollableLipsView {
  commit: string
  lips: readonly PollableLip[]
  /** Whether all polls and their texts were read, so that none of these has a poll that is not named. */
  pollsKnown: boolean
}

/** One LIP as a poll would point to it. */
export interface LipTextView {
  lip: string
  title: string
  status: string | null
  commit: string
  /** The file, to the byte. */
  text: string
}

/** What is kept on IPFS under a content id, where it is the text of a poll. */
export interface PinnedTextView {
  cid: string
  /** The bytes as text, so that the reader can work out the content id. */
  content: string
}

/** Whether one account may create polls (contracts.md section 10). */
export interface PollCreatorView {
  account: Address
  /** Stake that creating needs; nothing of it is spent. */
  neededWei: bigint
  /** Its own stake with the rewards it has earned. */
  ownWei: bigint
  /** What is delegated to it, its own included where it delegates to itself. */
  delegatedWei: bigint
  may: boolean
}

/** What making a poll takes, and when a poll made now would close (contracts.md section 10). */
export interface PollTermsView {
  /** Stake that creating needs; nothing of it is spent. */
  neededWei: bigint
  /** L1 blocks for which a poll takes votes. */
  periodBlocks: number
  /** Last L1 block of a poll made now. */
  endBlock: number
  endsAt: DateView
}

/** A proposal as the site's trial takes it. */
export interface TrialRequest {
  calls: readonly { target: Address; valueWei: string; calldata: Hex }[]
  /** keccak256 of the text's UTF-8 bytes. */
  descriptionHash: Hex
}
