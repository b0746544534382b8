import { Discussion } from "@/components/discussion/discussion";
import { listTimeline } from "@/lib/discussion/talk-queries";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { OwnerChoice } from "@/lib/people/queries";
import type { ProposalHead } from "@/lib/proposals/queries";
import type { Actor } from "@/lib/workflow/actor";
import { postCommentAction } from "../discussion-actions";

interface Props {
  head: ProposalHead;
  actor: Actor;
  search: Record<string, string | string[] | undefined>;
}

export async function ProposalDiscussion({ head, actor, search }: Props) {
  // A draft has no readers yet: nobody to talk with.
  if (head.publishedAt === null && !head.imported) return null;
  const cut = { ...number("before", search.before), ...number("anchor", search.comment) };
  const [part, state] = await Promise.all([
    listTimeline(actor, head.id, cut),
    stateFromKept(search.kept, "comment"),
  ]);
  const form = {
    action: postCommentAction,
    submissionKey: newSubmissionKey(),
    state,
    owners: likelyDebtors(head),
  };
  return (
    <Discussion
      number={head.number}
      part={part}
      {...(actor.kind === "person" ? { form } : { signInHref: `/sign-in?back=/proposals/${head.number}` })}
    />
  );
}

/** Offered first, at no query: who wrote it, the SIG behind it, the board, the infra team. */
function likelyDebtors({ author, sig }: ProposalHead): OwnerChoice[] {
  return [
    { value: `@${author.handle}`, label: author.name },
    ...(sig ? [{ value: sig.handle, label: sig.name }] : []),
    { value: "board", label: "Board" },
    { value: "infra", label: "Infra team" },
  ];
}

function number<Name extends string>(
  name: Name,
  text: string | string[] | undefined,
): { [key in Name]?: number } {
  const value = typeof text === "string" && /^\d{1,10}$/.test(text) ? Number(text) : undefined;
  return (value === undefined ? {} : { [name]: value }) as { [key in Name]?: number }; // the key is the name given
}
