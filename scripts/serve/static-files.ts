import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { KeptAnswer } from '@/scripts/serve/kept-pages'

const compress = promisify(gzip)

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

const packed = new Set(['.css', '.js', '.json', '.map', '.mjs', '.svg', '.txt', '.webmanifest'])

/**
 * Files of the build under `/_next/static/`, whose names hold their content's hash: read and compressed once, at the first
 * request. Only files found when the server starts are served, so that no path leads out of the folder.
 */
export class StaticFiles {
  readonly #paths: ReadonlyMap<string, string>
  readonly #answers = new Map<string, Promise<KeptAnswer>>()

  private constructor(paths: ReadonlyMap<string, string>) {
    this.#paths = paths
  }

  static async open(folder: string, prefix: string): Promise<StaticFiles> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    return new StaticFiles(
      new Map(
        files.map((file) => [
          `${prefix}${relative(folder, file).split(sep).map(encodeURIComponent).join('/')}`,
          file,
        ]),
      ),
    )
  }

  /** The file of a URL path, or null when there is none. */
  find(path: string): Promise<KeptAnswer> | null {
    const name = path
      .split('/')
      .map((part) => encodeURIComponent(safeDecode(part)))
      .join('/')
    const file = this.#paths.get(name)
    if (!file) return null
    let answer = this.#answers.get(file)
    if (!answer) {
      answer = read(file)
      this.#answers.set(file, answer)
      answer.catch(() => this.#answers.delete(file))
    }
    return answer
  }
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

async function read(file: string): Promise<KeptAnswer> {
  const body = await readFile(file)
  const extension = extname(file)
  return {
    status: 200,
    headers: {
      'content-type': types[extension] ?? 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
    },
    body,
    gzip: packed.has(extension) ? await compress(body, { level: constants.Z_BEST_COMPRESSION }) : null,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
  }
}
