/** A finished answer of the framework. */
export interface Rendered {
  status: number
  headers: Readonly<Record<string, string>>
  body: Buffer
}

/** A finished answer in the forms it is sent in. */
export interface KeptAnswer extends Rendered {
  gzip: Buffer | null
  etag: string
  /** It shows a failure or a figure that is late: the next one may be whole. */
  unsettled?: boolean
}

export interface KeptPagesOptions {
  /** Age up to which an answer is sent as it is, ms. */
  windowMs: number
  /** Further age in which it is still sent while a new one is made, ms. */
  graceMs: number
  maxBytes: number
  /** Renders at work at once; others wait their turn. */
  maxRenders: number
  /** Renders that may wait; more are refused. */
  maxWaiting: number
  clock: () => number
  /** The chain's lineage: pages of a dropped chain are never sent again. */
  lineage: () => string
}

/** No room for another render: the caller answers 503. */
export class BusyError extends Error {
  override readonly name = 'BusyError'
}

/** The visitor asked for too many pages that nobody else asks for: the caller answers 429. */
export class TooManyRendersError extends Error {
  override readonly name = 'TooManyRendersError'
  readonly waitSeconds: number

  constructor(waitSeconds: number) {
    super('Too many pages at once.')
    this.waitSeconds = waitSeconds
  }
}

interface Entry {
  answer: KeptAnswer
  madeAt: number
  bytes: number
}

/** How long an unsettled answer stands at most: enough to hold off a storm of renders. */
const unsettledMs = 1000

/**
 * Finished pages by canonical URL: rendered once per window however many ask, dropped when the least recently used of too
 * many bytes, never kept when the server failed (status 500 and above).
 */
export class KeptPages {
  readonly #options: KeptPagesOptions
  readonly #entries = new Map<string, Entry>()
  readonly #flights = new Map<string, Promise<KeptAnswer>>()
  readonly #waiting: Array<() => void> = []
  #bytes = 0
  #rendering = 0

  constructor(options: KeptPagesOptions) {
    this.#options = options
  }

  get bytes(): number {
    return this.#bytes
  }

  get size(): number {
    return this.#entries.size
  }

  /**
   * The answer for a key, kept or made by `render`. `admit` counts a render to who asks for it: it throws
   * TooManyRendersError, or answers what to call when the render has ended. An old page that may still be sent is sent then.
   * @throws BusyError when too many renders wait; TooManyRendersError; what `render` throws passes through
   */
  async get(
    key: string,
    render: () => Promise<KeptAnswer>,
    admit: () => () => void = () => () => undefined,
  ): Promise<KeptAnswer> {
    const fullKey = `${this.#options.lineage()} ${key}`
    const entry = this.#entries.get(fullKey)
    const unsettled = entry?.answer.unsettled ?? false
    const windowMs = unsettled ? Math.min(unsettledMs, this.#options.windowMs) : this.#options.windowMs
    const graceMs = unsettled ? 0 : this.#options.graceMs
    const age = entry ? this.#options.clock() - entry.madeAt : Number.POSITIVE_INFINITY
    if (entry) {
      this.#entries.delete(fullKey)
      this.#entries.set(fullKey, entry)
      if (age < windowMs) return entry.answer
    }
    const sendable = entry && age < windowMs + graceMs ? entry.answer : null
    try {
      const flight = this.#flights.get(fullKey) ?? this.#admitted(fullKey, key, render, admit)
      return sendable ?? (await flight)
    } catch (error) {
      if (sendable && error instanceof TooManyRendersError) return sendable
      throw error
    }
  }

  #admitted(
    fullKey: string,
    key: string,
    render: () => Promise<KeptAnswer>,
    admit: () => () => void,
  ): Promise<KeptAnswer> {
    const ended = admit()
    const flight = this.#start(fullKey, key, render)
    flight.then(ended, ended)
    return flight
  }

  #start(fullKey: string, key: string, render: () => Promise<KeptAnswer>): Promise<KeptAnswer> {
    const flight = this.#inTurn(render)
      .then((answer) => {
        // Rendering may have been what noticed a rollback: keep the page under the lineage it was made on.
        if (answer.status < 500) this.#keep(`${this.#options.lineage()} ${key}`, answer)
        return answer
      })
      .finally(() => this.#flights.delete(fullKey))
    this.#flights.set(fullKey, flight)
    // With an old page at hand nobody may be waiting for this one.
    flight.catch(() => undefined)
    return flight
  }

  async #inTurn(render: () => Promise<KeptAnswer>): Promise<KeptAnswer> {
    if (this.#rendering >= this.#options.maxRenders) {
      if (this.#waiting.length >= this.#options.maxWaiting)
        throw new BusyError('Too many pages are being made.')
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
    this.#rendering += 1
    try {
      return await render()
    } finally {
      this.#rendering -= 1
      this.#waiting.shift()?.()
    }
  }

  #keep(fullKey: string, answer: KeptAnswer): void {
    const bytes = answer.body.length + (answer.gzip?.length ?? 0) + fullKey.length + 512
    this.#drop(fullKey)
    if (bytes > this.#options.maxBytes) return
    this.#entries.set(fullKey, { answer, madeAt: this.#options.clock(), bytes })
    this.#bytes += bytes
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#options.maxBytes) break
      this.#drop(oldest)
    }
  }

  #drop(fullKey: string): void {
    this.#bytes -= this.#entries.get(fullKey)?.bytes ?? 0
    this.#entries.delete(fullKey)
  }
}
