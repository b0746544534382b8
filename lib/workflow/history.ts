import { dayInWords as day } from "../calendar-date";
import { minutesSentences } from "../meetings/minutes-history";
import { ballotSentences } from "./history-ballots";
import { peopleSentences } from "./history-people";
import { regionSentences } from "./history-region";
import { routingSentences } from "./history-routing";
import { supportSentences } from "./history-support";
import { ticketSentences } from "./history-tickets";

/** An event as a history reads it: the row, with the names that stand behind its ids. */
export interface HistoryRow {
  type: string;
  data: Readonly<Record<string, unknown>>;
  actorName: string | null;
  onBehalfOf?: string | null;
  /** Where the event belongs to a ticket or a meeting. */
  ticketNumber?: number | null;
  meetingDate?: string | null;
}

export interface HistorySentence {
  who: string;
  /** What they did, after their name: "published it." */
  sentence: string;
  /** The reason that they gave. */
  why?: string;
}

export type Say = (fact: Fact, row: HistoryRow) => string;
export type Fact = (key: string) => string;

/** Who did what, and why, in words. A type that is not known yet still reads as a sentence. */
export function sentenceOf(row: HistoryRow): HistorySentence {
  const fact: Fact = (key) => textOf(row.data[key]);
  const say = sentences[row.type] ?? (row.type.startsWith("tracker.") ? inTracker : undefined);
  const words = (say ? say(fact, row) : fallback(row.type)).replace(/\s+/g, " ").trim();
  const why = fact("reason") || fact("overrideReason");
  return { who: whoOf(row), sentence: `${words}.`, ...(why && { why }) };
}

