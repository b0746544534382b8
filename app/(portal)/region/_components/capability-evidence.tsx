import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormState } from "@/components/forms/form-state";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { EvidenceLines } from "@/components/region/evidence-lines";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { CapabilityPage, EvidenceShown } from "@/lib/region/capability-queries";
import { judgeEvidenceAction, withdrawEvidenceAction } from "../actions";
import { GiveEvidence } from "./give-evidence";

interface Props {
  page: CapabilityPage;
  kept?: string | string[];
  signedIn: boolean;
}

/** What was shown for each criterion; who may judge it judges it here, who may give some gives it here. */
export async function CapabilityEvidence({ page, kept, signedIn }: Props) {
  const { region, capability } = page;
  const [judging, withdrawing] = await Promise.all([
    stateFromKept(kept, "judge-evidence"),
    stateFromKept(kept, "withdraw-evidence"),
  ]);
  const path = { region: region.key, capability: capability.key };
  const stateFor = (state: FormState, { id }: EvidenceShown) =>
    state.values?.evidenceId === String(id) ? state : undefined;
  return (
    <>
      <EvidenceLines capability={capability}>
        {(evidence) => (
          <>
            <Judge evidence={evidence} path={path} state={stateFor(judging, evidence)} />
            <Withdraw evidence={evidence} path={path} state={stateFor(withdrawing, evidence)} />
          </>
        )}
      </EvidenceLines>
      {capability.maySubmit && capability.criteria.length > 0 && (
        <GiveEvidence region={region.key} capability={capability} kept={kept} />
      )}
      {!signedIn && (
        <p className="hint">
          <a href={`/sign-in?back=/region/${region.key}/${capability.key}`}>Sign in</a> to give evidence, or
          to judge it as an operator.
        </p>
      )}
    </>
  );
}

interface PieceProps {
  evidence: EvidenceShown;
  path: { region: string; capability: string };
  state?: FormState;
}

function Judge({ evidence, path, state }: PieceProps) {
  const { moves, isOwn, stored, criterion } = evidence;
  const verdicts = moves.filter(({ name }) => name !== "withdraw");
  if (isOwn && stored === "submitted") return <p className="hint">You gave this; somebody else judges it.</p>;
  if (verdicts.length === 0) return null;
  return (
    <ActionForm
      action={judgeEvidenceAction}
      submissionKey={newSubmissionKey()}
      state={state}
      label={`Judge the evidence for “${criterion}”`}
    >
      <Keys evidence={evidence} path={path} />
      <TextField
        name="reason"
        label="What you saw, or what is missing"
        hint="A refusal needs it, so that better evidence can follow."
        required={false}
        maxLength={2000}
      />
      <div className="actions">
        {verdicts.map(({ name, label }, place) => (
          <SubmitButton key={name} name="verdict" value={name} variant={place === 0 ? "primary" : "plain"}>
            {label}
          </SubmitButton>
        ))}
      </div>
    </ActionForm>
  );
}

function Withdraw({ evidence, path, state }: PieceProps) {
  if (!evidence.moves.some(({ name }) => name === "withdraw")) return null;
  return (
    <ActionForm
      action={withdrawEvidenceAction}
      submissionKey={newSubmissionKey()}
      state={state}
      label={`Withdraw the evidence for “${evidence.criterion}”`}
      folded="It does not hold any more"
    >
      <Keys evidence={evidence} path={path} />
      <TextField
        name="reason"
        label="Why it does not hold any more"
        hint="It stays in the history, and proves nothing from now on."
        required
        maxLength={2000}
      />
      <div className="actions">
        <SubmitButton variant="plain">Withdraw the evidence</SubmitButton>
      </div>
    </ActionForm>
  );
}

function Keys({ evidence: { id, version }, path }: Pick<PieceProps, "evidence" | "path">) {
  return (
    <>
      <HiddenField name="evidenceId" value={id} />
      <HiddenField name="version" value={version} />
      <HiddenField name="region" value={path.region} />
      <HiddenField name="capability" value={path.capability} />
    </>
  );
}
