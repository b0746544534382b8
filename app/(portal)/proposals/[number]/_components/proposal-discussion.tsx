import { after } from "next/server";
import { Discussion } from "@/components/discussion/discussion";
import { markVisit } from "@/lib/discussion/commands/mark-visit";
import { mayWriteForBoard } from "@/lib/discussion/comment-policy";
import { listTimeline, type TimelinePart } from "@/lib/discussion/talk-queries";
import type { TimelineCut } from "@/lib/discussion/timeline-queries";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { OwnerChoice } from "@/lib/people/queries";
import type { ProposalHead } from "@/lib/proposals/queries";
import { mayMarkPromises } from "@/lib/tickets/split-policy";
import type { Actor } from "@/lib/workflow/actor";
import { reactAction } from "../comments/react-action";
import { postCommentAction } from "../discussion-actions";

type Search = Record<string, string | string[] | undefined>;

interface Props {
  head: ProposalHead;
  actor: Actor;
  search: Search;
  part: TimelinePart | null;
}

/** The part of the discussion that the address asks for; null of a draft, which has nobody to talk with yet. */
export async function findDiscussionPart(
  actor: Actor,
  head: ProposalHead,
  search: Search,
): Promise<TimelinePart | null> {
  if (head.publishedAt === null && !head.imported) return null;
  const part = await listTimeline(actor, head.id, cutOf(search));
  // After the page was sent: reading waits for no write, and goes on where none can be made.
  if (actor.kind === "person") after(() => markVisit(actor, head.id));
  return part;
}

export async function ProposalDiscussion({ head, actor, search, part }: Props) {
  if (!part) return null;
  const isPerson = actor.kind === "person";
  const place = {
    ...{ number: head.number, revision: head.revision, mayWrite: isPerson },
    reactTo: idIn(search.react),
    mayMark: mayMarkPromises(actor, head.facts),
    posted: { comment: idIn(search.comment) ?? 0, nobody: namesIn(search.nobody) },
  };
  if (!isPerson) {
    return <Discussion place={place} part={part} signInHref={`/sign-in?back=/proposals/${head.number}`} />;
  }
  const form = {
    action: postCommentAction,
    submissionKey: newSubmissionKey(),
    state: await stateFromKept(search.kept, "comment"),
    owners: likelyDebtors(head),
    mayWriteForBoard: mayWriteForBoard(actor),
  };
  return <Discussion place={place} part={part} form={form} reactAction={reactAction} />;
}

/** Offered first, at no query: who wrote it, the SIG behind it, the board, the infra team. */
function likelyDebtors({ author, sig }: ProposalHead): OwnerChoice[] {
  return [
    { value: `@${author.handle}`, label: author.name },
    ...(sig ? [{ value: sig.handle, label: sig.name }] : []),
    { value: "board", label: "Board" },
    { value: "infra", label: "Infra team" },
    { value: "sig-leaders", label: "The SIG leaders" },
    { value: "directors", label: "The directors" },
  ];
}

function cutOf(search: Search): TimelineCut {
  const [before, comment, quote] = [search.before, search.comment ?? search.react, search.quote].map(idIn);
  const anchor = comment ?? (before === undefined ? quote : undefined);
  return {
    ...(before !== undefined && { before }),
    ...(anchor !== undefined && { anchor }),
    ...(quote !== undefined && { quote }),
    ...(search.part === "first" && { first: true }),
  };
}

function idIn(text: string | string[] | undefined): number | undefined {
  const value = typeof text === "string" && /^\d{1,10}$/.test(text) ? Number(text) : undefined;
  return value !== undefined && value <= 2_147_483_647 ? value : undefined;
}

/** Handles from the address, to be looked for in the comment that was posted. */
function namesIn(text: string | string[] | undefined): string[] {
  if (typeof text !== "string") return [];
  return text
    .split(",")
    .filter((name) => /^[a-z0-9][\w.-]{0,63}$/i.test(name))
    .slice(0, 5);
}
