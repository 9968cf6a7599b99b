const largest = 2n ** 256n

/**
 * A proposal id as the URL has it: decimal without leading zeros, above 0 and below 2^256. Anything else is null.
 */
export function parseProposalId(text: string): string | null {
  if (!/^[1-9]\d{0,77}$/.test(text)) return null
  return BigInt(text) < largest ? text : null
}
