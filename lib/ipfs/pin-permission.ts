import type { Address, Hex } from 'viem'

/** Seconds for which a permission counts, on either side of the chain's time. */
export const permissionSeconds = 600

/** What an account signs so that the site pins a LIP's text for it (EIP-712). */
export interface PinPermission {
  account: Address
  /** Number of the LIP, digits only. */
  lip: string
  /** Commit of the repository that the text is of. */
  commit: string
  /** Chain time, Unix seconds. */
  issuedAt: number
  /** 32 random bytes; each counts once. */
  nonce: Hex
}

/** Where a permission counts: one copy of the site, one chain, one contract. */
export interface PinPlace {
  siteUrl: string
  chainId: number
  pollCreator: Address
}

const purpose =
  'Publish the text of this LIP on IPFS for a poll. It moves nothing and costs nothing; the poll itself is a transaction of its own.'

const types = {
  PollText: [
    { name: 'purpose', type: 'string' },
    { name: 'site', type: 'string' },
    { name: 'account', type: 'address' },
    { name: 'lip', type: 'uint256' },
    { name: 'commit', type: 'string' },
    { name: 'issuedAt', type: 'uint256' },
    { name: 'nonce', type: 'bytes32' },
  ],
} as const

/** The typed data of a permission, for the wallet and for whoever checks it. */
export function pinPermissionData(permission: PinPermission, { siteUrl, chainId, pollCreator }: PinPlace) {
  const { account, lip, commit, issuedAt, nonce } = permission
  return {
    domain: { name: 'Livepeer Delegator', version: '1', chainId, verifyingContract: pollCreator },
    types,
    primaryType: 'PollText',
    message: {
      purpose,
      site: siteUrl,
      account,
      lip: BigInt(lip),
      commit,
      issuedAt: BigInt(issuedAt),
      nonce,
    },
  } as const
}

const domainType = [
  { name: 'name', type: 'string' },
  { name: 'version', type: 'string' },
  { name: 'chainId', type: 'uint256' },
  { name: 'verifyingContract', type: 'address' },
]

/** The same as a wallet takes it (`eth_signTypedData_v4`): JSON that names the domain's type too, or the domain would not count. */
export function pinPermissionJson(permission: PinPermission, place: PinPlace): string {
  const data = pinPermissionData(permission, place)
  return JSON.stringify(
    { ...data, types: { EIP712Domain: domainType, ...data.types } },
    (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
  )
}
