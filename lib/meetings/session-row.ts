import type { BallotRow } from "../decisions/ballot-row";
import type { Outcome } from "../decisions/effects";
import type { methodLabels } from "../decisions/ui-text";
import type { StandingConcern } from "../discussion/concern-text";
import type { MaterialShown } from "../materials/queries";
import type { ProposalStatus } from "../proposals/machine";
import type { askKindLabels } from "../proposals/ui-text";
import type { TicketStatus } from "../tickets/policy";
import type { LineKind } from "./action-line";
import type { AgendaItemStatus, MeetingStatus, MinutesStatus } from "./machine";
import type { Outline } from "./outline";
import type { AgendaSection } from "./ui-text";

interface Named {
  handle: string;
  name: string;
}
interface OwnerRow extends Named {
  kind: "person" | "body";
}

/** What the one query of session-facts.ts returns: instants are ISO strings, as JSON has them. */
export interface SessionRow {
  id: number;
  version: number;
  date: string;
  title: string;
  place: string;
  status: MeetingStatus;
  minutesStatus: MinutesStatus;
  startsAt: string;
  timeZone: string;
  /** Where the chair is; null until an item was opened. */
  placeItemId: number | null;
  /** The last event of this meeting that is in here. */
  seq: number;
  executiveSpans: SpanRow[];
  openedAt: string | null;
  adjournedAt: string | null;
  seatedDirectors: number | null;
  minutesPublishedAt: string | null;
  minutesMarkdown: string | null;
  minutesText: string | null;
  attendance: AttendanceRow[];
  /** Whom attendance asks about: the directors and officers of the day, and who presents. */
  roster: RosterRow[];
  items: ItemRow[];
  laterMeetings: { date: string; title: string }[];
}

export interface RosterRow extends Named {
  part: "director" | "officer" | "guest";
  roles: string[];
  /** What they said ahead about coming; of people on the roster alone. */
  reply?: "attends" | "regrets" | null;
}

export interface AttendanceRow extends RosterRow {
  state: "present" | "late" | "absent" | "regrets";
  arrivedAt: string | null;
  /** Set while they are gone again. */
  leftAt: string | null;
  spans: SpanRow[];
}

export interface SpanRow {
  from: string;
  /** Null while it lasts. */
  to: string | null;
}

export interface ItemRow {
  id: number;
  version: number;
  status: AgendaItemStatus;
  section: AgendaSection;
  visibility: "public" | "executive";
  title: string;
  presenterId: number | null;
  presenter: Named | null;
  presentMinutes: number;
  qaMinutes: number;
  carryCount: number;
  pulled: { by: string | null; reason: string } | null;
  openedAt: string | null;
  closedAt: string | null;
  /** When the presentation ended. */
  questionsAt: string | null;
  isBreak: boolean;
  extraPresentMinutes: number;
  extraQaMinutes: number;
  lineCount: number;
  outline: Outline;
  proposal: ProposalRow | null;
  /** What came back from those who work on it, for a decision. */
  ticket?: TicketRow | null;
  lines: LineRow[];
  decision: DecisionRow | null;
  /** Motions on it with everything that was said to them. */
  ballots: BallotRow[];
  carriedTo: string | null;
}

export interface ProposalRow {
  number: number;
  title: string;
  status: ProposalStatus;
  visibility: "public" | "executive";
  authorId: number;
  coAuthors: { personId: number }[];
  imported: boolean;
  asks: { number: number; kind: keyof typeof askKindLabels; text: string }[];
  questions: { number: number; text: string; of: string }[];
  /** Those that stand in the way of approval. */
  concerns: StandingConcern[];
  materials: MaterialRow[];
}

export interface MaterialRow {
  number: number;
  kind: MaterialShown["kind"];
  title: string;
  url: string | null;
  file: MaterialShown["file"];
}

export interface TicketRow {
  number: number;
  title: string;
  status: TicketStatus;
  /** What happened to it, the last 30. */
  events: {
    id: number;
    at: string;
    type: string;
    data: Record<string, unknown>;
    actorName: string | null;
    onBehalfOf: string | null;
  }[];
}

export interface LineRow {
  id: number;
  itemId: number;
  kind: LineKind;
  text: string;
  by: string;
  owner: OwnerRow | null;
  dueOn: string | null;
  questionNumber: number | null;
  /** Its question is still open in the proposal's list. */
  questionOpen: boolean;
  /** The draft that was made of an ACTION. */
  ticketNumber: number | null;
  revision: number;
  struck: boolean;
  at: string;
}

export interface DecisionRow {
  id: number;
  outcome: Outcome;
  method: keyof typeof methodLabels;
  text: string;
  reviewOn: string | null;
  nextMeeting: string | null;
  followUp: Named | null;
  conditions: { text: string; owner: OwnerRow | null; dueOn: string | null }[];
}
