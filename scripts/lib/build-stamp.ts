import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '@/scripts/lib/run'

const inputs = [
  'app',
  'components',
  'hooks',
  'lib',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.mjs',
  'tailwind.config.ts',
  'postcss.config.mjs',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.site.json',
]
const stampFile = join(root, '.next', 'sources.sha256')

function* files(path: string): Generator<string> {
  if (!existsSync(path)) return
  if (statSync(path).isFile()) yield path
  else for (const name of readdirSync(path).sort()) yield* files(join(path, name))
}

/** A hash over everything that goes into a production build. */
export function sourcesHash(): string {
  const hash = createHash('sha256')
  for (const input of inputs)
    for (const file of files(join(root, input))) {
      if (/\.test\.tsx?$/.test(file)) continue
      hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
    }
  return hash.digest('hex')
}

/** Whether a finished build of exactly these sources exists. The stamp is written last, so a build that was cut off never counts. */
export function buildIsCurrent(): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourcesHash()
}

/** Whether the build in `.next` came to its end, of whatever sources. */
export function buildIsFinished(): boolean {
  return existsSync(stampFile)
}

/** Marks the build in `.next` as made from `hash`. */
export function stampBuild(hash: string): void {
  writeFileSync(stampFile, hash)
}
