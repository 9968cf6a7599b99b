import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Runs axe over the page as it is now; every violation is named with its elements. */
export function expectAccessible(page: Page, what: string): Promise<void> {
  return expectNoViolation(page, new AxeBuilder({ page }), what)
}

/** Runs the rules about colours alone: a theme changes nothing else. */
export function expectReadable(page: Page, what: string): Promise<void> {
  return expectNoViolation(
    page,
    new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']),
    what,
  )
}

async function expectNoViolation(page: Page, axe: AxeBuilder, what: string): Promise<void> {
  // A sheet or a notice fades in: half-way its contrast is not the one it has.
  await page.evaluate(async () => {
    // What has just been mounted begins to move with the next frame.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    // One that is cut off, because what it moved is gone, rejects: it has ended too.
    await Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations === 1)
        .map(({ finished }) => finished),
    )
  })
  // Legacy mode needs no second page to put frames together; the site has none.
  const { violations } = await axe.setLegacyMode().analyze()
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html.slice(0, 200)).join('\n  ')}`,
  )
  expect(found, what).toEqual([])
}

/** Asserts that nothing makes the page itself scroll sideways. */
export async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const { wide, window, widest } = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth
    const over = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > limit + 1,
    )
    return {
      wide: document.documentElement.scrollWidth,
      window: limit,
      widest: over.slice(0, 3).map((element) => element.outerHTML.slice(0, 160)),
    }
  })
  expect(wide, `${what}: ${widest.join('\n')}`).toBeLessThanOrEqual(window)
}
