import type { DecodedEvent } from './event-decoder'
import {
  handleBond,
  handleEarningsClaimed,
  handleRebond,
  handleTransferBond,
  handleUnbond,
  handleWithdrawFees,
  handleWithdrawStake,
} from './handlers/bonding'
import {
  handleMigrateDelegator,
  handlePause,
  handleServiceUri,
  handleStakeClaimed,
  handleUnpause,
} from './handlers/control'
import {
  handleBurn,
  handleMint,
  handleMinterParameter,
  handleSetCurrentRewardTokens,
} from './handlers/minting'
import {
  handleActivated,
  handleBondingParameter,
  handleDeactivated,
  handleReward,
  handleRewardCallerSet,
  handleTranscoderUpdate,
} from './handlers/orchestrators'
import { handlePollCreated, handlePollVote, watchPolls } from './handlers/polls'
import { handleNewRound, handleRoundsParameter } from './handlers/rounds'
import {
  handleDepositFunded,
  handleReserveClaimed,
  handleReserveFunded,
  handleWinningTicket,
  handleWithdrawal,
} from './handlers/tickets'
import { handleProposalCreated, handleVoteCast } from './handlers/treasury'
import type { Work } from './work'

type Handler = (work: Work, args: unknown) => Promise<void>

/** A handler of decoded arguments whose shape the event's ABI fixes (`abi.ts`). */
function on<Args>(handler: (work: Work, args: Args) => Promise<void>): Handler {
  return (work, args) => handler(work, args as Args)
}

const handlers: Readonly<Record<string, Handler>> = {
  'BondingManager.Bond': on(handleBond),
  'BondingManager.Unbond': on(handleUnbond),
  'BondingManager.Rebond': on(handleRebond),
  'BondingManager.TransferBond': on(handleTransferBond),
  'BondingManager.WithdrawStake': on(handleWithdrawStake),
  'BondingManager.WithdrawFees': on(handleWithdrawFees),
  'BondingManager.EarningsClaimed': on(handleEarningsClaimed),
  'BondingManager.Reward': on(handleReward),
  'BondingManager.TranscoderUpdate': on(handleTranscoderUpdate),
  'BondingManager.TranscoderActivated': on(handleActivated),
  'BondingManager.TranscoderDeactivated': on(handleDeactivated),
  'BondingManager.RewardCallerSet': on(handleRewardCallerSet),
  'BondingManager.ParameterUpdate': on(handleBondingParameter),
  'RoundsManager.NewRound': on(handleNewRound),
  'RoundsManager.ParameterUpdate': on(handleRoundsParameter),
  'Minter.SetCurrentRewardTokens': on(handleSetCurrentRewardTokens),
  'Minter.ParameterUpdate': on(handleMinterParameter),
  'LivepeerToken.Mint': on(handleMint),
  'LivepeerToken.Burn': on(handleBurn),
  'Controller.Pause': on(handlePause),
  'Controller.Unpause': on(handleUnpause),
  'ServiceRegistry.ServiceURIUpdate': on(handleServiceUri),
  'TicketBroker.WinningTicketRedeemed': on(handleWinningTicket),
  'TicketBroker.DepositFunded': on(handleDepositFunded),
  'TicketBroker.ReserveFunded': on(handleReserveFunded),
  'TicketBroker.ReserveClaimed': on(handleReserveClaimed),
  'TicketBroker.Withdrawal': on(handleWithdrawal),
  'PollCreator.PollCreated': on(handlePollCreated),
  'Poll.Vote': on(handlePollVote),
  'LivepeerGovernor.ProposalCreated': on(handleProposalCreated),
  'LivepeerGovernor.VoteCast': on(handleVoteCast),
  'LivepeerGovernor.VoteCastWithParams': on(handleVoteCast),
  'L2Migrator.MigrateDelegatorFinalized': on(handleMigrateDelegator),
  'L2Migrator.StakeClaimed': on(handleStakeClaimed),
}

const watched: ReadonlySet<string> = new Set(['Reward', 'Bond', 'Unbond', 'Rebond'])

/** Runs the handler of an event, then what follows stake for open polls. */
export async function dispatch(work: Work, event: DecodedEvent): Promise<void> {
  const handler = handlers[`${event.source}.${event.name}`]
  if (!handler) throw new Error(`No handler for ${event.source}.${event.name}`)
  await handler(work, event.args)
  if (event.source === 'BondingManager' && watched.has(event.name))
    await watchPolls(work, event.name, event.args)
}
