import { bin, root, run } from '@/scripts/lib/run'

/**
 * Takes pictures of every page in both themes at 390 and 1440 pixels, into .cache/screenshots. SCREENSHOT_WIDTHS names other widths
 * (`320,768`), SCREENSHOTS_DIR another folder; a word after `--` picks pages by their name.
 */
const { code } = await run(
  bin('playwright'),
  ['test', '--config', 'e2e/screenshots.config.ts', ...process.argv.slice(2).flatMap((name) => ['-g', name])],
  { echo: true },
)
console.log(`pictures are in ${process.env.SCREENSHOTS_DIR || `${root}/.cache/screenshots`}`)
process.exit(code)
