import type { PoolMember, PoolReading } from '@/lib/data/pool-lens'
import type { Standing } from '@/lib/data/types'
import { MAX_ROUND } from '@/lib/protocol/fixed-point'
import { isActive, type NextRoundStanding, nextRoundStanding } from '@/lib/protocol/orchestrator-status'

/** Whether a member of the chain's list, or somebody outside, is active in a round (contracts.md 5.2). */
export function isMemberActive(
  member: Pick<PoolMember, 'activationRound' | 'deactivationRound'>,
  round: number,
): boolean {
  return isActive(
    {
      activationRound: BigInt(member.activationRound),
      deactivationRound: member.deactivationRound === null ? MAX_ROUND : BigInt(member.deactivationRound),
    },
    BigInt(round),
  )
}

export interface MemberStanding {
  standing: Standing
  rank: number | null
  /** Stake above the last member (outsiders: minus what they lack to enter); null while the pool has free places. */
  marginWei: bigint | null
}

const names: Readonly<Record<NextRoundStanding['standing'], Standing>> = {
  'in-set': 'in',
  'on-edge': 'edge',
  'falling-out': 'leaving',
  outside: 'outside',
  'not-registered': 'unregistered',
}

/** Where an orchestrator stands for the next round, from the chain's list. */
export function standingOf(member: PoolMember, pool: PoolReading, round: number): MemberStanding {
  const result = nextRoundStanding({
    account: member.address,
    registered: member.registered,
    activeNow: isMemberActive(member, round),
    delegatedAmount: member.stakeWei,
    pool: {
      nodes: pool.members.map(({ address, stakeWei }) => ({ id: address, stake: stakeWei })),
      maxSize: pool.maxSize,
    },
  })
  const full = pool.members.length >= pool.maxSize
  if ('rank' in result) {
    const standing =
      result.joinsNextRound && result.standing === 'in-set' ? 'joining' : names[result.standing]
    return { standing, rank: result.rank, marginWei: full ? result.lead : null }
  }
  return {
    standing: names[result.standing],
    rank: null,
    marginWei: full && 'needed' in result ? -result.needed : null,
  }
}
