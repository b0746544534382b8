import type { BallotStatus } from "../decisions/ballot-machine";
import type { BallotResult } from "../decisions/decidability";
import type { Outcome } from "../decisions/effects";
import type { BallotRule } from "../decisions/rule-set";
import type { PositionValue } from "../decisions/tally";
import type { methodLabels } from "../decisions/ui-text";
import type { Owner } from "../people/queries";
import { thePublic } from "../workflow/actor";
import type { LineKind } from "./action-line";
import type { ActionStatus } from "./action-machine";
import type { AgendaItemStatus } from "./machine";
import { type ItemAudience, mayReadItem } from "./policy";
import type { Arrival, Span } from "./quorum";

interface Named {
  handle: string;
  name: string;
}

export interface PersonThere extends Named, Arrival {
  part: "director" | "officer" | "guest";
  /** Offices held on the day, in words: "chair", "liaison". */
  roles: string[];
  /** From when until when they were there. */
  spans?: Span[];
  /** Set where they left and did not come back. */
  leftAt?: Date | null;
}

export interface LineRecord {
  id: number;
  kind: LineKind;
  text: string;
  by: string;
  owner: Owner | null;
  dueOn: string | null;
  questionNumber: number | null;
  at: Date;
  /** The amendment whose text this is: "amendment 2". */
  amendedBy?: string;
}

export interface DecisionRecord {
  id: number;
  outcome: Outcome;
  method: keyof typeof methodLabels;
  text: string;
  conditions: { text: string; owner: Owner | null; dueOn: string | null }[];
  reviewOn: string | null;
  /** Date of the meeting that comes back to it. */
  nextMeeting: string | null;
  followUp: Named | null;
}

/** A motion, how it ended, and where each stood at the end. */
export interface MotionRecord {
  id: number;
  text: string;
  rule: BallotRule;
  status: BallotStatus;
  mover: Named;
  seconder: Named | null;
  result: BallotResult | null;
  /** "Carried: 4 for, none against."; empty until it is closed. */
  resultText: string;
  positions: (Named & { value: PositionValue; reason: string; binding: boolean })[];
}

/** A correction of published minutes. */
export interface AmendmentRecord {
  number: number;
  executive: boolean;
  itemId: number | null;
  lineId: number | null;
  text: string;
  was: string;
  reason: string;
  by: string;
  at: Date;
}

/** What was reported on an ACTION of an earlier meeting. */
export interface ReportRecord {
  text: string;
  /** Date of the meeting that gave it. */
  from: string;
  executive: boolean;
  owner: Owner | null;
  status: ActionStatus;
  note: string;
}

export interface ItemRecord {
  id: number;
  title: string;
  status: AgendaItemStatus;
  executive: boolean;
  audience: ItemAudience;
  proposal: { number: number } | null;
  presenter: Named | null;
  lines: LineRecord[];
  motions: MotionRecord[];
  decision: DecisionRecord | null;
  /** Date of the meeting that it was carried to. */
  carriedTo: string | null;
  /** What the secretary says beside the record. */
  note: string | null;
  /** Date of the minutes that were approved under it. */
  approves: string | null;
  /** Corrections of the item as a whole. */
  additions: AmendmentRecord[];
}

/** All that a meeting's minutes are made of. */
export interface MinutesRecord {
  date: string;
  title: string;
  place: string;
  openedAt: Date | null;
  adjournedAt: Date | null;
  seatedDirectors: number;
  attendance: PersonThere[];
  /** When the board was among itself. */
  executiveSpans?: Span[];
  items: ItemRecord[];
  /** What the secretary says ahead of the record. */
  preface: string | null;
  amendments: AmendmentRecord[];
  /** Since the meeting before, on ACTIONs of earlier ones. */
  reports: ReportRecord[];
  /** The meeting that approved these minutes. */
  approvedIn: string | null;
}

/** Items that the meeting had before it, in their order. */
export function itemsHeld(record: MinutesRecord): ItemRecord[] {
  return record.items.filter((item) => item.status === "open" || item.status === "done");
}

/** What of it everybody may read: executive items and their lines are not in it (DOMAIN 5). */
export function publicPart(record: MinutesRecord): MinutesRecord {
  const items = record.items.filter((item) => !item.executive && mayReadItem(thePublic, item.audience));
  const amendments = record.amendments.filter((each) => !each.executive);
  const reports = record.reports.filter((each) => !each.executive);
  return { ...record, items, amendments, reports };
}
