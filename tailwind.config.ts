import type { Config } from 'tailwindcss'

/**
 * Design tokens. Colours are the CSS variables of app/globals.css, so both themes share one set of names;
 * four text sizes; spacing is Tailwind's 4-pixel grid; content is 1,280 px wide.
 */
const config: Config = {
  content: ['./app/**/*.{ts,tsx}', './components/**/*.{ts,tsx}', './hooks/**/*.ts'],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      ground: 'var(--ground)',
      panel: 'var(--panel)',
      raised: 'var(--raised)',
      line: { DEFAULT: 'var(--line)', control: 'var(--line-control)' },
      ink: { DEFAULT: 'var(--ink)', quiet: 'var(--ink-quiet)' },
      accent: {
        DEFAULT: 'var(--accent)',
        strong: 'var(--accent-strong)',
        on: 'var(--on-accent)',
        text: 'var(--accent-text)',
        soft: 'var(--accent-soft)',
      },
      wait: { DEFAULT: 'var(--wait)', soft: 'var(--wait-soft)' },
      loss: { DEFAULT: 'var(--loss)', soft: 'var(--loss-soft)' },
      info: { DEFAULT: 'var(--info)', soft: 'var(--info-soft)' },
      focus: 'var(--focus)',
      ring: { track: 'var(--ring-track)', lock: 'var(--ring-lock)' },
      scrim: 'var(--scrim)',
    },
    fontFamily: {
      sans: ['var(--font-sans)', 'system-ui', 'sans-serif'],
      mono: ['var(--font-mono)', 'ui-monospace', 'monospace'],
    },
    fontSize: {
      small: ['0.8125rem', { lineHeight: '1.25rem' }],
      body: ['0.9375rem', { lineHeight: '1.5rem' }],
      figure: ['1.375rem', { lineHeight: '1.75rem', letterSpacing: '-0.01em' }],
      title: ['1.875rem', { lineHeight: '2.25rem', letterSpacing: '-0.02em' }],
    },
    borderRadius: { none: '0', sm: '4px', DEFAULT: '6px', lg: '10px', full: '9999px' },
    extend: {
      maxWidth: { content: '80rem', text: '42rem' },
      boxShadow: { float: '0 8px 32px -8px var(--shadow-color), 0 0 0 1px var(--line)' },
      transitionDuration: { DEFAULT: '120ms' },
      animation: {
        'skeleton-pulse': 'skeleton-pulse 1.6s ease-in-out infinite',
        'rise-in': 'rise-in 160ms ease-out',
        'fade-in': 'fade-in 120ms ease-out',
      },
      keyframes: {
        'skeleton-pulse': { '50%': { opacity: '0.55' } },
        'rise-in': { from: { opacity: '0', transform: 'translateY(12px)' } },
        'fade-in': { from: { opacity: '0' } },
      },
    },
  },
}

export default config
