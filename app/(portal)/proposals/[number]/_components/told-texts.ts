import { tellReferences } from "@/lib/discussion/reference-queries";
import type { TimelinePart } from "@/lib/discussion/talk-queries";
import type { ProposalText } from "@/lib/proposals/queries";
import type { Actor } from "@/lib/workflow/actor";
import { withTexts } from "../../../_discussion/told-texts";

/** The texts of a proposal's page with the titles and states of all that they refer to: one query at most. */
export async function tellTexts(
  actor: Actor,
  { text, talk }: { text: ProposalText; talk: TimelinePart | null },
): Promise<{ text: ProposalText; talk: TimelinePart | null }> {
  const said = (talk?.entries ?? []).flatMap((entry) => (entry.kind === "comment" ? [entry.html] : []));
  const told = await tellReferences(actor, [...said, ...text.sections.map(({ html }) => html)]);
  const sections = text.sections.map((section, place) => ({
    ...section,
    html: told[said.length + place] ?? section.html,
  }));
  return { text: { ...text, sections }, talk: talk && withTexts(talk, told) };
}
