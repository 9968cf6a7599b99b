import type { ContractCall } from '@/devnet/contracts-test/call-contract'
import { type Harness, MAX_UINT } from '@/devnet/contracts-test/harness'
import { actorOf, readAccount, readGate, readTranscoder } from '@/devnet/rules-test/observe'
import type { Gate, Prediction } from '@/lib/protocol/bond-rules'
import {
  predictBond,
  predictBondFor,
  predictRebond,
  predictRebondFromUnbonded,
  predictReward,
  predictTranscoder,
  predictUnbond,
  predictWithdrawFees,
  predictWithdrawStake,
} from '@/lib/protocol/bond-rules'
import type { Address } from '@/lib/protocol/types'

async function lockOf(h: Harness, account: Address, id: bigint) {
  const lock = (await h.view('BondingManager', 'getDelegatorUnbondingLock', account, id)) as [bigint, bigint]
  return { amount: lock[0], withdrawRound: lock[1] }
}

async function bondPrediction(
  h: Harness,
  gate: Gate,
  bond: { from: Address; owner: Address; amount: bigint; to: Address },
): Promise<Prediction> {
  const view = await readAccount(h, bond.owner, gate.currentRound)
  const common = {
    amount: bond.amount,
    to: bond.to,
    toRounds: await readTranscoder(h, bond.to),
    balance: await h.bigint('LivepeerToken', 'balanceOf', bond.from),
    allowance: MAX_UINT,
  }
  const owner = actorOf(view, gate.currentRound)
  if (bond.owner === bond.from) return predictBond(gate, { ...common, actor: owner })
  return predictBondFor(gate, { ...common, owner, ownerDelegate: view.delegate })
}

/** What lib/protocol says about a call on the state it will meet; null for calls it has no rule for. */
export async function predictCall(h: Harness, call: ContractCall): Promise<Prediction | null> {
  const gate = await readGate(h)
  const { from } = call
  const args = call.args ?? []
  const view = await readAccount(h, from, gate.currentRound)
  const actor = actorOf(view, gate.currentRound)
  switch (call.functionName) {
    case 'bond':
    case 'bondWithHint':
      return bondPrediction(h, gate, { from, owner: from, amount: args[0] as bigint, to: args[1] as Address })
    case 'bondForWithHint':
      return bondPrediction(h, gate, {
        from,
        amount: args[0] as bigint,
        owner: args[1] as Address,
        to: args[2] as Address,
      })
    case 'unbondWithHint':
      return predictUnbond(gate, { actor, amount: args[0] as bigint })
    case 'rebondWithHint':
      return predictRebond(gate, {
        actor,
        lock: await lockOf(h, from, args[0] as bigint),
        delegateRounds: view.delegate,
      })
    case 'rebondFromUnbondedWithHint':
      return predictRebondFromUnbonded(gate, {
        actor,
        lock: await lockOf(h, from, args[1] as bigint),
        toRounds: await readTranscoder(h, args[0] as Address),
      })
    case 'withdrawStake':
      return predictWithdrawStake(gate, await lockOf(h, from, args[0] as bigint))
    case 'withdrawFees':
      return predictWithdrawFees(gate, {
        recipient: args[0] as Address,
        amount: args[1] as bigint,
        fees: view.pending.fees,
      })
    case 'rewardWithHint':
      return predictReward(gate, await readTranscoder(h, from))
    case 'rewardForTranscoder': {
      const transcoder = args[0] as Address
      const rewardCaller = (await h.view('BondingManager', 'transcoderToRewardCaller', transcoder)) as Address
      return predictReward(gate, await readTranscoder(h, transcoder), { address: from, rewardCaller })
    }
    case 'transcoderWithHint':
      return predictTranscoder(gate, {
        roundLocked: (await h.view('RoundsManager', 'currentRoundLocked')) === true,
        rewardCutP6: args[0] as bigint,
        feeShareP6: args[1] as bigint,
        registered: (await h.view('BondingManager', 'isRegisteredTranscoder', from)) === true,
        rounds: await readTranscoder(h, from),
      })
    default:
      return null
  }
}
