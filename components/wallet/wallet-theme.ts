import { lightTheme, type Theme } from '@rainbow-me/rainbowkit'

/** RainbowKit dressed in the site's tokens. They are CSS variables, so one theme follows light and dark by itself. */
export function walletTheme(): Theme {
  const base = lightTheme({ borderRadius: 'medium', fontStack: 'system', overlayBlur: 'none' })
  return {
    ...base,
    blurs: { modalOverlay: 'none' },
    colors: {
      ...base.colors,
      accentColor: 'var(--accent)',
      accentColorForeground: 'var(--on-accent)',
      actionButtonBorder: 'var(--line)',
      actionButtonBorderMobile: 'var(--line)',
      actionButtonSecondaryBackground: 'var(--raised)',
      closeButton: 'var(--ink-quiet)',
      closeButtonBackground: 'var(--raised)',
      connectButtonBackground: 'var(--panel)',
      connectButtonBackgroundError: 'var(--loss)',
      connectButtonInnerBackground: 'var(--raised)',
      connectButtonText: 'var(--ink)',
      connectButtonTextError: 'var(--panel)',
      connectionIndicator: 'var(--accent)',
      downloadBottomCardBackground: 'var(--raised)',
      downloadTopCardBackground: 'var(--panel)',
      error: 'var(--loss)',
      generalBorder: 'var(--line)',
      generalBorderDim: 'var(--line)',
      menuItemBackground: 'var(--raised)',
      modalBackdrop: 'var(--scrim)',
      modalBackground: 'var(--panel)',
      modalBorder: 'var(--line)',
      modalText: 'var(--ink)',
      modalTextDim: 'var(--ink-quiet)',
      modalTextSecondary: 'var(--ink-quiet)',
      profileAction: 'var(--raised)',
      profileActionHover: 'var(--line)',
      profileForeground: 'var(--ground)',
      selectedOptionBorder: 'var(--accent)',
      standby: 'var(--wait)',
    },
    fonts: { body: 'var(--font-sans), system-ui, sans-serif' },
    radii: {
      actionButton: '6px',
      connectButton: '6px',
      menuButton: '6px',
      modal: '10px',
      modalMobile: '10px',
    },
  }
}
