import {
  type Address,
  decodeAbiParameters,
  decodeFunctionData,
  encodeAbiParameters,
  encodeErrorResult,
  encodeFunctionData,
  encodeFunctionResult,
  type Hex,
  hexToBytes,
  multicall3Abi,
  namehash,
  parseAbi,
  zeroAddress,
} from 'viem'
import { NAMES_PARENT, type NameBook, type NameEntry, PICTURE_TOKEN } from '@/devnet/services/names-book'

/** Where Ethereum has the two contracts that readers of names call; the stand-in answers for them at the same addresses. */
export const UNIVERSAL_RESOLVER: Address = '0xeeeeeeee14d718c2b47d9923deab1335e144eeee'
export const NAMES_MULTICALL: Address = '0xca11bde05977b3631167028862be2a173976ca11'
/** Plainly no contract anywhere: what the stand-in calls its resolver. */
const RESOLVER: Address = '0x00000000000000000000000000000000000e5000'

const universalResolver = parseAbi([
  'function resolve(bytes name, bytes data) view returns (bytes, address)',
  'function resolveWithGateways(bytes name, bytes data, string[] gateways) view returns (bytes, address)',
  'function reverse(bytes lookupAddress, uint256 coinType) view returns (string, address, address)',
  'function reverseWithGateways(bytes lookupAddress, uint256 coinType, string[] gateways) view returns (string, address, address)',
  'function afterGateway(bytes response, bytes extraData) view returns (bytes)',
  'error ResolverNotFound(bytes name)',
  'error UnsupportedResolverProfile(bytes4 selector)',
  'error ReverseAddressMismatch(string primary, bytes primaryAddress)',
  'error DNSDecodingFailed(bytes dns)',
  'error EmptyAddress()',
  'error HttpError(uint16 status, string message)',
])
const offchainLookup = parseAbi([
  'error OffchainLookup(address sender, string[] urls, bytes callData, bytes4 callbackFunction, bytes extraData)',
])
const batchGateway = parseAbi([
  'struct Request { address sender; string[] urls; bytes data; }',
  'function query(Request[]) view returns (bool[] failures, bytes[] responses)',
])
const profiles = parseAbi([
  'function addr(bytes32 node) view returns (address)',
  'function text(bytes32 node, string key) view returns (string)',
])
const addrOfCoin = parseAbi(['function addr(bytes32 node, uint256 coinType) view returns (bytes)'])
const pictureToken = parseAbi([
  'function ownerOf(uint256 id) view returns (address)',
  'function tokenURI(uint256 id) view returns (string)',
])
const ETHEREUM = 60n
/** First four bytes of `afterGateway(bytes,bytes)`. */
const AFTER_GATEWAY = encodeFunctionData({
  abi: universalResolver,
  functionName: 'afterGateway',
  args: ['0x', '0x'],
}).slice(0, 10) as Hex

/** A call that reverts, with its error's bytes. */
export class NameRevert extends Error {
  constructor(readonly data: Hex) {
    super('execution reverted')
  }
}

type ErrorName = Extract<(typeof universalResolver)[number], { type: 'error' }>['name']

function refuse(errorName: ErrorName, args: readonly unknown[]): NameRevert {
  return new NameRevert(encodeErrorResult({ abi: universalResolver, errorName, args } as never))
}

/** A name from its DNS wire form. */
function nameFrom(dns: Hex): string {
  const bytes = hexToBytes(dns)
  const labels: string[] = []
  let at = 0
  for (;;) {
    const size = bytes[at]
    if (size === undefined || at + size >= bytes.length + 1) throw refuse('DNSDecodingFailed', [dns])
    if (size === 0) return labels.join('.')
    labels.push(Buffer.from(bytes.subarray(at + 1, at + 1 + size)).toString('utf8'))
    at += size + 1
  }
}

/** What a resolver answers about its own name; empty for other names and missing records. */
export function answerProfile(entry: NameEntry, data: Hex): Hex {
  const selector = data.slice(0, 10)
  const own = (node: Hex) => node === namehash(entry.name)
  if (selector === '0xf1cb7e06') {
    const { args } = decodeFunctionData({ abi: addrOfCoin, data })
    const known = own(args[0]) && args[1] === ETHEREUM && entry.address
    return encodeFunctionResult({ abi: addrOfCoin, result: known ? (entry.address as Hex) : '0x' })
  }
  if (selector !== '0x3b3b57de' && selector !== '0x59d1d43c') {
    throw refuse('UnsupportedResolverProfile', [selector])
  }
  const call = decodeFunctionData({ abi: profiles, data })
  if (call.functionName === 'addr') {
    const address = own(call.args[0]) && entry.address ? (entry.address as Address) : zeroAddress
    return encodeFunctionResult({ abi: profiles, functionName: 'addr', result: address })
  }
  const text = own(call.args[0]) ? (entry.texts[call.args[1]] ?? '') : ''
  return encodeFunctionResult({ abi: profiles, functionName: 'text', result: text })
}

/** Where the gateway of off-chain names stands and what it is asked with. */
const kinds = [{ type: 'string' }, { type: 'string' }, { type: 'address' }] as const

