import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormState } from "@/components/forms/form-state";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea, TextField } from "@/components/forms/text-field";
import { EvidenceLines } from "@/components/region/evidence-lines";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { unprovenCriteria } from "@/lib/region/capability-facts";
import type { CapabilityShown, EvidenceShown, RegionShown } from "@/lib/region/queries";
import { judgeEvidenceAction, submitEvidenceAction } from "../actions";

interface Props {
  region: RegionShown;
  capability: CapabilityShown;
  kept?: string | string[];
  signedIn: boolean;
}

/** What was shown for each criterion; who may judge it judges it here, who may give some gives it here. */
export async function CapabilityEvidence(props: Props) {
  const { region, capability, kept, signedIn } = props;
  const judging = await stateFromKept(kept, "judge-evidence");
  return (
    <>
      <EvidenceLines capability={capability}>
        {(evidence) => (
          <Judge
            evidence={evidence}
            path={{ region: region.key, capability: capability.key }}
            state={judging.values?.evidenceId === String(evidence.id) ? judging : undefined}
          />
        )}
      </EvidenceLines>
      {capability.maySubmit && <GiveEvidence {...props} />}
      {!signedIn && (
        <p className="hint">
          <a href={`/sign-in?back=/region/${region.key}/${capability.key}`}>Sign in</a> to give evidence, or
          to judge it as an operator.
        </p>
      )}
    </>
  );
}

interface JudgeProps {
  evidence: EvidenceShown;
  path: { region: string; capability: string };
  state?: FormState;
}

function Judge({ evidence, path, state }: JudgeProps) {
  const { moves, isOwn, judgedBy } = evidence;
  if (isOwn && !judgedBy) return <p className="hint">You gave this; somebody else judges it.</p>;
  if (moves.length === 0) return null;
  return (
    <ActionForm
      action={judgeEvidenceAction}
      submissionKey={newSubmissionKey()}
      state={state}
      label={`Judge the evidence for “${evidence.criterion}”`}
    >
      <HiddenField name="evidenceId" value={evidence.id} />
      <HiddenField name="version" value={evidence.version} />
      <HiddenField name="region" value={path.region} />
      <HiddenField name="capability" value={path.capability} />
      <TextField
        name="reason"
        label="What you saw, or what is missing"
        hint="A refusal needs it, so that better evidence can follow."
        required={false}
        maxLength={2000}
      />
      <div className="actions">
        {moves.map(({ name, label }, place) => (
          <SubmitButton key={name} name="verdict" value={name} variant={place === 0 ? "primary" : "plain"}>
            {label}
          </SubmitButton>
        ))}
      </div>
    </ActionForm>
  );
}

async function GiveEvidence({ region, capability, kept }: Props) {
  const unproven = unprovenCriteria(capability);
  return (
    <section className="give" id="give-evidence" aria-labelledby="give-evidence-title">
      <h3 id="give-evidence-title">Give evidence</h3>
      <p className="hint">It counts once an operator who did not give it has accepted it.</p>
      <ActionForm
        action={submitEvidenceAction}
        submissionKey={newSubmissionKey()}
        state={await stateFromKept(kept, "submit-evidence")}
        submitLabel="Give the evidence"
        label="Give evidence"
      >
        <HiddenField name="region" value={region.key} />
        <HiddenField name="capability" value={capability.key} />
        <SelectField
          name="criterion"
          label="What it proves"
          options={capability.criteria.map((criterion) => ({ value: criterion, label: criterion }))}
          defaultValue={unproven[0]}
        />
        <TextField
          name="link"
          label="Link to what shows it"
          hint="A log, a pipeline, published minutes. A link or a note is needed."
          inputMode="url"
          required={false}
        />
        <TextArea name="note" label="What was seen" rows={4} required={false} />
      </ActionForm>
    </section>
  );
}
