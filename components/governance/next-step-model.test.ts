import { describe, expect, it } from 'vitest'
import { stepForm } from '@/components/governance/next-step-model'
import type { ProposalStepView } from '@/lib/data/authoring-types'

const proposer = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const other = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
const wallet = { status: 'connected', address: other, chainId: 31337, connectorName: null } as const
const view: ProposalStepView = {
  proposal: '1',
  state: 'queued',
  proposer,
  step: 'execute',
  parts: { calls: [{ target: other, ethWei: 7n, calldata: '0x' }], description: '# One' },
  simulation: { state: 'unknown', reason: '' },
}

describe('the next step of a proposal', () => {
  it('is reviewed with exactly what was proposed', () => {
    expect(stepForm('execute', view, wallet)).toEqual({
      reason: null,
      intent: {
        verb: 'execute',
        calls: [{ target: other, valueWei: 7n, calldata: '0x' }],
        description: '# One',
      },
    })
  })

  it.each([
    ['was taken meanwhile', { step: null }, /changed meanwhile/],
    ['has no exact text', { parts: null }, /exact text/],
    [
      'would fail',
      { simulation: { state: 'fails', action: 2, reason: 'No.', decoded: null } as const },
      'It would fail now, at call 2: No.',
    ],
  ])('is not when it %s', (_, part, words) => {
    const { reason, intent } = stepForm('execute', { ...view, ...part }, wallet)
    expect(reason).toMatch(words)
    expect(intent).toBeNull()
  })

  it('can be queued although it would fail now', () => {
    const failing = { state: 'fails', action: 1, reason: 'No.', decoded: null } as const
    expect(stepForm('queue', { ...view, step: 'queue', simulation: failing }, wallet).reason).toBeNull()
  })

  it('is cancelling for the proposer alone', () => {
    const pending = { ...view, step: 'cancel' as const }
    expect(stepForm('cancel', pending, wallet).reason).toBe('Only its proposer 0x7099…79C8 can cancel it.')
    const own = { ...wallet, address: proposer.toLowerCase() as typeof proposer }
    expect(stepForm('cancel', pending, own).reason).toBeNull()
  })

  it('needs the wallet on this network', () => {
    expect(stepForm('execute', view, { ...wallet, status: 'wrong-chain' }).reason).toMatch(/another network/)
    expect(stepForm('execute', view, { ...wallet, status: 'loading' }).reason).toBe(
      'Waiting for your wallet.',
    )
  })
})
