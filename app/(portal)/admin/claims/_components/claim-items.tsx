import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormAction } from "@/components/forms/form-state";
import { TextField } from "@/components/forms/text-field";
import { Badge, type Stage } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { claimLabels } from "@/lib/import-export/claim-machine";
import type { ClaimShown, WaitingClaim } from "@/lib/import-export/claim-queries";
import { confirmClaimAction, declineClaimAction, undoClaimAction } from "../actions";

interface ItemProps<Claim extends ClaimShown> {
  claim: Claim;
  /** Where what was typed is kept, behind a session that had ended. */
  kept: string | string[] | undefined;
}

/** A claim to be weighed: who says it, why, what would move, and the two answers. */
export function WaitingClaimItem({ claim, kept }: ItemProps<WaitingClaim>) {
  const { placeholder, reason, moves, would, proposals } = claim;
  const makes = (name: string) => moves.some((move) => move.name === name);
  return (
    <li>
      <Title claim={claim} />
      <p className="line-text" dir="auto">
        “{reason || "No word of why"}”
      </p>
      <p className="line-facts">
        {placeholder.name}
        {placeholder.usernames.length > 0 && `, in trackers ${placeholder.usernames.join(", ")}`} · asked on{" "}
        <Time at={claim.askedAt} format="date" />
      </p>
      <p>
        What you can see of what would move: {amounts(would)}
        {proposals.length > 0 && <Named proposals={proposals} more={would.proposals - proposals.length} />}.
      </p>
      {moves.length === 0 && (
        <p className="hint">This is your own: the chair, the secretary or another administrator decides.</p>
      )}
      <div className="line-forms">
        {makes("confirm") && <Answer {...{ claim, kept }} word="Confirm" action={confirmClaimAction} />}
        {makes("decline") && (
          <ReasonedAnswer {...{ claim, kept }} word="Decline" action={declineClaimAction} />
        )}
      </div>
    </li>
  );
}

const stages: Readonly<Record<ClaimShown["status"], Stage>> = {
  asked: "discussion",
  confirmed: "done",
  declined: "stopped",
  withdrawn: "neutral",
  undone: "stopped",
};

export function DecidedClaim({ claim, kept }: ItemProps<ClaimShown>) {
  const { status, answer, decidedAt, decidedBy, moves, placeholder } = claim;
  return (
    <li>
      <Title claim={claim} />
      <Badge stage={stages[status]}>{claimLabels[status]}</Badge>
      {answer && (
        <p className="line-text" dir="auto">
          “{answer}”
        </p>
      )}
      <p className="line-facts">
        {decidedAt && <Time at={decidedAt} format="date" />} by {decidedBy?.name ?? "the command line"}
      </p>
      {moves.some(({ name }) => name === "undo") && (
        <div className="line-forms">
          <ReasonedAnswer {...{ claim, kept }} word="Undo" action={undoClaimAction}>
            <p className="hint">
              What moved, and is still theirs, stands under @{placeholder.handle} again. What they wrote since
              stays theirs.
            </p>
          </ReasonedAnswer>
        </div>
      )}
    </li>
  );
}

function Title({ claim: { person, placeholder } }: { claim: ClaimShown }) {
  return (
    <span className="line-title">
      <a href={`/people/${encodeURIComponent(person.handle)}`} dir="auto">
        {person.name}
      </a>{" "}
      claims to be{" "}
      <a href={`/people/${encodeURIComponent(placeholder.handle)}`} className="no">
        @{placeholder.handle}
      </a>
    </span>
  );
}

interface AnswerProps extends ItemProps<ClaimShown> {
  /** What is done to the claim. */
  word: "Confirm" | "Decline" | "Undo";
  action: FormAction;
  /** Folded away under the word, with this on its button. */
  submit?: string;
  children?: ReactNode;
}

async function Answer({ claim, kept, word, action, submit, children }: AnswerProps) {
  const { id, version, placeholder } = claim;
  return (
    <ActionForm
      {...(submit && { folded: word })}
      action={action}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(kept, `${word.toLowerCase()}-claim-${id}`)}
      submitLabel={submit ?? word}
      label={`${word} the claim of @${placeholder.handle}`}
    >
      <HiddenField name="claim" value={id} />
      <HiddenField name="version" value={version} />
      {children}
    </ActionForm>
  );
}

function ReasonedAnswer({ children, ...props }: Omit<AnswerProps, "submit">) {
  return (
    <Answer {...props} submit={`${props.word} the claim`}>
      {children}
      <TextField name="reason" label="Why" hint="They are told." maxLength={2000} required />
    </Answer>
  );
}

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

function amounts(would: WaitingClaim["would"]): string {
  const parts = Object.entries(would)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => (count === 1 ? `1 ${what.slice(0, -1)}` : `${count} ${what}`));
  return parts.length > 0 ? list.format(parts) : "nothing";
}

function Named({ proposals, more }: { proposals: WaitingClaim["proposals"]; more: number }) {
  return (
    <>
      {" ("}
      {proposals.map(({ number, title }, place) => (
        <span key={number}>
          {place > 0 && ", "}
          <a href={`/proposals/${number}`}>
            <span className="no">#{number}</span> {title}
          </a>
        </span>
      ))}
      {more > 0 && ` and ${more} more`})
    </>
  );
}
