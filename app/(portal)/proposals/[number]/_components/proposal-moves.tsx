import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { TextField } from "@/components/forms/text-field";
import { LinkButton } from "@/components/ui/button";
import { MoveButtons } from "@/components/workflow/move-buttons";
import { currentActor } from "@/lib/auth/reader";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { isRequesterOf } from "@/lib/meetings/policy";
import { mayChooseCoAuthors, mayRevise } from "@/lib/proposals/policy";
import type { ProposalHead } from "@/lib/proposals/queries";
import { type Actor, isOfficer } from "@/lib/workflow/actor";
import { closeProposalAction, publishProposalAction, withdrawProposalAction } from "../../actions";

/** Moves that are made elsewhere, each on the page that shows what they are weighed on. */
const elsewhere: Readonly<Record<string, { path: string; label: string }>> = {
  review: { path: "board", label: "See where it stands on the agenda" },
  confirm: { path: "split", label: "Split it into tickets" },
  take_up: { path: "board", label: "Take it up where it stopped" },
};

export async function ProposalMoves({ head, kept }: { head: ProposalHead; kept?: string | string[] }) {
  const actor = await currentActor();
  if (actor.kind !== "person") return null;
  const publish = head.moves.filter((move) => move.name === "publish");
  const links = head.moves.flatMap((move) =>
    move.name === "schedule"
      ? { path: "board", label: scheduleLabel(actor, head) }
      : (elsewhere[move.name] ?? []),
  );
  return (
    <div className="your-move">
      {publish.length > 0 && (
        <MoveButtons
          moves={publish}
          action={publishProposalAction}
          submissionKey={newSubmissionKey()}
          state={await stateFromKept(kept, "publish-proposal")}
          hidden={{ number: head.number, version: head.version }}
        />
      )}
      {links.map((link) => (
        <LinkButton key={link.label} variant="primary" href={`/proposals/${head.number}/${link.path}`}>
          {link.label}
        </LinkButton>
      ))}
      {mayRevise(actor, head.facts).ok && (
        <LinkButton href={`/proposals/${head.number}/edit`}>Edit</LinkButton>
      )}
      {mayChooseCoAuthors(actor, head.facts).ok && (
        <LinkButton href={`/proposals/${head.number}/authors`}>Co-authors</LinkButton>
      )}
      <WithReason head={head} move="withdraw" />
      <WithReason head={head} move="close_without_follow_up" />
    </div>
  );
}

/** The way to an agenda, by where the negotiation of time stands and whose move it is. */
function scheduleLabel(actor: Actor, { openSlot, authorId, imported }: ProposalHead): string {
  const asks = isRequesterOf(actor, { authorId, imported });
  if (openSlot === null) return asks ? "Ask for time on an agenda" : "Offer it time on an agenda";
  if (openSlot === "offered") return asks ? "Answer the offer of time" : "See the offer of time";
  return isOfficer(actor) ? "Answer the request for time" : "See the request for time";
}

const reasoned = {
  withdraw: { action: withdrawProposalAction, hint: "It stays readable, with this reason." },
  close_without_follow_up: {
    action: closeProposalAction,
    hint: "The record shows that the board decided so, and why.",
  },
} as const;

function WithReason({ head, move }: { head: ProposalHead; move: keyof typeof reasoned }) {
  const offered = head.moves.find(({ name }) => name === move);
  if (!offered) return null;
  const { action, hint } = reasoned[move];
  return (
    <ActionForm
      action={action}
      submissionKey={newSubmissionKey()}
      submitLabel={offered.label}
      folded={offered.label}
    >
      <HiddenField name="number" value={head.number} />
      <HiddenField name="version" value={head.version} />
      <TextField name="reason" label="Reason" hint={hint} required maxLength={1000} />
    </ActionForm>
  );
}
