/** Longest content id taken: a sha2-512 in base 32 with room to spare. */
const longest = 128

/**
 * Whether a text is a content id of IPFS by its form: version 0 (`Qm…`, base 58) or version 1 in base 32 or 58. Anything
 * else never becomes part of an address: the text comes from whoever made the poll.
 */
export function isCid(text: string): boolean {
  if (text.length > longest) return false
  return (
    /^Qm[1-9A-HJ-NP-Za-km-z]{44}$/.test(text) ||
    /^b[a-z2-7]{50,}$/.test(text) ||
    /^z[1-9A-HJ-NP-Za-km-z]{45,}$/.test(text)
  )
}
