import { describe, expect, it } from 'vitest'
import { parseLip } from '@/lib/lips/lips'

describe('a LIP', () => {
  it('is read from its front matter', () => {
    const text =
      '---\nlip: 0091\ntitle: A title\nstatus: Proposed\ncreated: 2024-01-02\npart-of: 90\n---\n\nBody'
    expect(parseLip(text)).toEqual({
      number: '91',
      title: 'A title',
      status: 'proposed',
      created: '2024-01-02',
      partOf: '90',
      text,
    })
  })

  it('without a number is none; without a status says nothing about it', () => {
    expect(parseLip('# A title\n\nBody')).toBeNull()
    expect(parseLip('---\nlip: x\ntitle: A\n---\n')).toBeNull()
    expect(parseLip('---\nlip: 7\ntitle: A\n---\n')).toMatchObject({
      status: null,
      created: null,
      partOf: null,
    })
  })
})
