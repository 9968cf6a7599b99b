import { createHash } from 'node:crypto'
import { type Exchange, OPEN_TO_PAGES, sendFile, sendJson } from '@/devnet/services/answer'
import { lipsCommit, readLips } from '@/devnet/texts/texts'

function blobSha(text: string): string {
  const bytes = Buffer.from(text, 'utf8')
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

/** A file as GitHub's contents API lists it. */
function listing(base: string, { name, text }: { name: string; text: string }) {
  const path = `LIPs/${name}`
  return {
    name,
    path,
    sha: blobSha(text),
    size: Buffer.byteLength(text, 'utf8'),
    type: 'file',
    url: `${base}/contents/${path}`,
    html_url: `${base}/raw/${lipsCommit()}/${path}`,
    download_url: `${base}/raw/${lipsCommit()}/${path}`,
  }
}

/**
 * The repository of LIPs as GitHub's REST API tells it, under `/lips` instead of `/repos/<owner>/<name>`: `contents/LIPs`,
 * `contents/LIPs/<file>`, `commits/master`, and the files themselves under `raw/<commit>/LIPs/<file>`.
 */
export function serveLips({ request, response, path }: Exchange): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return sendJson(response, 405, { error: 'Only GET is allowed' }, { allow: 'GET, HEAD' })
  }
  const base = `http://127.0.0.1:${request.socket.localPort}/lips`
  const route = path.slice('/lips/'.length)
  const lips = readLips()
  if (route === 'contents/LIPs') {
    return sendJson(
      response,
      200,
      lips.map((lip) => listing(base, lip)),
      OPEN_TO_PAGES,
    )
  }
  if (route === 'commits/master') return sendJson(response, 200, { sha: lipsCommit() }, OPEN_TO_PAGES)
  const [, kind, commit, name] =
    /^(?:(contents)|raw\/([0-9a-f]{40}|master))\/LIPs\/(LIP-\d+\.md)$/.exec(route) ?? []
  const lip = lips.find((candidate) => candidate.name === name)
  const known = kind === 'contents' || commit === 'master' || commit === lipsCommit()
  if (!lip || !known) return sendJson(response, 404, { message: 'Not Found' }, OPEN_TO_PAGES)
  if (kind === 'contents') {
    const content = Buffer.from(lip.text, 'utf8').toString('base64')
    return sendJson(response, 200, { ...listing(base, lip), encoding: 'base64', content }, OPEN_TO_PAGES)
  }
  sendFile(response, lip.text, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'public, max-age=300',
  })
}
