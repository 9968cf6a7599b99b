import { createHash } from 'node:crypto'
import type { Loaded } from '@/lib/data/types'
import { settings } from '@/lib/network/settings'

const amountKey = /Wei$/
const etherKey = /fees|eth(?=[A-Z]|Wei)/i

/** Units of the amount fields in a value, by field name: `Wei` fields are LPT unless they name fees or ETH. */
export function unitsOf(value: unknown, units: Record<string, string> = {}): Record<string, string> {
  if (Array.isArray(value)) {
    for (const item of value) unitsOf(item, units)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, field] of Object.entries(value)) {
      if (amountKey.test(key)) units[key] = etherKey.test(key) ? '10^-18 ETH' : '10^-18 LPT'
      else unitsOf(field, units)
    }
  }
  return units
}

/** JSON text of a value: integers of any size become decimal text. */
function toJson(value: unknown): string {
  return JSON.stringify(value, (_, field: unknown) => (typeof field === 'bigint' ? field.toString() : field))
}

/** JSON answer that lets a reader ask again cheaply: the same content is answered with 304. */
export function jsonAnswer(request: Request, body: unknown, status = 200): Response {
  const text = toJson(body)
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache', etag }
  const matches = request.headers
    .get('if-none-match')
    ?.split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === etag)
  if (matches && status === 200) return new Response(null, { status: 304, headers })
  return new Response(text, { status, headers })
}

/**
 * A view as the API gives it: its state, value, block and sources, the network, and the unit of each amount. A view that
 * failed or is late has status 503.
 */
export function viewAnswer(request: Request, loaded: Loaded<unknown>): Response {
  const { network } = settings()
  const identity = { network: network.name, chainId: network.chainId }
  if (!('value' in loaded)) return jsonAnswer(request, { ...identity, ...loaded }, 503)
  return jsonAnswer(request, { ...identity, ...loaded, units: unitsOf(loaded.value) })
}
