import { loadLipText } from '@/lib/data/poll-creation'
import { jsonAnswer } from '@/lib/data/wire'
import { limited } from '@/lib/network/guard/limits'
import { refuse } from '@/lib/network/guard/refusal'

export const dynamic = 'force-dynamic'

/** One LIP of the repository, to the byte, with the commit it was read at. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ lip: string }> },
): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const { lip } = await params
  if (!/^\d{1,6}$/.test(lip)) return refuse({ status: 400, message: 'Not the number of a LIP.' })
  const text = await loadLipText(`${Number(lip)}`)
  if (!('value' in text)) return jsonAnswer(request, text, 503)
  if (text.value === null) return refuse({ status: 404, message: 'There is no LIP with this number.' })
  return jsonAnswer(request, text)
}
