import { getAddress, isAddress, keccak256, toHex } from 'viem'
import { describe, expect, it } from 'vitest'
import { addressesFromDeployment, arbitrumOneAddresses, contractIds } from '@/lib/contracts/addresses'

describe('the address book', () => {
  it.each(Object.entries(contractIds))('%s has the hash of its name as id', (name, id) => {
    expect(id).toBe(keccak256(toHex(name)))
  })

  it.each(Object.entries(arbitrumOneAddresses))('%s is a checksummed address', (_name, address) => {
    expect(isAddress(address)).toBe(true)
    expect(getAddress(address)).toBe(address)
  })

  it('is complete from a deployment that has everything', () => {
    expect(addressesFromDeployment({ ...arbitrumOneAddresses })).toEqual({
      state: 'complete',
      addresses: arbitrumOneAddresses,
    })
  })

  it('does without governance where a deployment has none', () => {
    const { LivepeerGovernor: _governor, PollCreator: _creator, ...rest } = arbitrumOneAddresses
    expect(addressesFromDeployment(rest)).toEqual({ state: 'complete', addresses: rest })
  })

  it('names what a deployment lacks', () => {
    const { Minter: _minter, ...rest } = arbitrumOneAddresses
    expect(addressesFromDeployment(rest)).toEqual({ state: 'incomplete', missing: ['Minter'] })
  })
})
