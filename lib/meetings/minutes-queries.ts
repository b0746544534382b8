import { db } from "../db/client";
import { renderMarkdown } from "../discussion/markdown";
import { env } from "../env";
import { type Actor, readsExecutive } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import { type MinutesStatus, minutesMachine } from "./machine";
import { asAmended } from "./minutes-amended";
import { type BesideRow, readBeside } from "./minutes-beside-facts";
import { minutesDueAt } from "./minutes-clock";
import { minutesDocument } from "./minutes-document";
import { minutesMarkdown } from "./minutes-markdown";
import { type AmendmentRecord, type MinutesRecord, publicPart } from "./minutes-record";
import { type MinutesReviewing, openThreads, reviewingOf } from "./minutes-review";
import { minutesText } from "./minutes-text";
import { warningsOf } from "./minutes-warnings";
import { mayRunMeetings } from "./policy";
import { readSession } from "./session-facts";
import { mayWriteRecord } from "./session-policy";
import { minutesRecordOf } from "./session-record";
import type { SessionRow } from "./session-row";

export interface Minutes {
  date: string;
  title: string;
  version: number;
  status: MinutesStatus;
  publishedAt: string | null;
  /** Until when they are due; null before the meeting is adjourned. */
  dueAt: Date | null;
  /** Null where this reader has to wait until they are published. */
  shown: ShownMinutes | null;
  /** What an officer is asked to confirm; only for those who may read the draft. */
  warnings: string[];
  moves: AllowedMove[];
  /** When a later meeting approved them, and which. */
  approval: { at: string; in: string } | null;
  /** What the board says about the draft; null for everybody else, and once they are published. */
  reviewing: MinutesReviewing | null;
  /** The preface and the notes under items, to be changed; null where this reader may not. */
  notes: BesideRow["notes"] | null;
  /** Published minutes are corrected by this reader. */
  mayAmend: boolean;
}

export interface ShownMinutes {
  markdown: string;
  /** For the page, whose head already says the title. */
  html: string;
  text: string;
  record: MinutesRecord;
  /** Whether executive items are in it: then it is not for passing on. */
  executive: boolean;
  /** Corrections since the publication, as far as this reader may see them. */
  amendments: AmendmentRecord[];
}

export interface WantedMinutes {
  directorsView: boolean;
  /** As they were published, without the amendments. */
  asPublished?: boolean;
}

/** Published minutes are everybody's; a draft is read by the directors and officers; executive items only by them. */
export async function findMinutes(
  actor: Actor,
  date: string,
  wanted: WantedMinutes = { directorsView: false },
): Promise<Minutes | null> {
  const [session, beside] = await Promise.all([readSession(db, date), readBeside(db, date)]);
  if (!session || !beside) return null;
  const insider = readsExecutive(actor);
  const { minutesStatus, adjournedAt } = session;
  const published = minutesStatus === "published";
  const record = minutesRecordOf(session, beside);
  const readable = published || (insider && session.openedAt !== null);
  const view = { ...wanted, directorsView: insider && wanted.directorsView };
  const state = { meetingStatus: session.status, minutesStatus };
  return {
    ...{ date: session.date, title: session.title, version: session.version, status: minutesStatus },
    publishedAt: session.minutesPublishedAt,
    dueAt: adjournedAt ? minutesDueAt(new Date(adjournedAt), env().MINUTES_DUE_HOURS) : null,
    shown: readable ? shown(session, record, view) : null,
    warnings: insider && !published ? warningsOf(record, openThreads(beside)) : [],
    moves: movesOf(actor, session, beside),
    approval: beside.approval,
    reviewing: insider && !published && session.openedAt ? reviewingOf(actor, session, beside) : null,
    notes: mayWriteRecord(actor, state).ok ? beside.notes : null,
    mayAmend: published && mayRunMeetings(actor),
  };
}

/** A draft is made from the record whenever it is read, and a comment takes a review back: neither is a button. */
function movesOf(actor: Actor, session: SessionRow, beside: BesideRow): AllowedMove[] {
  const facts = {
    status: session.minutesStatus,
    meetingStatus: session.status,
    openComments: openThreads(beside),
  };
  const done = reviewingOf(actor, session, beside).ownIsFresh;
  return allowedMoves(minutesMachine, actor, facts).filter(
    ({ name }) =>
      name === "publish" || (name === "draft" && facts.status === "none") || (name === "review" && !done),
  );
}

function shown(
  session: SessionRow,
  all: MinutesRecord,
  { directorsView, asPublished }: WantedMinutes,
): ShownMinutes {
  const open = publicPart(all);
  const hasMore = all.items.length > open.items.length || all.amendments.length > open.amendments.length;
  const executive = directorsView && hasMore;
  const original = executive ? all : open;
  const { amendments } = original;
  const record = asPublished ? { ...original, amendments: [] } : asAmended(original);
  const asKept = !executive && (asPublished || amendments.length === 0) ? session : null;
  const blocks = minutesDocument(record);
  const approval = all.approvedIn ? `\nApproved at the meeting of ${all.approvedIn}.\n` : "";
  const kept = (text: string | null | undefined) => (text == null ? undefined : `${text}${approval}`);
  const markdown = kept(asKept?.minutesMarkdown) ?? minutesMarkdown(blocks);
  const text = kept(asKept?.minutesText) ?? minutesText(blocks);
  return { record, executive, markdown, text, html: minutesHtml(markdown), amendments };
}

/** Members' headings begin at h3; those of minutes are ours (nothing typed can make one) and begin at h2. */
function minutesHtml(markdown: string): string {
  const html = renderMarkdown(markdown.replace(/^# .*\n/, ""));
  return html.replace(/<(\/?)h([45])>/g, (_tag, slash, level) => `<${slash}h${Number(level) - 2}>`);
}
