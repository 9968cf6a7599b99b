import { describe, expect, it } from 'vitest'
import type { WalletState } from '@/hooks/wallet-store'
import type { DelegatingView, RoundView } from '@/lib/data/types'
import { unbondForm } from './unbond-model'

const LPT = 10n ** 18n
const wallet: WalletState = {
  status: 'connected',
  address: '0x1111111111111111111111111111111111111111',
  chainId: 31_337,
  connectorName: 'Test',
}
const round = { number: 4250, overdue: false } as RoundView
const view = {
  round,
  status: 'bonded',
  startRound: 4000,
  lastClaimRound: 4240,
  bondedWei: 48n * LPT,
  pendingStakeWei: 50n * LPT + 1n,
  unbondingPeriodRounds: 7,
  paused: false,
} as DelegatingView

describe('unbondForm', () => {
  it('takes all of the stake to the wei', () => {
    const form = unbondForm(view, wallet, '50.000000000000000001')
    expect(form.intent).toEqual({ verb: 'unbond', amountWei: 50n * LPT + 1n })
    expect(form.changes[0]).toMatchObject({ after: '0 LPT' })
  })

  it('refuses more than the stake at the field', () => {
    const form = unbondForm(view, wallet, '50.000000000000000002')
    expect(form.amountError).toMatch(/your stake/)
    expect(form.intent).toBeNull()
  })

  it('offers no commission that came after the claim of this round', () => {
    const claimed = { ...view, lastClaimRound: 4250 }
    expect(unbondForm(claimed, wallet, '48').intent).toEqual({ verb: 'unbond', amountWei: 48n * LPT })
    const more = unbondForm(claimed, wallet, '48.5')
    expect(more.intent).toBeNull()
    expect(more.amountError).toBe('That is more than can be unbonded in this round: 48 LPT.')
  })

  it('says when the LPT come back', () => {
    expect(unbondForm(view, wallet, '1').notes[0]).toMatch(/7 rounds later, from round 4,257/)
  })

  it('waits for a pending stake to start', () => {
    const form = unbondForm({ ...view, status: 'pending', startRound: 4251 }, wallet, '1')
    expect(form.intent).toBeNull()
    expect(form.reason).toMatch(/from round 4,251/)
  })

  it.each<[string, Partial<DelegatingView>, Partial<WalletState>, RegExp]>([
    ['paused', { paused: true }, {}, /paused/],
    ['overdue', { round: { ...round, overdue: true } }, {}, /has not been started/],
    ['wrong chain', {}, { status: 'wrong-chain' }, /another network/],
    ['reconnecting', {}, { status: 'loading' }, /Waiting/],
  ])('says why nothing can be unbonded: %s', (_name, changes, state, sentence) => {
    const form = unbondForm({ ...view, ...changes }, { ...wallet, ...state }, '1')
    expect(form.intent).toBeNull()
    expect(form.reason).toMatch(sentence)
  })
})
