import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { RelatedProposal } from "@/components/proposals/related-proposal";
import { Time } from "@/components/ui/time";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { RelationLine } from "@/lib/proposals/relation-queries";
import { removeRelationAction } from "../actions";

interface Props {
  number: number;
  relation: RelationLine;
  kept?: string | string[];
}

export async function RelationItem({ number, relation, kept }: Props) {
  return (
    <li>
      <p>
        <RelatedProposal relation={relation} />
      </p>
      <p className="meta">
        {relation.addedBy} wrote it down <Time at={relation.at} />
      </p>
      {relation.mayRemove && (
        <ActionForm
          action={removeRelationAction}
          submissionKey={newSubmissionKey()}
          state={await stateFromKept(kept, `remove-relation-${relation.id}`)}
          className="moves"
          label={`Take back: #${relation.number}`}
        >
          <HiddenField name="number" value={number} />
          <HiddenField name="relation" value={relation.id} />
          <SubmitButton variant="quiet" size="small">
            Take it back
          </SubmitButton>
        </ActionForm>
      )}
    </li>
  );
}
