import { loadAvatar } from '@/lib/ens/avatar'
import { limited } from '@/lib/network/guard/limits'
import { refuse } from '@/lib/network/guard/refusal'

export const dynamic = 'force-dynamic'

/** Longest name in DNS, with room for escapes. */
const longest = 800

/**
 * The picture of a name, from this site's own address: checked by its bytes, bounded, never SVG, never from a private address
 * (design.md 7). It cannot do anything in a page even when opened by itself.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const { name } = await params
  if (name.length > longest) return refuse({ status: 400, message: 'That is no name.' })
  const avatar = await loadAvatar(decoded(name))
  if (!('value' in avatar)) {
    return Response.json(
      { error: { message: `${avatar.reason} ${avatar.next}` } },
      { status: avatar.state === 'late' ? 504 : 502, headers: { 'cache-control': 'no-store' } },
    )
  }
  if (!avatar.value.ok) {
    return refuse(
      { status: 404, message: `There is no picture to show: ${words[avatar.value.why]}.` },
      { 'cache-control': 'public, max-age=300' },
    )
  }
  const { bytes, type } = avatar.value.picture
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-length': `${bytes.length}`,
      'cache-control': 'public, max-age=3600',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': 'inline',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  })
}

const words = {
  none: 'the name has none',
  'not-owned': 'the account does not hold the token it shows',
  'not-a-picture': 'what the name points to is no PNG, JPEG, GIF or WebP of a usual size',
  unsupported: 'the name points to something that is not shown',
  'too-large': 'it is too large',
  'not-allowed': 'the name points where this site does not go',
} as const

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
