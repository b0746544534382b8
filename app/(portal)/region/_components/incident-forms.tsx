import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea, TextField } from "@/components/forms/text-field";
import { Section } from "@/components/ui/section";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { IncidentShown } from "@/lib/region/incident-queries";
import { addIncidentUpdateAction, changeIncidentAction, moveIncidentAction } from "../incident-actions";
import { IncidentFields } from "./incident-fields";

interface Props {
  incident: IncidentShown;
  kept?: string | string[];
}

/** What can be done with it now; what cannot says why. */
export async function IncidentMoves({ incident, kept }: Props) {
  const open = incident.moves.filter(({ refusal }) => !refusal);
  const closed = incident.moves.filter(({ refusal }) => refusal);
  if (incident.moves.length === 0) return null;
  const reasoned = open.filter(({ name }) => name === "resolve" || name === "reopen");
  return (
    <ActionForm
      action={moveIncidentAction}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(kept, "move-incident")}
      className="your-move"
      label="Next steps"
    >
      <Keys incident={incident} />
      {reasoned.length > 0 && (
        <TextField
          name="reason"
          label={reasoned.map(({ name }) => questions[name]).join(" Or: ")}
          hint={`Needed for “${reasoned.map(({ label }) => label).join("” and “")}”.`}
          required={false}
          maxLength={2000}
        />
      )}
      {open.map(({ name, label }, place) => (
        <SubmitButton key={name} name="move" value={name} variant={place === 0 ? "primary" : "plain"}>
          {label}
        </SubmitButton>
      ))}
      {closed.map(({ name, label, refusal }) => (
        <p className="move-not" key={name}>
          <b>{label}</b> is not possible yet: {refusal}
        </p>
      ))}
    </ActionForm>
  );
}

const questions: Readonly<Record<string, string>> = {
  resolve: "What ended it?",
  reopen: "What is seen again?",
};

/** What is known now, for everybody who waits. */
export async function WriteUpdate({ incident, kept }: Props) {
  return (
    <ActionForm
      action={addIncidentUpdateAction}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(kept, "add-incident-update")}
      submitLabel="Write the update"
      label="Write an update"
    >
      <Keys incident={incident} />
      <TextArea name="text" label="What is known now, and what is done next" rows={3} required />
    </ActionForm>
  );
}

/** What is said of it, as more is known. */
export async function ChangeIncident({ incident, kept }: Props) {
  return (
    <Section title="Change what is said of it" id="change">
      <ActionForm
        action={changeIncidentAction}
        submissionKey={newSubmissionKey()}
        state={await stateFromKept(kept, "change-incident")}
        submitLabel="Save the incident"
        label="Change the incident"
        folded="Severity, what it affects, who does what, post-mortem"
      >
        <Keys incident={incident} />
        <IncidentFields saved={incident} capabilities={incident.capabilities} />
        <TextField
          name="postMortemUrl"
          label="Post-mortem"
          hint="A link to what was learned."
          inputMode="url"
          defaultValue={incident.postMortemUrl ?? ""}
          required={false}
        />
      </ActionForm>
    </Section>
  );
}

function Keys({ incident: { region, number, version } }: { incident: IncidentShown }) {
  return (
    <>
      <HiddenField name="region" value={region.key} />
      <HiddenField name="incident" value={number} />
      <HiddenField name="version" value={version} />
    </>
  );
}
