import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Section } from "@/components/ui/section";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { RegionShown } from "@/lib/region/queries";
import { moveOnboardingAction } from "../shape-actions";

/** Whether tenants are taken in: opened with the place where they ask, closed with the reason. */
export async function OnboardingForm({ region, kept }: { region: RegionShown; kept?: string | string[] }) {
  const [move] = region.onboardingMoves;
  if (!move) return null;
  return (
    <Section title="Onboarding" id="onboarding">
      <p className="hint">Production needs it open: a region that nobody can come into is no production.</p>
      {move.refusal ? (
        <p className="move-not">
          <b>{move.label}</b> is not possible yet: {move.refusal}
        </p>
      ) : (
        <ActionForm
          action={moveOnboardingAction}
          submissionKey={newSubmissionKey()}
          state={await stateFromKept(kept, "move-onboarding")}
          label="Onboarding"
        >
          <HiddenField name="region" value={region.key} />
          <HiddenField name="version" value={region.version} />
          <HiddenField name="move" value={move.name} />
          {move.name === "open" ? (
            <TextField
              name="url"
              label="Where tenants ask to come in"
              hint="A link."
              inputMode="url"
              required
            />
          ) : (
            <TextField name="reason" label="Why nobody can come in for now" required maxLength={2000} />
          )}
          <div className="actions">
            <SubmitButton variant={move.name === "open" ? "primary" : "plain"}>{move.label}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </Section>
  );
}
