import { z } from "zod";
import { confirmCandidate } from "../../discussion/commands/confirm-candidate";
import { dismissCandidate } from "../../discussion/commands/dismiss-candidate";
import { editComment } from "../../discussion/commands/edit-comment";
import { markVisit } from "../../discussion/commands/mark-visit";
import { muteDiscussion } from "../../discussion/commands/mute-discussion";
import { postComment } from "../../discussion/commands/post-comment";
import { react } from "../../discussion/commands/react";
import { stopWatching } from "../../discussion/commands/stop-watching";
import { watchDiscussion } from "../../discussion/commands/watch-discussion";
import { findComment, findTicketComment } from "../../discussion/comment-queries";
import { listCandidates } from "../../discussion/queries";
import {
  confirmCandidateInput,
  dismissCandidateInput,
  editCommentInput,
  postCommentInput,
  reactInput,
} from "../../discussion/schema";
import { listTicketTimeline, listTimeline, type TimelinePart } from "../../discussion/talk-queries";
import { listWatched } from "../../discussion/watching-queries";
import { positiveId } from "../../plain-input";
import { findProposalHead } from "../../proposals/queries";
import { proposalNumber } from "../../proposals/schema";
import { done, type Result, refuse } from "../../result";
import { findTicket } from "../../tickets/queries";
import type { Actor } from "../../workflow/actor";
import { candidateLine, shownComment, talkEntry, watchedLine } from "../answers/discussion";
import { listOf } from "../answers/shared";
import { either, own } from "../audience";
import { author, everyone, officers, ownThings, signedIn } from "../audiences";
import { ofProposal } from "../of-proposal";
import { deed, type Operation, read } from "../operation";
import { pageOf, paging } from "../paging";

const some = z.object({ number: proposalNumber, ...paging });
/** A discussion comes in parts of its own length. */
const part = z.object({ number: proposalNumber, cursor: paging.cursor });
const onProposal = { names: { number: "proposal" } };
const onTicket = { names: { number: "ticket" } };
const ofProposalNumber = z.object({ proposal: positiveId });
const ofTicketNumber = z.object({ ticket: positiveId });
const commented = z.object({ comment: z.number() });
const posted = commented.extend({ question: z.number().optional(), nobody: z.array(z.string()).optional() });

export const discussionOperations: readonly Operation[] = [
  read(
    "GET /proposals/{number}/comments",
    "Read a proposal's discussion from its newest part backwards: comments, and events between them",
    everyone,
    part,
    ofProposal(async (actor, { id }, { cursor }) => partOf(await listTimeline(actor, id, cutAt(cursor)))),
    listOf(talkEntry),
  ),
  deed(
    "POST /proposals/{number}/comments",
    "Comment on a proposal; a comment may ask somebody, and may answer a question",
    signedIn,
    postCommentInput,
    postComment,
    posted,
    { ...onProposal, status: 201 },
  ),
  read(
    "GET /proposals/{number}/comments/{comment}",
    "Read a comment with its earlier versions",
    everyone,
    z.object({ proposal: positiveId, comment: positiveId }),
    findComment,
    shownComment,
    onProposal,
  ),
  read(
    "GET /tickets/{number}/comments",
    "Read a ticket's discussion from its newest part backwards",
    everyone,
    part,
    async (actor, { number, cursor }) => {
      const ticket = await findTicket(actor, number);
      return ticket && partOf(await listTicketTimeline(actor, ticket.id, cutAt(cursor)));
    },
    listOf(talkEntry),
  ),
  deed(
    "POST /tickets/{number}/comments",
    "Comment on a ticket",
    signedIn,
    postCommentInput,
    postComment,
    posted,
    {
      ...onTicket,
      status: 201,
    },
  ),
  read(
    "GET /tickets/{number}/comments/{comment}",
    "Read a comment on a ticket with its earlier versions",
    everyone,
    z.object({ ticket: positiveId, comment: positiveId }),
    findTicketComment,
    shownComment,
    onTicket,
  ),
  deed(
    "PUT /comments/{comment}",
    "Change what you wrote",
    own("who wrote it"),
    editCommentInput,
    editComment,
    posted,
  ),
  deed(
    "POST /comments/{comment}/reactions",
    "React to a comment, or take that back",
    signedIn,
    reactInput,
    react,
    commented,
  ),
  read(
    "GET /proposals/{number}/candidates",
    "List sentences that look like questions nobody was asked",
    everyone,
    some,
    ofProposal(async (actor, { id }, asked) =>
      pageOf(await listCandidates(actor, id), asked, (each) => each.id),
    ),
    listOf(candidateLine),
  ),
  deed(
    "POST /candidates/{candidate}/confirm",
    "Make a question of a sentence",
    either(author, officers),
    confirmCandidateInput,
    confirmCandidate,
    z.object({ proposal: z.number(), question: z.number() }),
  ),
  deed(
    "POST /candidates/{candidate}/dismiss",
    "Say that a sentence asks nothing",
    either(author, officers),
    dismissCandidateInput,
    dismissCandidate,
    ofProposalNumber,
  ),
  deed(
    "POST /proposals/{number}/visit",
    "Say that you have read a proposal up to now",
    signedIn,
    z.object({ number: proposalNumber }),
    visit,
    z.object({ number: z.number() }),
  ),
  ...watching("/proposals/{number}/watch", "proposal", ofProposalNumber, onProposal),
  ...watching("/tickets/{number}/watch", "ticket", ofTicketNumber, onTicket),
  read(
    "GET /watching",
    "List what you watch and what you muted",
    ownThings,
    z.object(paging),
    watched,
    listOf(watchedLine),
  ),
];

type Subject = typeof ofProposalNumber | typeof ofTicketNumber;

function watching(
  path: "/proposals/{number}/watch" | "/tickets/{number}/watch",
  thing: string,
  input: Subject,
  more: { names: Record<string, string> },
): Operation[] {
  return [
    deed(`PUT ${path}`, `Watch a ${thing}`, signedIn, input, watchDiscussion, z.object({}), more),
    deed(
      `DELETE ${path}`,
      `Stop watching or muting a ${thing}`,
      signedIn,
      input,
      stopWatching,
      z.object({}),
      more,
    ),
    deed(
      `POST ${path}/mute`,
      `Hear no more of a ${thing}`,
      signedIn,
      input,
      muteDiscussion,
      z.object({}),
      more,
    ),
  ];
}

async function visit(actor: Actor, { number }: { number: number }): Promise<Result<{ number: number }>> {
  const head = await findProposalHead(actor, number);
  if (!head) return refuse("not_found", "There is no such proposal, or it is not public.");
  await markVisit(actor, head.id);
  return done({ number });
}

async function watched(actor: Actor, asked: { limit: number; cursor: string }) {
  const lines = await listWatched(actor);
  return pageOf(lines, asked, (each) => each.number);
}

/** The cursor is the comment before which a discussion goes on. */
function cutAt(cursor: string): { before?: number } {
  return /^\d{1,9}$/.test(cursor) ? { before: Number(cursor) } : {};
}

function partOf({ entries, older }: TimelinePart) {
  return { items: entries, nextCursor: older === undefined ? null : String(older) };
}
