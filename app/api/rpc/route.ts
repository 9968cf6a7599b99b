import { limited } from '@/lib/network/guard/limits'
import { readJson } from '@/lib/network/guard/read-json'
import { refuse } from '@/lib/network/guard/refusal'
import { forwardedError, type RpcAnswer, sendRpc } from '@/lib/network/rpc'
import { type CheckedCall, checkRpcBody, rpcBodyLimitBytes } from '@/lib/network/rpc-policy'
import { settings } from '@/lib/network/settings'
import { isSourceError } from '@/lib/network/source-error'

export const dynamic = 'force-dynamic'

/** JSON-RPC for this site's own pages: known read methods only, limited in size and rate. */
export async function POST(request: Request): Promise<Response> {
  // One token before anything is read, so that bodies are not parsed for those who have used up theirs.
  const wait = limited(request, 'rpc')
  if (wait) return wait
  const read = await readJson(request, rpcBodyLimitBytes)
  if (!read.ok) return refuse(read.refusal)
  const checked = checkRpcBody(read.body, settings().network.name)
  if (!checked.ok) return refuse(checked.refusal)
  const more = limited(request, 'rpc', checked.calls.length - 1)
  if (more) return more
  try {
    const answers = await sendRpc(checked.calls)
    const bodies = checked.calls.map((call, index) => answerOf(call, answers[index]))
    return Response.json(checked.batch ? bodies : bodies[0], { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    if (!isSourceError(error)) throw error
    return Response.json(
      { error: { message: error.reason, next: error.next } },
      { status: 502, headers: { 'cache-control': 'no-store' } },
    )
  }
}

function answerOf({ id }: CheckedCall, answer: RpcAnswer | undefined): object {
  return {
    jsonrpc: '2.0',
    id,
    ...shown(answer ?? { error: { code: -32603, message: 'The node gave no answer.' } }),
  }
}

/** On one's own machine a node's words help; elsewhere they are the node's business. */
function shown(answer: RpcAnswer): RpcAnswer {
  if (!('error' in answer) || settings().network.name === 'local') return answer
  return { error: forwardedError(answer.error) }
}
