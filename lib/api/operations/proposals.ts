import { z } from "zod";
import { keysOf } from "../../keys-of";
import { closeWithoutFollowUp } from "../../proposals/commands/close-without-follow-up";
import { createProposal } from "../../proposals/commands/create-proposal";
import { publishProposal } from "../../proposals/commands/publish-proposal";
import { reviseProposal } from "../../proposals/commands/revise-proposal";
import { withdrawProposal } from "../../proposals/commands/withdraw-proposal";
import { sortLabels } from "../../proposals/list-filter";
import { listProposals } from "../../proposals/list-queries";
import { findProposalHead, findProposalText } from "../../proposals/queries";
import { diffRevisions } from "../../proposals/revision-diff";
import { findRevisions, listRevisions } from "../../proposals/revision-queries";
import {
  closeInput,
  proposalInput,
  proposalNumber,
  publishInput,
  reviseInput,
  withdrawInput,
} from "../../proposals/schema";
import { findProposalSide } from "../../proposals/side-queries";
import { listSimilar } from "../../proposals/similar-queries";
import { askKindLabels, statusLabels } from "../../proposals/ui-text";
import type { Actor } from "../../workflow/actor";
import { listHistory } from "../../workflow/queries";
import {
  askShown,
  revisionDiff,
  revisionLine,
  revisionShown,
  similarProposal,
} from "../answers/proposal-parts";
import { proposalShown } from "../answers/proposal-whole";
import { proposalLine, readiness } from "../answers/proposals";
import { historyEntry } from "../answers/reader";
import { listOf, numbered } from "../answers/shared";
import { author, authors, everyone, officers, signedIn } from "../audiences";
import { deed, type Operation, read } from "../operation";
import { paged, pageOf, paging, shortened } from "../paging";
import { manyOf } from "../query";

const one = z.object({ number: proposalNumber });
const some = one.extend(paging);

const filter = z.object({
  ...paging,
  /** One or more. */
  status: manyOf(z.enum(keysOf(statusLabels))),
  sig: z.string().trim().max(100).optional(),
  /** Requester, co-author, or owner of an ask. */
  person: z.string().trim().max(100).optional(),
  ask: z.enum(keysOf(askKindLabels)).optional(),
  owes: z.literal("me").optional(),
  mine: z.literal("yes").optional(),
  q: z.string().trim().max(200).optional(),
  sort: z.enum(keysOf(sortLabels)).default("changed"),
});

export const proposalOperations: readonly Operation[] = [
  read("GET /proposals", "List proposals", everyone, filter, list, listOf(proposalLine)),
  deed(
    "POST /proposals",
    "Write a draft, which only its authors see",
    signedIn,
    proposalInput,
    createProposal,
    numbered,
    { status: 201 },
  ),
  read(
    "GET /proposals/similar",
    "List proposals that may be about the same as a title",
    everyone,
    z.object({ title: z.string().trim().max(200), except: proposalNumber.optional() }),
    async (actor, { title, except }) => paged({ items: await listSimilar(actor, title, except) }),
    listOf(similarProposal),
  ),
  read("GET /proposals/{number}", "Read a proposal", everyone, one, findWhole, proposalShown),
  deed(
    "PUT /proposals/{number}",
    "Change a draft, or publish another revision of a proposal",
    authors,
    reviseInput,
    reviseProposal,
    numbered,
  ),
  deed(
    "POST /proposals/{number}/publish",
    "Open a draft to everybody",
    author,
    publishInput,
    publishProposal,
    numbered,
  ),
  deed(
    "POST /proposals/{number}/withdraw",
    "Withdraw a proposal",
    author,
    withdrawInput,
    withdrawProposal,
    numbered,
  ),
  deed(
    "POST /proposals/{number}/close_without_follow_up",
    "Record that nothing follows from a proposal, and why",
    officers,
    closeInput,
    closeWithoutFollowUp,
    numbered,
  ),
  read(
    "GET /proposals/{number}/asks",
    "List the asks of a proposal",
    everyone,
    some,
    listAsks,
    listOf(askShown),
  ),
  read(
    "GET /proposals/{number}/readiness",
    "Read what a proposal still needs before a meeting",
    everyone,
    one,
    async (actor, { number }) => (await findProposalHead(actor, number))?.readiness,
    readiness,
  ),
  read(
    "GET /proposals/{number}/revisions",
    "List the revisions of a proposal",
    everyone,
    some,
    revisions,
    listOf(revisionLine),
  ),
  read(
    "GET /proposals/{number}/revisions/{revision}",
    "Read a revision",
    everyone,
    one.extend({ revision: proposalNumber }),
    async (actor, { number, revision }) =>
      (await findRevisions(actor, number, [revision])).revisions.find((each) => each.number === revision),
    revisionShown,
  ),
  read(
    "GET /proposals/{number}/revisions/{revision}/diff",
    "Compare a revision with an earlier one, by default the one before",
    everyone,
    one.extend({ revision: proposalNumber, from: proposalNumber.optional() }),
    compare,
    revisionDiff,
  ),
  read(
    "GET /proposals/{number}/events",
    "Read the history of a proposal",
    everyone,
    some,
    history,
    listOf(historyEntry),
  ),
];

type Filter = z.output<typeof filter>;

async function list(actor: Actor, { limit, cursor, ask, owes, mine, ...rest }: Filter) {
  const wanted = {
    ...rest,
    ...(ask && { askKind: ask }),
    ...(owes && { owesMe: true }),
    ...(mine && { mine: true }),
  };
  return paged(await listProposals(actor, wanted, cursor || undefined, limit));
}

async function findWhole(actor: Actor, { number }: { number: number }) {
  const head = await findProposalHead(actor, number);
  if (!head) return null;
  const [text, side] = await Promise.all([findProposalText(head), findProposalSide(actor, head)]);
  return { ...head, ...text, ...side, id: head.id };
}

async function listAsks(actor: Actor, { number, ...asked }: z.output<typeof some>) {
  const head = await findProposalHead(actor, number);
  return head && pageOf((await findProposalText(head)).asks, asked, (ask) => ask.number);
}

async function revisions(actor: Actor, { number, cursor, limit }: z.output<typeof some>) {
  const before = /^\d{1,9}$/.test(cursor) ? Number(cursor) : undefined;
  if (!(await findProposalHead(actor, number))) return null;
  return shortened(paged(await listRevisions(actor, number, before)), limit, (each) => each.number);
}

interface Compared {
  number: number;
  revision: number;
  from?: number | undefined;
}

async function compare(actor: Actor, { number, revision, from = revision - 1 }: Compared) {
  const found = (await findRevisions(actor, number, [from, revision])).revisions;
  const [before, after] = [from, revision].map((wanted) => found.find((each) => each.number === wanted));
  return before && after && { from, to: revision, ...diffRevisions(before, after) };
}

async function history(actor: Actor, { number, cursor, limit }: z.output<typeof some>) {
  const head = await findProposalHead(actor, number);
  if (!head) return null;
  const { entries, nextCursor } = await listHistory(actor, { proposalId: head.id }, cursor || undefined);
  return shortened(paged({ items: entries, nextCursor }), limit, (each) => each.id);
}
