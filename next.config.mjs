/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // scripts/serve compresses what it keeps, once; other hosts compress by themselves.
  compress: false,
  // No page uses the image service: it would fetch any path of this site for anybody, and keep what it makes on disk.
  images: { unoptimized: true },
  devIndicators: false,
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
  productionBrowserSourceMaps: false,
}

export default config
