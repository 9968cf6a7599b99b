import {
  type Address,
  decodeFunctionData,
  encodeAbiParameters,
  encodeEventTopics,
  type Hex,
  toFunctionSelector,
  zeroAddress,
} from 'viem'
import { describe, expect, it } from 'vitest'
import { bondingManagerEventsAbi } from '@/lib/contracts/abi/bonding-manager-events'
import { livepeerGovernorAbi } from '@/lib/contracts/abi/livepeer-governor'
import { livepeerTokenAbi } from '@/lib/contracts/abi/livepeer-token'
import { pollAbi } from '@/lib/contracts/abi/poll'
import { arbitrumOneAddresses as addresses, type ContractName } from '@/lib/contracts/addresses'
import type { CallArgs } from '@/lib/contracts/call'
import { callOf, readOutcome } from '@/lib/contracts/call-of'
import type { ReceiptLog } from '@/lib/contracts/read-event'

const me: Address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const other: Address = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
const proposalId = 2n ** 255n + 7n
const none = { prev: zeroAddress, next: zeroAddress }
const hint = { prev: me, next: other }

/** Selectors of contracts.md section 15. */
const cases: readonly {
  args: CallArgs
  signature: string
  selector: Hex
  values: string[]
  /** Arguments as a shell takes them, where they differ from the values. */
  cast?: string
}[] = [
  {
    args: { verb: 'approve', spender: other, amountWei: 5n },
    signature: 'approve(address,uint256)',
    selector: toFunctionSelector('approve(address,uint256)'),
    values: [other, '5'],
  },
  {
    args: { verb: 'bond', amountWei: 7n, to: other, oldHint: none, newHint: none },
    signature: 'bond(uint256,address)',
    selector: '0xb78d27dc',
    values: ['7', other],
  },
  {
    args: { verb: 'bond', amountWei: 7n, to: other, oldHint: none, newHint: hint },
    signature: 'bondWithHint(uint256,address,address,address,address,address)',
    selector: '0x6bd9add4',
    values: ['7', other, zeroAddress, zeroAddress, me, other],
  },
  {
    args: { verb: 'unbond', amountWei: 1n, hint: none },
    signature: 'unbond(uint256)',
    selector: '0x27de9e32',
    values: ['1'],
  },
  {
    args: { verb: 'unbond', amountWei: 1n, hint },
    signature: 'unbondWithHint(uint256,address,address)',
    selector: '0x9500ed9b',
    values: ['1', me, other],
  },
  {
    args: { verb: 'rebond', lockId: 3n, hint: none },
    signature: 'rebond(uint256)',
    selector: '0xeaffb3f9',
    values: ['3'],
  },
  {
    args: { verb: 'rebond', lockId: 3n, hint },
    signature: 'rebondWithHint(uint256,address,address)',
    selector: '0x7fc4606f',
    values: ['3', me, other],
  },
  {
    args: { verb: 'rebondFromUnbonded', to: other, lockId: 3n, hint: none },
    signature: 'rebondFromUnbonded(address,uint256)',
    selector: '0x3a080e93',
    values: [other, '3'],
  },
  {
    args: { verb: 'rebondFromUnbonded', to: other, lockId: 3n, hint },
    signature: 'rebondFromUnbondedWithHint(address,uint256,address,address)',
    selector: '0x0584a373',
    values: [other, '3', me, other],
  },
  {
    args: { verb: 'withdrawStake', lockId: 3n },
    signature: 'withdrawStake(uint256)',
    selector: '0x25d5971f',
    values: ['3'],
  },
  {
    args: { verb: 'withdrawFees', recipient: other, amountWei: 9n },
    signature: 'withdrawFees(address,uint256)',
    selector: '0xad3b1b47',
    values: [other, '9'],
  },
  {
    args: { verb: 'claimEarnings' },
    signature: 'claimEarnings(uint256)',
    selector: '0x24b1babf',
    values: ['0'],
  },
  {
    args: { verb: 'castVote', proposalId, support: 'abstain', reason: '' },
    signature: 'castVote(uint256,uint8)',
    selector: toFunctionSelector('castVote(uint256,uint8)'),
    values: [proposalId.toString(), '2'],
  },
  {
    args: { verb: 'castVote', proposalId, support: 'against', reason: "I don't" },
    signature: 'castVoteWithReason(uint256,uint8,string)',
    selector: toFunctionSelector('castVoteWithReason(uint256,uint8,string)'),
    values: [proposalId.toString(), '0', "I don't"],
    cast: `${proposalId} 0 'I don'\\''t'`,
  },
  {
    args: { verb: 'votePoll', poll: other, choice: 'no' },
    signature: 'vote(uint256)',
    selector: toFunctionSelector('vote(uint256)'),
    values: ['1'],
  },
  {
    args: { verb: 'transferBond', receiver: other, amountWei: 5n, oldHint: none, newHint: hint },
    signature: 'transferBond(address,uint256,address,address,address,address)',
    selector: '0x062e98b8',
    values: [other, '5', zeroAddress, zeroAddress, me, other],
  },
  {
    args: { verb: 'checkpointBondingState', of: other },
    signature: 'checkpointBondingState(address)',
    selector: '0xd52bd62b',
    values: [other],
  },
  {
    args: { verb: 'transcoder', rewardCutP6: 1n, feeShareP6: 2n, hint: none },
    signature: 'transcoder(uint256,uint256)',
    selector: '0x43d3461a',
    values: ['1', '2'],
  },
  {
    args: { verb: 'transcoder', rewardCutP6: 1n, feeShareP6: 2n, hint },
    signature: 'transcoderWithHint(uint256,uint256,address,address)',
    selector: '0x3550aa10',
    values: ['1', '2', me, other],
  },
  {
    args: { verb: 'reward', hint },
    signature: 'rewardWithHint(address,address)',
    selector: '0x81871056',
    values: [me, other],
  },
  {
    args: { verb: 'rewardForTranscoder', transcoder: other, hint: none },
    signature: 'rewardForTranscoder(address)',
    selector: '0x1a8c41f8',
    values: [other],
  },
  {
    args: { verb: 'rewardForTranscoder', transcoder: other, hint },
    signature: 'rewardForTranscoderWithHint(address,address,address)',
    selector: '0xb556966a',
    values: [other, me, other],
  },
  {
    args: { verb: 'setRewardCaller', caller: other },
    signature: 'setRewardCaller(address)',
    selector: '0x0103e60e',
    values: [other],
  },
  {
    args: { verb: 'setServiceURI', registry: 'AIServiceRegistry', uri: 'https://a.example' },
    signature: 'setServiceURI(string)',
    selector: toFunctionSelector('setServiceURI(string)'),
    values: ['https://a.example'],
    cast: "'https://a.example'",
  },
  {
    args: {
      verb: 'claimStake',
      delegate: other,
      stakeWei: 5n,
      feesWei: 6n,
      proof: [`0x${'ab'.repeat(32)}`, `0x${'cd'.repeat(32)}`],
      newDelegate: zeroAddress,
    },
    signature: 'claimStake(address,uint256,uint256,bytes32[],address)',
    selector: toFunctionSelector('claimStake(address,uint256,uint256,bytes32[],address)'),
    values: [other, '5', '6', `[0x${'ab'.repeat(32)},0x${'cd'.repeat(32)}]`, zeroAddress],
    cast: `${other} 5 6 '[0x${'ab'.repeat(32)},0x${'cd'.repeat(32)}]' ${zeroAddress}`,
  },
]

