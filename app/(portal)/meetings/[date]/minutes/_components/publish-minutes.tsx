import { ActionForm } from "@/components/forms/action-form";
import { CheckField } from "@/components/forms/check-field";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { MoveButtons } from "@/components/workflow/move-buttons";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { Minutes } from "@/lib/meetings/minutes-queries";
import { draftMinutesAction, publishMinutesAction } from "../actions";

/** What is left open before minutes are published, and the button that publishes them. */
export async function PublishMinutes({ minutes, kept }: { minutes: Minutes; kept?: string | string[] }) {
  const { date, version, warnings } = minutes;
  const publish = minutes.moves.find((move) => move.name === "publish");
  const others = minutes.moves.filter((move) => move.name === "draft" && !move.refusal);
  return (
    <div className="no-print">
      <MoveButtons
        moves={others}
        action={draftMinutesAction}
        submissionKey={newSubmissionKey()}
        state={await stateFromKept(kept, "draft-minutes")}
        hidden={{ date, version }}
      />
      {publish && (
        <Section title={publish.label} id="publish">
          {minutes.status === "draft" && !publish.refusal && (
            <p className="meta">No director has marked this draft as reviewed since it last changed.</p>
          )}
          {warnings.length > 0 && (
            <Note tone="warn" title="Left open">
              <ul>
                {warnings.map((warning) => (
                  <li key={warning} dir="auto">
                    {warning}
                  </li>
                ))}
              </ul>
              <p>
                Put it right in the <a href={`/meetings/${date}/session`}>session</a>, or confirm below.
              </p>
            </Note>
          )}
          {publish.refusal ? (
            <p>{publish.refusal}</p>
          ) : (
            <ActionForm
              action={publishMinutesAction}
              submissionKey={newSubmissionKey()}
              state={await stateFromKept(kept, "publish-minutes")}
              label={publish.label}
            >
              <HiddenField name="date" value={date} />
              <HiddenField name="version" value={version} />
              {warnings.length > 0 && (
                <CheckField name="confirmed" label="Publish them as they are, with what is left open" />
              )}
              <div className="actions">
                <SubmitButton>{publish.label}</SubmitButton>
              </div>
            </ActionForm>
          )}
        </Section>
      )}
    </div>
  );
}
