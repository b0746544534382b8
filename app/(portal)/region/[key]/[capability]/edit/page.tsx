import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { findShapeChoices, type ShapeChoice } from "@/lib/region/capability-queries";
import { CapabilityFields } from "../../../_components/capability-fields";
import { changeCapabilityAction, removeCapabilityAction } from "../../../shape-actions";

export const metadata: Metadata = { title: "Change a capability" };

interface Props {
  params: Promise<{ key: string; capability: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function EditCapabilityPage({ params, searchParams }: Props) {
  const [{ key, capability }, { kept }] = await Promise.all([params, searchParams]);
  const found = await findShapeChoices(await currentActor(), key);
  const saved = found?.capabilities.find((each) => each.key === capability);
  if (!found || !saved) notFound();
  const [changing, removing] = await Promise.all([
    stateFromKept(kept, "change-capability"),
    stateFromKept(kept, "remove-capability"),
  ]);
  return (
    <article className="page">
      <PageHead title={`Change ${saved.name}`} number={found.region.name} />
      <ActionForm
        action={changeCapabilityAction}
        submissionKey={newSubmissionKey()}
        state={changing}
        submitLabel="Save the capability"
        label="Change the capability"
      >
        <Keys region={key} saved={saved} />
        <CapabilityFields saved={saved} others={found.capabilities.filter((each) => each !== saved)} />
      </ActionForm>
      <Section title="Remove it" id="remove">
        <p className="hint">
          It counts no more, and nothing waits for it. Its tickets, its evidence and its part in the past stay
          in the history.
        </p>
        <ActionForm
          action={removeCapabilityAction}
          submissionKey={newSubmissionKey()}
          state={removing}
          label="Remove the capability"
        >
          <Keys region={key} saved={saved} />
          <TextField name="reason" label="Why this region does not need it" required maxLength={500} />
          <div className="actions">
            <SubmitButton variant="plain">Remove {saved.name}</SubmitButton>
          </div>
        </ActionForm>
      </Section>
    </article>
  );
}

function Keys({ region, saved }: { region: string; saved: ShapeChoice }) {
  return (
    <>
      <HiddenField name="region" value={region} />
      <HiddenField name="capability" value={saved.key} />
      <HiddenField name="version" value={saved.version} />
    </>
  );
}
