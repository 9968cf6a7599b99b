import { describe, expect, it } from 'vitest'
import type { WalletState } from '@/hooks/wallet-store'
import type { ClaimEntryView, ClaimView } from '@/lib/data/claim'
import { parseAddressQuery } from './address-query'
import { claimKind } from './claim-kind'
import { choosesDelegate, claimForm, usualDelegate } from './claim-stake-model'
import { findingWords } from './claim-words'

const own = '0x1111111111111111111111111111111111111111'
const listed = '0x2222222222222222222222222222222222222222'
const other = '0x3333333333333333333333333333333333333333'
const zero = `0x${'0'.repeat(40)}` as const
const LPT = 10n ** 18n

const delegate = { address: listed, name: null, registered: true, active: true } as const
const entry: ClaimEntryView = { delegate, stakeWei: 5n * LPT, feesWei: 7n, proof: [], pool: null }
const view = (changes: Partial<ClaimView> = {}, change: Partial<ClaimEntryView> | null = {}): ClaimView => ({
  ...({} as ClaimView),
  address: own,
  enabled: true,
  migrated: false,
  list: { state: 'checked', entry: change && { ...entry, ...change } },
  ...changes,
})
const wallet: WalletState = { status: 'connected', address: own, chainId: 31_337, connectorName: 'Test' }
const wrong = { state: 'wrong', reason: 'It is another list.', next: 'Set it right.' } as const

describe('what an address has left', () => {
  it.each([
    ['stake', view(), 'claimable'],
    ['fees of somebody without a delegate', view({}, { delegate: null, stakeWei: 0n }), 'claimable'],
    ['no entry', view({}, null), 'unlisted'],
    ['an entry of nothing', view({}, { delegate: null, stakeWei: 0n, feesWei: 0n }), 'empty'],
    ['fees beside a delegate, which no claim pays', view({}, { stakeWei: 0n }), 'empty'],
    ['stake without a delegate, which no claim bonds', view({}, { delegate: null }), 'empty'],
    ['an orchestrator', view({}, { delegate: { ...delegate, address: own } }), 'orchestrator'],
    ['claims switched off', view({ enabled: false }), 'closed'],
    ['a claim before', view({ migrated: true }), 'done'],
    ['a claim before, with a bad list', view({ migrated: true, list: wrong }), 'done'],
    ['a bad list', view({ list: wrong }), 'unknown'],
  ])('%s', (_what, claim, kind) => {
    const found = claimKind(claim)
    expect(found.kind).toBe(kind)
    const { title, meaning } = findingWords(found)
    expect(title).toMatch(/^[A-Z][^!]*$/)
    expect(meaning).toMatch(/^[A-Z][^!]*\.$/)
  })

  it('says that a pool pays its earnings too', () => {
    const found = claimKind(view({}, { pool: other }))
    expect(findingWords(found).meaning).toMatch(/out of its pool/)
  })
})

describe('the claim', () => {
  const form = (draft: Partial<Parameters<typeof claimForm>[1]> = {}) =>
    claimForm(wallet, { entry, delegateNow: null, chosen: '', ...draft })

  it('goes to the listed delegate unless another is chosen', () => {
    const { delegate: _delegate, pool: _pool, ...amounts } = entry
    const intent = { verb: 'claimStake', delegate: listed, ...amounts, newDelegate: zero }
    expect(form()).toEqual({ reason: null, intent })
    expect(form({ chosen: listed.toUpperCase().replace('0X', '0x') }).intent).toEqual(intent)
    expect(form({ chosen: other }).intent).toEqual({ ...intent, newDelegate: other })
  })

  it('leaves the stake that is here where it is', () => {
    expect(form({ delegateNow: other }).intent).toMatchObject({ newDelegate: other })
  })

  it('needs a choice where the listed delegate is no orchestrator here', () => {
    const gone = { ...entry, delegate: { ...delegate, registered: false, active: false } }
    expect(usualDelegate(gone, null)).toBe('')
    expect(form({ entry: gone })).toEqual({ reason: 'Choose an orchestrator first.', intent: null })
    expect(form({ entry: gone, chosen: other }).intent).toMatchObject({ newDelegate: other })
  })

  it('has no choice in a pool or for fees alone', () => {
    const pooled = { ...entry, pool: other, delegate: { ...delegate, registered: false } } as const
    expect(choosesDelegate(pooled)).toBe(false)
    expect(form({ entry: pooled, chosen: other }).intent).toMatchObject({ newDelegate: zero })
    const fees = { ...entry, delegate: null, stakeWei: 0n }
    expect(form({ entry: fees }).intent).toMatchObject({ delegate: zero, newDelegate: zero, feesWei: 7n })
  })

  it.each([
    ['wrong-chain', /another network/],
    ['connecting', /Waiting for your wallet/],
  ] as const)('waits for a wallet that is %s', (status, reason) => {
    const form = claimForm({ ...wallet, status } as WalletState, { entry, delegateNow: null, chosen: '' })
    expect(form.reason).toMatch(reason)
    expect(form.intent).toBeNull()
  })
})

describe('the address that is asked about', () => {
  it.each([
    [undefined, 'none'],
    ['  ', 'none'],
    [own, 'known'],
    [` ${own.replace('0x', '0X')} `, 'known'],
    [[own, other], 'known'],
    ['0x12', 'refused'],
    ['name.eth', 'refused'],
    ['0x52908400098527886E0F7030069857D2E4169Ee7', 'refused'],
  ])('%j is %s', (text, state) => {
    expect(parseAddressQuery(text).state).toBe(state)
  })

  it('is cut when it is endless', () => {
    expect(parseAddressQuery('x'.repeat(5_000)).text).toHaveLength(100)
  })
})
