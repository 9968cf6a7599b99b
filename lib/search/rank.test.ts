import { getAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import { checksumAddress } from '@/lib/format/address-checksum'
import { cleanText, fold } from '@/lib/search/fold'
import { parseSearch } from '@/lib/search/query'
import { rank, suggest } from '@/lib/search/rank'
import { searchablePages } from '@/lib/search/site-pages'
import type { OrchestratorEntry, PollEntry, ProposalEntry, SearchEntry } from '@/lib/search/types'

const first = '0x4f4758f7167b18e1f5b3c1a7575e3eb584894dbc'
const second = '0x9c10672cee058fd658103d90872fe431bb6c0afa'

const orchestrator = (over: Partial<OrchestratorEntry>): OrchestratorEntry => ({
  kind: 'orchestrator',
  address: first,
  name: null,
  serviceUri: null,
  rank: 1,
  active: true,
  totalStakeWei: 10n ** 18n,
  ...over,
})
const poll = (over: Partial<PollEntry>): PollEntry => ({
  kind: 'poll',
  address: '0x00000000000000000000000000000000000000d0',
  lip: '101',
  title: 'Longer rounds',
  state: 'open',
  quorumP6: 333_300n,
  quotaP6: 500_000n,
  ...over,
})
const proposal = (over: Partial<ProposalEntry>): ProposalEntry => ({
  kind: 'proposal',
  id: '53245512345678901234567890123456789012345678901234567890123456789012345673661',
  title: 'Machines for two test regions',
  proposer: second,
  state: 'active',
  verdict: null,
  ...over,
})

const entries: SearchEntry[] = [
  orchestrator({ name: 'amber-otter.eth', serviceUri: 'https://one.example:8935' }),
  orchestrator({ address: second, name: 'Élan-node.eth', rank: 2 }),
  poll({}),
  poll({
    address: '0x00000000000000000000000000000000000000d1',
    lip: '102',
    title: 'Shorter rounds',
    state: 'passed',
  }),
  proposal({}),
  proposal({ id: '77', title: 'Rounds of talks' }),
  ...searchablePages,
]
const find = (text: string) => rank(parseSearch(text), entries)

describe('what was typed', () => {
  const mixed = checksumAddress(first)
  it.each([
    first,
    first.toUpperCase(),
    mixed,
    `  ${mixed}\n`,
    mixed.slice(2),
    `${first.slice(0, 20)} ${first.slice(20)}`,
    `${first.slice(0, 20)}\u200b\n${first.slice(20)}`,
    `https://arbiscan.io/address/${mixed}#tokentxns`,
    `arb1:${mixed}`,
    `ethereum:${mixed}`,
  ])('is an address: %s', (text) => {
    expect(parseSearch(text).address).toEqual({ value: first, broken: false })
  })

  it('is an address in doubt when its checksum does not add up', () => {
    const swapped = mixed.replace(/[a-f](?=[^a-f]*$)/i, (letter) =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    )
    expect(parseSearch(swapped).address).toEqual({ value: first, broken: true })
  })

  it('is not an address with letters that only look right', () => {
    expect(parseSearch(first.replace('a', 'а'))).toMatchObject({ address: null, foreign: true })
    expect(parseSearch(first.slice(0, -1))).toMatchObject({ address: null, hex: first.slice(2, -1) })
    expect(parseSearch(`${first}0`).address).toBeNull()
  })

  it('is a hash, with or without its beginning and the link it stood in', () => {
    const hash = `0x${'1f'.repeat(32)}`
    for (const text of [hash, hash.slice(2), hash.toUpperCase(), `https://arbiscan.io/tx/${hash}`])
      expect(parseSearch(text)).toMatchObject({ hash, address: null, hex: null })
  })

  it.each([
    ['LIP-101', '101'],
    ['lip 101', '101'],
    ['LIP101', '101'],
    ['#101', '101'],
    ['0101', '101'],
    ['lip', null],
  ])('names a LIP: %s', (text, lip) => {
    expect(parseSearch(text).lip).toBe(lip)
  })

  it.each([
    ['someone.eth', 'someone.eth'],
    ['Sub.Domain.XYZ', 'Sub.Domain.XYZ'],
    ['no name.eth', null],
    ['word', null],
    ['0x4f47…4dbc', null],
    ['0x4f47...4dbc', null],
    ['https://one.example', null],
  ])('may be a name: %s', (text, name) => {
    expect(parseSearch(text).name).toBe(name)
  })

  it('is bounded and in one line, whatever is pasted', () => {
    expect(cleanText(`a\n\tb${'\u202e'}c`)).toBe('a bc')
    expect(cleanText('x'.repeat(10_000))).toHaveLength(256)
    expect(fold('  ÉLAN\u0301  Node ')).toBe('elan node')
    for (const text of ['', ' ', '0x', '\u0000', '((((', '\\', '%', '…', '...', '\ud800'])
      expect(() => find(text)).not.toThrow()
  })
})

describe('ranking', () => {
  it('finds a whole address in any spelling, what is known of it first, its account behind it', () => {
    for (const text of [first, first.toUpperCase(), getAddress(first), first.slice(2)])
      expect(find(text).map(({ kind }) => kind)).toEqual(['orchestrator', 'account'])
    expect(find(second).map(({ kind }) => kind)).toEqual(['orchestrator', 'account', 'proposal', 'proposal'])
  })

  it('finds accounts nobody knows of', () => {
    const unknown = '0x00000000000000000000000000000000000000ee'
    expect(find(unknown)).toEqual([{ kind: 'account', address: unknown, name: null, doubt: null }])
  })

  it('shows an account in doubt first, with the doubt', () => {
    const broken = `0x4F4758f7167B18e1F5B3c1a7575E3eb584894dbC`.replace('F4758', 'f4758')
    expect(find(broken)[0]).toMatchObject({ kind: 'account', doubt: { kind: 'bad-checksum' } })
    const lookAlike = `${first.slice(0, 8)}${'0'.repeat(28)}${first.slice(-6)}`
    expect(find(lookAlike)[0]).toMatchObject({
      kind: 'account',
      address: lookAlike,
      doubt: { kind: 'resembles', address: first, label: 'amber-otter.eth' },
    })
  })

  it.each([
    ['AMBER-OTTER.eth', first],
    ['amber', first],
    ['otter', first],
    ['elan', second],
    ['élan', second],
    ['0x4f4758', first],
    ['4894dbc', first],
    ['0x9c10…0afa', second],
    ['0x9c10...0afa', second],
    ['one.example', first],
  ])('finds an orchestrator by %s', (text, address) => {
    expect(find(text)[0]).toMatchObject({ kind: 'orchestrator', address })
  })

  it.each([
    ['LIP-102', 'Shorter rounds'],
    ['102', 'Shorter rounds'],
    ['lip 102 shorter', 'Shorter rounds'],
    ['shorter', 'Shorter rounds'],
    ['0x00000000000000000000000000000000000000d1', 'Shorter rounds'],
  ])('finds a poll by %s', (text, title) => {
    expect(find(text)[0]).toMatchObject({ kind: 'poll', title })
  })

  it.each([
    [proposal({}).id],
    [`0x${BigInt(proposal({}).id).toString(16).padStart(64, '0')}`],
    ['5324…3661'],
    ['machines for two'],
    ['regions machines'],
    ['3661'],
  ])('finds a proposal by %s', (text) => {
    expect(find(text)[0]).toMatchObject({ kind: 'proposal', title: proposal({}).title })
  })

  it('puts beginnings before words before insides, and keeps the order among equals', () => {
    const titles = find('rounds').flatMap((result) =>
      'title' in result && result.title ? [result.title] : [],
    )
    expect(titles).toEqual(['Rounds of talks', 'Longer rounds', 'Shorter rounds'])
  })

  it('finds pages by what they are called and about', () => {
    expect(find('protocol')[0]).toMatchObject({ kind: 'page', path: '/protocol' })
    expect(find('contracts')[0]).toMatchObject({ kind: 'page', path: '/protocol' })
    expect(find('no such thing')).toEqual([])
  })

  it('suggests open votes, the largest orchestrators and pages', () => {
    const suggested = suggest(entries)
    expect(suggested.filter(({ kind }) => kind === 'poll')).toHaveLength(1)
    expect(suggested.filter(({ kind }) => kind === 'orchestrator')).toHaveLength(2)
    expect(suggested.filter(({ kind }) => kind === 'page')).toHaveLength(searchablePages.length)
  })
})
