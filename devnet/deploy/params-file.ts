import { readFileSync } from 'node:fs'
import { parseEther } from 'viem'
import { z } from 'zod'
import { WELL_KNOWN_ACCOUNT_COUNT } from '@/devnet/chain/provider'
import { DEFAULT_GOVERNANCE_PARAMS, type GovernanceParams } from '@/devnet/deploy/governance-params'
import { withoutComments } from '@/devnet/deploy/jsonc'
import { DEFAULT_PARAMS, faucetFundOf } from '@/devnet/deploy/params'
import type { ProtocolParams } from '@/devnet/types'
import { UsageError } from '@/devnet/usage-error'

/** Everything that can be chosen for a network without history. */
export interface BareParams {
  protocol: ProtocolParams
  governance: GovernanceParams
  /** How many accounts of the well-known mnemonic have ETH. The first is the owner. */
  accountCount: number
  /** LPT of the accounts after the first, in wei; the first keeps the rest of the supply. */
  accountLptWei: readonly bigint[]
}

/** Gas of a call of any kind, for each account: all are funded in one block. */
const MAX_ACCOUNTS = 200

const whole = (min: number, max: number) =>
  z
    .number({ error: 'must be a whole number' })
    .int('must be a whole number')
    .min(min, `must be at least ${min}`)
    .max(max, `must be at most ${max}`)
    .transform(BigInt)
const lpt = z
  .string({ error: 'must be LPT in quotes, such as "100.5"' })
  .regex(/^\d{1,12}(\.\d{1,18})?$/, 'must be LPT in quotes, such as "100.5"')
  .transform((text) => parseEther(text))
const rounds = whole(0, 1_000_000)
const partP6 = whole(0, 1_000_000)
const partP9 = whole(0, 1_000_000_000)
const partP27 = z
  .string({ error: 'must be digits in quotes' })
  .regex(/^\d{1,28}$/, 'must be digits in quotes')
  .transform(BigInt)
  .refine((part) => part <= 10n ** 27n, 'must be at most 10^27')
const blocks = whole(0, 1_000_000_000)

/** Rounds must be long enough to deploy, to fund everybody and to have some of round 1 left. */
const MIN_ROUND_LENGTH = 10

const shape = z
  .strictObject({
    rounds: z
      .strictObject({ lengthBlocks: whole(MIN_ROUND_LENGTH, 1_000_000), lockAmountP6: partP6 })
      .partial(),
    bonding: z
      .strictObject({
        unbondingPeriodRounds: rounds,
        numActiveTranscoders: whole(1, 1_000),
        treasuryRewardCutRateP27: partP27,
        treasuryBalanceCeilingLpt: lpt,
      })
      .partial(),
    minting: z
      .strictObject({ inflationP9: partP9, inflationChangeP9: partP9, targetBondingRateP9: partP9 })
      .partial(),
    supply: z.strictObject({ initialLpt: lpt, onEthereumLpt: lpt }).partial(),
    faucet: z.strictObject({ requestLpt: lpt, waitHours: whole(0, 100_000) }).partial(),
    broker: z.strictObject({ unlockPeriodRounds: rounds, ticketValidityPeriodRounds: rounds }).partial(),
    polls: z
      .strictObject({ quorumP6: partP6, quotaP6: partP6, periodBlocks: blocks, creationStakeLpt: lpt })
      .partial(),
    governor: z
      .strictObject({
        votingDelayRounds: rounds,
        votingPeriodRounds: whole(1, 1_000_000),
        proposalThresholdLpt: lpt,
        quorumP6: partP6,
        quotaP6: partP6,
      })
      .partial(),
    treasury: z.strictObject({ minDelaySeconds: whole(0, 315_360_000) }).partial(),
    accounts: z
      .strictObject({
        count: z
          .number({ error: 'must be a whole number' })
          .int('must be a whole number')
          .min(2, 'must be at least 2')
          .max(MAX_ACCOUNTS, `must be at most ${MAX_ACCOUNTS}`),
        lpt: z.union([lpt, z.array(lpt)], { error: 'must be LPT in quotes or a list of such' }),
      })
      .partial(),
  })
  .partial()

type ParamsFile = z.output<typeof shape>

/** LPT of each account after the first, unless the file says otherwise. */
const ACCOUNT_LPT_WEI = parseEther('5000')

