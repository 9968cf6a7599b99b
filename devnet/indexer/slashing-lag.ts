import type { Address } from 'viem'
import type { EventLog } from '@/devnet/contracts-test/call-contract'

/**
 * What the index cannot know of slashing (Q13: the event has no handler): stake that was taken stays on record until another
 * event makes the index read it from the contract. Follows the rules of subgraph.md 3.2 from the chain's logs.
 */
export class SlashingLag {
  readonly #bonded = new Map<string, bigint>()
  readonly #delegated = new Map<string, bigint>()
  readonly #registered = new Set<string>()

  /** What a slashing took, of the account's own bond and of what is delegated to it. */
  slashed(account: Address, takenWei: { bonded: bigint; delegated: bigint }, stillRegistered: boolean): void {
    const id = account.toLowerCase()
    if (takenWei.bonded > 0n) this.#bonded.set(id, this.bonded(id) + takenWei.bonded)
    if (takenWei.delegated > 0n) this.#delegated.set(id, this.delegated(id) + takenWei.delegated)
    if (!stillRegistered) this.#registered.add(id)
  }

  follow(logs: readonly EventLog[]): void {
    for (const { contract, event, args } of logs) {
      if (contract !== 'BondingManager') continue
      const id = (name: string) => String(args[name] as string).toLowerCase()
      switch (event) {
        case 'Bond': {
          this.#bonded.delete(id('delegator'))
          this.#delegated.delete(id('newDelegate'))
          if (id('delegator') === id('newDelegate')) this.#registered.delete(id('delegator'))
          const moves =
            (args.bondedAmount as bigint) > (args.additionalAmount as bigint) &&
            id('newDelegate') !== id('oldDelegate')
          if (moves) {
            this.#delegated.delete(id('oldDelegate'))
            if (id('oldDelegate') === id('delegator')) this.#registered.delete(id('delegator'))
          }
          break
        }
        case 'Unbond':
        case 'Rebond':
          this.#bonded.delete(id('delegator'))
          this.#delegated.delete(id('delegate'))
          if (id('delegate') === id('delegator')) this.#registered.delete(id('delegator'))
          break
        case 'WithdrawFees':
          this.#bonded.delete(id('delegator'))
          break
      }
    }
  }

  /** What the index shows too much, wei. */
  bonded(id: string): bigint {
    return this.#bonded.get(id) ?? 0n
  }

  /** What the index shows too much as delegated to the account, wei. */
  delegated(id: string): bigint {
    return this.#delegated.get(id) ?? 0n
  }

  /** Whether anything is on record that is not there any more. */
  any(): boolean {
    return this.#bonded.size + this.#delegated.size + this.#registered.size > 0
  }

  /** Whether the index still calls registered whom slashing left with nothing. */
  looksRegistered(id: string): boolean {
    return this.#registered.has(id)
  }
}