const addressOf = (name: ContractName) => (name === 'Poll' ? undefined : addresses[name])

describe.each(cases)('$signature', ({ args, signature, selector, values, cast }) => {
  const call = callOf(args, addresses)

  it('encodes what it shows', () => {
    expect(call.data.slice(0, 10)).toBe(selector)
    const decoded = decodeFunctionData({ abi: call.abi, data: call.data })
    expect(decoded.functionName).toBe(call.functionName)
    expect(
      (decoded.args ?? []).map((arg) => (Array.isArray(arg) ? `[${arg.join(',')}]` : String(arg))),
    ).toEqual(values)
    expect(call.rows.map(({ value }) => value)).toEqual(values)
  })

  it('gives the same call as a cast line', () => {
    expect(call.cast).toBe(`cast send ${call.address} "${signature}" ${cast ?? values.join(' ')}`)
  })

  it('goes to the contract it names and depends on it', () => {
    expect(call.address).toBe(args.verb === 'votePoll' ? args.poll : addressOf(call.contract))
    expect(call.dependsOn).toContain(call.contract)
    expect(call.valueWei).toBe(0n)
  })
})

it.each([
  [{ verb: 'fundDeposit', amountWei: 5n }, 5n, '"fundDeposit()"'],
  [{ verb: 'fundReserve', amountWei: 6n }, 6n, '"fundReserve()"'],
  [
    { verb: 'fundDepositAndReserve', depositWei: 2n, reserveWei: 3n },
    5n,
    '"fundDepositAndReserve(uint256,uint256)" 2 3',
  ],
] as const)('sends the ETH that %o names', (args, valueWei, rest) => {
  const call = callOf(args, addresses)
  expect(call.valueWei).toBe(valueWei)
  expect(call.cast).toBe(`cast send --value ${valueWei} ${addresses.TicketBroker} ${rest}`)
})

