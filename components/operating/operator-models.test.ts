import { zeroAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import type { OperatingView } from '@/lib/data/operating'
import type { DelegateView } from '@/lib/data/types'
import { callerForm } from './caller-model'
import { registerForm } from './register-model'
import { resignForm } from './resign-model'
import { rewardForm } from './reward-model'
import { serviceForm } from './service-model'
import { placeWords } from './standing-model'
import { LPT, newcomer, operator, other, own, round } from './test-situation'

const open: Partial<OperatingView> = {
  calledThisRound: false,
  reward: { netWei: 240n * LPT, keptWei: 30n * LPT, treasuryWei: 25n * LPT },
}

describe('the reward call', () => {
  it('says what it brings, until when, and what is lost otherwise', () => {
    const form = rewardForm(operator(open), 'itself')
    expect(form).toMatchObject({ state: 'Open in round 4,250', reason: null, intent: { verb: 'reward' } })
    expect(form.figures.map(({ wei }) => wei)).toEqual([240n * LPT, 30n * LPT, 25n * LPT])
    expect(form.notes[0]).toMatch(/until the round ends, about .*\(in 3 h 20 min\).*never minted: you and/)
    expect(form.notes[1]).toMatch(/pays the same.*your cuts cannot change/)
  })

  it('is the orchestrator’s when its reward caller makes it', () => {
    const form = rewardForm(operator({ ...open, address: other }), 'caller')
    expect(form.intent).toEqual({ verb: 'rewardForTranscoder', transcoder: other })
    expect(form.notes.join(' ')).not.toMatch(/your/)
  })

  it.each([
    [operator(), 'Called in round 4,250', /has been called.*round 4,251/],
    [
      operator({ active: false, calledThisRound: false, standing: 'joining', activationRound: 4251 }),
      'From round 4,251',
      /Active from round 4,251/,
    ],
    [operator({ active: false, calledThisRound: false }), 'Not active', /Not in the active set/],
    [operator({ ...open, paused: true }), 'Open in round 4,250', /paused/],
    [
      operator({ ...open, round: { ...round, overdue: true } }),
      'Open in round 4,250',
      /has not been started/,
    ],
    [operator(open, {}, true), 'Open in round 4,250', /your last action/],
  ])('says why it cannot be made now %#', (situation, state, reason) => {
    expect(rewardForm(situation, 'itself')).toMatchObject({
      state,
      reason: expect.stringMatching(reason),
      intent: null,
    })
  })
})

describe('service addresses', () => {
  const uri = 'https://node.example:8935'

  it.each(['ServiceRegistry', 'AIServiceRegistry'] as const)(
    'set, unchanged and removed in %s',
    (registry) => {
      expect(serviceForm(operator(), registry, ` ${uri} `).intent).toEqual({
        verb: 'setServiceURI',
        registry,
        uri,
      })
      const set = operator(registry === 'ServiceRegistry' ? { serviceUri: uri } : { aiServiceUri: uri })
      expect(serviceForm(set, registry, null)).toMatchObject({
        text: uri,
        reason: 'This address is published already.',
        remove: { reason: null, intent: { verb: 'setServiceURI', registry, uri: '' } },
      })
      expect(serviceForm(operator(), registry, null)).toMatchObject({
        reason: 'Enter the address of your node.',
        remove: null,
      })
    },
  )

  it.each([
    'node.example',
    'ftp://node.example',
    'https://',
    'https://user@node.example',
    `https://${'n'.repeat(200)}`,
  ])('refuses %s at its field', (text) => {
    expect(serviceForm(operator(), 'ServiceRegistry', text)).toMatchObject({
      error: expect.stringMatching(/with its scheme/),
      reason: 'Correct the address above.',
      intent: null,
    })
  })

  it('neither pause nor an overdue round stops it, but a network may lack the registry', () => {
    const stopped = operator({ paused: true, round: { ...round, overdue: true }, aiRegistry: false })
    expect(serviceForm(stopped, 'ServiceRegistry', uri).reason).toBeNull()
    expect(serviceForm(stopped, 'AIServiceRegistry', uri).reason).toMatch(/no registry/)
  })
})

describe('the reward caller', () => {
  it('is named and taken back', () => {
    expect(callerForm(operator(), ` ${other} `).intent).toEqual({ verb: 'setRewardCaller', caller: other })
    expect(callerForm(operator(), '')).toMatchObject({
      reason: 'Enter the address of the account.',
      remove: null,
    })
    const set = operator({ rewardCaller: other })
    expect(callerForm(set, other).reason).toMatch(/already/)
    expect(callerForm(set, '').remove?.intent).toEqual({ verb: 'setRewardCaller', caller: zeroAddress })
    expect(callerForm(operator({ rewardCaller: other, paused: true }), '').remove).toEqual({
      reason: expect.stringMatching(/paused/),
      intent: null,
    })
  })

  it.each([
    ['0x12', /whole address/],
    [zeroAddress, /zero address/],
    [own, /can always call/],
    ['0x52908400098527886E0F7030069857D2E4169Ee7', /checksum/],
  ])('refuses %s at its field', (text, error) => {
    expect(callerForm(operator(), text)).toMatchObject({
      error: expect.stringMatching(error),
      reason: 'Correct the address above.',
      intent: null,
    })
  })
})

describe('registering', () => {
  it('bonds to oneself and says whether it brings a place', () => {
    const enough = registerForm(newcomer(), '1000.000000000000000001')
    expect(enough.intent).toEqual({ verb: 'bond', amountWei: 1_000n * LPT + 1n, to: own })
    expect(enough.entry).toEqual({
      sentence: 'With this you are in the set from round 4,251 on.',
      tone: 'good',
    })
    const tie = registerForm(newcomer(), '1000')
    expect(tie.entry).toEqual({
      sentence: expect.stringMatching(/at least 1,000\.000000000000000001 LPT.*registered but outside/),
      tone: 'wait',
    })
    expect(tie.intent).not.toBeNull()
    expect(registerForm(newcomer({ poolSize: 49, toEnterWei: 1n }), '').entry.sentence).toMatch(/is free/)
    expect(registerForm(newcomer({ poolSize: 49, toEnterWei: 1n }), '1').entry.tone).toBe('good')
  })

  it('moves the whole stake that is with another orchestrator', () => {
    const delegate = { address: other, name: null } as unknown as DelegateView
    const bonded = newcomer({}, { status: 'bonded', pendingStakeWei: 1_500n * LPT, delegate })
    const form = registerForm(bonded, '')
    expect(form).toMatchObject({
      movesWei: 1_500n * LPT,
      intent: { verb: 'bond', amountWei: 0n, to: own },
      entry: { tone: 'good' },
    })
  })

  it.each([
    [newcomer(), '', /Enter an amount/],
    [newcomer(), '2000.1', /Correct the amount/],
    [newcomer({ paused: true }, { paused: true }), '1', /paused/],
  ])('says why not %#', (situation, text, reason) => {
    expect(registerForm(situation, text)).toMatchObject({
      reason: expect.stringMatching(reason),
      intent: null,
    })
  })
})

describe('resigning', () => {
  it('tells everything it does', () => {
    const form = resignForm(operator(open))
    expect(form.intent).toEqual({ verb: 'resign' })
    const text = form.notes.join('\n')
    expect(text).toMatch(/give up your share of 240\.00 LPT/)
    expect(text).toMatch(/your own stake, 1,000 LPT, unbonds.*round 4,257 on, about .*UTC/)
    expect(text).toMatch(/leave the set with round 4,251/)
    expect(text).toMatch(/4,000\.00 LPT of your delegators stay delegated to you and earn nothing/)
    expect(text).not.toMatch(/stay behind/)
  })

  it('warns of what was earned since the claim of this round', () => {
    const form = resignForm(operator({}, { lastClaimRound: 4250 }))
    expect(form.notes[0]).toMatch(/^100 LPT and 2 ETH earned since your claim of this round stay behind/)
    expect(form.changes[0]).toMatchObject({ before: '1,000 LPT', after: '100 LPT' })
  })

  it.each([
    [operator({ registered: false }), /not an orchestrator/],
    [operator({}, { status: 'pending', startRound: 4251 }), /counts from round 4,251/],
    [operator({ paused: true }), /paused/],
  ])('says why not %#', (situation, reason) => {
    expect(resignForm(situation)).toMatchObject({ reason: expect.stringMatching(reason), intent: null })
  })
})

describe('the place in the set', () => {
  it.each<[Partial<OperatingView>, string, RegExp, string]>([
    [{}, 'Rank 10 of 50', /^4,000\.00 LPT above the last place/, 'good'],
    [{ standing: 'joining', active: false }, 'Rank 10 of 50', /You join in round 4,251/, 'good'],
    [{ standing: 'edge', rank: 49 }, 'Rank 49 of 50', /among the last 2 places/, 'wait'],
    [{ standing: 'edge', rank: 50, marginWei: 0n }, 'Rank 50 of 50', /more than 1,000 LPT takes it/, 'wait'],
    [{ poolSize: 49, marginWei: null }, 'Rank 10 of 50', /1 place of the set is free/, 'good'],
    [{ poolSize: 48, marginWei: null }, 'Rank 10 of 50', /2 places of the set are free/, 'good'],
    [
      { standing: 'leaving', rank: null, marginWei: -5n, toEnterWei: 5n },
      'Out from round 4,251',
      /0\.000000000000000005 LPT more stake/,
      'loss',
    ],
    [
      { standing: 'outside', active: false, rank: null, toEnterWei: LPT },
      'Outside the set',
      /It takes 1 LPT more stake.*Only members/,
      'loss',
    ],
    [
      { standing: 'outside', active: false, rank: null, poolSize: 49, toEnterWei: 1n },
      'Outside the set',
      /A place is free/,
      'loss',
    ],
  ])('%o', (change, place, sentence, tone) => {
    expect(placeWords(operator(change).view)).toEqual({
      place,
      sentence: expect.stringMatching(sentence),
      tone,
    })
  })
})
