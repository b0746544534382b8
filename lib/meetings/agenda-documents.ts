import { attachmentHref } from "../materials/file-name";
import { materialLabels } from "../materials/ui-text";
import { portalAddress } from "../portal-address";
import { askKindLabels } from "../proposals/ui-text";
import type { Agenda, AgendaItemShown, AgendaMaterial } from "./agenda-queries";
import { minutesInWords, overWords } from "./capacity";
import { type AgendaSection, meetingStatusLabels, outlineParts, sectionLabels } from "./ui-text";
import { whenInWords } from "./when";

/** How the time of an agenda stands: "40 of 60 minutes taken", "67 of 60 minutes taken, 7 minutes over". */
export function timeInWords({
  capacityMinutes,
  takenMinutes,
}: Pick<Agenda, "capacityMinutes" | "takenMinutes">): string {
  const over = takenMinutes - capacityMinutes;
  const sum = `${takenMinutes} of ${minutesInWords(capacityMinutes)} taken`;
  return over > 0 ? `${sum}, ${overWords(over)}` : sum;
}

/** The items of an agenda by section, in the order of the meeting; sections without an item are left out. */
export function bySection(items: readonly AgendaItemShown[]): [AgendaSection, AgendaItemShown[]][] {
  const sections = new Map<AgendaSection, AgendaItemShown[]>();
  for (const item of items) sections.set(item.section, [...(sections.get(item.section) ?? []), item]);
  return [...sections];
}

/** The agenda as Markdown, to be pasted elsewhere. */
export function agendaMarkdown(agenda: Agenda): string {
  const lines = [
    `# ${escaped(agenda.title)}, ${agenda.date}`,
    "",
    `${whenInWords(agenda.startsAt, agenda.timeZone)}${agenda.place ? ` · ${escaped(agenda.place)}` : ""}`,
    "",
    `${meetingStatusLabels[agenda.status]} · ${timeInWords(agenda)}`,
  ];
  let place = 0;
  for (const [section, items] of bySection(agenda.items)) {
    lines.push("", `## ${sectionLabels[section]}`);
    for (const item of items) lines.push("", ...itemMarkdown(item, ++place));
  }
  return `${lines.join("\n")}\n`;
}

function itemMarkdown(item: AgendaItemShown, place: number): string[] {
  const { proposal, outline } = item;
  return [
    `${place}. **${escaped(item.title)}** (${minutesOfItem(item)})`,
    ...[...factsOf(item), ...lateFact(item)].map((fact) => `   - ${escaped(fact)}`),
    ...(proposal?.asks ?? []).map(
      (ask) => `   - Ask ${ask.number}, ${askKindLabels[ask.kind].toLowerCase()}: ${escaped(ask.text)}`,
    ),
    ...(proposal?.materials ?? []).map(
      (material) => `   - ${escaped(materialWords(material, proposal))}: <${materialAddress(material)}>`,
    ),
    ...(item.note ? [`   - Note: ${escaped(item.note)}`] : []),
    ...outlineParts.flatMap(({ key, title }) => {
      const part = outline[key];
      return part
        ? ["", `   **${title}**`, "", ...part.markdown.split("\n").map((line) => (line ? `   ${line}` : ""))]
        : [];
    }),
  ];
}

/** The agenda as plain text, for a mail. */
export function agendaText(agenda: Agenda): string {
  const title = `${agenda.title}, ${agenda.date}`;
  const lines = [
    title,
    "=".repeat(title.length),
    "",
    whenInWords(agenda.startsAt, agenda.timeZone),
    ...(agenda.place ? [agenda.place] : []),
    `${meetingStatusLabels[agenda.status]}. ${timeInWords(agenda)}.`,
  ];
  let place = 0;
  for (const [section, items] of bySection(agenda.items)) {
    lines.push("", sectionLabels[section], "-".repeat(sectionLabels[section].length));
    for (const item of items) lines.push("", ...itemText(item, ++place));
  }
  return `${lines.join("\n")}\n`;
}

