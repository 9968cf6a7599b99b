import { type AbiFunction, type Address, encodeFunctionData, type Hex } from 'viem'
import type { DraftAction } from '@/hooks/proposal-draft-store'
import { livepeerTokenAbi } from '@/lib/contracts/abi/livepeer-token'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { functionsOf, isCallable } from '@/lib/contracts/protocol-functions'
import type { TreasuryCall } from '@/lib/contracts/treasury-action'
import { checksumAddress, parseAddress } from '@/lib/format/address-checksum'
import { parseAmount, refusalSentence } from '@/lib/format/parse-amount'

/** One field of an action: what is wrong with its text. Both null: it is fine. */
interface FieldState {
  /** A sentence; null also while the field is empty, which is not worth a reproach yet. */
  error: string | null
  /** Nothing usable is in it. */
  missing: boolean
}

/** An action as far as it is filled in. */
export interface ActionForm {
  to: FieldState
  amount: FieldState
  args: readonly FieldState[]
  calldata: FieldState
  /** The chosen function of a known contract. */
  item: AbiFunction | null
  /** null: something is missing or wrong. */
  call: TreasuryCall | null
}

const fine: FieldState = { error: null, missing: false }
type Read<Value> = { value: Value | null; field: FieldState }

function readWith<Value>(text: string, parse: (text: string) => Value | { error: string }): Read<Value> {
  if (text.trim() === '') return { value: null, field: { error: null, missing: true } }
  const value = parse(text)
  return typeof value === 'object' && value !== null && 'error' in value
    ? { value: null, field: { error: value.error, missing: true } }
    : { value: value as Value, field: fine }
}

function addressOf(text: string): Address | { error: string } {
  const parsed = parseAddress(text)
  if (parsed.ok) return checksumAddress(parsed.address)
  return {
    error:
      parsed.reason === 'bad-checksum'
        ? 'At least one character of this address is wrong: its capitals do not add up.'
        : 'Enter a whole address: 0x and 40 characters.',
  }
}

function amountOf(text: string, unit: 'LPT' | 'ETH'): bigint | { error: string } {
  const parsed = parseAmount(text)
  return parsed.ok ? parsed.amount : { error: refusalSentence(parsed.refusal, { unit }) }
}

function bytesOf(text: string): Hex | { error: string } {
  const typed = text.trim()
  return /^0x(?:[0-9a-fA-F]{2})*$/.test(typed)
    ? (typed.toLowerCase() as Hex)
    : { error: 'Enter bytes in hexadecimal: 0x and an even number of characters.' }
}

function wholeNumberOf(text: string, bits: number): bigint | { error: string } {
  const typed = text.trim()
  if (!/^\d{1,78}$/.test(typed)) return { error: 'Enter a whole number, in the smallest unit.' }
  const value = BigInt(typed)
  return value < 2n ** BigInt(bits) ? value : { error: 'This number is too large for the contract.' }
}

/** An argument by the type that the contract gives it. */
function argumentOf(text: string, type: string): unknown {
  if (type === 'address') return addressOf(text)
  if (type === 'bytes') return bytesOf(text)
  const bits = /^uint(\d+)$/.exec(type)?.[1]
  return bits ? wholeNumberOf(text, Number(bits)) : { error: `Arguments of type ${type} have no field here.` }
}

/** Reads an action that was typed. Never throws, whatever was typed. */
export function actionForm(action: DraftAction, addresses: ContractAddresses): ActionForm {
  const empty = { to: fine, amount: fine, args: [], calldata: fine, item: null, call: null }
  switch (action.kind) {
    case 'lpt': {
      const to = readWith(action.to, addressOf)
      const amount = readWith(action.amount, (text) => amountOf(text, 'LPT'))
      const call =
        to.value !== null && amount.value !== null
          ? {
              target: addresses.LivepeerToken,
              valueWei: 0n,
              calldata: encodeFunctionData({
                abi: livepeerTokenAbi,
                functionName: 'transfer',
                args: [to.value, amount.value],
              }),
            }
          : null
      return { ...empty, to: to.field, amount: amount.field, call }
    }
    case 'eth': {
      const to = readWith(action.to, addressOf)
      const amount = readWith(action.amount, (text) => amountOf(text, 'ETH'))
      const call =
        to.value !== null && amount.value !== null
          ? { target: to.value, valueWei: amount.value, calldata: '0x' as const }
          : null
      return { ...empty, to: to.field, amount: amount.field, call }
    }
    case 'raw': {
      const to = readWith(action.to, addressOf)
      const calldata = readWith(action.calldata, bytesOf)
      const amount = optionalEth(action.amount)
      const call =
        to.value !== null && calldata.value !== null && amount.value !== null
          ? { target: to.value, valueWei: amount.value, calldata: calldata.value }
          : null
      return { ...empty, to: to.field, amount: amount.field, calldata: calldata.field, call }
    }
    case 'known':
      return knownForm(action, addresses)
  }
}

/** ETH sent along with a call: none unless some is entered. */
function optionalEth(text: string): Read<bigint> {
  if (text.trim() === '') return { value: 0n, field: fine }
  return readWith(text, (typed) => {
    const parsed = parseAmount(typed, { allowZero: true })
    return parsed.ok ? parsed.amount : { error: refusalSentence(parsed.refusal, { unit: 'ETH' }) }
  })
}

function knownForm(action: DraftAction, addresses: ContractAddresses): ActionForm {
  const { contract } = action
  const target = isCallable(contract) ? addresses[contract] : undefined
  const item = isCallable(contract)
    ? functionsOf(contract).find(({ name }) => name === action.functionName)
    : undefined
  const none = { to: fine, amount: fine, args: [], calldata: fine, item: item ?? null, call: null }
  if (!target || !item) return none
  const args = item.inputs.map(({ type }, index) =>
    readWith<unknown>(action.args[index] ?? '', (text) => argumentOf(text, type)),
  )
  const amount: Read<bigint> =
    item.stateMutability === 'payable' ? optionalEth(action.amount) : { value: 0n, field: fine }
  const ready = args.every(({ field }) => !field.missing) && amount.value !== null
  return {
    ...none,
    amount: amount.field,
    args: args.map(({ field }) => field),
    call:
      ready && amount.value !== null
        ? {
            target,
            valueWei: amount.value,
            calldata: encodeFunctionData({ abi: [item], args: args.map(({ value }) => value) }),
          }
        : null,
  }
}
