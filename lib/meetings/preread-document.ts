import { askKindLabels, sectionTitle } from "../proposals/ui-text";
import { minutesInWords } from "./capacity";
import type { PrereadItem, PrereadPack, PrereadProposal } from "./preread-queries";
import { outlineParts, sectionLabels } from "./ui-text";
import { whenInWords } from "./when";

/** All that is to be read before a meeting as one Markdown file, to be taken along. */
export function prereadMarkdown(pack: PrereadPack): string {
  const lines = [
    `# Pre-read: ${oneLine(pack.title)}, ${pack.date}`,
    "",
    whenInWords(pack.startsAt, pack.timeZone),
  ];
  let place = 0;
  for (const item of pack.items) lines.push("", ...itemMarkdown(item, ++place));
  return `${lines.join("\n")}\n`;
}

function itemMarkdown(item: PrereadItem, place: number): string[] {
  const { presenter, proposal, outline } = item;
  const minutes = minutesInWords(item.presentMinutes + item.qaMinutes);
  return [
    `## ${place}. ${oneLine(item.title)}`,
    "",
    `${sectionLabels[item.section]} · ${minutes}${presenter ? ` · ${oneLine(presenter.name)}` : ""}`,
    ...(item.note ? ["", `Note: ${oneLine(item.note)}`] : []),
    ...outlineParts.flatMap(({ key, title }) => {
      const part = outline[key];
      return part ? ["", `### ${title}`, "", part.markdown] : [];
    }),
    ...(proposal ? proposalMarkdown(proposal) : []),
  ];
}

function proposalMarkdown(proposal: PrereadProposal): string[] {
  const { number, revision, author, summary, asks, sections, questions, materials } = proposal;
  const present = materials.filter(({ removedAt }) => !removedAt);
  return [
    "",
    `Proposal #${number}, revision ${revision}, by ${oneLine(author.name)}.`,
    ...(summary ? ["", summary] : []),
    ...list(
      "Asks",
      asks.map(
        (ask) =>
          `${ask.number}. ${askKindLabels[ask.kind]}: ${oneLine(ask.text)}${ask.owner ? ` (${oneLine(ask.owner.name)})` : ""}`,
      ),
    ),
    ...list(
      "Open questions",
      questions.map((question) => `- ${question.number}: ${oneLine(question.text)}`),
    ),
    ...list(
      "Materials",
      present.map((material) => `- ${oneLine(material.title)}${material.url ? `: <${material.url}>` : ""}`),
    ),
    ...sections.flatMap(({ key, markdown }) => ["", `### ${sectionTitle(key)}`, "", markdown]),
  ];
}

function list(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ["", `### ${title}`, "", ...lines] : [];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