describe('a reason as an argument of a shell', () => {
  it.each([
    ['$(rm -rf ~); `id`', "'$(rm -rf ~); `id`'"],
    ["'; id; '", "''\\''; id; '\\'''"],
    ['two\nlines', "'two\nlines'"],
  ])('%j is one word', (reason, word) => {
    const { cast } = callOf({ verb: 'castVote', proposalId: 1n, support: 'for', reason }, addresses)
    expect(cast.endsWith(` 1 1 ${word}`)).toBe(true)
    expect(cast.startsWith('cast send 0x')).toBe(true)
  })

  it('is not taken for an option', () => {
    const { cast } = callOf({ verb: 'castVote', proposalId: 1n, support: 'for', reason: '--help' }, addresses)
    expect(cast).toMatch(/^cast send -- 0x\S+ "castVoteWithReason\(uint256,uint8,string\)" 1 1 '--help'$/)
  })
})

it('a network without a governor has no vote to build', () => {
  const { LivepeerGovernor: _governor, ...rest } = addresses
  const args: CallArgs = { verb: 'castVote', proposalId: 1n, support: 'for', reason: '' }
  expect(() => callOf(args, rest)).toThrow('This network has no LivepeerGovernor')
})

const log = (
  address: Address,
  topics: unknown,
  types: readonly string[],
  values: readonly unknown[],
): ReceiptLog => ({
  address,
  topics: topics as Hex[],
  data: encodeAbiParameters(
    types.map((type) => ({ type })),
    values as never,
  ),
})
const bonded = (delegator: Address, contract: Address = addresses.BondingManager) =>
  log(
    contract,
    encodeEventTopics({
      abi: bondingManagerEventsAbi,
      eventName: 'Bond',
      args: { newDelegate: other, oldDelegate: zeroAddress, delegator },
    }),
    ['uint256', 'uint256'],
    [7n, 9n],
  )
const bondArgs: CallArgs = { verb: 'bond', amountWei: 7n, to: other, oldHint: none, newHint: none }

describe('reading what happened', () => {
  it('reads the account’s own event', () => {
    expect(readOutcome(bondArgs, [bonded(me)], me, addresses)).toEqual({
      verb: 'bond',
      delegate: other,
      oldDelegate: zeroAddress,
      addedWei: 7n,
      stakeWei: 9n,
    })
  })

  it.each([
    ['of another account', [bonded(other)]],
    ['of another contract', [bonded(me, other)]],
    ['that is missing', []],
    ['that is malformed', [{ ...bonded(me), data: '0x01' as const }]],
    ['without topics', [{ ...bonded(me), topics: [] }]],
  ])('does not take an event %s for success', (_name, logs) => {
    expect(readOutcome(bondArgs, logs, me, addresses)).toBeNull()
  })

  it('takes the last approval of this owner and spender', () => {
    const approval = (owner: Address, spender: Address, value: bigint) =>
      log(
        addresses.LivepeerToken,
        encodeEventTopics({ abi: livepeerTokenAbi, eventName: 'Approval', args: { owner, spender } }),
        ['uint256'],
        [value],
      )
    const logs = [approval(me, other, 1n), approval(me, other, 5n), approval(other, me, 8n)]
    const args: CallArgs = { verb: 'approve', spender: other, amountWei: 5n }
    expect(readOutcome(args, logs, me, addresses)).toEqual({ verb: 'approve', spender: other, amountWei: 5n })
  })

  const governor = addresses.LivepeerGovernor ?? zeroAddress
  const castVote: CallArgs = { verb: 'castVote', proposalId, support: 'for', reason: '' }
  const voteCast = (voter: Address, id: bigint, contract = governor) =>
    log(
      contract,
      encodeEventTopics({ abi: livepeerGovernorAbi, eventName: 'VoteCast', args: { voter } }),
      ['uint256', 'uint8', 'uint256', 'string'],
      [id, 1, 42n, ''],
    )

  it('reads the account’s vote on the proposal', () => {
    const logs = [voteCast(other, proposalId), voteCast(me, 1n), voteCast(me, proposalId)]
    const outcome = { verb: 'castVote', proposalId, support: 'for', weightWei: 42n }
    expect(readOutcome(castVote, logs, me, addresses)).toEqual(outcome)
    expect(readOutcome(castVote, [voteCast(me, proposalId, other)], me, addresses)).toBeNull()
    expect(readOutcome(castVote, logs.slice(0, 2), me, addresses)).toBeNull()
  })

  it('reads the account’s vote in the poll it asked for', () => {
    const poll: Address = '0x90F79bf6EB2c4f870365E785982E1f101E93b906'
    const args: CallArgs = { verb: 'votePoll', poll, choice: 'no' }
    const vote = (voter: Address, choice: bigint, contract = poll) =>
      log(
        contract,
        encodeEventTopics({ abi: pollAbi, eventName: 'Vote', args: { voter } }),
        ['uint256'],
        [choice],
      )
    expect(readOutcome(args, [vote(me, 1n)], me, addresses)).toEqual(args)
    for (const logs of [[vote(me, 0n)], [vote(other, 1n)], [vote(me, 1n, other)], [vote(me, 2n ** 255n)]]) {
      expect(readOutcome(args, logs, me, addresses)).toBeNull()
    }
  })
})
