/**
 * RainbowKit draws a wallet's icon as an image without a name, beside the wallet's name: an image that says nothing to
 * a screen reader, and a fault by WCAG 1.1.1. It has no setting for that, so the icons are hidden as they appear.
 */
export function hideDecorativeIcons(): void {
  const hide = () => {
    for (const icon of document.querySelectorAll('[data-rk] [role="img"]:not([aria-label], [aria-hidden])')) {
      icon.setAttribute('aria-hidden', 'true')
    }
  }
  new MutationObserver(hide).observe(document.body, { childList: true, subtree: true })
}
