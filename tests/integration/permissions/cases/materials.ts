import { removeCoAuthor } from "@/lib/proposals/commands/remove-co-author";
import { aCoAuthor } from "../../../factories/asks";
import { aCastProposal, type Cast } from "../../../factories/cast";
import { aPdf } from "../../../factories/files";
import { aLink } from "../../../factories/materials";
import { expectDone } from "../../../factories/proposals";
import { revised } from "../../../factories/revisions";
import type { Attempt, Cases } from "../case";

async function onProposal(cast: Cast, body: object = {}): Promise<Attempt> {
  return { at: { number: (await aCastProposal(cast).inDiscussion()).number }, body };
}

/** Slides that a co-author brought who writes no more: they are theirs, and not the proposal's authors' alone. */
async function linked(cast: Cast, body: object = {}): Promise<Attempt> {
  const proposal = await aCastProposal(cast).inDiscussion();
  const by = await aCoAuthor(proposal);
  const material = await aLink(by, proposal.number);
  expectDone(await removeCoAuthor(cast.requester, { number: proposal.number, personId: by.personId }));
  await revised(proposal, "answers a question", { summary: "Said better." });
  return { at: { number: proposal.number, material }, body: { version: 1, ...body }, by };
}

const slides = { kind: "slides", title: "Slides" };

export const materialCases: Cases = {
  "GET /proposals/{number}/materials": linked,
  "POST /proposals/{number}/materials": {
    ready: (cast) => onProposal(cast, { ...slides, url: "https://example.org/slides" }),
    again: true,
  },
  "POST /proposals/{number}/materials/files": {
    ready: (cast) =>
      onProposal(cast, { ...slides, file: { name: "slides.pdf", base64: aPdf().toString("base64") } }),
    again: true,
  },
  "POST /proposals/{number}/materials/{material}/pin": linked,
  "POST /proposals/{number}/materials/{material}/changes": (cast) =>
    linked(cast, { note: "A page on costs." }),
  "POST /proposals/{number}/materials/{material}/remove": (cast) =>
    linked(cast, { reason: "It is outdated." }),
  "POST /proposals/{number}/read": { ready: onProposal, again: true },
  "POST /proposals/{number}/unread": { ready: onProposal, again: true },
};
