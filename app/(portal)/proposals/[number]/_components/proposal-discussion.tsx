import { after } from "next/server";
import { Discussion } from "@/components/discussion/discussion";
import { markVisit } from "@/lib/discussion/commands/mark-visit";
import { mayWriteForBoard } from "@/lib/discussion/comment-policy";
import { listTimeline, type TimelinePart } from "@/lib/discussion/talk-queries";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { OwnerChoice } from "@/lib/people/queries";
import type { ProposalHead } from "@/lib/proposals/queries";
import { mayMarkPromises } from "@/lib/tickets/split-policy";
import type { Actor } from "@/lib/workflow/actor";
import { postCommentAction } from "../../../_discussion/actions";
import { cutOf, idIn, namesIn, type Search } from "../../../_discussion/cut";
import { reactAction } from "../../../_discussion/react-action";

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
