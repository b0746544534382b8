import { isoDate } from "../calendar-date";
import { portalAddress } from "../portal-address";
import type { AskShown } from "./ask-queries";
import type { ProposalHead, ProposalText } from "./queries";
import { askKindLabels, sectionTitle, statusText } from "./ui-text";

/** A proposal with its asks as one Markdown file, to be kept or pasted elsewhere. */
export function proposalMarkdown(head: ProposalHead, { sections, asks }: ProposalText): string {
  const lines = [`# #${head.number} ${oneLine(head.title)}`, "", factsOf(head).join(" · ")];
  if (head.summary) lines.push("", head.summary);
  if (asks.length > 0) lines.push("", "## Asks", "", ...asks.flatMap(askLines));
  for (const { key, markdown } of sections) lines.push("", `## ${sectionTitle(key)}`, "", markdown);
  return `${lines.join("\n")}\n`;
}

function factsOf(head: ProposalHead): string[] {
  const writers = [head.author, ...head.coAuthors].map(({ name }) => oneLine(name));
  return [
    statusText(head).label,
    `by ${writers.join(", ")}`,
    ...(head.sig ? [oneLine(head.sig.name)] : []),
    `revision ${head.revision}`,
    ...(head.publishedAt ? [`published ${isoDate(new Date(head.publishedAt))}`] : []),
    `<${new URL(`/proposals/${head.number}`, portalAddress()).href}>`,
  ];
}

function askLines({ number, kind, text, owner, acceptanceTest }: AskShown): string[] {
  const whose = owner ? ` (${oneLine(owner.name)})` : "";
  return [
    `${number}. ${askKindLabels[kind]}: ${oneLine(text)}${whose}`,
    ...(acceptanceTest ? [`   - Done when: ${oneLine(acceptanceTest)}`] : []),
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
