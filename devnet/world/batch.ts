import type { ContractCall, Session } from '@/devnet/world/session'

/** Calls that belong together, and what to note down when all of them succeeded. */
export interface Action {
  calls: ContractCall[]
  record(): void
}

/** Actions of one moment. A failed one stays on the chain as a failed transaction and is not recorded. */
export class Batch {
  private readonly session: Session
  private actions: Action[] = []

  constructor(session: Session) {
    this.session = session
  }

  add(action: Action): void {
    this.actions.push(action)
  }

  addCall(call: ContractCall, record: () => void = () => undefined): void {
    this.add({ calls: [call], record })
  }

  /** Mines the actions from `block` on, or from the next one when that is later; an empty batch mines nothing. `strict` makes a failure an error. */
  async mineAt(block: number, options: { strict?: boolean } = {}): Promise<void> {
    const actions = this.actions
    this.actions = []
    if (actions.length === 0) return
    for (const call of actions.flatMap((action) => action.calls)) this.session.add(call)
    const at = Math.max(block, (await this.session.height()) + 1)
    if (options.strict) await this.session.mineAllAt(at)
    const outcomes = options.strict ? undefined : await this.session.mineAt(at)
    let position = 0
    for (const action of actions) {
      const succeeded = !outcomes || outcomes.slice(position, position + action.calls.length).every(Boolean)
      position += action.calls.length
      if (succeeded) action.record()
    }
  }
}
