import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { Note } from "@/components/ui/note";
import { newSubmissionKey } from "@/lib/form-action";
import { fileBundleAction } from "../list-actions";

/** Above the parts of a bundle: it is filed as one. */
export function BundleHead({ bundle, signedIn }: { bundle: number; signedIn: boolean }) {
  return (
    <>
      <Note tone="info">
        These tickets are one bundle: its drafts are filed together, or none of them. Each is worked on by
        itself, and can be taken out of the bundle on its own page.
      </Note>
      {signedIn && (
        <ActionForm
          action={fileBundleAction}
          submissionKey={newSubmissionKey()}
          submitLabel="File the bundle"
          label="File the bundle"
          className="form"
        >
          <HiddenField name="bundle" value={bundle} />
        </ActionForm>
      )}
    </>
  );
}
