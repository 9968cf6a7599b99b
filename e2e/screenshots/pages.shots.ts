import { mkdirSync } from 'node:fs'
import { test } from '@/e2e/fixtures/test'
import { resolved, sitePaths } from '@/e2e/pages/site-paths'
import { root } from '@/scripts/lib/run'

const folder = process.env.SCREENSHOTS_DIR || `${root}/.cache/screenshots`
const widths = (process.env.SCREENSHOT_WIDTHS || '390,1440').split(',').map(Number)
/** What is below this is more rows of the same. */
const tallest = 6_000
/** Chromium reports the page's own 404 as a failed resource. */
const notFound = /status of 404/

for (const site of sitePaths)
  test(site.name, async ({ page, network, expectConsole }) => {
    expectConsole(notFound)
    mkdirSync(folder, { recursive: true })
    await page.setViewportSize({ width: widths[0] ?? 390, height: 844 })
    await page.goto((await resolved(network))(site))
    for (const width of widths)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await page.setViewportSize({ width, height: width < 700 ? 844 : 900 })
        // What has just changed its colours is painted with the frame after the next.
        await page.evaluate(
          () =>
            new Promise((resolve) =>
              requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 200))),
            ),
        )
        const height = await page.evaluate(() => document.documentElement.scrollHeight)
        const name = site.name.replaceAll(/[^a-z0-9]+/gi, '-')
        await page.screenshot({
          path: `${folder}/${name}-${colorScheme}-${width}.png`,
          fullPage: true,
          clip: { x: 0, y: 0, width, height: Math.min(height, tallest) },
        })
      }
  })
