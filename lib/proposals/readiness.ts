import { itemsOf } from "./readiness-items";
import { earliestMeeting, meetingInWords } from "./readiness-meeting";

/** What readiness is computed from (DOMAIN 4); one expression reads it, lib/proposals/readiness-queries.ts. */
export interface ReadinessFacts {
  summary: boolean;
  /** The section "What is wanted of the board, and why" says something. */
  saysWhy: boolean;
  asks: readonly { number: number; kind: string; owned: boolean; tested: boolean }[];
  /** Open or left unanswered, and not placed in a split. */
  questions: readonly { number: number; of: string }[];
  /** Open or addressed. Whose turn it is: the resolver's while open, then the opener's. */
  concerns: readonly { number: number; waitsFor: string }[];
  sponsor: { confirmed: string | null; asked: string | null };
  materials: readonly { number: number; outdated: boolean }[];
  revision: number;
  /** When the text or a material last changed for readers; null while it is a draft. */
  informationAt: string | null;
  meeting: Coming | null;
  /** Meetings to come on which it could be, the next one first. */
  coming: readonly Coming[];
}

export interface Coming {
  date: string;
  startsAt: string;
}

export interface ReadinessSetting {
  number: number;
  now: Date;
  /** Hours between the last change and the meeting (a setting). */
  noticeHours: number;
  /** Whether the reader may change the text: then what is missing leads into the form. */
  mayWrite: boolean;
}

export type ReadinessKey =
  | "summary"
  | "asks"
  | "owners"
  | "tests"
  | "board"
  | "questions"
  | "concerns"
  | "sponsor"
  | "materials"
  | "information";

export interface ReadinessItem {
  key: ReadinessKey;
  ok: boolean;
  /** How it stands. */
  text: string;
  /** What is missing, as it stands after "Needs:"; absent where nothing is. */
  need?: string;
  /** Where it is seen, or mended while it is missing. */
  href: string;
  /** Whose turn it is, while it is missing. */
  waitsFor?: string;
}

export interface Readiness {
  ready: boolean;
  /** "Needs: answers to 2 questions, an owner for ask 3. Earliest meeting: 14 Oct 20:00 UTC." */
  sentence: string;
  items: ReadinessItem[];
  /** The sentence's last part, on its own: "Earliest meeting: 14 Oct 20:00 UTC." */
  meetingWords: string;
  /** Its meeting: the one on whose agenda it stands, else the earliest that it can be on; null where none is planned. */
  meeting: Coming | null;
}

/**
 * Whether a proposal is ready for the board, computed from facts each time that it is read (DOMAIN 4; promise 9).
 * Ready means that nothing is missing; the meeting is said beside it.
 */
export function readinessOf(facts: ReadinessFacts, setting: ReadinessSetting): Readiness {
  const items = itemsOf(facts, setting);
  const missing = items.filter((item) => !item.ok);
  const stillChanges = missing.some(({ key }) => changing.includes(key));
  const earliest = facts.meeting ? null : earliestMeeting(facts, setting, stillChanges);
  const meeting = meetingInWords(facts.meeting, earliest, setting);
  const needs = missing.flatMap(({ need }) => need ?? []);
  const state = needs.length > 0 ? `Needs: ${needs.join(", ")}.` : "Ready for the board.";
  return {
    ready: missing.length === 0,
    sentence: `${state} ${meeting}`,
    items,
    meetingWords: meeting,
    meeting: facts.meeting ?? earliest,
  };
}

/** Mending one of these changes what the board reads, so its hours begin anew. */
const changing: readonly ReadinessKey[] = ["summary", "asks", "owners", "tests", "board", "materials"];
