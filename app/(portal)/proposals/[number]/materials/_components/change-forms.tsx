import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { idle } from "@/components/forms/form-state";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { MaterialShown } from "@/lib/materials/queries";
import type { ProposalHead } from "@/lib/proposals/queries";
import { removeMaterialAction, repinMaterialAction, sayChangedAction } from "../actions";

interface Props {
  head: ProposalHead;
  material: MaterialShown;
  kept?: string | string[];
}

/** What can be said of a material that is there: it is for the present text; it has changed; it is not wanted. */
export async function ChangeForms({ head, material, kept }: Props) {
  const revision = Math.max(head.revision, 1);
  const isPinned = material.revision === revision && !material.changedAt;
  const [changed, removed] = await Promise.all([
    stateFromKept(kept, "say-changed"),
    stateFromKept(kept, "remove-material"),
  ]);
  const mine = (state: typeof idle) => (state.values?.material === String(material.number) ? state : idle);
  const hidden = (
    <>
      <HiddenField name="proposal" value={head.number} />
      <HiddenField name="material" value={material.number} />
      <HiddenField name="version" value={material.version} />
    </>
  );
  return (
    <div className="mat-change">
      {!isPinned && (
        <ActionForm
          action={repinMaterialAction}
          submissionKey={newSubmissionKey()}
          label={`Pin material ${material.number} again`}
        >
          {hidden}
          <p className="hint">Says that the material, as it is now, belongs to the present text.</p>
          <div className="actions">
            <SubmitButton>This is for revision {revision}</SubmitButton>
          </div>
        </ActionForm>
      )}
      <ActionForm
        action={sayChangedAction}
        submissionKey={newSubmissionKey()}
        state={mine(changed)}
        label={`Say that material ${material.number} has changed`}
      >
        {hidden}
        <TextField
          name="note"
          label="What has changed"
          hint="The portal cannot see what is behind a link. Whoever has read it sees that it changed."
          required
        />
        <div className="actions">
          <SubmitButton variant="plain">Say that it has changed</SubmitButton>
        </div>
      </ActionForm>
      <ActionForm
        action={removeMaterialAction}
        submissionKey={newSubmissionKey()}
        state={mine(removed)}
        label={`Remove material ${material.number}`}
      >
        {hidden}
        <TextField
          name="reason"
          label="Why it is removed"
          hint="Its title and this reason stay; the link or file is gone for readers."
          required
        />
        <div className="actions">
          <SubmitButton variant="danger">Remove it</SubmitButton>
        </div>
      </ActionForm>
      <p>
        <a href={`/proposals/${head.number}/materials#material-${material.number}`}>Leave it as it is</a>
      </p>
    </div>
  );
}
