import { type AbiEvent, type AbiParameter, decodeAbiParameters, type Hex, toEventSelector } from 'viem'
import { events, pollEvents } from './abi'
import type { ChainLog } from './chain-source'

/** Contracts whose events the index follows; `Poll` stands for every contract that PollCreator made. */
export type SourceName = keyof typeof events | 'Poll'

/** A log as a handler takes it; addresses and bytes are lower-case. */
export interface DecodedEvent {
  readonly source: SourceName
  readonly name: string
  readonly args: Readonly<Record<string, unknown>>
}

interface Decoder {
  readonly name: string
  readonly indexed: readonly AbiParameter[]
  readonly plain: readonly AbiParameter[]
}

function decoderOf(event: AbiEvent): Decoder {
  return {
    name: event.name,
    indexed: event.inputs.filter((input) => input.indexed),
    plain: event.inputs.filter((input) => !input.indexed),
  }
}

const decoders = new Map<SourceName, ReadonlyMap<Hex, Decoder>>(
  Object.entries({ ...events, Poll: pollEvents }).map(([source, list]) => [
    source as SourceName,
    new Map(list.map((event: AbiEvent) => [toEventSelector(event), decoderOf(event)])),
  ]),
)

/** Topics of a source's events. */
export function topicsOf(source: SourceName): Hex[] {
  return [...(decoders.get(source)?.keys() ?? [])]
}

function lower(value: unknown): unknown {
  if (typeof value === 'string') return /^0x[0-9a-fA-F]*$/.test(value) ? value.toLowerCase() : value
  if (Array.isArray(value)) return value.map(lower)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, lower(item)]))
  }
  return value
}

/** Decodes a log of a source; undefined when it is none of the events the index follows. */
export function decodeLog(source: SourceName, log: ChainLog): DecodedEvent | undefined {
  const topic = log.topics[0]
  const decoder = topic && decoders.get(source)?.get(topic)
  if (!decoder) return undefined
  const args: Record<string, unknown> = {}
  decoder.indexed.forEach((input, i) => {
    const [value] = decodeAbiParameters([input], log.topics[i + 1] ?? '0x')
    args[input.name ?? ''] = lower(value)
  })
  const values = decodeAbiParameters(decoder.plain, log.data) as readonly unknown[]
  decoder.plain.forEach((input, i) => {
    // A text that happens to look like hex must keep its letters.
    args[input.name ?? ''] = input.type === 'string' ? values[i] : lower(values[i])
  })
  return { source, name: decoder.name, args }
}
