import { rmSync } from 'node:fs'
import { buildIsCurrent, sourcesHash, stampBuild } from '@/scripts/lib/build-stamp'
import { bin, root, run } from '@/scripts/lib/run'

if (process.argv.includes('--if-needed') && buildIsCurrent()) {
  console.log('build: up to date')
  process.exit(0)
}
const hash = sourcesHash()
rmSync(`${root}/.next/sources.sha256`, { force: true })
const result = await run(bin('next'), ['build'], { echo: true })
if (result.code === 0) stampBuild(hash)
process.exit(result.code)
