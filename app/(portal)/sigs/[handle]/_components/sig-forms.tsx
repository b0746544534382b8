import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { TextArea } from "@/components/forms/text-field";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { SigShown } from "@/lib/people/sig-queries";
import { describeSigAction, setSponsorAction } from "../../actions";

type Kept = string | string[] | undefined;

export async function DescribeForm({ sig, kept }: { sig: SigShown; kept: Kept }) {
  return (
    <ActionForm
      folded="Change what it is for"
      action={describeSigAction}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(kept, "describe-sig")}
      submitLabel="Save what it is for"
      label="What it is for"
    >
      <HiddenField name="sig" value={sig.handle} />
      <HiddenField name="version" value={sig.version} />
      <TextArea
        name="purpose"
        label="What the SIG is for"
        hint="Markdown. What it makes, for whom, and how somebody joins."
        defaultValue={sig.purpose}
        rows={8}
        maxLength={10_000}
      />
    </ActionForm>
  );
}

interface SponsorProps {
  sig: SigShown;
  directors: readonly { handle: string; name: string }[];
  kept: Kept;
}

export async function SponsorForm({ sig, directors, kept }: SponsorProps) {
  return (
    <ActionForm
      folded="Name the sponsoring director"
      action={setSponsorAction}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(kept, "set-sponsor")}
      submitLabel="Save the sponsor"
      label="Sponsoring director"
    >
      <HiddenField name="sig" value={sig.handle} />
      <HiddenField name="version" value={sig.version} />
      <SelectField
        name="sponsor"
        label="Director who stands for it"
        defaultValue={sig.sponsor?.handle ?? ""}
        options={[
          { value: "", label: "Nobody" },
          ...directors.map(({ handle, name }) => ({ value: handle, label: name })),
        ]}
      />
    </ActionForm>
  );
}
