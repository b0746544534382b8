import { type BallotRow, currentPositions } from "../decisions/ballot-row";
import type { AmendmentRow, BesideRow } from "./minutes-beside-facts";
import type { AmendmentRecord, ItemRecord, MinutesRecord, MotionRecord } from "./minutes-record";
import type { Span } from "./quorum";
import type { ItemRow, SessionRow, SpanRow } from "./session-row";

/** The part of a session that its minutes are made of, with what stands beside it. */
export function minutesRecordOf(session: SessionRow, beside: BesideRow = nothingBeside): MinutesRecord {
  const { date, title, place, seatedDirectors, attendance, items } = session;
  return {
    date,
    title,
    place,
    openedAt: instant(session.openedAt),
    adjournedAt: instant(session.adjournedAt),
    seatedDirectors: seatedDirectors ?? 0,
    attendance: attendance.map((one) => ({
      ...one,
      arrivedAt: instant(one.arrivedAt),
      leftAt: instant(one.leftAt),
      spans: one.spans.map(spanOf),
    })),
    executiveSpans: session.executiveSpans.map(spanOf),
    items: items.map((item) => itemRecord(item, beside)),
    preface: beside.notes.find(({ itemId }) => itemId === null)?.text ?? null,
    amendments: beside.amendments.map(amendmentRecord),
    reports: beside.reports,
    approvedIn: beside.approval?.in ?? null,
  };
}

const nothingBeside: BesideRow = {
  ...{ notes: [], amendments: [], approval: null, approves: [], reports: [], comments: [], reviews: [] },
  changedAt: null,
};

function amendmentRecord({ visibility, by, at, ...amendment }: AmendmentRow): AmendmentRecord {
  return { ...amendment, executive: visibility === "executive", by: by.name, at: new Date(at) };
}

/** Executive is what is marked so, what stands in the executive session, and what an executive proposal brings. */
export function isExecutive(item: Pick<ItemRow, "visibility" | "section" | "proposal">): boolean {
  return (
    item.visibility === "executive" ||
    item.section === "executive" ||
    item.proposal?.visibility === "executive"
  );
}

function itemRecord(item: ItemRow, { notes, approves }: BesideRow): ItemRecord {
  const { id, title, status, presenter, decision, carriedTo, visibility, presenterId, proposal } = item;
  return {
    id,
    title,
    status,
    presenter,
    decision,
    carriedTo,
    executive: isExecutive(item),
    audience: { visibility, presenterId, proposal },
    motions: item.ballots.map(motionRecord),
    proposal: proposal && { number: proposal.number },
    // What was struck is not on the record.
    lines: item.lines.filter((line) => !line.struck).map((line) => ({ ...line, at: new Date(line.at) })),
    note: notes.find(({ itemId }) => itemId === id)?.text ?? null,
    approves: approves.find(({ itemId }) => itemId === id)?.date ?? null,
    additions: [],
  };
}

function motionRecord(ballot: BallotRow): MotionRecord {
  const { id, text, rule, status, mover, seconder, result, resultText, positions } = ballot;
  return {
    ...{
      id,
      text,
      rule,
      status,
      mover: named(mover),
      seconder: seconder && named(seconder),
      result,
      resultText,
    },
    positions: currentPositions(positions)
      .filter(({ value }) => value !== "withdrawn")
      .map(({ value, reason, binding, ...person }) => ({ ...named(person), value, reason, binding })),
  };
}

function named({ handle, name }: { handle: string; name: string }) {
  return { handle, name };
}

export function spanOf({ from, to }: SpanRow): Span {
  return { from: new Date(from), to: instant(to) };
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
