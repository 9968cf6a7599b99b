import fc from 'fast-check'
import { decodeFunctionData, type Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { actionForm } from '@/components/governance/propose-action'
import {
  descriptionOf,
  proposalForm,
  proposalNotes,
  proposerWords,
  sendReason,
} from '@/components/governance/propose-model'
import { type DraftAction, emptyDraft, readDraft } from '@/hooks/proposal-draft-store'
import { livepeerTokenAbi } from '@/lib/contracts/abi/livepeer-token'
import { arbitrumOneAddresses as addresses } from '@/lib/contracts/addresses'
import { idOfProposal } from '@/lib/contracts/proposal-call'
import { callableContracts, functionsOf } from '@/lib/contracts/protocol-functions'
import type { ProposerView } from '@/lib/data/authoring-types'
import { parseAuthorText } from '@/lib/format/author-text'

const LPT = 10n ** 18n
const to = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const blank: DraftAction = {
  id: 1,
  kind: 'lpt',
  to: '',
  amount: '',
  contract: '',
  functionName: '',
  args: [],
  calldata: '',
}
const pay = (amount: string, id = 1): DraftAction => ({ ...blank, id, to, amount })
const draft = (...actions: DraftAction[]) => ({ title: 'Pay for tests', body: 'Because.', actions })

describe('an action', () => {
  it('that pays LPT is the token’s transfer, to the wei', () => {
    const { call } = actionForm(pay('1.000000000000000001'), addresses)
    expect(call).toMatchObject({ target: addresses.LivepeerToken, valueWei: 0n })
    expect(decodeFunctionData({ abi: livepeerTokenAbi, data: call?.calldata ?? '0x' })).toEqual({
      functionName: 'transfer',
      args: [to, LPT + 1n],
    })
  })

  it('that pays ETH is a plain payment', () => {
    expect(actionForm({ ...pay('0.5'), kind: 'eth' }, addresses).call).toEqual({
      target: to,
      valueWei: LPT / 2n,
      calldata: '0x',
    })
  })

  it('that calls a known function encodes each argument by its type', () => {
    const action = { ...blank, kind: 'known' as const, contract: 'BondingManager', functionName: 'bond' }
    expect(actionForm({ ...action, args: ['5', to] }, addresses).call).toEqual({
      target: addresses.BondingManager,
      valueWei: 0n,
      calldata: `0xb78d27dc${'5'.padStart(64, '0')}${to.slice(2).toLowerCase().padStart(64, '0')}`,
    })
    const wrong = actionForm({ ...action, args: ['1.5', `${to}0`] }, addresses)
    expect(wrong.call).toBeNull()
    expect(wrong.args.map(({ error }) => error !== null)).toEqual([true, true])
  })

  it('of a payable function may send ETH along', () => {
    const action = { ...blank, kind: 'known' as const, contract: 'TicketBroker', functionName: 'fundDeposit' }
    expect(actionForm(action, addresses).call).toMatchObject({ valueWei: 0n })
    expect(actionForm({ ...action, amount: '-2' }, addresses).call).toBeNull()
    expect(actionForm({ ...action, amount: '2' }, addresses).call).toMatchObject({ valueWei: 2n * LPT })
  })

  it('that is raw takes bytes as they are, with or without ETH', () => {
    const raw = { ...blank, kind: 'raw' as const, to, calldata: '0xABcd' }
    expect(actionForm(raw, addresses).call).toEqual({ target: to, valueWei: 0n, calldata: '0xabcd' })
    expect(actionForm({ ...raw, amount: '1' }, addresses).call).toMatchObject({ valueWei: LPT })
    expect(actionForm({ ...raw, calldata: '0xabc' }, addresses).call).toBeNull()
  })

  it.each([
    ['0x70997970C51812dc3A010C7d01b50e0d17dc79c8', /capitals do not add up/],
    ['70997970', /whole address/],
  ])('does not take %s for an address', (text, words) => {
    expect(actionForm({ ...pay('1'), to: text }, addresses).to.error).toMatch(words)
  })

  it('has a field for every argument of every function that is offered', () => {
    for (const contract of callableContracts) {
      for (const { name, inputs } of functionsOf(contract)) {
        const args = inputs.map(({ type }) => (type === 'address' ? to : type === 'bytes' ? '0x' : '1'))
        const action = { ...blank, kind: 'known' as const, contract, functionName: name, args, amount: '1' }
        expect(actionForm(action, addresses).call, `${contract}.${name}`).not.toBeNull()
      }
    }
  })

  it('throws on no text', () => {
    fc.assert(
      fc.property(
        fc.record({
          id: fc.nat(),
          kind: fc.constantFrom('lpt', 'eth', 'known', 'raw'),
          to: fc.oneof(fc.string(), fc.constant(to)),
          amount: fc.oneof(fc.string(), fc.constant('1'), fc.bigInt().map(String)),
          contract: fc.oneof(fc.string(), fc.constantFrom('BondingManager', '__proto__', 'constructor')),
          functionName: fc.oneof(fc.string(), fc.constantFrom('bond', 'toString')),
          args: fc.array(fc.oneof(fc.string(), fc.bigInt().map(String))),
          calldata: fc.oneof(fc.string(), fc.constant('0x')),
        }),
        fc.string(),
        fc.string({ unit: 'binary' }),
        (action, title, body) => {
          const form = proposalForm({ title, body, actions: [action] }, addresses)
          expect(form.complete === null).toBe(form.missing !== null)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('a proposal', () => {
  it('has the id of exactly its calls and its text', () => {
    const { complete, missing } = proposalForm(draft(pay('250'), { ...pay('1', 2), kind: 'eth' }), addresses)
    expect(missing).toBeNull()
    if (!complete) throw new Error('not complete')
    expect(complete.description).toBe('# Pay for tests\n\nBecause.')
    expect(complete.id).toBe(idOfProposal(complete))
    expect(complete.actions.map(({ kind }) => kind)).toEqual(['lpt-transfer', 'eth-transfer'])
    expect(complete.trial.calls.map(({ valueWei }) => valueWei)).toEqual(['0', LPT.toString()])
    expect(complete.call.data.slice(0, 10)).toBe('0x7d5e81e2' satisfies Hex)
  })

  it('is read with the title it was given, whatever its text begins with', () => {
    const text = descriptionOf({ title: '  Two\nlines ', body: '---\ntitle: Another\n---\n# Third' })
    expect(parseAuthorText(text).title).toBe('Two lines')
  })

  it.each([
    [emptyDraft, 'Give it a title.'],
    [{ ...draft(pay('1')), title: 'x'.repeat(121) }, /^Shorten the title/],
    [draft(), 'Add at least one action.'],
    [draft(pay('1'), pay('1e5', 2)), 'Complete action 2.'],
    [{ ...draft(pay('1')), body: 'x'.repeat(61_000) }, /too long to be sent/],
  ])('says what is missing', (unfinished, words) => {
    expect(proposalForm(unfinished, addresses).missing).toMatch(words)
  })

  it('needs a governor', () => {
    const { LivepeerGovernor: _, ...others } = addresses
    expect(proposalForm(draft(pay('1')), others).missing).toMatch(/no treasury governor/)
  })

  it('is compared with what the treasury holds, and with itself', () => {
    const { complete } = proposalForm(
      draft(pay('6'), pay('6', 2), { ...pay('2', 3), kind: 'eth' }),
      addresses,
    )
    if (!complete) throw new Error('not complete')
    const notes = proposalNotes(complete, { treasuryLptWei: 12n * LPT - 1n, treasuryEthWei: LPT })
    expect(notes).toEqual([
      expect.stringMatching(/^It pays 12 LPT; the treasury holds 11\.9+ LPT/),
      expect.stringMatching(/^It pays 2 ETH; the treasury holds 1 ETH/),
      'Actions 1 and 2 are the very same: both would be carried out.',
    ])
    expect(proposalNotes(complete, { treasuryLptWei: 12n * LPT, treasuryEthWei: 2n * LPT })).toHaveLength(1)
  })
})

describe('the power to propose', () => {
  const view: ProposerView = {
    account: to,
    round: 4_250,
    thresholdWei: 100n * LPT,
    powerWei: 100n * LPT,
    nextPowerWei: 100n * LPT,
    orchestrator: false,
    ownNowWei: 0n,
    powerless: null,
  }
  const short = { ...view, powerWei: 99n * LPT, nextPowerWei: 99n * LPT }
  it('is enough at the threshold', () => {
    expect(proposerWords(view)).toMatchObject({ may: true, next: null })
  })
  it.each([
    [short, /^Delegate 1 LPT more: .* round 4,251/],
    [{ ...short, nextPowerWei: 100n * LPT }, /^From round 4,251 on it has 100 LPT, which is enough/],
    [{ ...short, powerWei: 0n, nextPowerWei: 0n, powerless: 'no-checkpoint' as const }, /never recorded/],
    [
      { ...short, powerWei: 0n, nextPowerWei: 0n, powerless: 'delegate-not-registered' as const },
      /no orchestrator/,
    ],
    [
      { ...short, powerWei: 0n, nextPowerWei: 0n, powerless: 'delegate-no-checkpoint' as const },
      /orchestrator was never recorded/,
    ],
    [{ ...short, powerWei: 0n, nextPowerWei: 0n, powerless: 'no-stake' as const }, /^Delegate 100 LPT more/],
  ])('below it says what to do', (below, words) => {
    const { may, next } = proposerWords(below)
    expect(may).toBe(false)
    expect(next).toMatch(words)
  })

  it('stands in the way after what is wrong with the proposal itself', () => {
    const form = proposalForm(draft(pay('1')), addresses)
    const wallet = { status: 'connected', address: to, chainId: 1, connectorName: null } as const
    const none = { state: 'none' } as const
    expect(sendReason(proposalForm(draft(), addresses), wallet, view, none)).toBe('Add at least one action.')
    expect(sendReason(form, { ...wallet, status: 'wrong-chain' }, view, none)).toMatch(/another network/)
    expect(sendReason(form, wallet, null, none)).toBe('Reading your voting power.')
    expect(sendReason(form, wallet, short, none)).toMatch(/^Proposing needs 100 LPT/)
    expect(sendReason(form, wallet, view, none)).toBeNull()
    const known = {
      proposal: '1',
      known: 'pending',
      simulation: { state: 'unknown', reason: '' },
      treasuryLptWei: 0n,
      treasuryEthWei: 0n,
      paidBefore: null,
    } as const
    const asOf = { block: 1, timestamp: 1, sources: [] }
    expect(sendReason(form, wallet, view, { state: 'known', view: known, asOf })).toMatch(/exists already/)
  })
})

describe('a kept draft', () => {
  it('comes back as it was', () => {
    const kept = draft(pay('1'), { ...blank, id: 2, kind: 'known', args: ['a', 'b'] })
    expect(readDraft(JSON.stringify(kept))).toEqual(kept)
  })
  it.each([null, '', '{', '[]', '{"title":1}', '{"title":"","body":"","actions":[{"kind":"other"}]}'])(
    'that is none is empty: %s',
    (text) => {
      expect(readDraft(text)).toBe(emptyDraft)
    },
  )
})
