import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormAction } from "@/components/forms/form-state";
import { TextArea, TextField } from "@/components/forms/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import type { ConcernMove } from "@/lib/discussion/concern-machine";
import type { ConcernLine } from "@/lib/discussion/concern-queries";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import {
  addressConcernAction,
  reopenConcernAction,
  resolveConcernAction,
  withdrawConcernAction,
} from "../actions";

interface Offer {
  action: FormAction;
  /** The form's name before the concern's number. */
  form: string;
  field: ReactNode;
}

const because = (label: string) => <TextField name="reason" label={label} required maxLength={1000} />;
const resolve = {
  action: resolveConcernAction,
  form: "resolve",
  field: because("What resolved it"),
};

const offers: Readonly<Record<ConcernMove, Offer>> = {
  address: {
    action: addressConcernAction,
    form: "address",
    field: (
      <TextArea
        name="response"
        label="What was done"
        hint="Markdown works. Whoever raised it is told, and says whether this resolves it."
        rows={4}
        required
      />
    ),
  },
  resolve,
  reopen: { action: reopenConcernAction, form: "reopen", field: because("What is still missing") },
  withdraw: { action: withdrawConcernAction, form: "withdraw", field: because("Why you take it back") },
  settle: resolve,
};

interface Props {
  proposal: number;
  concern: ConcernLine;
  kept?: string | string[];
}

/** What this reader may do about a concern, each thing with the words that it needs. */
export function ConcernMoves({ proposal, concern, kept }: Props) {
  return concern.moves.map(({ name, label }) => {
    const offer = offers[name as ConcernMove]; // names come from the concern's machine
    return <MoveForm key={name} {...{ label, offer, proposal, concern, kept }} />;
  });
}

async function MoveForm({ label, offer, proposal, concern, kept }: Props & { label: string; offer: Offer }) {
  const state = await stateFromKept(kept, `${offer.form}-${concern.number}`);
  return (
    <Disclosure summary={label} open={state.status !== "idle"}>
      <ActionForm
        action={offer.action}
        submissionKey={newSubmissionKey()}
        state={state}
        submitLabel={label}
        label={`${label}: concern ${concern.number}`}
      >
        <HiddenField name="proposal" value={proposal} />
        <HiddenField name="concern" value={concern.number} />
        <HiddenField name="version" value={concern.version} />
        {offer.field}
      </ActionForm>
    </Disclosure>
  );
}
