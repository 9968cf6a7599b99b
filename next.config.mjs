/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // scripts/serve compresses what it keeps, once; other hosts compress by themselves.
  compress: false,
  devIndicators: false,
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
  productionBrowserSourceMaps: false,
}

export default config
