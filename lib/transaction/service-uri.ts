/** Longest address that is published: every byte of it is stored on chain. */
const longest = 200

/** Whether a text is the web address of a node: http or https, a host, no user name. Empty takes the present one back. */
export function isServiceUri(uri: string): boolean {
  if (uri === '') return true
  try {
    const { protocol, hostname, username } = new URL(uri)
    return uri.length <= longest && /^https?:$/.test(protocol) && hostname !== '' && username === ''
  } catch {
    return false
  }
}
