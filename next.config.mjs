/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // scripts/serve compresses what it keeps, once; other hosts compress by themselves.
  compress: false,
  // No page uses the image service: it would fetch any path of this site for anybody, and keep what it makes on disk.
  images: { unoptimized: true },
  // Browsers ask for this name when a page's head is still on its way.
  redirects: async () => [{ source: '/favicon.ico', destination: '/icon.svg', permanent: true }],
  devIndicators: false,
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
  productionBrowserSourceMaps: false,
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
