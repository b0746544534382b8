import { postComment } from "@/lib/discussion/commands/post-comment";
import { watchDiscussion } from "@/lib/discussion/commands/watch-discussion";
import { postCommentInput } from "@/lib/discussion/schema";
import { aCastProposal, type Cast } from "../../../factories/cast";
import { aCandidate, aComment, send } from "../../../factories/discussion";
import { expectDone } from "../../../factories/proposals";
import { aLoneTicket } from "../../../factories/tickets";
import type { Attempt, Case, Cases } from "../case";

async function onProposal(cast: Cast, body: object = {}): Promise<Attempt> {
  return { at: { number: (await aCastProposal(cast).inDiscussion()).number }, body };
}

async function onTicket({ requester }: Cast, body: object = {}): Promise<Attempt> {
  return { at: { number: await aLoneTicket(requester) }, body };
}

async function commented(cast: Cast): Promise<Attempt> {
  const { number } = await aCastProposal(cast).inDiscussion();
  return { at: { number, comment: await aComment(cast.somebody, number) } };
}

async function commentedTicket(cast: Cast): Promise<Attempt> {
  const number = await aLoneTicket(cast.requester);
  const said = { ticket: number, markdown: "When will it be there?" };
  const { comment } = expectDone(await send(postCommentInput, postComment, cast.somebody, said));
  return { at: { number, comment } };
}

async function offered(cast: Cast): Promise<Attempt> {
  const { id, number } = await aCastProposal(cast).inDiscussion();
  const comment = await aComment(cast.somebody, number, "Who decides on it?");
  return { at: { number, candidate: await aCandidate(id, comment, "Who decides on it?") } };
}

async function watched(cast: Cast): Promise<Attempt> {
  const { number: proposal } = await aCastProposal(cast).inDiscussion();
  expectDone(await watchDiscussion(cast.somebody, { proposal }));
  return { by: cast.somebody };
}

const said = { markdown: "I read it." };
const again = (ready: (cast: Cast) => Promise<Attempt>): Case => ({ ready, again: true });

export const discussionCases: Cases = {
  "GET /proposals/{number}/comments": commented,
  "POST /proposals/{number}/comments": again((cast) => onProposal(cast, said)),
  "GET /proposals/{number}/comments/{comment}": commented,
  "GET /tickets/{number}/comments": commentedTicket,
  "POST /tickets/{number}/comments": again((cast) => onTicket(cast, said)),
  "GET /tickets/{number}/comments/{comment}": commentedTicket,
  "PUT /comments/{comment}": async (cast) => ({
    ...(await commented(cast)),
    body: { markdown: "I read it twice." },
    by: cast.somebody,
  }),
  "POST /comments/{comment}/reactions": again(async (cast) => ({
    ...(await commented(cast)),
    body: { kind: "thumbs_up", give: true },
  })),
  "GET /proposals/{number}/candidates": offered,
  "POST /candidates/{candidate}/confirm": async (cast) => ({
    ...(await offered(cast)),
    body: { of: "board" },
  }),
  "POST /candidates/{candidate}/dismiss": offered,
  "POST /proposals/{number}/visit": again(onProposal),
  "PUT /proposals/{number}/watch": again(onProposal),
  "DELETE /proposals/{number}/watch": again(onProposal),
  "POST /proposals/{number}/watch/mute": again(onProposal),
  "PUT /tickets/{number}/watch": again(onTicket),
  "DELETE /tickets/{number}/watch": again(onTicket),
  "POST /tickets/{number}/watch/mute": again(onTicket),
  "GET /watching": { ready: watched, isPrivate: true },
};
