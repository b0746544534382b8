"use client";
import { HiddenField } from "@/components/forms/fieldset";
import { useField } from "@/components/forms/form-context";
import { SubmitButton } from "@/components/forms/submit-button";
import { outcomeLabels } from "@/lib/decisions/ui-text";

/** Ends the decision's form: first it asks what is meant, and once it was shown what that does, it records it. */
export function ConfirmDecision() {
  const { error, id } = useField("confirmed");
  const { kept = "" } = useField("outcome");
  if (!error) {
    return (
      <div className="actions">
        <SubmitButton>Record the decision</SubmitButton>
      </div>
    );
  }
  const label = Object.hasOwn(outcomeLabels, kept) ? outcomeLabels[kept as keyof typeof outcomeLabels] : kept; // a key of the same table
  return (
    <>
      <p id={id} tabIndex={-1} className="note n-info">
        <span>
          <b>{label}.</b> {error} It cannot be edited afterwards. Change what you like above, or confirm it.
        </span>
      </p>
      <HiddenField name="confirmed" value={kept} />
      <div className="actions">
        <SubmitButton>Confirm the decision</SubmitButton>
      </div>
    </>
  );
}
