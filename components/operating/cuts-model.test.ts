import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { projectCuts } from '@/lib/data/cut-effect'
import { percentP27 } from '@/lib/format/percent'
import { type CutsDraft, cutsForm, noCutsDraft } from './cuts-model'
import { operator, round, wallet } from './test-situation'

const draft = (rewardCut: string | null, feeCut: string | null = null): CutsDraft => ({ rewardCut, feeCut })

describe('setting cuts', () => {
  it('shows the present cuts and asks for others', () => {
    const form = cutsForm(operator(), noCutsDraft)
    expect(form).toMatchObject({
      rewardCut: '12',
      feeCut: '40',
      state: '12% and 40%',
      reason: 'These are your cuts already.',
      intent: null,
      changes: [],
    })
  })

  it('takes percentages to their fourth decimal and turns the fee cut into the share given', () => {
    const form = cutsForm(operator(), draft('12.3456', '0.0001'))
    expect(form.intent).toEqual({ verb: 'transcoder', rewardCutP6: 123_456n, feeShareP6: 999_999n })
    expect(form.feeShare).toBe(
      'The contract stores what you give: a fee cut of 0.0001% is a fee share of 99.9999%.',
    )
    expect(form.changes.slice(0, 2)).toEqual([
      { label: 'Reward cut', before: '12%', after: '12.3456%' },
      { label: 'Fee cut', before: '40%', after: '0.0001%' },
    ])
  })

  it('says what a delegator’s yield becomes, by the engine of lists', () => {
    const situation = operator()
    const { cuts } = situation.view
    if (!cuts) throw new Error('no facts')
    const [was, becomes] = projectCuts(cuts, round.lengthBlocks, [
      { rewardCutP6: 120_000n, feeShareP6: 600_000n },
      { rewardCutP6: 500_000n, feeShareP6: 600_000n },
    ])
    const form = cutsForm(situation, draft('50'))
    expect(form.changes[2]).toEqual({
      label: 'Yield of a delegator, a year',
      before: percentP27(was?.middle.lptP27 ?? 0n),
      after: percentP27(becomes?.middle.lptP27 ?? 0n),
    })
    expect(becomes?.middle.lptP27).toBeLessThan(was?.middle.lptP27 ?? 0n)
    expect(cutsForm(situation, draft(null, '100')).changes[4]?.after).toBe('0.00000 ETH')
  })

  it('says when cuts are open, locked, or never locked', () => {
    expect(cutsForm(operator(), noCutsDraft).window).toEqual({
      locked: false,
      sentence: expect.stringMatching(
        /^Open until block 105,400 of Ethereum, about .* \(in 1 h 20 min\); then/,
      ),
    })
    const locked = cutsForm(operator({ round: { ...round, locked: true } }), draft('50'))
    expect(locked.window).toEqual({
      locked: true,
      sentence: expect.stringMatching(
        /^Locked until the next round begins at block 106,000 .* \(in 3 h 20 min\)/,
      ),
    })
    expect(locked).toMatchObject({ reason: expect.stringMatching(/locked in the last part/), intent: null })
    const never = cutsForm(operator({ round: { ...round, lockStartBlock: 106_000 } }), noCutsDraft)
    expect(never.window.sentence).toBe('Open: no part of the round is locked.')
  })

  it.each([
    [operator({ calledThisRound: false }), /have not called reward in round 4,250/],
    [operator({ registered: false }), /Only orchestrators/],
    [operator({ paused: true }), /paused/],
    [operator({ round: { ...round, overdue: true } }), /has not been started/],
    [operator({}, {}, true), /your last action/],
    [{ ...operator(), wallet: { ...wallet, status: 'wrong-chain' as const } }, /another network/],
  ])('names what stands in the way %#', (situation, reason) => {
    expect(cutsForm(situation, draft('50'))).toMatchObject({
      reason: expect.stringMatching(reason),
      intent: null,
    })
  })

  it('can be set before the reward by who is not active, and again by who is outside the set', () => {
    const outside = operator({
      active: false,
      calledThisRound: false,
      standing: 'outside',
      rank: null,
      cuts: null,
    })
    const same = cutsForm(outside, noCutsDraft)
    expect(same.intent).toEqual({ verb: 'transcoder', rewardCutP6: 120_000n, feeShareP6: 600_000n })
    expect(same.notes).toContain('Setting the same cuts asks for a place in the set.')
    expect(cutsForm(outside, draft('1')).changes).toHaveLength(2)
  })

  it('refuses what is no cut at its field and throws on no text', () => {
    expect(cutsForm(operator(), draft('101', '12.34567'))).toMatchObject({
      rewardCutError: expect.stringMatching(/at most 100/),
      feeCutError: expect.stringMatching(/4 digits/),
      reason: 'Correct the cuts above.',
      intent: null,
    })
    fc.assert(
      fc.property(fc.string(), fc.string(), (rewardCut, feeCut) => {
        const { intent, reason } = cutsForm(operator({ cuts: null }), draft(rewardCut, feeCut))
        expect((intent === null) !== (reason === null)).toBe(true)
      }),
    )
  })
})
