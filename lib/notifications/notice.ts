/** An event with what its notices need to know; read once, weighed by pure functions (lib/<domain>/notices.ts). */
export interface ToldEvent {
  type: string;
  /** Who did it; the portal's own part has no id. */
  actor: { id: number | null; name: string };
  data: Readonly<Record<string, unknown>>;
  /** The event is for those only who read executive items. */
  executive: boolean;
  proposal: ToldProposal | null;
  ticket: ToldTicket | null;
  meeting: {
    date: string;
    title: string;
    /** Who writes or presents what is on its agenda, is offered time in it, or said that they come. */
    concernedIds: number[];
  } | null;
  region: { key: string; name: string; operatorsId: number } | null;
  question: ToldQuestion | null;
  /** What a comment asks and answers. */
  asked: readonly ToldQuestion[];
  answered: readonly ToldQuestion[];
  /** The line of the minutes that the event is about. */
  line: { kind: string; text: string; ownerPersonId: number | null; ownerBodyId: number | null } | null;
  slotRequestedById: number | null;
  evidenceById: number | null;
}

export interface ToldProposal {
  number: number;
  title: string;
  authorId: number;
  coAuthorIds: readonly number[];
  status: string;
  visibility: "public" | "executive";
}

export interface ToldTicket {
  number: number;
  title: string;
  requesterId: number;
  ownerPersonId: number | null;
  ownerBodyId: number | null;
}

export interface ToldQuestion {
  number: number;
  text: string;
  askedById: number;
  askedOfPersonId: number | null;
  askedOfBodyId: number | null;
  askedOfRole: string | null;
}

/** Somebody by name, everybody who carries a body's duties or holds a role, or everybody with a part in the whole. */
export type NamedAudience =
  | { personId: number }
  | { bodyId: number }
  | { role: string }
  /** Who looks after this body. */
  | { keepersOf: number }
  | { part: "officers" | "directors" | "administrators" };

/** Or everybody who takes part in the proposal's discussion or watches it (lib/discussion/watching.ts). */
export type Audience = NamedAudience | { followers: true };

/** One sentence for some people. Of several for the same person the first counts. */
export interface Notice {
  to: readonly Audience[];
  sentence: string;
  href: string;
  /** Who muted the proposal is told all the same, or not; unless said, as the event's kind has it. */
  addressed?: boolean;
  /** These people hear of it by another event: they are told nothing of this one. */
  silent?: true;
}

/** Which events of a domain tell whom: by type of the event. */
export type NoticeTable = Readonly<Record<string, (event: ToldEvent) => Notice[]>>;

/** Persons of whom some may be absent. */
export function people(...ids: (number | null | undefined)[]): NamedAudience[] {
  return ids.flatMap((personId) => (personId == null ? [] : [{ personId }]));
}

/** Whoever owns or owes something: a person, a body or a role. */
export function ownerOf(
  personId: number | null,
  bodyId: number | null,
  role: string | null = null,
): NamedAudience[] {
  if (personId !== null) return [{ personId }];
  if (bodyId !== null) return [{ bodyId }];
  return role === null ? [] : [{ role }];
}

/** Numbers that the event carries as a list; none where it does not. */
export function numbersOf(data: Readonly<Record<string, unknown>>, key: string): number[] {
  const value = data[key];
  return Array.isArray(value) ? value.filter((each) => typeof each === "number") : [];
}

/** A fact that the event carries as text; empty where it does not. */
export function textOf(data: Readonly<Record<string, unknown>>, key: string): string {
  const value = data[key];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** `: the reason.`, where there is one. */
export function because(event: ToldEvent): string {
  const reason = textOf(event.data, "reason");
  return reason ? `: ${reason}` : ".";
}
