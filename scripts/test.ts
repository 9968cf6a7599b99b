import { bin } from '@/scripts/lib/run'
import { browser, command, runStages, types, vitest } from '@/scripts/lib/stages'

/** Everything the README promises, in one run: see CONTRIBUTING.md for the levels. */
const ok = await runStages([
  command('format', bin('biome'), ['ci', '.']),
  command('lint', bin('eslint'), [
    '.',
    '--max-warnings',
    '0',
    '--cache',
    '--cache-location',
    '.cache/eslint',
  ]),
  types,
  command('dead code', bin('knip'), []),
  vitest('unit'),
  vitest('devnet'),
  vitest('chain'),
  command('build', bin('tsx'), ['scripts/build.ts']),
  browser,
])
process.exit(ok ? 0 : 1)
