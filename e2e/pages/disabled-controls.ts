import type { Page } from '@playwright/test'

/** Controls of the page that cannot be used now: how many, and those that do not say why. */
export interface DisabledControls {
  explained: number
  unexplained: string[]
}

/**
 * Looks at every control that is drawn and disabled. Its reason must be its accessible description and be drawn, too: a title or
 * hidden text tells only some people.
 */
export function disabledControls(page: Page): Promise<DisabledControls> {
  return page.evaluate(() => {
    const drawn = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect()
      const { visibility, clipPath, opacity } = getComputedStyle(element)
      // Text for screen readers alone is a clipped box of one pixel.
      return width > 1 && height > 1 && visibility === 'visible' && clipPath === 'none' && opacity !== '0'
    }
    const said = (element: Element): string =>
      (element.getAttribute('aria-describedby') ?? '')
        .split(/\s+/)
        .flatMap((id) => document.getElementById(id) ?? [])
        .filter(drawn)
        .map((description) => description.textContent.trim())
        .join(' ')
    const native = ['button', 'input', 'select', 'textarea'].map((name) => `${name}:disabled`)
    const found = [...document.querySelectorAll([...native, '[aria-disabled="true"]'].join(','))].filter(
      drawn,
    )
    const unexplained = found.filter((element) => said(element) === '')
    return {
      explained: found.length - unexplained.length,
      unexplained: unexplained.map((element) => element.outerHTML.slice(0, 160)),
    }
  })
}
