import { Discussion } from "@/components/discussion/discussion";
import type { TimelinePart } from "@/lib/discussion/talk-queries";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { OwnerChoice } from "@/lib/people/queries";
import type { TicketShown } from "@/lib/tickets/queries";
import type { Actor } from "@/lib/workflow/actor";
import { postCommentAction } from "../../../_discussion/actions";
import { idIn, namesIn, type Search } from "../../../_discussion/cut";
import { reactAction } from "../../../_discussion/react-action";

interface Props {
  ticket: TicketShown;
  actor: Actor;
  search: Search;
  part: TimelinePart;
}

/** The talk on a ticket, with the same parts as a proposal's. */
export async function TicketDiscussion({ ticket, actor, search, part }: Props) {
  const isPerson = actor.kind === "person";
  const place = {
    ...{ number: ticket.number, isTicket: true, revision: 0, mayWrite: isPerson },
    reactTo: idIn(search.react),
    posted: { comment: idIn(search.comment) ?? 0, nobody: namesIn(search.nobody) },
  };
  if (!isPerson) {
    return <Discussion place={place} part={part} signInHref={`/sign-in?back=/tickets/${ticket.number}`} />;
  }
  const form = {
    action: postCommentAction,
    submissionKey: newSubmissionKey(),
    state: await stateFromKept(search.kept, "comment"),
    owners: likelyDebtors(ticket),
    // Comments only for the board are written on proposals.
    mayWriteForBoard: false,
  };
  return <Discussion place={place} part={part} form={form} reactAction={reactAction} />;
}

/** Offered first, at no query: who asked for it, who sees to it, the infra team and the board. */
function likelyDebtors({ requester, owner }: TicketShown): OwnerChoice[] {
  const offered = [
    { value: `@${requester.handle}`, label: requester.name },
    ...(owner
      ? [{ value: owner.kind === "person" ? `@${owner.handle}` : owner.handle, label: owner.name }]
      : []),
    { value: "infra", label: "Infra team" },
    { value: "board", label: "Board" },
  ];
  return offered.filter(({ value }, place) => offered.findIndex((other) => other.value === value) === place);
}
