import { z } from "zod";

/** An advisory that is known and lived with for a while: `exceptions.json` says until when, and why. */
export const exceptionsSchema = z.array(
  z.strictObject({
    advisory: z.string().regex(/^GHSA(?:-[a-z0-9]{4}){3}$/),
    package: z.string().min(1),
    until: z.iso.date(),
    why: z.string().min(20),
  }),
);
export type Exceptions = z.infer<typeof exceptionsSchema>;

export interface Verdict {
  ok: boolean;
  sentences: string[];
}

const advisory = z.object({
  name: z.string(),
  title: z.string(),
  url: z.string(),
  severity: z.string(),
  range: z.string(),
});
const report = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), advisory])) })),
});
const signatures = z.object({ invalid: z.array(z.object({ name: z.string(), version: z.string() })) });

const grave = new Set(["high", "critical"]);

/**
 * What `npm audit --json` said: a grave advisory without an exception that still holds is a failure. A registry that
 * could not be asked is none, and is said.
 */
export function judgeAudit(said: string, exceptions: Exceptions, today: string): Verdict {
  const read = report.safeParse(parsed(said));
  if (!read.success) return notAsked("for advisories", said);
  const found = new Map<string, z.infer<typeof advisory>>();
  for (const { via } of Object.values(read.data.vulnerabilities)) {
    for (const each of via)
      if (typeof each !== "string" && grave.has(each.severity)) found.set(each.url, each);
  }
  const open = [...found.values()].filter((each) => !isExcepted(each, exceptions, today));
  const sentences = open.map(
    ({ name, range, severity, title, url }) =>
      `${name} ${range} has a hole (${severity}): ${title}. ${url} Update it, or say in tests/dependencies/exceptions.json why not, and until when.`,
  );
  const summary = `${found.size} grave advisories, ${found.size - open.length} of them with an exception that holds.`;
  return { ok: open.length === 0, sentences: [...sentences, ...forgotten(exceptions, found), summary] };
}

/** What `npm audit signatures --json` said: a package that is not what its registry signed is a failure. */
export function judgeSignatures(said: string): Verdict {
  const read = signatures.safeParse(parsed(said));
  if (!read.success) return notAsked("for signatures", said);
  const sentences = read.data.invalid.map(
    ({ name, version }) => `${name} ${version} is not what its registry signed.`,
  );
  if (sentences.length > 0) return { ok: false, sentences };
  return { ok: true, sentences: ["The packages are what their registry signed."] };
}

function isExcepted({ url }: { url: string }, exceptions: Exceptions, today: string): boolean {
  return exceptions.some(({ advisory: id, until }) => url.endsWith(`/${id}`) && until >= today);
}

function forgotten(exceptions: Exceptions, found: ReadonlyMap<string, unknown>): string[] {
  const isNeeded = (id: string) => [...found.keys()].some((url) => url.endsWith(`/${id}`));
  return exceptions
    .filter(({ advisory: id }) => !isNeeded(id))
    .map(({ advisory: id }) => `The exception for ${id} is needed no more: take it out.`);
}

function notAsked(what: string, said: string): Verdict {
  const failure = z.object({ message: z.string() }).safeParse(parsed(said));
  const why = failure.success ? ` (${failure.data.message.slice(0, 80)})` : "";
  return { ok: true, sentences: [`NOT CHECKED: the registry could not be asked ${what}${why}.`] };
}

function parsed(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch {
    return undefined;
  }
}