function itemText(item: AgendaItemShown, place: number): string[] {
  return [
    `${place}. ${item.title} (${minutesOfItem(item)})`,
    ...[...factsOf(item), ...lateFact(item)].map((fact) => `   ${fact}`),
    ...(item.proposal?.asks ?? []).map(
      (ask) => `   Ask ${ask.number}, ${askKindLabels[ask.kind].toLowerCase()}: ${ask.text}`,
    ),
    ...(item.proposal?.materials ?? []).map(
      (material) => `   ${materialWords(material, item.proposal)}: ${materialAddress(material)}`,
    ),
    ...(item.note ? [`   Note: ${item.note.replace(/\s+/g, " ")}`] : []),
    ...outlineParts.flatMap(({ key, title }) => {
      const part = item.outline[key];
      return part
        ? [`   ${title}:`, ...part.markdown.split("\n").map((line) => `     ${line}`.trimEnd())]
        : [];
    }),
  ];
}

/** The agenda as plain data. */
export function agendaJson(agenda: Agenda): object {
  const { date, title, place, startsAt, timeZone, status, capacityMinutes, takenMinutes, publishedAt } =
    agenda;
  return {
    ...{
      date,
      title,
      place,
      startsAt: startsAt.toISOString(),
      timeZone,
      status,
      capacityMinutes,
      takenMinutes,
    },
    publishedAt: publishedAt?.toISOString() ?? null,
    items: agenda.items.map((item) => ({
      section: item.section,
      title: item.title,
      status: item.status,
      presentMinutes: item.presentMinutes,
      qaMinutes: item.qaMinutes,
      presenter: item.presenter?.handle ?? null,
      proposal: item.proposal?.number ?? null,
      openQuestions: item.proposal?.openQuestions ?? 0,
      asks: item.proposal?.asks ?? [],
      materials: (item.proposal?.materials ?? []).map((material) => ({
        ...{
          number: material.number,
          kind: material.kind,
          title: material.title,
          revision: material.revision,
        },
        address: materialAddress(material),
      })),
      note: item.note,
      carryCount: item.carryCount,
      late: item.late,
      overrideReason: item.overrideReason,
      outline: Object.fromEntries(outlineParts.map(({ key }) => [key, item.outline[key]?.markdown ?? ""])),
    })),
  };
}

/** "Slides “The region”, revision 2 of 3": what it is, and to which revision of the text it was pinned. */
function materialWords(
  { kind, title, revision }: AgendaMaterial,
  proposal: { revision: number } | null,
): string {
  return `${materialLabels[kind]} “${title}”, ${pinnedWords(revision, proposal?.revision ?? revision)}`;
}

/** To which revision of a text something was pinned, and whether the text has moved on. */
export function pinnedWords(revision: number, current: number): string {
  return revision < current ? `revision ${revision} of ${current}` : `revision ${revision}`;
}

function materialAddress({ file, url }: AgendaMaterial): string {
  return file ? new URL(attachmentHref(file.id, file.name), portalAddress()).href : (url ?? "");
}

export function minutesOfItem({ presentMinutes, qaMinutes, isBreak }: AgendaItemShown): string {
  if (isBreak) return `break of ${minutesInWords(presentMinutes + qaMinutes)}`;
  return qaMinutes > 0 ? `${presentMinutes} + ${qaMinutes} minutes` : minutesInWords(presentMinutes);
}

/** What readers of the published agenda did not see. */
export const lateWords = { added: "Added after publishing", changed: "Changed after publishing" } as const;

function lateFact({ late }: AgendaItemShown): string[] {
  return late ? [lateWords[late]] : [];
}

function pulledWords({ from, by, reason }: NonNullable<AgendaItemShown["pulled"]>): string {
  const who = `Pulled from “${sectionLabels[from].toLowerCase()}”${by ? ` by ${by}` : ""}`;
  return reason ? `${who}: ${reason}` : who;
}

/** What is known about an item beside its title, in words. */
export function factsOf(item: AgendaItemShown): string[] {
  const { proposal, presenter, carryCount, overrideReason } = item;
  const questions = proposal?.openQuestions ?? 0;
  return [
    ...(presenter ? [`Presented by ${presenter.name}`] : []),
    ...(proposal ? [`Proposal #${proposal.number}`] : []),
    ...(item.ticket ? [`Ticket T-${item.ticket.number}, which needs a decision`] : []),
    ...(questions > 0 ? [questions === 1 ? "1 open question" : `${questions} open questions`] : []),
    ...(item.pulled ? [pulledWords(item.pulled)] : []),
    ...(carryCount > 0 ? [`Carried over ${carryCount} ×`] : []),
    ...(item.executive ? ["Executive session"] : []),
    ...(overrideReason ? [`Taken although it does not fit: ${overrideReason}`] : []),
  ];
}

/** Titles and asks are text: in Markdown their signs stay signs. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, "\\$&").replace(/\s+/g, " ");
}
