import { idOfProposal } from '@/lib/contracts/proposal-call'
import type { ProposalStepView } from '@/lib/data/authoring-types'
import { readCore, readTreasuryAddress } from '@/lib/data/core'
import { readProposals } from '@/lib/data/governor'
import { nextSteps, readIndexedProposal } from '@/lib/data/proposal'
import { load } from '@/lib/data/reading'
import { simulateProposal } from '@/lib/data/simulation'
import type { Loaded } from '@/lib/data/types'

/**
 * What taking the next step of a proposal needs (6.5), with what carrying it out would do now; null when the governor knows
 * no such id.
 */
export function loadProposalStep(id: string): Promise<Loaded<ProposalStepView | null>> {
  return load(async (reading) => {
    const core = await readCore(reading)
    const [found, known, treasury] = await Promise.all([
      readProposals(reading, core, [id]),
      readIndexedProposal(reading, id),
      reading.settled('treasury', 'per-round', readTreasuryAddress),
    ])
    const governor = found.get(id)
    if (!governor) return null
    const { state, proposer } = governor
    const indexed = known?.proposal ?? null
    const exact = indexed !== null && idOfProposal(indexed) === BigInt(id)
    return {
      proposal: id,
      state,
      proposer,
      step: nextSteps[state] ?? null,
      parts: exact
        ? {
            calls: indexed.calls.map(({ target, valueWei, calldata }) => ({
              target,
              ethWei: valueWei,
              calldata,
            })),
            description: indexed.description,
          }
        : null,
      simulation: indexed && (await simulateProposal(reading, { id, state, treasury, calls: indexed.calls })),
    }
  })
}
