import type { Address } from 'viem'
import { ticketBrokerWritesAbi } from '@/lib/contracts/abi/ticket-broker-writes'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { readFundDeposit } from '@/lib/contracts/calls/fund-deposit'
import { readFundReserve } from '@/lib/contracts/calls/fund-reserve'
import type { ReceiptLog } from '@/lib/contracts/read-event'

type Args = Extract<CallArgs, { verb: 'fundDepositAndReserve' }>

/** `TicketBroker.fundDepositAndReserve`: adds ETH, sent along, to both (contracts.md section 8). */
export function fundDepositAndReserveCall(args: Args, addresses: ContractAddresses): Call {
  return buildCall({
    verb: 'fundDepositAndReserve',
    contract: 'TicketBroker',
    addresses,
    abi: ticketBrokerWritesAbi,
    functionName: 'fundDepositAndReserve',
    args: [args.depositWei, args.reserveWei],
    meanings: ['added to your deposit, in ETH wei', 'added to your reserve, in ETH wei'],
    alsoDependsOn: ['Minter'],
    valueWei: args.depositWei + args.reserveWei,
  })
}

/** What the account's two events say, one for each part; null unless both are there. */
export function readFundDepositAndReserve(
  logs: readonly ReceiptLog[],
  account: Address,
  addresses: ContractAddresses,
): Outcome | null {
  const deposit = readFundDeposit(logs, account, addresses)
  const reserve = readFundReserve(logs, account, addresses)
  if (deposit?.verb !== 'fundDeposit' || reserve?.verb !== 'fundReserve') return null
  return { verb: 'fundDepositAndReserve', depositWei: deposit.amountWei, reserveWei: reserve.amountWei }
}
