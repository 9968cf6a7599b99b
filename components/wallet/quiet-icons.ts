/**
 * RainbowKit draws wallet icons as images without a name, beside a text that names the wallet. Hides them from assistive
 * technology, now and whenever the sheet is drawn.
 */
export function quietIcons(): void {
  const hide = () => {
    for (const icon of document.querySelectorAll(
      '[data-rk] [role="img"]:not([aria-label]):not([aria-hidden])',
    )) {
      icon.setAttribute('aria-hidden', 'true')
    }
  }
  hide()
  new MutationObserver(hide).observe(document.body, { childList: true, subtree: true })
}
