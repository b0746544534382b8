import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/text-field";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { openRegionAction } from "../actions";

/** Opens a region as proposed, with the capabilities of the template. */
export async function OpenRegionForm({ kept }: { kept?: string | string[] }) {
  return (
    <ActionForm
      action={openRegionAction}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(kept, "open-region")}
      submitLabel="Open the region"
      label="Open a region"
    >
      <TextField name="name" label="Name" hint="As people call it." required maxLength={120} />
      <TextField
        name="key"
        label="Key"
        hint="For its address: small letters, digits and dashes, such as stream-east."
        required
        maxLength={60}
      />
      <TextField name="parentCloud" label="Parent cloud" required={false} maxLength={120} />
      <TextField
        name="operatingSystem"
        label="What the hosts run"
        defaultValue="CentOS Stream"
        required
        maxLength={120}
      />
      <TextField name="osVersion" label="Its version" hint="Such as 10." required={false} maxLength={40} />
      <TextField
        name="operators"
        label="Operated by"
        hint="The handle of a body, such as operators."
        defaultValue="operators"
        required
      />
    </ActionForm>
  );
}
