import { methodWords, outcomeLabels } from "../decisions/ui-text";
import { actionHead, linePrefixes } from "./action-line";
import { amendmentName } from "./minutes-amended";
import { appendix } from "./minutes-appendix";
import { attendees, quorumOfRecord } from "./minutes-attendance";
import { type Block, clock, heading, paragraph } from "./minutes-blocks";
import { motionBlocks } from "./minutes-motions";
import type { ItemRecord, MinutesRecord } from "./minutes-record";
import { itemsHeld } from "./minutes-record";

/** The minutes in the community's shape: who was there, quorum with its time, and each item with all its lines. */
export function minutesDocument(record: MinutesRecord): Block[] {
  const held = itemsHeld(record);
  return [
    heading(1, `${record.title}, ${record.date}`),
    paragraph(whenHeld(record)),
    ...standingBlocks(record),
    heading(2, "Attendees"),
    ...attendees(record),
    heading(2, "Quorum"),
    paragraph(quorumOfRecord(record)),
    heading(2, "Agenda"),
    ...(held.length > 0
      ? held.flatMap((item, index) => itemBlocks(item, index + 1))
      : [paragraph("No item was discussed.")]),
    ...appendix(record),
  ];
}

/** What a reader has to know before the record: that it was amended or approved, and what the secretary says ahead. */
function standingBlocks({ amendments, approvedIn, preface }: MinutesRecord): Block[] {
  const last = amendments.at(-1);
  return [
    ...(last ? [paragraph(`As amended; the last is ${amendmentName(last)}.`)] : []),
    ...(approvedIn ? [paragraph(`Approved at the meeting of ${approvedIn}.`)] : []),
    ...(preface ? [paragraph(`Preface: ${preface}`)] : []),
  ];
}

function whenHeld({ openedAt, adjournedAt, place, executiveSpans = [] }: MinutesRecord): string {
  const opened = openedAt ? `Called to order at ${clock(openedAt)}` : "Not called to order yet";
  const ended = adjournedAt ? `, adjourned at ${clock(adjournedAt)}` : "";
  const among = executiveSpans.map(
    ({ from, to }) => ` In executive session from ${clock(from)}${to ? ` to ${clock(to)}` : ""}.`,
  );
  return `${opened}${ended}.${place ? ` Place: ${place}.` : ""}${among.join("")}`;
}

function itemBlocks(item: ItemRecord, number: number): Block[] {
  const proposal = item.proposal ? ` (#${item.proposal.number})` : "";
  const presenter = item.presenter ? [paragraph(`Presented by ${item.presenter.name}.`)] : [];
  return [
    heading(3, `${number}. ${item.title}${proposal}${item.executive ? " – executive session" : ""}`),
    ...presenter,
    ...itemBody(item),
  ];
}

/** What was said and decided on an item, without its head. */
export function itemBody(item: ItemRecord): Block[] {
  const lines: Block[] =
    item.lines.length > 0
      ? [{ kind: "list", entries: item.lines.map(lineText) }]
      : [paragraph("Nothing was written down under this item.")];
  return [
    ...lines,
    ...item.motions.flatMap(motionBlocks),
    ...decisionBlocks(item),
    ...besideBlocks(item).map(paragraph),
  ];
}

/** What the officers add to an item beside its lines. */
function besideBlocks({ approves, note, additions }: ItemRecord): string[] {
  return [
    ...(approves ? [`The minutes of ${approves} are approved.`] : []),
    ...(note ? [`Note: ${note}`] : []),
    ...additions.map((each) => `AMENDED (${amendmentName(each)}): ${each.text}`),
  ];
}

/** A line as the minutes say it: "ACTION: @ada, by 2021-10-01: write to infra". */
export function lineText(line: ItemRecord["lines"][number]): string {
  const question =
    line.kind === "question" && line.questionNumber ? `QUESTION ${line.questionNumber}: ` : undefined;
  const amended = line.amendedBy ? ` (${line.amendedBy})` : "";
  return `${question ?? linePrefixes[line.kind]}${actionHead(line)}${line.text}${amended}`;
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
