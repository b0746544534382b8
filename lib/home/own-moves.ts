import { dayInWords } from "../calendar-date";
import { now } from "../clock";
import { clock } from "../decisions/decidability";
import { env } from "../env";
import { clockWords, minutesDueAt } from "../meetings/minutes-clock";
import { ownNeedsOf } from "../proposals/readiness-queries";

/** One sentence with one button: what waits for this person (UI: Home). */
export interface YourMove {
  key: string;
  sentence: string;
  button: string;
  href: string;
}

export interface OwnRow {
  kind:
    | "ask"
    | "draft"
    | "offer"
    | "split"
    | "minutes"
    | "review"
    | "action"
    | "decided"
    | "concern"
    | "addressed"
    | "endorsement"
    | "preread"
    | "reply"
    | "ballot"
    | "decide"
    | "revisit"
    | "unready"
    | "no_news"
    | "still";
  number: number | null;
  title: string;
  date: string | null;
  at: Date;
  /** A decision's outcome, a concern's number, the part that somebody is asked to play. */
  detail: string | null;
}

type Say = (row: OwnRow, name: string) => Omit<YourMove, "key"> | null;

/** Each kind of row in its words; what was decided lately waits for nobody. */
const waiting: Readonly<Record<Exclude<OwnRow["kind"], "decided">, Say>> = {
  minutes: ({ title, date, at }) => ({
    sentence: `The minutes of ${title}, ${day(date)}, are due: ${clockWords(minutesDueAt(at, env().MINUTES_DUE_HOURS), now())}.`,
    button: "Publish minutes",
    href: `/meetings/${date}/minutes`,
  }),
  ballot: ({ number, title, detail, at }) => ({
    sentence: `The board votes on ${detail ? `#${detail} ${title}` : `“${title}”`}, and your position is missing. It ends at the latest ${clock(at)}.`,
    button: "Take a position",
    href: `/ballots/${number}#position`,
  }),
  decide: ({ number, title, detail }) => ({
    sentence: `The ballot on #${detail} ${title} carried: write down the decision.`,
    button: "Record the decision",
    href: `/ballots/${number}#decide`,
  }),
  review: ({ title, date, at }) => ({
    sentence: `The minutes of ${title}, ${date}, are drafted: say what is missing, or that you reviewed them (${clockWords(minutesDueAt(at, env().MINUTES_DUE_HOURS), now())}).`,
    button: "Review minutes",
    href: `/meetings/${date}/minutes#review`,
  }),
  action: ({ title, date, detail }) => ({
    sentence: `Your ACTION from ${day(date)}: ${title}. Say how it stands.`,
    button: "Report",
    href: `/meetings/actions/${detail}`,
  }),
  revisit: ({ number, title, date, detail }) => ({
    sentence: `The decision on #${detail} ${title} was to be reviewed on ${day(date)}: put it on an agenda.`,
    button: "See the decision",
    href: `/decisions/${number}`,
  }),
  offer: ({ number, date }, name) => ({
    sentence: `You are offered time for ${name} on ${day(date)}.`,
    button: "Answer the offer",
    href: `/proposals/${number}/board`,
  }),
  ask: ({ number, detail }, name) => ({
    sentence: `${detail?.includes(",") ? "Asks" : "Ask"} ${detail} of ${name}: you, or a group of yours, are named as the owner.`,
    button: "Confirm or decline",
    href: `/proposals/${number}#ask-${detail?.split(",")[0]}`,
  }),
  split: ({ number }, name) => ({
    sentence: `${name} is decided: turn it into tickets.`,
    button: "Split",
    href: `/proposals/${number}/split`,
  }),
  concern: ({ number, detail }, name) => ({
    sentence: `Concern ${detail} on ${name} waits for you: say what was done about it.`,
    button: "Address it",
    href: `/proposals/${number}/concerns#concern-${detail}`,
  }),
  addressed: ({ number, detail }, name) => ({
    sentence: `Something was done about your concern ${detail} on ${name}: does that resolve it?`,
    button: "Say whether",
    href: `/proposals/${number}/concerns#concern-${detail}`,
  }),
  endorsement: ({ number, detail }, name) => ({
    sentence: `You are asked to ${detail === "sponsor" ? "sponsor" : "endorse"} ${name}.`,
    button: "Answer",
    href: `/proposals/${number}/support`,
  }),
  preread: ({ date }, name) => ({
    sentence: `Read the pre-read of ${name} before ${day(date)}.`,
    button: "Read",
    href: `/meetings/${date}/preread`,
  }),
  reply: ({ title, date }) => ({
    sentence: `The agenda of ${title}, ${day(date)}, is out: say whether you come.`,
    button: "Answer",
    href: `/meetings/${date}#who-comes`,
  }),
  unready: ({ number, detail }, name) => {
    const needs = number === null ? null : ownNeedsOf({ number, detail: detail ?? "null" });
    return needs && { sentence: `${name} ${needs.sentence}`, button: "Make it ready", href: needs.href };
  },
  no_news: ({ number, title, detail }) => ({
    sentence: `Ticket ${number}: ${title}, which you asked for, has had no news for ${detail} days.`,
    button: "See it",
    href: `/tickets/${number}`,
  }),
  still: ({ detail }) => ({
    sentence: detail === "1" ? "1 ticket stands still." : `${detail} tickets stand still.`,
    button: "See which",
    href: "/tickets?needs=any",
  }),
  draft: ({ number, detail }, name) => ({
    sentence: detail
      ? `The draft ${name}, which you write with others, is not published yet.`
      : `Your draft ${name} is not published yet.`,
    button: "Go on",
    href: `/proposals/${number}`,
  }),
};

function day(date: string | null): string {
  return dayInWords(date ?? "");
}

/** Of these one proposal may have several. */
const several: readonly OwnRow["kind"][] = ["concern", "addressed", "endorsement", "action"];

/** What a row of somebody's own asks of them, as a sentence with a button. */
export function ownMove(row: OwnRow): YourMove[] {
  if (row.kind === "decided") return [];
  const move = waiting[row.kind](row, `#${row.number} ${row.title}`);
  const key = `${row.kind}-${row.number ?? row.date}`;
  return move ? [{ key: several.includes(row.kind) ? `${key}-${row.detail}` : key, ...move }] : [];
}
