import { describe, expect, it, test } from 'vitest'
import { noWallet, type WalletState } from '@/hooks/wallet-store'
import type { DelegateView, DelegatingView, RoundView } from '@/lib/data/types'
import { type DelegateSituation, delegateForm, delegateMode } from './delegate-model'

const LPT = 10n ** 18n
const me = '0x1111111111111111111111111111111111111111'
const here = '0x2222222222222222222222222222222222222222'
const there = '0x3333333333333333333333333333333333333333'

const connected: WalletState = {
  status: 'connected',
  address: me,
  chainId: 31_337,
  connectorName: 'Test',
}

const round: RoundView = {
  number: 4250,
  lengthBlocks: 6377,
  startBlock: 0,
  endBlock: 6377,
  blockNum: 100,
  blocksDone: 100,
  blocksLeft: 6277,
  endsAt: 0,
  secondsPerBlock: 12,
  initialized: true,
  overdue: false,
  lastInitializedRound: 4250,
  locked: false,
  lockStartBlock: 5740,
  mintableWei: 0n,
  mintedWei: 0n,
}

const delegate: DelegateView = {
  address: there,
  name: null,
  registered: true,
  active: true,
  standing: 'in',
  rank: 1,
  totalStakeWei: 1000n * LPT,
  rewardCutP6: 100_000n,
  feeShareP6: 500_000n,
  feeCutP6: 500_000n,
  lastRewardRound: 4250,
  calledThisRound: true,
  activationRound: 1,
  deactivationRound: null,
}

const unbonded: DelegatingView = {
  address: me,
  round,
  status: 'unbonded',
  startRound: 0,
  lastClaimRound: 0,
  bondedWei: 0n,
  pendingStakeWei: 0n,
  pendingRewardsWei: 0n,
  pendingFeesWei: 0n,
  storedFeesWei: 0n,
  delegatedWei: 0n,
  principalWei: 0n,
  unbondedWei: 0n,
  withdrawnFeesWei: 0n,
  lifetimeRewardsWei: 0n,
  delegate: null,
  networkShareP9: 0n,
  locks: [],
  nextUnbondingLockId: 0,
  hasCheckpoint: false,
  lptBalanceWei: 100n * LPT,
  ethBalanceWei: LPT,
  allowanceWei: 0n,
  unbondingPeriodRounds: 7,
  paused: false,
}

const bonded: DelegatingView = {
  ...unbonded,
  status: 'bonded',
  bondedWei: 40n * LPT,
  pendingStakeWei: 42n * LPT,
  delegate,
}

const situation = (changes: Partial<DelegateSituation> = {}): DelegateSituation => ({
  to: here,
  name: null,
  target: { totalStakeWei: (500n * LPT).toString(), round: 4250, active: true, registered: true },
  wallet: connected,
  view: unbonded,
  ...changes,
})

const typed = (text: string) => ({ text, choice: null })

test('the mode follows where the stake is, whatever the letter case', () => {
  expect(delegateMode(null, here)).toBe('first')
  expect(delegateMode(unbonded, here)).toBe('first')
  expect(delegateMode(bonded, there.toUpperCase().replace('0X', '0x') as typeof there)).toBe('add')
  expect(delegateMode(bonded, here)).toBe('elsewhere')
})

describe('the amount', () => {
  it.each([
    '1e5',
    '-1',
    '1,5',
    '9'.repeat(400),
    'abc',
    '0',
    '100.000000000000000001',
    '0.0000000000000000001',
  ])('refuses %s with a sentence and no intent', (text) => {
    const form = delegateForm(situation(), typed(text))
    expect(form.amountError).toMatch(/\.$/)
    expect(form.intent).toBeNull()
    expect(form.reason).not.toBeNull()
  })

  it('takes the whole balance to the wei', () => {
    const form = delegateForm(situation(), typed('100'))
    expect(form.amountError).toBeNull()
    expect(form.intent).toEqual({ verb: 'bond', amountWei: 100n * LPT, to: here })
  })

  it('is quiet while empty, but the button says what is missing', () => {
    const form = delegateForm(situation(), typed(' '))
    expect(form.amountError).toBeNull()
    expect(form.reason).toBe('Enter an amount of LPT.')
  })
})

