/**
 * Pages that shared links of Livepeer's other explorer name, at their place here. Lasting where both pages mean the same, for
 * the time being where this site has only something near it. Every destination is a path of this site.
 */
function oldAddresses() {
  const account = '/accounts/:address'
  const lasting = [
    [`${account}/staking`, `${account}/delegating`],
    [`${account}/overview`, `${account}/delegating`],
    [`${account}/transcoding`, `${account}/orchestrating`],
    [`${account}/campaign`, `${account}/orchestrating`],
    ['/transcoders', '/orchestrators'],
  ]
  const near = [
    ['/accounts', '/orchestrators'],
    ['/migrate/orchestrator', '/migrate'],
    ['/migrate/broadcaster', '/migrate'],
    ['/migrate/delegator', '/migrate'],
    ['/migrate/delegator/contract-wallet-tool', '/migrate'],
    ['/whats-new', '/'],
  ]
  return [
    ...lasting.map(([source, destination]) => ({ source, destination, permanent: true })),
    ...near.map(([source, destination]) => ({ source, destination, permanent: false })),
  ]
}

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // scripts/serve compresses what it keeps, once; other hosts compress by themselves.
  compress: false,
  // No page uses the image service: it would fetch any path of this site for anybody, and keep what it makes on disk.
  images: { unoptimized: true },
  // Browsers ask for this name when a page's head is still on its way.
  redirects: async () => [
    { source: '/favicon.ico', destination: '/icon.svg', permanent: true },
    ...oldAddresses(),
  ],
  // Titles, descriptions and canonical links stand in the head of every page, for whoever asks.
  htmlLimitedBots: /./,
  // Read by path at the first drawing, which a trace of imports does not see.
  outputFileTracingIncludes: {
    '/**/preview.png': [
      './node_modules/@fontsource/instrument-sans/files/instrument-sans-latin*-{400,600}-normal.woff',
    ],
  },
  devIndicators: false,
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
  productionBrowserSourceMaps: false,
  // tsconfig.json is of the whole tree; a build checks what it builds.
  typescript: { tsconfigPath: 'tsconfig.site.json' },
  turbopack: {
    resolveAlias: {
      // RainbowKit fetches a drawing of the visitor's system (up to 91 kB) while a wallet connects, for instructions on
      // installing wallets that this site never shows.
      './Linux-OO4TNCLJ.js': './stubs/no-image.mjs',
      './Macos-MW4AE7LN.js': './stubs/no-image.mjs',
    },
  },
}

export default config
