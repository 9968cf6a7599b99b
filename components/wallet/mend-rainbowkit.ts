/**
 * Two faults of RainbowKit's dialogs that it has no setting for, mended as its elements appear:
 * a wallet's icon is drawn as an image without a name beside the wallet's name (WCAG 1.1.1), and the dialog of the
 * connected account is named by the id of a title that is never drawn (WCAG 4.1.2).
 */
export function mendRainbowKit(): void {
  const mend = () => {
    for (const icon of document.querySelectorAll('[data-rk] [role="img"]:not([aria-label], [aria-hidden])')) {
      icon.setAttribute('aria-hidden', 'true')
    }
    const account = document.querySelector('[role="dialog"][aria-labelledby="rk_account_modal_title"]')
    if (account && !document.getElementById('rk_account_modal_title')) {
      account.removeAttribute('aria-labelledby')
      account.setAttribute('aria-label', 'Connected account')
    }
  }
  new MutationObserver(mend).observe(document.body, { childList: true, subtree: true })
}
