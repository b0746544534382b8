import { db } from "@/lib/db/client";
import { aCastProposal, type Cast } from "../../../factories/cast";
import { anIssue, imported } from "../../../factories/imports";
import { type Made, versionOf } from "../../../factories/proposals";
import { revised, usualAsks } from "../../../factories/revisions";
import type { Attempt, Cases } from "../case";

const text = {
  title: "A region on CentOS Stream",
  summary: "Everything as in the other regions.",
  reason: "answers a question",
};

async function seen({ number }: Made, body: object = {}): Promise<Attempt> {
  return { at: { number }, body: { version: await versionOf(number), ...body } };
}

/** A thread from a tracker, whose person has not come: the officers stand in. */
export async function importedThread({ secretary }: Cast) {
  const issue = anIssue();
  await imported(issue);
  const { id, number } = await db.proposal.findFirstOrThrow({ orderBy: { id: "desc" } });
  return { id, number, by: secretary };
}

async function readable(cast: Cast): Promise<Attempt> {
  return { at: { number: (await aCastProposal(cast).inDiscussion()).number } };
}

async function twoRevisions(cast: Cast): Promise<Attempt> {
  const proposal = await aCastProposal(cast).inDiscussion();
  await revised(proposal, "answers a question", { summary: "Said better." });
  return { at: { number: proposal.number, revision: 2 } };
}

export const proposalCases: Cases = {
  "GET /proposals": async (cast) => {
    await readable(cast);
    return {};
  },
  "POST /proposals": { ready: async () => ({ body: text }), again: true },
  "GET /proposals/similar": async (cast) => {
    await readable(cast);
    return { query: { title: text.title } };
  },
  "GET /proposals/{number}": readable,
  "PUT /proposals/{number}": {
    ready: async (cast) => seen(await aCastProposal(cast).inDiscussion(), { ...text, asks: usualAsks }),
    own: async (cast) => {
      const { number, by } = await importedThread(cast);
      return { at: { number }, by, body: { version: await versionOf(number), ...text } };
    },
  },
  "POST /proposals/{number}/publish": async (cast) => seen(await aCastProposal(cast).draft()),
  "POST /proposals/{number}/withdraw": async (cast) =>
    seen(await aCastProposal(cast).inDiscussion(), { reason: "Another team does it." }),
  "POST /proposals/{number}/close_without_follow_up": async (cast) =>
    seen(await aCastProposal(cast).inDiscussion(), { reason: "Nobody came back to it." }),
  "GET /proposals/{number}/asks": readable,
  "GET /proposals/{number}/readiness": readable,
  "GET /proposals/{number}/revisions": readable,
  "GET /proposals/{number}/revisions/{revision}": twoRevisions,
  "GET /proposals/{number}/revisions/{revision}/diff": twoRevisions,
  "GET /proposals/{number}/events": readable,
};
