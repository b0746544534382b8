import { randomUUID } from "node:crypto";
import type { Attack } from "./attack";

const secretFiles = [
  ...[
    "/.env",
    "/.env.local",
    "/.git/config",
    "/.git/HEAD",
    "/.npmrc",
    "/.data/auth-secret",
    "/.next/BUILD_ID",
  ],
  ...[
    "/package.json",
    "/next.config.js",
    "/prisma/schema/people.prisma",
    "/lib/env.ts",
    "/node_modules/next/package.json",
  ],
];
const wayUp = [...["../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "..;/", "%252e%252e%252f", "..%2f..%5c"]];

export const traversal: readonly Attack[] = [
  {
    tried:
      "Files that stand beside the portal's own: settings, the repository, the data folder with its secret, the build",
    send: (portal) => portal.askEach(secretFiles),
    back: [404, "There is nothing here"],
  },
  {
    tried: "The way up out of the folder of static files, plain and in seven encodings",
    send: (portal) => portal.askEach(wayUp.map((up) => `/_next/static/${up.repeat(4)}package.json`)),
    back: [404, ""],
    also: {
      "The project's own file stands in none of the answers.": (_portal, answers) =>
        answers.every(({ body }) => !body.includes('"name": "streamboard"')),
    },
  },
  {
    tried: "The way up from the root, to files of the machine",
    send: (portal) => portal.askEach(wayUp.map((up) => `/${up.repeat(6)}etc/passwd`)),
    back: [404, "There is nothing here"],
  },
  {
    tried: "The way up with backslashes and doubled slashes, which Next tidies up by a redirect",
    send: (portal) =>
      portal.askEach([
        "/..\\..\\etc/passwd",
        "/....//....//etc/passwd",
        "//evil.example/x",
        "/\\evil.example/x",
        "///evil.example",
      ]),
    back: [308, "location: /"],
    also: {
      "Every redirect leads to a path of this site.": (_portal, answers) =>
        answers.every(({ head }) => /^location: \/(?![/\\])/m.test(head)),
    },
  },
  {
    tried: "The build's own folders by address: server code, manifests, what development serves",
    send: (portal) =>
      portal.askEach([
        "/_next/server/app/page.js",
        "/_next/server/server-reference-manifest.json",
        "/_next/build-manifest.json",
        "/_next/required-server-files.json",
        "/__nextjs_original-stack-frames",
        "/_next/webpack-hmr",
      ]),
    back: [404, "There is nothing here"],
  },
  {
    tried: "Source maps of the scripts that a page loads",
    send: async (portal) => {
      const { body } = await portal.ask("/proposals");
      const scripts = [...new Set(body.match(/\/_next\/static\/chunks\/[\w./~-]+\.js/g) ?? [])];
      return portal.askEach(scripts.slice(0, 12).map((script) => `${script}.map`));
    },
    back: [404, "Not Found"],
  },
  {
    tried: "The way up in the id and in the name of an attachment",
    send: (portal) =>
      portal.askEach(
        [
          "..%2f..%2f..%2fetc%2fpasswd/x",
          "%2e%2e%2fauth-secret/x",
          `${randomUUID()}/..%2f..%2fauth-secret`,
          "1/x",
          "%2fetc%2fpasswd/x",
        ].map((path) => `/attachments/${path}`),
      ),
    back: [404, "There is no such file, or it is not public."],
  },
  {
    tried: "A real attachment under a name with the way up in it: the id alone finds it",
    send: async (portal) => {
      const id = await portal.value<string>(
        `SELECT a."id" FROM "Attachment" a JOIN "Material" m ON m."attachmentId" = a."id" JOIN "Proposal" p ON p."id" = m."proposalId"
         WHERE p."visibility" = 'public' LIMIT 1`,
      );
      return portal.ask(`/attachments/${id}/..%2f..%2f..%2fetc%2fpasswd`);
    },
    back: [200, "content-type: application/pdf"],
  },
  {
    tried: "The way up where an agenda, minutes, a badge or a calendar is made: dates and keys as paths",
    send: (portal) =>
      portal.askEach([
        "/meetings/..%2f..%2fetc/agenda.md",
        "/meetings/..%2f..%2fetc/minutes.txt",
        "/meetings/..%2f..%2fetc/agenda.ics",
      ]),
    back: [404, ""],
  },
  {
    tried: "The way up in the key of a region's badge and feed",
    send: (portal) =>
      portal.askEach(["/region/..%2f..%2fetc%2fpasswd/badge.svg", "/region/..%2fstream/region.atom"]),
    back: [404, ""],
  },
  {
    tried:
      "Next's image service as a reader of files and as a proxy: the machine's files, the metadata service of a cloud, the portal itself",
    send: (portal) =>
      portal.askEach(
        [
          "/../../etc/passwd",
          "http://169.254.169.254/latest/meta-data",
          `${portal.address}/health`,
          "//127.0.0.1/",
          "/attachments/x/y",
          "file:///etc/passwd",
          "/favicon.ico",
        ].map((url) => `/_next/image?url=${encodeURIComponent(url)}&w=640&q=75`),
      ),
    back: [404, "There is nothing here"],
  },
];