/** The contracts of the names network as pure functions of the book. */
export function createResolver(book: NameBook, base: string) {
  function toGateway(
    entry: NameEntry,
    data: Hex,
    gateways: readonly string[],
    about: [string, Address],
  ): never {
    const urls = [`${base}/names/gateway/{sender}/{data}.json`]
    throw new NameRevert(
      encodeErrorResult({
        abi: offchainLookup,
        args: [
          UNIVERSAL_RESOLVER,
          [...gateways],
          encodeFunctionData({ abi: batchGateway, args: [[{ sender: RESOLVER, urls, data }]] }),
          AFTER_GATEWAY,
          encodeAbiParameters(kinds, [about[0], entry.name, about[1]]),
        ],
      }),
    )
  }

  function resolve(dns: Hex, data: Hex, gateways: readonly string[]): Hex {
    const entry = book.byName.get(nameFrom(dns))
    if (!entry) throw refuse('ResolverNotFound', [dns])
    if (entry.offchain) toGateway(entry, data, gateways, ['resolve', zeroAddress])
    return encodeFunctionResult({
      abi: universalResolver,
      functionName: 'resolveWithGateways',
      result: [answerProfile(entry, data), RESOLVER],
    })
  }

  function primary(name: string): Hex {
    return encodeFunctionResult({
      abi: universalResolver,
      functionName: 'reverseWithGateways',
      result: [name, RESOLVER, RESOLVER],
    })
  }

  function reverse(lookup: Hex, coinType: bigint, gateways: readonly string[]): Hex {
    if (lookup === '0x') throw refuse('EmptyAddress', [])
    const name = coinType === ETHEREUM ? book.claimed.get(lookup.toLowerCase()) : undefined
    if (name === undefined) return primary('')
    const entry = book.byName.get(name)
    if (entry?.offchain) {
      const data = encodeFunctionData({ abi: profiles, functionName: 'addr', args: [namehash(name)] })
      toGateway(entry, data, gateways, ['reverse', lookup as Address])
    }
    if (entry?.address !== lookup.toLowerCase()) {
      throw refuse('ReverseAddressMismatch', [name, entry?.address ?? '0x'])
    }
    return primary(name)
  }

  function afterGateway(response: Hex, extraData: Hex): Hex {
    const [[failed], [answer]] = decodeAbiParameters(
      [{ type: 'bool[]' }, { type: 'bytes[]' }] as const,
      response,
    )
    if (failed || answer === undefined) throw refuse('HttpError', [502, 'The gateway did not answer'])
    const [about, name, lookup] = decodeAbiParameters(kinds, extraData)
    if (about === 'resolve') {
      return encodeFunctionResult({
        abi: universalResolver,
        functionName: 'resolveWithGateways',
        result: [answer, RESOLVER],
      })
    }
    const [address] = decodeAbiParameters([{ type: 'address' }], answer)
    if (address.toLowerCase() !== lookup.toLowerCase())
      throw refuse('ReverseAddressMismatch', [name, address])
    return primary(name)
  }

  function universal(data: Hex): Hex {
    const call = decodeFunctionData({ abi: universalResolver, data })
    switch (call.functionName) {
      case 'resolve':
        return resolve(call.args[0], call.args[1], ['x-batch-gateway:true'])
      case 'resolveWithGateways':
        return resolve(call.args[0], call.args[1], call.args[2])
      case 'reverse':
        return reverse(call.args[0], call.args[1], ['x-batch-gateway:true'])
      case 'reverseWithGateways':
        return reverse(call.args[0], call.args[1], call.args[2])
      case 'afterGateway':
        return afterGateway(call.args[0], call.args[1])
    }
  }

  function multicall(data: Hex): Hex {
    const call = decodeFunctionData({ abi: multicall3Abi, data })
    if (call.functionName !== 'aggregate3') throw new NameRevert('0x')
    const result = call.args[0].map(({ target, callData, allowFailure }) => {
      try {
        return { success: true, returnData: execute(target, callData) }
      } catch (error) {
        if (!(error instanceof NameRevert) || !allowFailure) throw error
        return { success: false, returnData: error.data }
      }
    })
    return encodeFunctionResult({ abi: multicall3Abi, functionName: 'aggregate3', result })
  }

  function token(data: Hex): Hex {
    const call = decodeFunctionData({ abi: pictureToken, data })
    const owner = book.byName.get(`demo-gateway.${NAMES_PARENT}`)?.address
    if (!owner || call.args[0] < 1n || call.args[0] > 2n) throw new NameRevert('0x')
    if (call.functionName === 'ownerOf') {
      const result = call.args[0] === 1n ? (owner as Address) : RESOLVER
      return encodeFunctionResult({ abi: pictureToken, functionName: 'ownerOf', result })
    }
    const about = { name: 'Picture', image: `${base}/names/pictures/token-${call.args[0]}.png` }
    const json = Buffer.from(JSON.stringify(about)).toString('base64')
    const result = `data:application/json;base64,${json}`
    return encodeFunctionResult({ abi: pictureToken, functionName: 'tokenURI', result })
  }

  /** Runs a call; to an address without a contract it answers nothing, as a chain does. Throws `NameRevert`. */
  function execute(to: string, data: Hex): Hex {
    if (to.toLowerCase() === UNIVERSAL_RESOLVER) return universal(data)
    if (to.toLowerCase() === NAMES_MULTICALL) return multicall(data)
    if (to.toLowerCase() === PICTURE_TOKEN) return token(data)
    return '0x'
  }

  return { execute }
}
