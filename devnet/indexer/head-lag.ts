/** How far behind the chain's head an index stays: in blocks, in time, or both. */
export class HeadLag {
  /** Blocks behind. */
  blocks = 0
  private milliseconds = 0
  /** Heads with the time they were first seen, oldest first. */
  private seen: { head: number; at: number }[] = []

  constructor(private readonly now: () => number = Date.now) {}

  /** Stays so long behind from now on; what the chain has by now counts as old. */
  setMilliseconds(milliseconds: number, head: number): void {
    this.milliseconds = milliseconds
    this.seen = [{ head, at: Number.NEGATIVE_INFINITY }]
  }

  /** The block that may be reached while the chain is at `head`. To be asked at each look at the chain. */
  target(head: number): number {
    return Math.min(head - this.blocks, this.milliseconds > 0 ? this.oldEnough(head) : head)
  }

  private oldEnough(head: number): number {
    // What a roll-back dropped was never there.
    for (const entry of this.seen) entry.head = Math.min(entry.head, head)
    if ((this.seen.at(-1)?.head ?? -1) < head) this.seen.push({ head, at: this.now() })
    const limit = this.now() - this.milliseconds
    while (this.seen.length > 1 && (this.seen[1]?.at ?? limit + 1) <= limit) this.seen.shift()
    return this.seen[0]?.head ?? head
  }
}
