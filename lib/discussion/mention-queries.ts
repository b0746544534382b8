import { Prisma } from "../db/client";
import type { Tx } from "../db/transaction";
import { isRoleGroup, type RoleGroup } from "../people/role-groups";
import { visibleSql } from "../proposals/visibility";
import { thePublic } from "../workflow/actor";
import { handlesIn, renderMarkdown } from "./markdown";
import type { NamedParty } from "./references";

/** Whom a text calls: ids of people and bodies, and role groups by name. Quoting somebody's call is not calling. */
export interface Mentioned {
  people: number[];
  bodies: number[];
  roles: RoleGroup[];
}

export interface Rendered {
  html: string;
  mentioned: Mentioned;
  /** Handles that nobody has; they were left as text. */
  nobody: string[];
}

/** A text that calls more than that many by name calls nobody else. */
export const mostMentions = 50;

/** The HTML of a text with its mentions resolved: a name that nobody has stays text. */
export async function renderKnown(
  tx: Tx,
  markdown: string,
  about: { proposal?: number | null } = {},
): Promise<Rendered> {
  const { own, quoted } = handlesIn(markdown);
  const called = own.slice(0, mostMentions);
  const found = await findParties(tx, [...new Set([...called, ...quoted.slice(0, mostMentions)])]);
  const html = renderMarkdown(markdown, {
    parties: new Map([...found].map(([handle, { party }]) => [handle, party])),
    ...(about.proposal && { proposal: about.proposal }),
  });
  const named = called.flatMap((handle) => found.get(handle) ?? []);
  const ids = (kind: NamedParty["kind"]) => [
    ...new Set(named.flatMap(({ id, party }) => (party.kind === kind && id !== null ? [id] : []))),
  ];
  return {
    html,
    mentioned: {
      people: ids("person"),
      bodies: ids("body"),
      roles: named.flatMap(({ party }) =>
        isRoleGroup(party.handle) && party.kind === "role" ? [party.handle] : [],
      ),
    },
    nobody: called.filter((handle) => !found.has(handle)),
  };
}

interface FoundParty {
  id: number | null;
  party: NamedParty;
}

interface PartyRow {
  kind: "person" | "body";
  id: number;
  handle: string;
  isSig: boolean;
}

/**
 * Who is called so: a person first, then a body, then a role. Everybody reads the same HTML, so a placeholder is known
 * only if the public knows it; another one's link would tell of a thread behind the gate.
 */
async function findParties(tx: Tx, handles: readonly string[]): Promise<Map<string, FoundParty>> {
  const found = new Map<string, FoundParty>();
  if (handles.length === 0) return found;
  for (const handle of handles) {
    if (isRoleGroup(handle)) found.set(handle, { id: null, party: { kind: "role", handle } });
  }
  const rows = await tx.$queryRaw<PartyRow[]>(Prisma.sql`
    SELECT 'body' AS "kind", b."id", b."handle", b."kind" = 'sig' AS "isSig" FROM "Body" b WHERE lower(b."handle") = ANY(${handles})
    UNION ALL
    SELECT 'person', w."id", w."handle", false FROM "Person" w
    WHERE lower(w."handle") = ANY(${handles}) AND w."disabledAt" IS NULL AND (NOT w."isPlaceholder"
      OR EXISTS (SELECT 1 FROM "Proposal" p WHERE p."authorId" = w."id" AND ${visibleSql(thePublic)})
      OR EXISTS (SELECT 1 FROM "Comment" c JOIN "Proposal" p ON p."id" = c."proposalId"
        WHERE c."authorId" = w."id" AND c."visibility" = 'public' AND ${visibleSql(thePublic)}))
    ORDER BY "kind"`);
  for (const { kind, id, handle, isSig } of rows) {
    const party: NamedParty = kind === "person" ? { kind, handle } : { kind, handle, isSig };
    found.set(handle.toLowerCase(), { id, party });
  }
  return found;
}
