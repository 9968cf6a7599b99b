import { type Address, getAddress } from 'viem'
import { readCore } from '@/lib/data/core'
import { readDelegator, readMember } from '@/lib/data/delegating-account'
import { readFunds } from '@/lib/data/gateway'
import { readPool } from '@/lib/data/pool'
import { load, type Reading } from '@/lib/data/reading'
import { isMemberActive } from '@/lib/data/standing'
import type { Loaded } from '@/lib/data/types'
import { isSourceError } from '@/lib/network/source-error'

/** What an account is in the protocol, by the chain; one account can be several. */
export type AccountRole = 'active-orchestrator' | 'orchestrator' | 'delegator' | 'gateway'

async function buildRoles(reading: Reading, account: Address): Promise<AccountRole[]> {
  const [core, pool, delegator, gateway] = await Promise.all([
    readCore(reading),
    readPool(reading),
    readDelegator(reading, account),
    readFunds(reading, account).catch((error: unknown) => {
      if (!isSourceError(error)) throw error
      return null
    }),
  ])
  const self = delegator.delegate?.toLowerCase() === account.toLowerCase()
  // Only a self-bond registers: nobody else is asked about.
  const member = self ? await readMember(reading, pool, account) : null
  const active = member !== null && isMemberActive(member, Number(core.round))
  const roles: AccountRole[] = []
  if (active) roles.push('active-orchestrator')
  else if (member?.registered) roles.push('orchestrator')
  if (!self && delegator.delegate && delegator.bondedWei > 0n) roles.push('delegator')
  if (gateway && gateway.depositWei + gateway.reserveWei > 0n) roles.push('gateway')
  return roles
}

/** The roles of an account (3.1), at most three. */
export function loadAccountRoles(address: Address): Promise<Loaded<AccountRole[]>> {
  const account = getAddress(address)
  return load((reading) => buildRoles(reading, account))
}
