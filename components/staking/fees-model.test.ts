import { describe, expect, it } from 'vitest'
import type { WalletState } from '@/hooks/wallet-store'
import type { DelegatingView, RoundView } from '@/lib/data/types'
import { claimObstacle, feesForm, recipientAddress, withdrawableFees } from './fees-model'

const ETH = 10n ** 18n
const own = '0x1111111111111111111111111111111111111111'
const other = '0x2222222222222222222222222222222222222222'
const wallet: WalletState = { status: 'connected', address: own, chainId: 31_337, connectorName: 'Test' }
const view: DelegatingView = {
  ...({} as DelegatingView),
  address: own,
  round: { number: 4250, overdue: false } as RoundView,
  status: 'bonded',
  lastClaimRound: 4240,
  pendingFeesWei: 2n * ETH,
  storedFeesWei: ETH,
  paused: false,
}
const draft = (amount: string, recipient = '') => ({ amount, recipient })

describe('withdrawing fees', () => {
  it('pays to the account itself unless told otherwise', () => {
    expect(feesForm(view, wallet, draft('2')).intent).toEqual({
      verb: 'withdrawFees',
      amountWei: 2n * ETH,
      recipient: own,
    })
    const elsewhere = feesForm(view, wallet, draft('0.5', ` ${other} `))
    expect(elsewhere.intent).toMatchObject({ recipient: other, amountWei: ETH / 2n })
    expect(elsewhere.changes).toEqual([
      { label: 'Fees to withdraw', before: '2 ETH', after: '1.5 ETH' },
      { label: 'To 0x2222…2222', before: '0 ETH', after: '0.5 ETH' },
    ])
  })

  it.each([
    ['2.000000000000000001', '', /That is more than the fees you can withdraw: 2 ETH/, null],
    ['1e5', '', /Write the number out/, null],
    ['1', '0x12', null, /whole address/],
    ['1', 'me.eth', null, /whole address/],
    ['1', '0x52908400098527886E0F7030069857D2E4169Ee7', null, /checksum does not add up/],
    ['1', `0x${'0'.repeat(40)}`, null, /zero address/],
  ])('refuses %j to %j at its field', (amount, recipient, amountError, recipientError) => {
    const form = feesForm(view, wallet, draft(amount, recipient))
    expect(form.intent).toBeNull()
    expect(form.reason).toMatch(/^Correct the (amount|recipient) above\.$/)
    if (amountError) expect(form.amountError).toMatch(amountError)
    if (recipientError) expect(form.recipientError).toMatch(recipientError)
  })

  it('knows whom it would pay', () => {
    expect(recipientAddress('', own)).toBe(own)
    expect(recipientAddress(` ${other}`, own)).toBe(other)
    expect(recipientAddress('0x12', own)).toBeNull()
  })

  it('leaves an orchestrator’s commission of this round for the next claim', () => {
    const claimed = { ...view, lastClaimRound: 4250 }
    expect(withdrawableFees(view)).toBe(2n * ETH)
    expect(withdrawableFees(claimed)).toBe(ETH)
    expect(feesForm(claimed, wallet, draft('1.5')).intent).toBeNull()
  })

  it.each<[Partial<DelegatingView>, Partial<WalletState>, RegExp]>([
    [{ paused: true }, {}, /paused/],
    [{ round: { number: 4251, overdue: true } as RoundView }, {}, /has not been started/],
    [{}, { status: 'wrong-chain' }, /another network/],
  ])('says what stands in the way: %o %o', (account, state, reason) => {
    const form = feesForm({ ...view, ...account }, { ...wallet, ...state }, draft('1'))
    expect(form.reason).toMatch(reason)
    expect(form.intent).toBeNull()
  })
})

describe('claiming earnings', () => {
  it('is possible once a round', () => {
    expect(claimObstacle(view, wallet)).toBeNull()
    expect(claimObstacle({ ...view, lastClaimRound: 4250 }, wallet)).toMatch(/up to round 4,250/)
    expect(claimObstacle({ ...view, paused: true }, wallet)).toMatch(/paused/)
  })
})
