import { z } from 'zod'
import { oneLine } from '@/lib/format/author-text'

const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/)
  .transform((text) => text.toLowerCase())
/** A part of one. Servers that say more are wrong, not generous. */
const part = z.number().min(0).max(1)
const word = z
  .string()
  .max(200)
  .transform((text) => oneLine(text, 80))
  .refine((text) => text !== '')

/** Rows that fit a schema; one wrong row of a stranger's server does not cost the others. */
function fittingRows<Row>(row: z.ZodType<Row>) {
  return z.array(z.unknown()).transform((rows): Row[] =>
    rows.slice(0, 5_000).flatMap((candidate) => {
      const parsed = row.safeParse(candidate)
      return parsed.success ? [parsed.data] : []
    }),
  )
}

function fittingEntries<Row>(key: z.ZodType<string>, row: z.ZodType<Row>) {
  return z.record(z.string(), z.unknown()).transform(
    (entries) =>
      new Map(
        Object.entries(entries)
          .slice(0, 5_000)
          .flatMap(([name, candidate]): [string, Row][] => {
            const id = key.safeParse(name)
            const parsed = row.safeParse(candidate)
            return id.success && parsed.success ? [[id.data, parsed.data]] : []
          }),
      ),
  )
}

/** One region's figures, each from 0 to 1. */
const regionStats = z
  .object({ success_rate: part, round_trip_score: part, score: part })
  .transform((stats) => ({
    successRate: stats.success_rate,
    latencyScore: stats.round_trip_score,
    score: stats.score,
  }))

/** `api/aggregated_stats`: address to region to figures. */
export const aggregatedStatsSchema = fittingEntries(address, fittingEntries(word, regionStats))

const region = z.object({ id: word, name: word, type: z.enum(['transcoding', 'ai']) })

/** `api/regions`. */
export const regionsSchema = z.object({ regions: fittingRows(region) })

const pipeline = z.object({ id: word, models: fittingRows(word), regions: fittingRows(word).optional() })

/** `api/pipelines`; a server without pipelines may answer null for the list. */
export const pipelinesSchema = z.object({ pipelines: fittingRows(pipeline).nullable() })

/** `api/top_ai_score`: null or zero with empty words where there is none. */
export const topScoreSchema = z
  .object({
    value: part,
    region: z.string().max(200),
    model: z.string().max(200),
    pipeline: z.string().max(200),
  })
  .nullable()

/** `orchestratorStats`: the price as text, exact as the server wrote it. */
const nodeStats = z.object({
  Address: address,
  PricePerPixel: z.number().min(0).finite(),
  UpdatedAt: z.number().int().min(0),
})

export const nodeStatsSchema = fittingRows(nodeStats)
