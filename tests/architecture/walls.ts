import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";

// dependency-cruiser reads TypeScript below 7 only, so the walls of ARCHITECTURE.md are checked by the few lines here:
// who imports whom is all that they need to know.

/** One import: of `from`, to a file of this project or a package, in words that survive the build or in types only. */
export interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

export interface Wall {
  /** The rule, as the one who broke it should read it. */
  says: string;
  from: RegExp;
  to: RegExp;
  /** Importers that may. */
  except?: RegExp;
  /** Types may pass: they are gone when the code runs. */
  typesPass?: boolean;
}

const rules =
  "(schema|machine|slot-machine|policy|ui-text|balance|readiness|split-balance|capability-state|journey|capacity|router)";

export const walls: Wall[] = [
  {
    says: "next-auth is lib/auth's business",
    from: /^(app|components|lib|prisma)\//,
    except: /^lib\/auth\//,
    to: /^(next-auth|@auth\/)/,
  },
  {
    says: "the Prisma client is for lib/db, commands, queries, outbox, seeds and lib/auth",
    from: /^(app|components|lib)\//,
    except:
      /^(lib\/(db|auth|outbox|server|cli)\/|lib\/.*(commands\/|queries|visibility|facts|effects|submission|apply-step)|app\/health\/)/,
    to: /^(lib\/db\/(client|generated)|@prisma\/)/,
    typesPass: true,
  },
  {
    says: "schema, machine and policy are pure: no database, no Next, no React",
    from: new RegExp(`^lib/[^/]+/${rules}\\.ts$`),
    to: /^(lib\/(db|auth|outbox|server|cli)\/|next($|\/)|react|pg$|node:(fs|net|http)|app\/|components\/)/,
    typesPass: true,
  },
  { says: "lib knows no screen", from: /^lib\//, to: /^(app|components)\//, typesPass: true },
  {
    says: "components/ui would fit any product: it knows no domain",
    from: /^components\/ui\//,
    to: /^(app\/|components\/(?!ui\/)|lib\/(?!clock|calendar-date))/,
  },
  {
    says: "components show; they neither ask the database nor do deeds",
    from: /^components\//,
    to: /^(app\/(?!theme)|lib\/(db|auth|outbox|server|cli)\/|lib\/.*\/(commands\/|queries))/,
    typesPass: true,
  },
  {
    says: "pages, actions and routes go through commands and queries",
    from: /^app\//,
    except: /^app\/health\//,
    to: /^(lib\/(db|outbox|server|cli)\/|pg$|@prisma\/|graphile-worker)/,
    typesPass: true,
  },
  {
    says: "requests leave by lib/outgoing only; lib/server and lib/mail speak with whom the settings name",
    from: /^(app|components|lib)\//,
    except: /^lib\/(outgoing|server|mail)\//,
    to: /^(node:)?(https?|http2|tls|net|dgram)$|^(undici|axios|got|node-fetch|nodemailer)$/,
    typesPass: true,
  },
  {
    says: "nothing of the product depends on its tests",
    from: /^(app|components|lib|prisma)\//,
    to: /^tests\//,
  },
];

/** Every import that a wall forbids, as a sentence. */
export function breaches(imports: Import[], list: Wall[] = walls): string[] {
  return list.flatMap((wall) =>
    imports
      .filter((each) => wall.from.test(each.from) && !wall.except?.test(each.from) && wall.to.test(each.to))
      .filter((each) => !(wall.typesPass && each.typeOnly))
      .map((each) => `${each.from} imports ${each.to}: ${wall.says}`),
  );
}

/** Rings of files that import each other, types left out: each as the path around. */
export function cycles(imports: Import[]): string[] {
  const next = importedBy(imports);
  const found = new Set<string>();
  const closed = new Set<string>();
  const walk = (file: string, path: string[]) => {
    const start = path.indexOf(file);
    if (start >= 0) found.add([...path.slice(start), file].join(" → "));
    if (start >= 0 || closed.has(file)) return;
    for (const to of next.get(file) ?? []) walk(to, [...path, file]);
    closed.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return [...found];
}

function importedBy(imports: Import[]): Map<string, string[]> {
  const next = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports)
    if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
  return next;
}

export function sourceFiles(folders: string[]): string[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return entry.name === "generated" ? [] : sourceFiles([path]);
        return /\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : [];
      }),
    );
}

/** What each file imports, with every address resolved to a file of this project where it is one. */
export function importsOf(files: string[]): Import[] {
  return files.flatMap((from) => importsIn(from, readFileSync(from, "utf8")));
}

const statement = /^\s*(?:import|export)\s+(type\s)?(?:[^"'`;]*?\sfrom\s+)?["']([^"']+)["']/gm;
const dynamic = /\bimport\(\s*(?:\/\*.*?\*\/\s*)?["']([^"']+)["']/g;

export function importsIn(from: string, source: string): Import[] {
  const text = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const still = [...text.matchAll(statement)].map(([, type, to]) => ({
    from,
    to: resolved(from, to ?? ""),
    typeOnly: Boolean(type),
  }));
  const late = [...text.matchAll(dynamic)].map(([, to]) => ({
    from,
    to: resolved(from, to ?? ""),
    typeOnly: false,
  }));
  return [...still, ...late];
}

function resolved(from: string, address: string): string {
  if (!address.startsWith(".") && !address.startsWith("@/")) return address;
  const path = address.startsWith("@/") ? address.slice(2) : relative(".", join(dirname(from), address));
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`];
  return candidates.find((each) => statSync(each, { throwIfNoEntry: false })?.isFile()) ?? path;
}

/** Who calls `fetch` by name: the account system's client, whose address is a setting, and pages that ask the portal itself. */
const mayFetch = new Set([
  "lib/auth/provider.ts",
  "lib/auth/provider-answers.ts",
  "components/meetings/live/line-queue.ts",
  "components/meetings/live/live-feed.ts",
  "components/meetings/live/roll-call.tsx",
  "components/proposals/similar-titles.tsx",
  "components/proposals/writing/keep-saving.ts",
]);

/** Files that call `fetch` and may not, as sentences. */
export function strayFetches(file: string, source: string): string[] {
  const text = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  if (
    mayFetch.has(file) ||
    !/(?<![\w.])(?:globalThis\.)?fetch\s*\(|\bnew (?:WebSocket|EventSource)\(/.test(text)
  )
    return [];
  return [`${file} calls fetch: use fetchOutside (lib/outgoing/fetch-outside.ts)`];
}
