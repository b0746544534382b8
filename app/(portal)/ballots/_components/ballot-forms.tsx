import { MotionForm } from "@/components/decisions/motion-form";
import { Hidden, PositionForm, RollCallForm } from "@/components/decisions/position-form";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { MoveButtons } from "@/components/workflow/move-buttons";
import { currentActor } from "@/lib/auth/reader";
import { type BallotShown, mayAmend, mayCallOff } from "@/lib/decisions/ballot-shown";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { isOfficer } from "@/lib/workflow/actor";
import {
  amendMotionAction,
  callOffAction,
  markCriticalAction,
  moveBallotAction,
  rollCallAction,
  secondMotionAction,
  takePositionAction,
} from "../actions";

interface Props {
  ballot: BallotShown;
  /** Sent along, so that every form comes back to where it stands. */
  from: Record<string, string>;
  kept?: string | string[];
}

/** Everything that this reader can do with a ballot, in the order in which it is done. */
export async function BallotForms({ ballot, from, kept }: Props) {
  const actor = await currentActor();
  const hidden = { ...from, ballot: ballot.id, version: ballot.version };
  const forOthers = isOfficer(actor);
  return (
    <div className="ballot-forms">
      <MoveButtons
        moves={ballot.moves}
        action={moveBallotAction}
        submissionKey={newSubmissionKey()}
        state={await stateFromKept(kept, "move-ballot")}
        hidden={hidden}
        variants={{ withdraw: "plain", continue: "plain" }}
      />
      {forOthers && ballot.status === "moved" && (
        <ActionForm
          action={secondMotionAction}
          submissionKey={newSubmissionKey()}
          state={await stateFromKept(kept, "second-motion")}
          folded="Write down who seconds it"
          label="Second"
        >
          <Hidden fields={hidden} />
          <TextField
            name="seconder"
            label="Seconded by"
            hint="A director such as @ada."
            autoComplete="off"
            required
          />
          <div className="actions">
            <SubmitButton variant="plain">Save the second</SubmitButton>
          </div>
        </ActionForm>
      )}
      <div id="position">
        <PositionForm
          ballot={ballot}
          action={takePositionAction}
          submissionKey={newSubmissionKey()}
          state={await stateFromKept(kept, "position")}
          hidden={from}
        />
      </div>
      <RollCallForm
        ballot={ballot}
        action={rollCallAction}
        submissionKey={newSubmissionKey()}
        state={await stateFromKept(kept, "roll-call")}
        hidden={from}
      />
      {mayAmend(actor, ballot) && (
        <MotionForm
          action={amendMotionAction}
          submissionKey={newSubmissionKey()}
          state={await stateFromKept(kept, "amend-motion")}
          hidden={hidden}
          onProposal={ballot.proposal !== null}
          inMeeting={ballot.meeting !== null}
          forOthers={false}
          folded="Amend the motion"
          now={{ text: ballot.text, outcome: ballot.outcome ?? "", rule: ballot.rule }}
        />
      )}
      <Critical ballot={ballot} hidden={hidden} />
      {mayCallOff(actor, ballot) && <CallOff hidden={hidden} kept={kept} />}
    </div>
  );
}

function Critical({ ballot, hidden }: { ballot: BallotShown; hidden: Record<string, string | number> }) {
  if (!ballot.mayMarkCritical) return null;
  return (
    <ActionForm action={markCriticalAction} submissionKey={newSubmissionKey()} label="Critical">
      <Hidden fields={{ ...hidden, critical: ballot.isCritical ? "no" : "yes" }} />
      <div className="actions">
        <SubmitButton variant="plain">
          {ballot.isCritical ? "It is not critical" : "Mark as critical: wait for my vote"}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

async function CallOff({
  hidden,
  kept,
}: {
  hidden: Record<string, string | number>;
  kept?: string | string[];
}) {
  return (
    <ActionForm
      action={callOffAction}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(kept, "call-off")}
      folded="Call the vote off"
      label="Call the vote off"
    >
      <Hidden fields={hidden} />
      <TextField name="reason" label="Why" hint="Everybody who voted reads it." autoComplete="off" required />
      <div className="actions">
        <SubmitButton variant="danger">Call it off</SubmitButton>
      </div>
    </ActionForm>
  );
}
