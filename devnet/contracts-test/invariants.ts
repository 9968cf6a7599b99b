import type { Address } from 'viem'
import { type Harness, ZERO } from '@/devnet/contracts-test/harness'
import type { Cast } from '@/devnet/contracts-test/random-actions'
import type { RandomStep } from '@/devnet/contracts-test/random-sequence'

/** Sum of all open unbonding locks, kept from events so that a check need not read every lock ever made. */
export interface LockLedger {
  total: bigint
}

export function followLocks(ledger: LockLedger, { outcome }: Pick<RandomStep, 'outcome'>): void {
  if (outcome.state !== 'mined') return
  for (const { event, args } of outcome.logs) {
    if (event === 'Unbond') ledger.total += args.amount as bigint
    if (event === 'Rebond' || event === 'WithdrawStake') ledger.total -= args.amount as bigint
  }
}

/** Sum of all open locks as the contract stores them. */
export async function readLocks(h: Harness, cast: Cast): Promise<bigint> {
  let total = 0n
  for (const address of everyone(cast)) {
    const { nextUnbondingLockId } = await h.delegator(address)
    for (let id = 0n; id < nextUnbondingLockId; id++) {
      const [amount] = (await h.view('BondingManager', 'getDelegatorUnbondingLock', address, id)) as [bigint]
      total += amount
    }
  }
  return total
}

function everyone(cast: Cast): Address[] {
  return [...cast.orchestrators, ...cast.delegators, cast.idle, ZERO]
}

/** Throws with the sentence that is not true. */
function must(truth: boolean, sentence: string): void {
  if (!truth) throw new Error(`Invariant broken: ${sentence}`)
}

/** The invariants of contracts.md 16 that concern stake, rewards, fees and voting power. Throws at the first that fails. */
export async function checkInvariants(h: Harness, cast: Cast, ledger: LockLedger): Promise<void> {
  const accounts = await Promise.all(
    everyone(cast).map(async (address) => {
      const [state, [stake, fees]] = await Promise.all([h.delegator(address), h.pending(address)])
      return { address, ...state, stake, fees }
    }),
  )
  const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n)

  const minter = h.deployment.contracts.Minter
  const lpt = await h.bigint('LivepeerToken', 'balanceOf', minter)
  const owedLpt = sum(accounts.map(({ stake }) => stake)) + ledger.total
  must(lpt >= owedLpt, `the Minter holds ${lpt} wei of LPT and owes ${owedLpt}`)
  const eth = BigInt(
    (await h.chain.request({ method: 'eth_getBalance', params: [minter, 'latest'] })) as string,
  )
  const owedEth = sum(accounts.map(({ fees }) => fees))
  must(eth >= owedEth, `the Minter holds ${eth} wei of ETH and owes ${owedEth}`)

  for (const delegate of accounts) {
    const parts = accounts.filter(({ delegateAddress }) => delegateAddress === delegate.address)
    const pending = sum(parts.map(({ stake, bondedAmount }) => (bondedAmount > 0n ? stake : 0n)))
    must(
      pending <= delegate.delegatedAmount,
      `${delegate.address} has ${delegate.delegatedAmount} delegated, its delegators ${pending} pending`,
    )
  }

  const order = await h.poolOrder()
  const stakes = order.map(
    (member) => accounts.find(({ address }) => address === member)?.delegatedAmount ?? -1n,
  )
  must(
    stakes.every((stake, index) => stake >= 0n && (index === 0 || (stakes[index - 1] ?? 0n) >= stake)),
    `the pool is sorted: ${stakes.join(', ')}`,
  )
  must(
    BigInt(order.length) === (await h.bigint('BondingManager', 'getTranscoderPoolSize')),
    'the pool counts its members',
  )
  must(
    BigInt(order.length) <= (await h.bigint('BondingManager', 'getTranscoderPoolMaxSize')),
    'the pool keeps its limit',
  )
  const nextTotal = await h.bigint('BondingManager', 'nextRoundTotalActiveStake')
  must(nextTotal === sum(stakes), `the next active stake ${nextTotal} is the pool's ${sum(stakes)}`)
  must((await h.bigint('BondingVotes', 'totalSupply')) === nextTotal, 'total power is the next active stake')

  const mintable = await h.bigint('Minter', 'currentMintableTokens')
  const minted = await h.bigint('Minter', 'currentMintedTokens')
  must(minted <= mintable, `${minted} minted of ${mintable}`)

  for (const { address, delegateAddress, bondedAmount, delegatedAmount } of accounts) {
    if (delegateAddress !== address || bondedAmount === 0n) continue
    const votes = await h.bigint('BondingVotes', 'getVotes', address)
    must(votes === delegatedAmount, `${address} has ${delegatedAmount} delegated and ${votes} votes`)
  }
}