describe('before a wallet is connected', () => {
  const form = delegateForm(situation({ wallet: noWallet, view: null }), typed('250'))

  it('shows what would change, without a limit', () => {
    expect(form.amountError).toBeNull()
    expect(form.changes.map(({ label }) => label)).toEqual(['Your stake', 'Stake of 0x2222…2222'])
    expect(form.changes[1]).toMatchObject({ before: '500.00 LPT', after: '750.00 LPT' })
  })

  it('offers nothing to sign', () => {
    expect(form.intent).toBeNull()
  })
})

describe('with stake elsewhere', () => {
  it('asks for the choice before anything can be reviewed', () => {
    const form = delegateForm(situation({ view: bonded }), typed('5'))
    expect(form.mode).toBe('elsewhere')
    expect(form.intent).toBeNull()
    expect(form.reason).toMatch(/Choose/)
  })

  it('moves the whole stake, with nothing added when the field is empty', () => {
    const form = delegateForm(situation({ view: bonded }), { text: '', choice: 'move' })
    expect(form.intent).toEqual({ verb: 'bond', amountWei: 0n, to: here })
    expect(form.changes.at(-1)).toMatchObject({ before: '500.00 LPT', after: '542.00 LPT' })
  })

  it('moves and adds what is shown in the field, and nothing else', () => {
    const form = delegateForm(situation({ view: bonded }), { text: '8', choice: 'move' })
    expect(form.intent).toEqual({ verb: 'bond', amountWei: 8n * LPT, to: here })
    expect(form.changes.at(-1)).toMatchObject({ after: '550.00 LPT' })
  })

  it('adds to the present orchestrator instead', () => {
    const form = delegateForm(situation({ view: bonded }), { text: '8', choice: 'add-there' })
    expect(form.intent).toEqual({ verb: 'bond', amountWei: 8n * LPT, to: there })
    expect(delegateForm(situation({ view: bonded }), { text: '', choice: 'add-there' }).intent).toBeNull()
  })

  it('names the one who really gets the stake', () => {
    const named = { ...bonded, delegate: { ...delegate, name: 'There' } }
    const of = (choice: 'move' | 'add-there') =>
      delegateForm(situation({ name: 'Here', view: named }), { text: '8', choice }).receiver
    expect(of('move')).toEqual({ address: here, name: 'Here' })
    expect(of('add-there')).toEqual({ address: there, name: 'There' })
  })

  it('shows no stake arriving here before it is chosen', () => {
    const form = delegateForm(situation({ view: bonded }), typed('8'))
    expect(form.changes.map(({ label }) => label)).toEqual(['Your stake', 'In your wallet'])
  })

  it('refuses the move of an orchestrator', () => {
    const own = { ...bonded, delegate: { ...delegate, address: me as typeof there } }
    const form = delegateForm(situation({ view: own }), { text: '', choice: 'move' })
    expect(form.intent).toBeNull()
    expect(form.reason).toMatch(/orchestrator/)
  })
})

describe('what stands in the way is said', () => {
  it.each<[string, Partial<DelegateSituation>, RegExp]>([
    ['another network', { wallet: { ...connected, status: 'wrong-chain' } }, /another network/],
    ['figures still being read', { view: null }, /Reading/],
    ['a paused protocol', { view: { ...unbonded, paused: true } }, /paused/],
    [
      'an overdue round',
      { view: { ...unbonded, round: { ...round, overdue: true } } },
      /4,250 has not been started/,
    ],
    [
      'an address that is no orchestrator',
      { target: { totalStakeWei: '0', round: 4250, active: false, registered: false } },
      /not a registered/,
    ],
  ])('%s', (_name, changes, sentence) => {
    const form = delegateForm(situation(changes), typed('1'))
    expect(form.intent).toBeNull()
    expect(form.reason).toMatch(sentence)
  })
})
