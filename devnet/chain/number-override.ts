import { bytesToHex, type Hex, hexToBytes, numberToHex } from 'viem'

const NUMBER = 0x43
const SELFBALANCE = 0x47
const PUSH1 = 0x60
const PUSH32 = 0x7f

/** Code in which every reading of the block's number reads the contract's own balance instead; undefined when it reads none. */
export function withNumberFromBalance(code: Hex): Hex | undefined {
  const bytes = hexToBytes(code)
  let changed = false
  for (let at = 0; at < bytes.length; at++) {
    const op = bytes[at] as number
    // What follows a PUSH is a value and no code.
    if (op >= PUSH1 && op <= PUSH32) at += op - PUSH1 + 1
    else if (op === NUMBER) {
      bytes[at] = SELFBALANCE
      changed = true
    }
  }
  return changed ? bytesToHex(bytes) : undefined
}

/**
 * State overrides for an `eth_call` under which contracts take the block for another: the code of those that read its number reads
 * their balance, and that is set to the number. For contracts that hold no ETH and use no balance otherwise: RoundsManager and its
 * proxy (a target runs with the proxy's balance), Multicall3.
 */
export async function numberOverrides(
  readers: readonly Hex[],
  codeOf: (address: Hex) => Promise<Hex>,
  number: number,
): Promise<Record<Hex, { balance: Hex; code?: Hex }>> {
  const overrides: Record<Hex, { balance: Hex; code?: Hex }> = {}
  for (const reader of readers) {
    const code = withNumberFromBalance(await codeOf(reader))
    overrides[reader] = { balance: numberToHex(number), ...(code ? { code } : {}) }
  }
  return overrides
}
