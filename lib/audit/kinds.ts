/** What one looks for in the audit. */
export const auditKinds = {
  sign_in: "Sign-ins",
  token: "Tokens",
  role: "Roles",
  export: "Exports and backups",
  admin: "Administration",
  refused: "Refused attempts",
} as const;
export type AuditKind = keyof typeof auditKinds;

/** What is written in the audit alone: it belongs into nobody's history, and nobody is told of it. */
export const entryTypes = {
  "session.started": "sign_in",
  "session.ended": "sign_in",
  "sign_in.refused": "refused",
  "token.used": "token",
  "token.refused": "refused",
  "admin.refused": "refused",
  "export.made": "export",
  "backup.made": "export",
  "backup.restored": "export",
  "import.made": "admin",
} as const satisfies Readonly<Record<string, AuditKind>>;
export type EntryType = keyof typeof entryTypes;

/** Events that stand in the audit too; the event says it in full. A type that begins so counts as well. */
const ofEvents: readonly (readonly [beginning: string, kind: AuditKind])[] = [
  ["person.role_", "role"],
  ["person.added", "admin"],
  ["person.account_", "admin"],
  ["person.claim", "admin"],
  ["body.added", "admin"],
  ["routing_rule.", "admin"],
  ["token.", "token"],
];

/** Under what an event is found in the audit; undefined where it is none of its business. */
export function kindOfEvent(type: string): AuditKind | undefined {
  return ofEvents.find(([beginning]) => type.startsWith(beginning))?.[1];
}

/** What an entry can be about, as a link and the search name it: "token 12". */
export const auditSubjects = {
  token: "api_token",
  person: "person",
  body: "body",
  rule: "routing_rule",
} as const;