function whoOf({ actorName, onBehalfOf }: HistoryRow): string {
  if (actorName && onBehalfOf) return `${actorName}, for ${onBehalfOf},`;
  return actorName ?? onBehalfOf ?? "The portal";
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(", ");
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** `evidence.taken_back` reads "recorded: evidence taken back". */
function fallback(type: string): string {
  return `recorded: ${type.replace(/[._]/g, " ")}`;
}

const on = (date: string): string => (date ? ` of ${day(date)}` : "");
const meeting: Say = (fact, { meetingDate }) =>
  `the meeting${on(fact("meeting") || fact("date") || meetingDate || "")}`;
const question: Say = (fact) => `question ${fact("number")}`;
const withRevision = (fact: Fact): string => (fact("revision") ? ` with revision ${fact("revision")}` : "");
const minutes: Say = (fact) => `${fact("presentMinutes")} + ${fact("qaMinutes") || "0"} minutes`;
const part: Say = (fact) => (fact("title") ? `“${fact("title")}”` : "the item");

/** Every kind of event, in the words of the glossary (DOMAIN 3). */
const sentences: Readonly<Record<string, Say>> = {
  "proposal.created": () => "started a draft",
  "proposal.draft_saved": () => "saved the draft",
  "proposal.published": () => "published it",
  "proposal.revised": (fact) => `wrote revision ${fact("revision")}`,
  "proposal.scheduled": (fact, row) => `put it on the agenda of ${meeting(fact, row)}`,
  "proposal.unscheduled": () => "took it off the agenda",
  "proposal.review_opened": () => "opened it for the board's review",
  "proposal.returned": (fact) => `returned it to discussion${outcomeIn(fact)}`,
  "proposal.split_started": (fact) => `started the split${outcomeIn(fact)}`,
  "proposal.declined": () => "closed it as declined",
  "proposal.split_confirmed": () => "confirmed the split: everything is accounted for",
  "proposal.completed": (fact) =>
    fact("tickets") === "0"
      ? "closed it as completed: its split left nothing to do"
      : "closed it as completed, with its last ticket",
  "proposal.withdrawn": () => "withdrew it",
  "proposal.closed_without_follow_up": () => "closed it without follow-up",
  "proposal.taken_up": () => "took it up where it had stopped",
  "proposal.readiness_overridden": (fact, row) =>
    `put it forward for ${meeting(fact, row)} before it is ready; it needs ${fact("needs")}`,
  "proposal.co_author_added": (fact) => `took ${fact("name")} in as co-author`,
  "proposal.co_author_removed": (fact) =>
    fact("left") ? "left: they are no co-author any more" : `let ${fact("name")} go as co-author`,
  "ask.confirmed": (fact) =>
    fact("byWriting") ? `took ask ${fact("ask")} on themself` : `confirmed that they own ask ${fact("ask")}`,
  "ask.declined": (fact) => `declined to own ask ${fact("ask")}`,
  "proposal.imported": () => "imported the thread",
  "proposal.import_updated": () => "imported what was new in the thread",
  "proposal.closed_in_tracker": (fact) =>
    `closed it in the tracker${fact("closeStatus") && ` as ${fact("closeStatus")}`}`,
  "proposal.reopened_in_tracker": () => "reopened it in the tracker",

  "comment.posted": () => "commented",
  "comment.edited": () => "changed a comment",
  "comment.reacted": () => "reacted to a comment",
  "comment.reaction_removed": () => "took a reaction back",
  "question.asked": (fact) => `asked ${fact("of")} question ${fact("number")}: ${unfinished(fact("text"))}`,
  "question.answered": (fact, row) => `answered ${question(fact, row)}${withRevision(fact)}`,
  "question.answer_given": (fact, row) => `gave an answer to ${question(fact, row)}${withRevision(fact)}`,
  "question.concluded": (fact, row) => `has enough answers to ${question(fact, row)}`,
  "question.accepted": (fact, row) => `accepted the answer to ${question(fact, row)}`,
  "question.withdrawn": (fact, row) => `took ${question(fact, row)} back`,
  "question.reopened": (fact, row) => `opened ${question(fact, row)} again`,
  "question.left_unanswered": (fact, row) =>
    `left ${question(fact, row)} unanswered at the end of the meeting`,
  "question.candidate_dismissed": (fact) => `said that “${fact("sentence")}” was no question`,

  ...supportSentences,
  ...ballotSentences,
  ...minutesSentences,

  "meeting.replied": (fact) => (fact("answer") === "attends" ? "said that they come" : "sent regrets"),
  "agenda_item.changed": (fact, row) => `changed “${fact("title")}”: ${minutes(fact, row)}`,
  "agenda_item.pulled": (fact) => `pulled “${fact("title")}” to have it talked about`,
  "agenda_item.handed_over": (fact) => `named ${fact("presenter")} to present “${fact("title")}”`,

  "slot.requested": (fact, row) => `asked for ${minutes(fact, row)} of a meeting`,
  "slot.expired": () => "let the negotiation of time expire, as nobody answered",
  "slot.offered": (fact, row) => `offered ${minutes(fact, row)} in ${meeting(fact, row)}`,
  "slot.countered": (fact, row) => `proposed ${minutes(fact, row)} in ${meeting(fact, row)} instead`,
  "slot.accepted": (fact, row) => `accepted ${minutes(fact, row)} in ${meeting(fact, row)}`,
  "slot.meeting_moved": (fact) =>
    `moved the meeting whose time lies on the table from ${day(fact("oldDate"))} to ${day(fact("meeting"))}`,
  "slot.declined": () => "declined the offered time",
  "slot.withdrawn": () => "took the request for time back",

  "meeting_series.created": () => "set up the series of meetings",
  "meeting_series.changed": (fact) =>
    `changed the series of meetings${fact("endsOn") && `: its last day is ${day(fact("endsOn"))}`}`,
  "meeting.created": () => "planned the meeting",
  "meeting.moved": (fact) => `moved the meeting from ${day(fact("oldDate"))} to ${day(fact("date"))}`,
  "meeting.changed": () => "changed the meeting",
  "meeting.published": () => "published the agenda",
  "meeting.called_to_order": () => "called the meeting to order",
  "meeting.adjourned": () => "adjourned the meeting",
  "meeting.cancelled": () => "cancelled the meeting",
  "meeting.attendance_recorded": (fact) =>
    `recorded the attendance: ${fact("directorsAttending") || "0"} directors present`,
  "meeting.attendance_marked": (fact) => `wrote down that @${fact("handle")} ${attended(fact("deed"))}`,
  "meeting.place_marked": (fact) => `showed everybody “${fact("title")}”`,
  "meeting.executive_entered": () => "opened the executive session",
  "meeting.executive_left": () => "ended the executive session",
  "agenda_item.questions_begun": (fact) => `began the questions on “${fact("title")}”`,
  "agenda_item.minutes_added": (fact) => `gave “${fact("title")}” ${fact("minutes")} more minutes`,
  "meeting.quorum_reached": (fact) =>
    `noted that there is a quorum: ${fact("attending")} of ${fact("seated")}`,
  "meeting.quorum_lost": (fact) => `noted that the quorum is lost: ${fact("attending")} of ${fact("seated")}`,
  "agenda_item.planned": (fact, row) =>
    fact("overMinutes")
      ? `put ${part(fact, row)} on the agenda of ${meeting(fact, row)}, ${fact("overMinutes")} minutes over`
      : `put ${part(fact, row)} on the agenda of ${meeting(fact, row)}`,
  "agenda_item.outlined": () => "wrote the outline of the item",
  "agenda_item.reordered": (fact) => `moved an item to place ${fact("place")}`,
  "agenda_item.opened": () => "opened the item",
  "agenda_item.closed": () => "closed the item",
  "agenda_item.carried": (fact, row) => `carried the item over to ${meeting(fact, row)}`,
  "agenda_item.withdrawn": () => "withdrew the item from the agenda",
  "minutes.line_written": (fact) => `wrote a line of the minutes (${fact("kind") || "note"})`,
  "minutes.line_changed": (fact) => `changed a line of the minutes (${fact("kind") || "note"})`,
  "minutes.line_struck": (fact) => `struck a line of the minutes (${fact("kind") || "note"})`,
  "minutes.line_restored": (fact) => `put a line of the minutes back (${fact("kind") || "note"})`,
  "minutes.ticket_drafted": (fact) => `made ticket T-${fact("number")} of an ACTION`,
  "minutes.action_assigned": (fact) =>
    `gave an ACTION to ${fact("owner")}${fact("dueOn") && `, due ${day(fact("dueOn"))}`}`,
  "minutes.drafted": () => "drafted the minutes",
  "minutes.published": () => "published the minutes",

  "decision.recorded": (fact) =>
    `recorded the decision of ${day(fact("decidedOn")) || "the board"}: ${fact("outcome").replaceAll("_", " ")}`,
  ...ticketSentences,
  ...peopleSentences,

  ...regionSentences,
  ...routingSentences,
};

/** The types that this history has words for. */
export const knownEventTypes: readonly string[] = Object.keys(sentences);

function attended(deed: string): string {
  if (deed === "left" || deed === "returned") return deed;
  if (deed === "regrets") return "sent regrets";
  return deed === "late" ? "came late" : `is ${deed}`;
}

function outcomeIn(fact: Fact): string {
  return fact("outcome") && ` (${fact("outcome").replaceAll("_", " ")})`;
}

/** The tracker's own note, without the heading that names who is named already. */
function inTracker(fact: Fact): string {
  const note = fact("text").replace(/^\W*Metadata Update from @\S+\s*/i, "");
  const changes = note
    .replace(/^\s*- /gm, "")
    .trim()
    .replace(/\s*\n\s*/g, "; ");
  return `noted in the tracker: ${changes.replace(/\.$/, "") || "a change"}`;
}

/** A question ends with its own mark; the sentence around it adds its full stop. */
function unfinished(text: string): string {
  return text.endsWith(".") ? text.slice(0, -1) : `“${text}”`;
}
