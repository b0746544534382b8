import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { type FormState, idle } from "@/components/forms/form-state";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { newSubmissionKey } from "@/lib/form-action";
import type { AskShown } from "@/lib/proposals/ask-queries";
import { consentMachine } from "@/lib/proposals/consent-machine";
import type { ProposalHead } from "@/lib/proposals/queries";
import type { Actor } from "@/lib/workflow/actor";
import { allowedMoves } from "@/lib/workflow/machine";
import { confirmAskAction, declineAskAction } from "../../ask-actions";

interface Props {
  head: Pick<ProposalHead, "number" | "status">;
  ask: AskShown;
  actor: Actor;
  /** What was typed before a session ended, whichever ask it was for. */
  kept: FormState;
}

/** For whoever the ask names: yes, or no with a reason. */
export function AskConsent({ head, ask, actor, kept }: Props) {
  const facts = {
    ...ask.ownerIds,
    status: ask.consent.state,
    proposalStatus: head.status,
    boardDecides: ask.boardDecides,
  };
  const open = allowedMoves(consentMachine, actor, facts).filter(({ refusal }) => !refusal);
  const offers = (name: string) => open.some((move) => move.name === name);
  if (open.length === 0) return null;
  const isKept = kept.values?.ask === String(ask.number);
  return (
    <div className="ask-consent">
      {offers("confirm") && (
        <ActionForm
          action={confirmAskAction}
          submissionKey={newSubmissionKey()}
          className="moves"
          label={`Confirm ask ${ask.number}`}
        >
          <AskFields head={head} ask={ask} />
          <SubmitButton size="small">{`Confirm ask ${ask.number}`}</SubmitButton>
        </ActionForm>
      )}
      {offers("decline") && (
        <ActionForm
          action={declineAskAction}
          submissionKey={newSubmissionKey()}
          state={isKept ? kept : idle}
          folded={offers("confirm") ? "Decline" : "Take it back"}
          label={`Decline ask ${ask.number}`}
        >
          <AskFields head={head} ask={ask} />
          <TextField
            name="reason"
            label="Reason"
            hint="If you like. The authors see it, and can name somebody else."
            maxLength={500}
          />
          <div className="actions">
            <SubmitButton variant="plain">{`Decline ask ${ask.number}`}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </div>
  );
}

function AskFields({ head, ask }: Pick<Props, "head" | "ask">) {
  return (
    <>
      <HiddenField name="number" value={head.number} />
      <HiddenField name="ask" value={ask.number} />
      <HiddenField name="version" value={ask.version} />
    </>
  );
}
