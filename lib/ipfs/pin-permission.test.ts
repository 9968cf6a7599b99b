import { hashTypedData } from 'viem'
import { expect, it } from 'vitest'
import { pinPermissionData, pinPermissionJson } from '@/lib/ipfs/pin-permission'

const permission = {
  account: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
  lip: '908',
  commit: 'a'.repeat(40),
  issuedAt: 1_768_478_400,
  nonce: `0x${'1'.repeat(64)}`,
} as const
const place = {
  siteUrl: 'https://site.example',
  chainId: 42_161,
  pollCreator: '0x8bb50806D60c492c0004DAD5D9627DAA2d9732E6',
} as const

it('tells the wallet where it counts, and means the same to whoever checks it', () => {
  const data = pinPermissionData(permission, place)
  const asked = JSON.parse(pinPermissionJson(permission, place)) as typeof data
  expect(asked.domain).toEqual({
    name: 'Livepeer Delegator',
    version: '1',
    chainId: 42_161,
    verifyingContract: place.pollCreator,
  })
  expect(asked.message).toMatchObject({ lip: '908', commit: permission.commit, site: place.siteUrl })
  expect(hashTypedData(asked)).toBe(hashTypedData(data))
})

it.each([
  [{ ...permission, lip: '909' }, place],
  [{ ...permission, commit: 'b'.repeat(40) }, place],
  [{ ...permission, issuedAt: permission.issuedAt + 1 }, place],
  [permission, { ...place, siteUrl: 'https://other.example' }],
  [permission, { ...place, chainId: 31_337 }],
  [permission, { ...place, pollCreator: permission.account }],
])('is another one where anything differs', (asked, at) => {
  expect(hashTypedData(pinPermissionData(asked, at))).not.toBe(
    hashTypedData(pinPermissionData(permission, place)),
  )
})
