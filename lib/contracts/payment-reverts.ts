import type { RevertExplanation } from '@/lib/contracts/revert-texts'

const NOT_YOURS: RevertExplanation = {
  reason: 'This call is reserved for another contract of the protocol.',
  next: 'It cannot be made from a wallet.',
}
const BAD_TICKET: RevertExplanation = {
  reason: 'The ticket is not complete or not signed by its sender.',
  next: 'It cannot be redeemed as it is.',
}
const BRIDGE_CALL: RevertExplanation = {
  reason: 'The bridge does not take this call.',
  next: 'Open the review again and send it as it is offered.',
}
const PROOF_OF_ACCOUNT: RevertExplanation = {
  reason: 'The signature is not of the account on Ethereum.',
  next: 'Sign with the account that holds the stake there.',
}

const OWNER_CONTRACT: RevertExplanation = {
  reason: 'Only the owners of the protocol may do this.',
  next: 'It cannot be done from another wallet.',
}

/** Every revert text of TicketBroker, the migrators, pools, the bridge and the owner contract (contracts.md 2.6, 8, 12). The key is the exact text. */
export const paymentTexts: Readonly<Record<string, RevertExplanation>> = {
  'msg.value does not equal sum of deposit amount and reserve amount': {
    reason: 'The ETH sent is not the sum of deposit and reserve.',
    next: 'Send exactly both together.',
  },
  'sender deposit and reserve are zero': {
    reason: 'There is no deposit and no reserve.',
    next: 'Fund them first.',
  },
  'unlock already initiated': {
    reason: 'The unlock is under way.',
    next: 'Wait for its round, then withdraw.',
  },
  'no unlock request in progress': { reason: 'No unlock is under way.', next: 'Unlock first.' },
  'account is locked': {
    reason: 'The funds are still locked.',
    next: 'Wait until the round that the unlock named.',
  },
  'ticket recipient is null address': BAD_TICKET,
  'ticket sender is null address': BAD_TICKET,
  'invalid length for ticket auxData: must be 64 bytes': BAD_TICKET,
  'ticket creationRound does not have a block hash': BAD_TICKET,
  'ticket creationRoundBlockHash invalid for creationRound': BAD_TICKET,
  'ticket is expired': {
    reason: 'The ticket is too old.',
    next: 'Tickets must be redeemed within a few rounds.',
  },
  'recipientRand does not match recipientRandHash': BAD_TICKET,
  'ticket is used': { reason: 'The ticket was redeemed before.', next: 'There is nothing more to redeem.' },
  INVALID_SIGNATURE_LENGTH: BAD_TICKET,
  'invalid signature over ticket hash': BAD_TICKET,
  'ECDSA: invalid signature': BAD_TICKET,
  "ECDSA: invalid signature 's' value": BAD_TICKET,
  "ECDSA: invalid signature 'v' value": BAD_TICKET,
  'ticket did not win': { reason: 'The ticket did not win.', next: 'It pays nothing.' },
  'sender is unlocked': {
    reason: 'The gateway has unlocked its funds.',
    next: 'Its tickets cannot be redeemed any more.',
  },
  'ticketValidityPeriod must be greater than 0': {
    reason: 'Tickets must be good for at least one round.',
    next: 'Choose a longer period.',
  },
  'Pausable: paused': {
    reason: 'The contract is paused.',
    next: 'Wait until it is resumed. Nothing is lost.',
  },
  FAIL_AUTH: PROOF_OF_ACCOUNT,
  'ECDSA: invalid signature length': PROOF_OF_ACCOUNT,
  L2_ADDR_MISMATCH: {
    reason: 'Stake can only be moved to the same address on Arbitrum.',
    next: 'Use the address that holds it on Ethereum.',
  },
  INVALID_L2_ADDR: {
    reason: 'The address on Arbitrum is missing.',
    next: 'Use the address that holds the stake on Ethereum.',
  },
  EMPTY_LOCK_IDS: { reason: 'No lock is named.', next: 'Choose at least one.' },
  ZERO_LOCK_AMOUNT: {
    reason: 'One of the locks is empty.',
    next: 'Choose only locks that hold something.',
  },
  ONLY_COUNTERPART_GATEWAY: NOT_YOURS,
  DELEGATOR_ALREADY_MIGRATED: {
    reason: 'This account has moved its stake already.',
    next: 'Look at its stake on Arbitrum.',
  },
  SENDER_ALREADY_MIGRATED: {
    reason: 'This gateway has moved its funds already.',
    next: 'Look at its deposit on Arbitrum.',
  },
  UNBONDING_LOCK_ALREADY_MIGRATED: {
    reason: 'One of the locks has been moved already.',
    next: 'Choose the others.',
  },
  'FINALIZE_DELEGATOR:FAIL_FEE': {
    reason: 'The fees could not be paid out to this address.',
    next: 'Its contract must take ETH.',
  },
  CLAIM_STAKE_DISABLED: {
    reason: 'The protocol takes no claims of stake from Ethereum now.',
    next: 'Your stake stays listed. Come back later.',
  },
  'CLAIM_STAKE:ALREADY_MIGRATED': {
    reason: 'This account has claimed its stake already.',
    next: 'Look at its stake and history.',
  },
  'CLAIM_STAKE:INVALID_PROOF': {
    reason: 'The claim is not on the list that the chain knows.',
    next: 'Load the published list and try again.',
  },
  'CLAIM_STAKE:FAIL_FEE': {
    reason: 'The fees of the claim could not be paid out to this account.',
    next: 'Its contract must take ETH.',
  },
  'POOL:NOT_MIGRATOR': NOT_YOURS,
  'POOL:INVALID_CLAIM': {
    reason: 'The pool of this orchestrator holds less than the claim.',
    next: 'Report it with your address.',
  },
  WRONG_ETH_VALUE: {
    reason: 'The ETH sent does not pay exactly for the way to Arbitrum.',
    next: 'Open the review again with newest prices.',
  },
  NO_SUBMISSION_COST: BRIDGE_CALL,
  INVALID_ZERO_AMOUNT: { reason: 'The amount is zero.', next: 'Enter an amount.' },
  TOKEN_NOT_LPT: { reason: 'The bridge takes LPT only.', next: 'Choose LPT.' },
  CALL_HOOK_DATA_NOT_ALLOWED: BRIDGE_CALL,
  'unauthorized: msg.sender not owner': OWNER_CONTRACT,
  'unauthorized: msg.sender not Governor': OWNER_CONTRACT,
  'update already staged': {
    reason: 'This change of the protocol is staged already.',
    next: 'Wait until its delay is over.',
  },
  'update is not staged': {
    reason: 'This change of the protocol was not staged.',
    next: 'Its owners stage it first.',
  },
  'delay for update not expired': {
    reason: 'The delay of this change is not over.',
    next: 'Wait until it is.',
  },
}
