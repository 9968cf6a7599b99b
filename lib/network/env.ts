import { z } from 'zod'

/** Problems of the environment in one line, for the operator. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
}

const httpUrl = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    error: 'is not an http(s) URL',
  })
  .transform((text) => text.replace(/\/+$/, ''))

const port = z
  .string()
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, { error: 'is not a port (0 to 65535)' })
  .transform(Number)

function wholeNumber(least: number, most: number) {
  return z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: `is not a whole number from ${least} to ${most}`,
    })
    .transform(Number)
}

function listOf<Item>(item: z.ZodType<Item, string>) {
  return z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(item))
}

const origin = z.string().refine((text) => URL.canParse(text) && new URL(text).origin === text, {
  error: 'is not an origin such as https://app.safe.global',
})

/**
 * Every environment variable the site reads. All are optional; an empty one counts as missing.
 * Plural names are ranked, comma-separated lists. `.env.example` lists the same names (checked by a test).
 */
export const envSchema = z.object({
  NETWORK: z
    .enum(['arbitrum-one', 'local'], { error: 'is neither arbitrum-one nor local' })
    .default('arbitrum-one'),
  SITE_URL: httpUrl.optional(),
  PORT: port.default(3000),
  HOST: z
    .string()
    .regex(/^[0-9a-zA-Z.:-]+$/, { error: 'is not a host to listen on' })
    .default('127.0.0.1'),
  RPC_URLS: listOf(httpUrl).optional(),
  /** JSON-RPC endpoints of Ethereum, for ENS. */
  L1_RPC_URLS: listOf(httpUrl).optional(),
  SUBGRAPH_URLS: listOf(httpUrl).optional(),
  SUBGRAPH_API_KEY: z
    .string()
    .regex(/^[0-9a-fA-F]{32}$/, { error: 'is not a key of The Graph (32 hex digits)' })
    .optional(),
  /** Gateways of IPFS for the texts of LIP polls. */
  IPFS_URLS: listOf(httpUrl).optional(),
  /** Servers of performance scores: `<url>/api/aggregated_stats` and its neighbours, `<url>/orchestratorStats`. */
  METRICS_URLS: listOf(httpUrl).optional(),
  /** Price source: `<url>/simple/price` as CoinGecko has it. */
  PRICES_URL: httpUrl.optional(),
  /** Pinning service: `<url>/pinning/pinJSONToIPFS` as Pinata has it. */
  PIN_URL: httpUrl.optional(),
  PIN_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{1,4096}$/, { error: 'is not a token (visible ASCII characters, no blanks)' })
    .optional(),
  /** Repository of LIPs as GitHub's REST API tells it: `<url>/contents/LIPs`. */
  LIPS_URL: httpUrl.optional(),
  /** Snapshot of the L1 stakes that can be claimed, as JSON. */
  CLAIM_SNAPSHOT_URL: httpUrl.optional(),
  WALLETCONNECT_PROJECT_ID: z
    .string()
    .regex(/^[0-9a-fA-F]{32}$/, { error: 'is not a WalletConnect project id (32 hex digits)' })
    .optional(),
  SAFE_ORIGINS: listOf(origin).optional(),
  DEVNET_RPC_PORT: port.default(8545),
  DEVNET_SERVICES_PORT: port.default(8600),
  /** How long figures of the running block stand, seconds. */
  CACHE_LIVE_SECONDS: wholeNumber(1, 3600).optional(),
  /** How long figures that change by the minute stand (lists, histories), seconds. */
  CACHE_MINUTE_SECONDS: wholeNumber(1, 86_400).optional(),
  /** How long figures that change with the round stand at most, seconds. */
  CACHE_ROUND_SECONDS: wholeNumber(1, 86_400).optional(),
  /** How long a page waits for a primary figure before it shows that it is late, milliseconds. */
  LOAD_DEADLINE_MS: wholeNumber(100, 60_000).optional(),
  /** How many proxies in front of this copy may be believed about the visitor's address (0: none). */
  TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  /** Requests a minute one address may send to /api/rpc and to the other routes. */
  RATE_RPC_PER_MINUTE: wholeNumber(1, 1_000_000).optional(),
  RATE_API_PER_MINUTE: wholeNumber(1, 1_000_000).optional(),
  /** Pages a minute that may be made for one address; kept pages are not counted. */
  RATE_PAGES_PER_MINUTE: wholeNumber(1, 1_000_000).optional(),
  /** Questions a minute one address may send to /api/subgraph. */
  RATE_SUBGRAPH_PER_MINUTE: wholeNumber(1, 1_000_000).optional(),
  /** Texts of polls a minute one address may have pinned. */
  RATE_PINS_PER_MINUTE: wholeNumber(1, 1_000_000).optional(),
})

export type Env = z.output<typeof envSchema>

/**
 * Reads an environment.
 * @throws ConfigurationError naming every wrong variable in one line; values of secrets are not repeated.
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const names = Object.keys(envSchema.shape)
  const given = Object.fromEntries(
    names.flatMap((name) => {
      const value = source[name]?.trim()
      return value ? [[name, value]] : []
    }),
  )
  const result = envSchema.safeParse(given)
  if (result.success) return result.data
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  throw new ConfigurationError(`Configuration: ${[...new Set(problems)].join('; ')}.`)
}

let read: Env | undefined

/**
 * The environment of this process, read once.
 * @throws ConfigurationError as parseEnv
 */
export function readEnv(): Env {
  read ??= parseEnv(process.env)
  return read
}