function protocolOf({ rounds, bonding, minting, supply, faucet }: ParamsFile): ProtocolParams {
  const base = DEFAULT_PARAMS
  return {
    inflationP9: minting?.inflationP9 ?? base.inflationP9,
    inflationChangeP9: minting?.inflationChangeP9 ?? base.inflationChangeP9,
    targetBondingRateP9: minting?.targetBondingRateP9 ?? base.targetBondingRateP9,
    unbondingPeriodRounds: bonding?.unbondingPeriodRounds ?? base.unbondingPeriodRounds,
    numActiveTranscoders: bonding?.numActiveTranscoders ?? base.numActiveTranscoders,
    treasuryRewardCutRateP27: bonding?.treasuryRewardCutRateP27 ?? base.treasuryRewardCutRateP27,
    treasuryBalanceCeilingWei: bonding?.treasuryBalanceCeilingLpt ?? base.treasuryBalanceCeilingWei,
    roundLengthBlocks: rounds?.lengthBlocks ?? base.roundLengthBlocks,
    roundLockAmountP6: rounds?.lockAmountP6 ?? base.roundLockAmountP6,
    initialSupplyWei: supply?.initialLpt ?? base.initialSupplyWei,
    l1CirculatingSupplyWei: supply?.onEthereumLpt ?? base.l1CirculatingSupplyWei,
    faucetRequestWei: faucet?.requestLpt ?? base.faucetRequestWei,
    faucetWaitHours: faucet?.waitHours ?? base.faucetWaitHours,
  }
}

function governanceOf({ broker, polls, governor, treasury }: ParamsFile): GovernanceParams {
  const base = DEFAULT_GOVERNANCE_PARAMS
  return {
    ...base,
    unlockPeriodRounds: broker?.unlockPeriodRounds ?? base.unlockPeriodRounds,
    ticketValidityPeriodRounds: broker?.ticketValidityPeriodRounds ?? base.ticketValidityPeriodRounds,
    pollQuorumP6: polls?.quorumP6 ?? base.pollQuorumP6,
    pollQuotaP6: polls?.quotaP6 ?? base.pollQuotaP6,
    pollPeriodBlocks: polls?.periodBlocks ?? base.pollPeriodBlocks,
    pollCreationStakeWei: polls?.creationStakeLpt ?? base.pollCreationStakeWei,
    votingDelayRounds: governor?.votingDelayRounds ?? base.votingDelayRounds,
    votingPeriodRounds: governor?.votingPeriodRounds ?? base.votingPeriodRounds,
    proposalThresholdWei: governor?.proposalThresholdLpt ?? base.proposalThresholdWei,
    quorumP6: governor?.quorumP6 ?? base.quorumP6,
    quotaP6: governor?.quotaP6 ?? base.quotaP6,
    treasuryMinDelaySeconds: treasury?.minDelaySeconds ?? base.treasuryMinDelaySeconds,
  }
}

function accountsOf({ accounts }: ParamsFile): Pick<BareParams, 'accountCount' | 'accountLptWei'> {
  const count = accounts?.count ?? WELL_KNOWN_ACCOUNT_COUNT
  const each = accounts?.lpt ?? ACCOUNT_LPT_WEI
  if (typeof each === 'bigint')
    return { accountCount: count, accountLptWei: Array<bigint>(count - 1).fill(each) }
  if (each.length !== count - 1) {
    throw new UsageError(
      `accounts.lpt: must list ${count - 1} amounts, one for each account after the first, not ${each.length}`,
    )
  }
  return { accountCount: count, accountLptWei: each }
}

/** Parameters from the text of a file. Throws `UsageError` with a line that names the place. */
export function parseParams(text: string): BareParams {
  let json: unknown
  try {
    json = JSON.parse(withoutComments(text))
  } catch (error) {
    throw new UsageError(
      `is not JSON with comments: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  const parsed = shape.safeParse(json)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new UsageError([issue?.path.join('.'), issue?.message].filter(Boolean).join(': '))
  }
  const protocol = protocolOf(parsed.data)
  const accounts = accountsOf(parsed.data)
  const given = accounts.accountLptWei.reduce((sum, amount) => sum + amount, 0n)
  if (given + faucetFundOf(protocol) > protocol.initialSupplyWei) {
    throw new UsageError('accounts.lpt: the accounts together get more than supply.initialLpt leaves')
  }
  return { protocol, governance: governanceOf(parsed.data), ...accounts }
}

/** What a network without history has when no file says otherwise. */
export function defaultBareParams(): BareParams {
  return parseParams('{}')
}

/** Reads a parameter file (see `devnet/params.example.jsonc`). Throws `UsageError` with a line that names file and place. */
export function readParamsFile(file: string): BareParams {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new UsageError(`--params: cannot read ${file}`)
  }
  try {
    return parseParams(text)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    throw new UsageError(`--params: ${file}: ${error.message}`)
  }
}
