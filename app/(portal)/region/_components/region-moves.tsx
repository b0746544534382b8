import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { regionMovesWithReason } from "@/lib/region/policy";
import type { RegionShown } from "@/lib/region/queries";
import type { AllowedMove } from "@/lib/workflow/machine";
import { moveRegionAction } from "../actions";

/** The moves of the phase that are this reader's: as buttons, or why they cannot be made yet. */
export async function RegionMoves({ region, kept }: { region: RegionShown; kept?: string | string[] }) {
  const open = region.moves.filter((move) => !move.refusal);
  const closed = region.moves.filter((move) => move.refusal);
  if (region.moves.length === 0) return null;
  const reasoned = open.filter(needsReason);
  return (
    <ActionForm
      action={moveRegionAction}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(kept, "move-region")}
      className="your-move"
      label="Next steps"
    >
      <HiddenField name="region" value={region.key} />
      <HiddenField name="version" value={region.version} />
      {reasoned.length > 0 && (
        <TextField
          name="reason"
          label="Reason"
          hint={`For “${reasoned.map(({ label }) => label).join("” and “")}”: ${reasoned.map(hintOf).join(" ")}`}
          required={false}
          maxLength={2000}
        />
      )}
      {open.map((move) => (
        <SubmitButton
          key={move.name}
          name="move"
          value={move.name}
          variant={isEnd(move) ? "plain" : "primary"}
        >
          {move.label}
        </SubmitButton>
      ))}
      {closed.map((move) => (
        <p className="move-not" key={move.name}>
          <b>{move.label}</b> is not possible yet: {move.refusal}
        </p>
      ))}
    </ActionForm>
  );
}

/** Moves that end a region are never the button that stands out. */
function isEnd({ name }: AllowedMove): boolean {
  return name === "startSunset" || name === "retire";
}

function needsReason({ name }: AllowedMove): boolean {
  return regionMovesWithReason.some((each) => each === name);
}

function hintOf({ needs = "" }: AllowedMove): string {
  return needs.charAt(0).toLowerCase() + needs.slice(1);
}
