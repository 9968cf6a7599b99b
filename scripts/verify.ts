import { bin } from '@/scripts/lib/run'
import { command, runStages, types, vitest } from '@/scripts/lib/stages'

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
  vitest('unit'),
])
process.exit(ok ? 0 : 1)
