import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { TextArea } from "@/components/forms/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { SigShown } from "@/lib/people/sig-queries";
import { describeSigAction, setSponsorAction } from "../../actions";

type Kept = string | string[] | undefined;

export async function DescribeForm({ sig, kept }: { sig: SigShown; kept: Kept }) {
  const state = await stateFromKept(kept, "describe-sig");
  return (
    <Disclosure summary="Change what it is for" open={state.status === "refused"}>
      <ActionForm
        action={describeSigAction}
        submissionKey={newSubmissionKey()}
        state={state}
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
    </Disclosure>
  );
}

interface SponsorProps {
  sig: SigShown;
  directors: readonly { handle: string; name: string }[];
  kept: Kept;
}

export async function SponsorForm({ sig, directors, kept }: SponsorProps) {
  const state = await stateFromKept(kept, "set-sponsor");
  return (
    <Disclosure summary="Name the sponsoring director" open={state.status === "refused"}>
      <ActionForm
        action={setSponsorAction}
        submissionKey={newSubmissionKey()}
        state={state}
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
    </Disclosure>
  );
}
