import { methodWords, outcomeLabels } from "../decisions/ui-text";
import { actionHead, isOwnerless, linePrefixes } from "./action-line";
import { motionBlocks } from "./minutes-motions";
import type { ItemRecord, MinutesRecord, PersonThere } from "./minutes-record";
import { itemsHeld } from "./minutes-record";
import { quorumOf, quorumSentence } from "./quorum";

/** The minutes as blocks, before they are Markdown or plain text (minutes-markdown.ts, minutes-text.ts). */
export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "list"; ordered?: true; entries: string[] };

/** The minutes in the community's shape: who was there, quorum with its time, and each item with all its lines. */
export function minutesDocument(record: MinutesRecord): Block[] {
  const held = itemsHeld(record);
  return [
    heading(1, `${record.title}, ${record.date}`),
    paragraph(whenHeld(record)),
    heading(2, "Attendees"),
    ...attendees(record),
    heading(2, "Quorum"),
    paragraph(quorumOfRecord(record)),
    heading(2, "Agenda"),
    ...(held.length > 0
      ? held.flatMap((item, index) => itemBlocks(item, index + 1))
      : [paragraph("No item was discussed.")]),
    ...carriedBlocks(record),
  ];
}

function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: "heading", level, text };
}

function paragraph(text: string): Block {
  return { kind: "paragraph", text };
}

function whenHeld({ openedAt, adjournedAt, place }: MinutesRecord): string {
  const opened = openedAt ? `Called to order at ${clock(openedAt)}` : "Not called to order yet";
  const ended = adjournedAt ? `, adjourned at ${clock(adjournedAt)}` : "";
  return `${opened}${ended}.${place ? ` Place: ${place}.` : ""}`;
}

function attendees({ attendance }: MinutesRecord): Block[] {
  const there = attendance.filter((one) => one.state === "present" || one.state === "late");
  const away = attendance.filter((one) => one.state === "absent" || one.state === "regrets");
  const groups: [string, PersonThere[]][] = [
    ["Board members:", there.filter((one) => one.part === "director")],
    ["Officers:", there.filter((one) => one.part === "officer")],
    ["Guests:", there.filter((one) => one.part === "guest")],
    ["Absent:", away],
  ];
  if (attendance.length === 0) return [paragraph("Attendance was not recorded.")];
  return groups
    .filter(([, people]) => people.length > 0)
    .flatMap(([title, people]): Block[] => [
      paragraph(title),
      { kind: "list", entries: people.map(personEntry) },
    ]);
}

function personEntry({ name, roles, state, arrivedAt }: PersonThere): string {
  const office = roles.length > 0 ? ` (${roles.join(", ")})` : "";
  if (state === "late") return `${name}${office}, from ${arrivedAt ? clock(arrivedAt) : "later on"}`;
  return `${name}${office}${state === "regrets" ? ", with regrets" : ""}`;
}

function quorumOfRecord(record: MinutesRecord): string {
  const directors = record.attendance.filter((one) => one.part === "director");
  const quorum = quorumOf(record.seatedDirectors, directors);
  const since = quorum.reachedAt ? ` Reached at ${clock(quorum.reachedAt)}.` : "";
  return `${quorumSentence(quorum)}${since}`;
}

function itemBlocks(item: ItemRecord, number: number): Block[] {
  const proposal = item.proposal ? ` (#${item.proposal.number})` : "";
  const presenter = item.presenter ? [paragraph(`Presented by ${item.presenter.name}.`)] : [];
  const lines: Block[] =
    item.lines.length > 0
      ? [{ kind: "list", entries: item.lines.map(lineText) }]
      : [paragraph("Nothing was written down under this item.")];
  return [
    heading(3, `${number}. ${item.title}${proposal}${item.executive ? " – executive session" : ""}`),
    ...presenter,
    ...lines,
    ...item.motions.flatMap(motionBlocks),
    ...decisionBlocks(item),
  ];
}

/** A line as the minutes say it: "ACTION: @ada, by 2021-10-01: write to infra". */
export function lineText(line: ItemRecord["lines"][number]): string {
  const question =
    line.kind === "question" && line.questionNumber ? `QUESTION ${line.questionNumber}: ` : undefined;
  return `${question ?? linePrefixes[line.kind]}${actionHead(line)}${line.text}`;
}

function decisionBlocks({ decision }: ItemRecord): Block[] {
  if (!decision) return [];
  const conditions = decision.conditions.map(({ text, owner, dueOn }) => {
    const who = owner ? ` (${owner.kind === "person" ? "@" : ""}${owner.handle})` : "";
    return `${text}${who}${dueOn ? `, by ${dueOn}` : ""}`;
  });
  return [
    paragraph(
      `DECISION: ${outcomeLabels[decision.outcome]}, ${methodWords[decision.method]}. ${decision.text}`,
    ),
    ...(conditions.length > 0
      ? [paragraph("Conditions:"), { kind: "list", ordered: true, entries: conditions } as const]
      : []),
    ...followUp(decision).map(paragraph),
  ];
}

function followUp({
  nextMeeting,
  followUp: person,
  reviewOn,
}: NonNullable<ItemRecord["decision"]>): string[] {
  const sentences = [
    nextMeeting && `It comes back at the meeting of ${nextMeeting}.`,
    person && `@${person.handle} takes it on until then.`,
    reviewOn && `To be reviewed on ${reviewOn}.`,
  ].filter(Boolean);
  return sentences.length > 0 ? [sentences.join(" ")] : [];
}

function carriedBlocks(record: MinutesRecord): Block[] {
  const carried = record.items.filter((item) => item.status === "carried");
  if (carried.length === 0) return [];
  const entries = carried.map((item) => {
    const proposal = item.proposal ? ` (#${item.proposal.number})` : "";
    return `${item.title}${proposal}${item.carriedTo ? `, to the meeting of ${item.carriedTo}` : ""}`;
  });
  return [heading(2, "Carried over"), { kind: "list", entries }];
}

/** What the officers are asked to confirm before the minutes are published (DOMAIN 9, scenario 10). */
export function warningsOf(record: MinutesRecord): string[] {
  return itemsHeld(record).flatMap((item) => [
    ...item.lines
      .filter(isOwnerless)
      .map((line) => `Nobody owns the ACTION “${beginning(line.text)}” under “${item.title}”.`),
    ...(hasOutcome(item) ? [] : [`“${item.title}” ends without an outcome.`]),
  ]);
}

/** Something that a reader can hold the meeting to, or at least was told. */
function hasOutcome(item: ItemRecord): boolean {
  const voted = item.motions.some((motion) => motion.result !== null);
  return item.decision !== null || voted || item.lines.some((line) => outcomeKinds.has(line.kind));
}

const outcomeKinds: ReadonlySet<string> = new Set(["agreed", "action", "vote", "info"]);

function beginning(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** Times of minutes are UTC, and say so. */
function clock(instant: Date): string {
  return `${instant.toISOString().slice(0, 10)} ${instant.toISOString().slice(11, 16)} UTC`;
}
