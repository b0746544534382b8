import { db } from "../db/client";
import { renderMarkdown } from "../discussion/markdown";
import { env } from "../env";
import { type Actor, readsExecutive } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import { type MinutesMove, type MinutesStatus, minutesMachine } from "./machine";
import { minutesDueAt } from "./minutes-clock";
import { minutesDocument, warningsOf } from "./minutes-document";
import { minutesMarkdown } from "./minutes-markdown";
import { type MinutesRecord, publicPart } from "./minutes-record";
import { minutesText } from "./minutes-text";
import { readSession } from "./session-facts";
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
}

export interface ShownMinutes {
  markdown: string;
  /** For the page, whose head already says the title. */
  html: string;
  text: string;
  record: MinutesRecord;
  /** Whether executive items are in it: then it is not for passing on. */
  executive: boolean;
}

/** Published minutes are everybody's; a draft is read by the directors and officers; executive items only by them. */
export async function findMinutes(
  actor: Actor,
  date: string,
  wanted: { directorsView: boolean } = { directorsView: false },
): Promise<Minutes | null> {
  const session = await readSession(db, date);
  if (!session) return null;
  const insider = readsExecutive(actor);
  const published = session.minutesStatus === "published";
  const facts = { status: session.minutesStatus, meetingStatus: session.status, openComments: 0 };
  return {
    date: session.date,
    title: session.title,
    version: session.version,
    status: session.minutesStatus,
    publishedAt: session.minutesPublishedAt,
    dueAt: session.adjournedAt ? minutesDueAt(new Date(session.adjournedAt), env().MINUTES_DUE_HOURS) : null,
    shown:
      published || (insider && session.openedAt) ? shown(session, insider && wanted.directorsView) : null,
    warnings: insider && !published ? warningsOf(minutesRecordOf(session)) : [],
    // A draft is made from the record whenever it is read: drafting again would change nothing.
    moves: allowedMoves(minutesMachine, actor, facts).filter(
      (move) => minutesMachine.moves[move.name as MinutesMove].to !== session.minutesStatus, // its own names
    ),
  };
}

function shown(session: SessionRow, directorsView: boolean): ShownMinutes {
  const all = minutesRecordOf(session);
  const open = publicPart(all);
  const executive = directorsView && all.items.length > open.items.length;
  const record = executive ? all : open;
  const kept = executive ? null : session;
  const blocks = minutesDocument(record);
  const markdown = kept?.minutesMarkdown ?? minutesMarkdown(blocks);
  const text = kept?.minutesText ?? minutesText(blocks);
  return { record, executive, markdown, text, html: minutesHtml(markdown) };
}

/** Members' headings begin at h3; those of minutes are ours (nothing typed can make one) and begin at h2. */
function minutesHtml(markdown: string): string {
  const html = renderMarkdown(markdown.replace(/^# .*\n/, ""));
  return html.replace(/<(\/?)h([45])>/g, (_tag, slash, level) => `<${slash}h${Number(level) - 2}>`);
}
