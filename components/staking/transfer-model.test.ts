import { describe, expect, it } from 'vitest'
import type { AccountFigures } from '@/hooks/account-store'
import type { WalletState } from '@/hooks/wallet-store'
import type { DelegateView, DelegatingView, RoundView } from '@/lib/data/types'
import { receiverOf, transferForm } from './transfer-model'

const LPT = 10n ** 18n
const mine = '0x1111111111111111111111111111111111111111'
const theirs = '0x2222222222222222222222222222222222222222'
const wallet: WalletState = { status: 'connected', address: mine, chainId: 31337, connectorName: 'Test' }
const delegate = {
  address: '0x3333333333333333333333333333333333333333',
  name: 'node one',
  active: true,
  calledThisRound: true,
} as Partial<DelegateView> as DelegateView
const view = {
  address: mine,
  status: 'bonded',
  round: { number: 100, overdue: false } as RoundView,
  startRound: 90,
  lastClaimRound: 99,
  bondedWei: 9n * LPT,
  pendingStakeWei: 10n * LPT,
  paused: false,
  delegate,
} as Partial<DelegatingView> as DelegatingView

const known = (changes: Partial<DelegatingView>): AccountFigures => ({
  state: 'known',
  view: { ...view, address: theirs, lastClaimRound: 99, ...changes },
  block: 1,
  timestamp: 1,
  fromChain: false,
  note: null,
})
const unbonded = known({ status: 'unbonded', delegate: null, bondedWei: 0n, pendingStakeWei: 0n })
const elsewhere = {
  ...delegate,
  address: '0x4444444444444444444444444444444444444444',
  name: 'node two',
} as const

const form = (
  draft: { amount?: string; receiver?: string },
  figures: AccountFigures | null = unbonded,
  own: Partial<DelegatingView> = {},
) => transferForm({ ...view, ...own }, wallet, { amount: '1', receiver: theirs, ...draft }, figures)

describe('giving stake to another account', () => {
  it('is an intent to the wei when amount and receiver are right', () => {
    expect(form({ amount: '2.5' }).intent).toEqual({
      verb: 'transferBond',
      amountWei: 25n * 10n ** 17n,
      receiver: theirs,
    })
    expect(form({ amount: '2.5' }).changes).toEqual([
      { label: 'Your stake', before: '10 LPT', after: '7.5 LPT' },
    ])
  })

  it.each([
    ['no amount', { amount: '' }, {}, /Enter an amount/],
    ['too much', { amount: '10.000000000000000001' }, {}, /Correct the amount/],
    ['no receiver', { receiver: '' }, {}, /Enter the account/],
    ['half an address', { receiver: '0x22' }, {}, /Correct the account/],
    ['oneself', { receiver: mine.toUpperCase().replace('0X', '0x') }, {}, /Correct the account/],
    ['the zero address', { receiver: `0x${'0'.repeat(40)}` }, {}, /Correct the account/],
    ['stake that does not count yet', {}, { status: 'pending', startRound: 101 }, /from round 101/],
    ['an overdue round', {}, { round: { number: 100, overdue: true } as RoundView }, /not been started/],
  ] as const)('%s: no intent, and why', (_name, draft, own, reason) => {
    const { intent, reason: said } = form(draft, unbonded, own as Partial<DelegatingView>)
    expect(intent).toBeNull()
    expect(said).toMatch(reason)
  })

  it('takes nothing beyond the stake that can leave in this round', () => {
    expect(form({ amount: '9.5' }, unbonded, { lastClaimRound: 100 }).amountError).toMatch(/in this round/)
  })

  it('says of oneself and of a wrong checksum what is wrong, and reads nobody', () => {
    expect(form({ receiver: mine }).receiverError).toMatch(/your own account/)
    expect(receiverOf(view, mine)).toBeNull()
    expect(receiverOf(view, '0xAbc')).toBeNull()
    expect(receiverOf(view, theirs)).toBe(theirs)
  })
})

describe('what the stake does at the receiver', () => {
  it('stays with the orchestrator where the receiver has no stake, from the next round', () => {
    expect(form({}).receiverNote).toEqual({
      tone: 'info',
      text: 'It has no stake yet. The stake stays with node one and counts for it from round 101 on.',
    })
  })

  it('stays where the receiver delegates to the same', () => {
    expect(form({}, known({})).receiverNote?.text).toMatch(/node one too/)
  })

  it('changes sides, with a warning, where the receiver delegates to another', () => {
    const { receiverNote, intent } = form({}, known({ delegate: elsewhere }))
    expect(receiverNote?.tone).toBe('wait')
    expect(receiverNote?.text).toMatch(/leaves node one.*only the receiver/)
    expect(intent).not.toBeNull()
  })

  it('waits while the receiver would lose this round’s reward', () => {
    const open = { ...delegate, calledThisRound: false }
    expect(form({}, known({ delegate: open })).reason).toMatch(/Wait until node one/)
    expect(form({}, known({ delegate: open, lastClaimRound: 100 })).reason).toBeNull()
    expect(form({}, known({ delegate: { ...open, active: false } })).reason).toBeNull()
  })

  it('cannot go to the own orchestrator where it has resigned', () => {
    const figures = known({ address: delegate.address, status: 'unbonded', delegate: null })
    expect(form({ receiver: delegate.address }, figures).reason).toMatch(/cannot take/)
  })

  it('is left to the review where the receiver could not be read', () => {
    const { intent, receiverNote } = form({}, { state: 'failed', reason: 'x', next: 'y' })
    expect(intent).not.toBeNull()
    expect(receiverNote?.text).toMatch(/review reads them/)
  })
})
