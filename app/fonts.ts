import localFont from 'next/font/local'

/** One variable sans for everything (tabular figures by `font-variant-numeric`), latin, 30 kB; preloaded. */
export const sansFont = localFont({
  src: '../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2',
  weight: '400 700',
  variable: '--font-sans',
  display: 'swap',
  preload: true,
  fallback: ['system-ui', 'sans-serif'],
})

/** For addresses, hashes and calldata, latin, 23 kB; asked for only where such text is shown. */
export const monoFont = localFont({
  src: '../node_modules/@fontsource-variable/geist-mono/files/geist-mono-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-mono',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  fallback: ['ui-monospace', 'monospace'],
})
