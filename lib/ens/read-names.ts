import { type Address, BaseError, getAddress, isAddressEqual } from 'viem'
import { getEnsAddress, getEnsName, getEnsText } from 'viem/actions'
import { normalName, recordedName } from '@/lib/ens/clean-name'
import { cleanTexts, type NameTexts, textKeys } from '@/lib/ens/clean-texts'
import { checkNamesChain, ensClient } from '@/lib/ens/ens-client'
import { describe } from '@/lib/network/ranked'
import { isSourceError, SourceError } from '@/lib/network/source-error'

function asSourceError(error: unknown): SourceError {
  for (let cause = error; cause; cause = cause instanceof Error ? cause.cause : undefined) {
    if (isSourceError(cause)) return cause
  }
  const reason = error instanceof BaseError ? error.shortMessage.split('\n')[0] : describe(error)
  return new SourceError(`A name could not be read: ${reason}`, 'Try again in a moment.', { cause: error })
}

type Client = ReturnType<typeof ensClient>

/**
 * Reads together with others of the moment; what fails there is asked once by itself, because one name's contract can use up
 * the gas of its neighbours.
 * @throws SourceError
 */
async function read<Value>(ask: (client: Client) => Promise<Value>): Promise<Value> {
  await checkNamesChain()
  try {
    return await ask(ensClient())
  } catch (error) {
    const failure = asSourceError(error)
    if (failure.cause !== error) throw failure
  }
  try {
    return await ask(ensClient(true))
  } catch (error) {
    throw asSourceError(error)
  }
}

/**
 * The primary name of an address: its claim, confirmed by the name pointing back, in its normal form. null: it has none
 * that holds.
 * @throws SourceError
 */
export async function readPrimaryName(address: Address): Promise<string | null> {
  const claimed = await read((client) => getEnsName(client, { address: getAddress(address) }))
  const name = claimed === null ? null : recordedName(claimed)
  if (name === null) return null
  const owner = await readNameAddress(name)
  return owner && isAddressEqual(owner, address) ? name : null
}

/**
 * The address a name points to; null: it points nowhere or is no name.
 * @throws SourceError
 */
export async function readNameAddress(text: string): Promise<Address | null> {
  const name = normalName(text)
  return name === null ? null : read((client) => getEnsAddress(client, { name }))
}

/**
 * One text record as it stands, written by a stranger.
 * @throws SourceError
 */
export function readTextRecord(name: string, key: string): Promise<string | null> {
  return read((client) => getEnsText(client, { name, key }))
}

/**
 * The texts of a name, cleaned.
 * @throws SourceError
 */
export async function readTexts(name: string): Promise<NameTexts> {
  const records = await Promise.all(textKeys.map((key) => readTextRecord(name, key)))
  return cleanTexts(Object.fromEntries(textKeys.map((key, place) => [key, records[place] ?? null])))
}
