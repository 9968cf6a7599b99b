import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fundForm, fundsActions, fundsState, fundsWords } from './gateway-model'
import { LPT as ETH, gateway, round } from './test-situation'

const draft = (deposit: string, reserve = '') => ({ deposit, reserve })
const nothing = { depositEthWei: 0n, reserveEthWei: 0n }

describe('funding a gateway', () => {
  it('is one transaction for the deposit, the reserve or both', () => {
    expect(fundForm(gateway(), draft('0.5')).intent).toEqual({ verb: 'fundDeposit', amountWei: ETH / 2n })
    expect(fundForm(gateway(), draft('', '2')).intent).toEqual({ verb: 'fundReserve', amountWei: 2n * ETH })
    const both = fundForm(gateway(), draft('0.5', '2'))
    expect(both.intent).toEqual({
      verb: 'fundDepositAndReserve',
      depositWei: ETH / 2n,
      reserveWei: 2n * ETH,
    })
    expect(both.changes).toEqual([
      { label: 'Deposit', before: '1 ETH', after: '1.5 ETH' },
      { label: 'Reserve', before: '5 ETH', after: '7 ETH' },
      { label: 'One orchestrator can claim, a round', before: '0.1000 ETH', after: '0.1400 ETH' },
      { label: 'In your wallet', before: '10.0000 ETH', after: '7.5000 ETH' },
    ])
  })

  it('is where a new gateway begins', () => {
    expect(fundForm(gateway(nothing), draft('1', '1'))).toMatchObject({ reason: null, notes: [] })
  })

  it('says that it stops an unlock, unless there is nothing to withdraw', () => {
    expect(fundForm(gateway({ withdrawRound: 4252 }), draft('1')).notes[0]).toMatch(/stops your unlock/)
    expect(fundForm(gateway({ ...nothing, withdrawRound: 4240 }), draft('1')).notes).toEqual([])
  })

  it.each([
    [gateway(), draft(''), /Enter an amount of ETH/],
    [gateway(), draft('1e5'), /Correct the amounts/],
    [gateway(), draft('0', '1'), /Correct the amounts/],
    [gateway(), draft('10.1'), /Correct the amounts/],
    [gateway(), draft('10'), /network fee comes out of it/],
    [gateway(), draft('6', '4'), /network fee comes out of it/],
    [gateway({ paused: true }), draft('1'), /paused/],
    [gateway({}, true), draft('1'), /your last action/],
  ])('says why not %#', (situation, text, reason) => {
    expect(fundForm(situation, text)).toMatchObject({ reason: expect.stringMatching(reason), intent: null })
  })

  it('never promises more than the wallet holds and throws on no text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (deposit, reserve) => {
        const { intent, reason } = fundForm(gateway(), { deposit, reserve })
        expect((intent === null) !== (reason === null)).toBe(true)
      }),
    )
    fc.assert(
      fc.property(fc.bigInt(1n, 20n), fc.bigInt(1n, 20n), (deposit, reserve) => {
        const { intent } = fundForm(gateway(), draft(`${deposit}`, `${reserve}`))
        expect(intent !== null).toBe(deposit + reserve < 10n)
      }),
    )
  })
})

describe('taking the funds out', () => {
  it.each([
    ['empty', nothing],
    ['empty', { ...nothing, withdrawRound: 4240 }],
    ['locked', {}],
    ['waiting', { withdrawRound: 4251 }],
    ['open', { withdrawRound: 4250 }],
    ['open', { withdrawRound: 4200, depositEthWei: 0n }],
  ] as const)('is %s with %o', (state, change) => {
    expect(fundsState(gateway(change).view)).toBe(state)
  })

  it('can be begun while locked', () => {
    const { unlock, cancel, withdraw } = fundsActions(gateway())
    expect(unlock.intent).toEqual({ verb: 'unlock' })
    expect(unlock.notes[0]).toMatch(/It takes 2 rounds: withdrawable from round 4,252, about .*UTC/)
    expect(cancel).toMatchObject({ intent: null, reason: 'No unlock was started.' })
    expect(withdraw).toMatchObject({ intent: null, reason: 'The funds are locked. Unlock them first.' })
  })

  it('waits with a date, can be cancelled, and still pays tickets', () => {
    const situation = gateway({ withdrawRound: 4252 })
    const { unlock, cancel, withdraw } = fundsActions(situation)
    expect(unlock.reason).toMatch(/started already/)
    expect(cancel.intent).toEqual({ verb: 'cancelUnlock' })
    // Round 4,251 begins in 1,000 blocks, 4,252 after 6,000 more.
    expect(withdraw.reason).toMatch(/^Withdrawable from round 4,252, about .*\(in 23 h 20 min\)\.$/)
    expect(fundsWords(situation).meaning).toMatch(/can still be redeemed/)
  })

  it('ends with a withdrawal of all of it', () => {
    const situation = gateway({ withdrawRound: 4250 })
    const { withdraw, cancel } = fundsActions(situation)
    expect(withdraw.intent).toEqual({ verb: 'withdraw' })
    expect(withdraw.changes).toEqual([
      { label: 'In your wallet', before: '10.0000 ETH', after: '16.0000 ETH' },
    ])
    expect(cancel.intent).not.toBeNull()
    expect(fundsWords(situation).meaning).toMatch(/No ticket can be redeemed/)
  })

  it('has nothing to act on without funds, nor while the protocol is paused', () => {
    for (const situation of [gateway(nothing), gateway({ ...nothing, withdrawRound: 4240 })]) {
      const { unlock, cancel, withdraw } = fundsActions(situation)
      for (const { reason } of [unlock, cancel, withdraw])
        expect(reason).toBe('There is no deposit and no reserve.')
      expect([unlock.notes, withdraw.notes]).toEqual([[], []])
    }
    const paused = fundsActions(gateway({ paused: true, round: { ...round, overdue: true } }))
    for (const { reason } of Object.values(paused)) expect(reason).toMatch(/paused/)
    const overdue = fundsActions(gateway({ round: { ...round, overdue: true } }))
    expect(overdue.unlock.reason).toBeNull()
  })
})
