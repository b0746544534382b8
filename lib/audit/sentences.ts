import { sentenceOf } from "../workflow/history";
import type { EntryType } from "./kinds";

/** An entry as it is read: its own facts, or those of the event that it points at. */
export interface SaidRow {
  type: string;
  data: Readonly<Record<string, unknown>>;
  /** Who did it: a person's name, or a part of the system. */
  by: string | null;
  onBehalfOf: string | null;
  about: string | null;
}

export interface Said {
  who: string;
  sentence: string;
  why?: string;
}

type Fact = (key: string) => string;

/** Who did what, in words; of an event, in those that its history has. */
export function auditSentence(row: SaidRow): Said {
  const { type, data, by, onBehalfOf, about } = row;
  const say = sentences[type as EntryType]; // undefined for the types of events
  if (!say) return sentenceOf({ type, data, actorName: by, onBehalfOf });
  const fact: Fact = (key) => textOf(data[key]);
  return { who: by ?? "Somebody", sentence: `${say(fact, about)}.` };
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(", ");
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

const ways: Readonly<Record<string, string>> = {
  demo: "as somebody of the demo",
  oidc: "with the account service",
  mail: "by a link",
};

const whyNot: Readonly<Record<string, string>> = {
  claims: "the account service did not say who they are",
  ended: "the account has ended",
  taken: "the handle belongs to somebody else here",
  link: "the link was used already, or its time is over",
  nobody: "there is nobody of that name",
};

const whyDead: Readonly<Record<string, string>> = {
  revoked: "which was revoked",
  over: "whose time is over",
  "account ended": "whose account has ended",
};

const sentences: Readonly<Record<EntryType, (fact: Fact, about: string | null) => string>> = {
  "session.started": (fact) => `signed in ${way(fact)}`,
  "session.ended": (fact) => {
    if (!fact("count")) return "signed out";
    return fact("count") === "1" ? "ended one of their sessions" : `ended ${fact("count")} of their sessions`;
  },
  "sign_in.refused": (fact, about) =>
    `could not sign in ${way(fact)}${about ? ` as ${about}` : ""}: ${whyNot[fact("why")] ?? fact("why")}`,
  "token.used": (fact) => `used the token “${fact("name")}”, which may ${fact("scope")}`,
  "token.refused": (fact, about) =>
    `tried the token “${fact("name")}” of ${about ?? "somebody"}, ${whyDead[fact("why")] ?? fact("why")}`,
  "admin.refused": (fact) =>
    /^[A-Z]+ \//.test(fact("deed"))
      ? `asked the API for ${fact("deed")}, and may not`
      : `tried to ${fact("deed")}, and may not`,
  "export.made": (fact) =>
    `took ${fact("what")} along as ${fact("format")}${fact("filter") && `, narrowed by ${fact("filter")}`}`,
  "backup.made": (fact) => `made a backup of ${fact("rows")} rows`,
  "backup.restored": (fact) => `put the backup of ${fact("takenAt")} in the place of what was there`,
  "import.made": (fact) =>
    `imported threads from ${fact("from")}: ${fact("threads")} new, ${fact("updated")} with something new`,
};

function way(fact: Fact): string {
  return ways[fact("method")] ?? `by ${fact("method")}`;
}
