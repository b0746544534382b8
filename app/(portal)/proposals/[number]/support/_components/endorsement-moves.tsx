import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormAction } from "@/components/forms/form-state";
import { TextField } from "@/components/forms/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { EndorsementMove } from "@/lib/proposals/endorsement-machine";
import type { EndorsementLine } from "@/lib/proposals/endorsement-queries";
import { confirmEndorsementAction, declineEndorsementAction, withdrawEndorsementAction } from "../actions";

interface Offer {
  action: FormAction;
  /** The form's name before the request's id. */
  form: string;
  field: ReactNode;
  /** What somebody came for is not folded away. */
  open?: boolean;
}

const said = (name: string, label: string, required: boolean) => (
  <TextField name={name} label={label} required={required} maxLength={1000} />
);

const offers: Readonly<Record<EndorsementMove, Offer>> = {
  confirm: {
    action: confirmEndorsementAction,
    form: "confirm",
    field: said("note", "What you say with it", false),
    open: true,
  },
  decline: { action: declineEndorsementAction, form: "decline", field: said("reason", "Why", false) },
  take_back: { action: withdrawEndorsementAction, form: "withdraw", field: said("reason", "Why", false) },
  step_back: {
    action: withdrawEndorsementAction,
    form: "withdraw",
    field: said("reason", "Why you step back", true),
  },
};

interface Props {
  number: number;
  line: EndorsementLine;
  kept?: string | string[];
}

/** What this reader may do about a request: answer it, take it back, or step back. */
export function EndorsementMoves({ number, line, kept }: Props) {
  return line.moves.map(({ name, label, refusal }) => {
    if (refusal) return null;
    const offer = offers[name as EndorsementMove]; // names come from the endorsement's machine
    return <MoveForm key={name} {...{ label, offer, number, line, kept }} />;
  });
}

async function MoveForm({ label, offer, number, line, kept }: Props & { label: string; offer: Offer }) {
  const state = await stateFromKept(kept, `${offer.form}-${line.id}`);
  return (
    <Disclosure summary={label} open={offer.open || state.status !== "idle"}>
      <ActionForm
        action={offer.action}
        submissionKey={newSubmissionKey()}
        state={state}
        submitLabel={label}
        label={`${label}: ${line.person.name}`}
      >
        <HiddenField name="number" value={number} />
        <HiddenField name="endorsement" value={line.id} />
        <HiddenField name="version" value={line.version} />
        {offer.field}
      </ActionForm>
    </Disclosure>
  );
}
