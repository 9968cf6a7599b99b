import { type Address, getAddress, isAddressEqual, parseAbi } from 'viem'
import { readContract } from 'viem/actions'
import { ensClient, localOrigin } from '@/lib/ens/ens-client'
import { readNameAddress } from '@/lib/ens/read-names'
import { fetchIpfsBytes } from '@/lib/ipfs/fetch-ipfs'
import { FetchRefusedError, guardedFetch } from '@/lib/network/guarded-fetch'
import { describe } from '@/lib/network/ranked'
import { isSourceError, SourceError } from '@/lib/network/source-error'

/** A token on Ethereum that a name shows as its picture. */
export interface Nft {
  kind: 'erc721' | 'erc1155'
  contract: Address
  id: bigint
}

const abi = parseAbi([
  'function ownerOf(uint256 id) view returns (address)',
  'function balanceOf(address owner, uint256 id) view returns (uint256)',
  'function tokenURI(uint256 id) view returns (string)',
  'function uri(uint256 id) view returns (string)',
])
const limitBytes = 200_000

/** An avatar record that names a token (`eip155:1/erc721:0x…/7`, CAIP-22 and CAIP-29), or null. */
export function parseNft(record: string): Nft | null {
  const [, kind, contract, id] =
    /^eip155:1\/(erc721|erc1155):(0x[0-9a-f]{40})\/(\d{1,78})$/i.exec(record.trim()) ?? []
  if (!kind || !contract || !id || BigInt(id) >= 2n ** 256n) return null
  return {
    kind: kind.toLowerCase() as Nft['kind'],
    contract: getAddress(contract.toLowerCase()),
    id: BigInt(id),
  }
}

async function isOwned({ kind, contract, id }: Nft, owner: Address): Promise<boolean> {
  const call = { address: contract, abi }
  if (kind === 'erc1155') {
    return (await readContract(ensClient(), { ...call, functionName: 'balanceOf', args: [owner, id] })) > 0n
  }
  return isAddressEqual(
    await readContract(ensClient(), { ...call, functionName: 'ownerOf', args: [id] }),
    owner,
  )
}

async function documentOf(uri: string): Promise<string> {
  const inline = /^data:application\/json(?:;charset=utf-8)?(;base64)?,(.*)$/is.exec(uri)
  if (inline) {
    if (uri.length > limitBytes)
      throw new FetchRefusedError('too-large', 'the token describes itself at length')
    return inline[1]
      ? Buffer.from(inline[2] ?? '', 'base64').toString('utf8')
      : decodeURIComponent(inline[2] ?? '')
  }
  const path = /^ipfs:\/\/(?:ipfs\/)?(.+)$/.exec(uri)?.[1]
  if (path) return (await fetchIpfsBytes(path, limitBytes)).toString('utf8')
  const { body } = await guardedFetch(uri, {
    limitBytes,
    timeoutMs: 4_000,
    accept: 'application/json',
    localOrigin: localOrigin(),
  })
  return body.toString('utf8')
}

/**
 * The `image` of a token that the name's own account holds (ENSIP-12); null: it does not hold it, or the token has none.
 * @throws SourceError, FetchRefusedError
 */
export async function readNftImage(nft: Nft, name: string): Promise<string | null> {
  const owner = await readNameAddress(name)
  if (!owner) return null
  let uri: string
  try {
    if (!(await isOwned(nft, owner))) return null
    const call = { address: nft.contract, abi, args: [nft.id] as const }
    uri = await readContract(
      ensClient(),
      nft.kind === 'erc721' ? { ...call, functionName: 'tokenURI' } : { ...call, functionName: 'uri' },
    )
  } catch (error) {
    for (let cause = error; cause; cause = cause instanceof Error ? cause.cause : undefined) {
      if (isSourceError(cause)) throw cause
    }
    throw new SourceError(`The token could not be read: ${describe(error)}`, 'Try again in a moment.', {
      cause: error,
    })
  }
  try {
    const json: unknown = JSON.parse(
      await documentOf(uri.replaceAll('{id}', nft.id.toString(16).padStart(64, '0'))),
    )
    const image =
      typeof json === 'object' &&
      json !== null &&
      ('image' in json ? json.image : 'image_url' in json && json.image_url)
    return typeof image === 'string' ? image : null
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof URIError) return null
    throw error
  }
}
