import { exportList } from "../csv-export";
import type { Actor } from "../workflow/actor";
import { auditKinds } from "./kinds";
import type { AuditFilter } from "./list-filter";
import { type AuditLine, listAudit } from "./queries";

const columns = [
  { key: "at", header: "At" },
  { key: "kind", header: "Kind" },
  { key: "type", header: "Type" },
  { key: "handle", header: "Handle" },
  { key: "who", header: "Who" },
  { key: "title", header: "What" },
  { key: "why", header: "Why" },
  { key: "about", header: "About" },
  { key: "subject", header: "Subject" },
  { key: "network", header: "Network" },
  { key: "agent", header: "Browser or program" },
];

/** What the audit shows an administrator, as CSV, piece by piece. */
export function exportAudit(actor: Actor, filter: AuditFilter): AsyncGenerator<string> {
  return exportList({
    columns,
    page: async (cursor, size) => (await listAudit(actor, filter, cursor, size)) ?? { items: [] },
    record: recordOf,
    cutShort: (count) =>
      `Only the latest ${count.toLocaleString("en")} entries are in this file. Give days to get the others.`,
  });
}

function recordOf({ at, kind, person, about, sentence, ...line }: AuditLine): Record<string, unknown> {
  return {
    ...line,
    at: at.toISOString(),
    kind: auditKinds[kind],
    handle: person?.handle ?? "",
    title: sentence,
    about: about ? `@${about.handle}` : "",
  };
}
