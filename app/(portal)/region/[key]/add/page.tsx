import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { PageHead } from "@/components/ui/page-head";
import { currentActor } from "@/lib/auth/reader";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { findShapeChoices } from "@/lib/region/capability-queries";
import { CapabilityFields } from "../../_components/capability-fields";
import { addCapabilityAction } from "../../shape-actions";

export const metadata: Metadata = { title: "Add a capability" };

interface Props {
  params: Promise<{ key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AddCapabilityPage({ params, searchParams }: Props) {
  const [{ key }, { kept }] = await Promise.all([params, searchParams]);
  const found = await findShapeChoices(await currentActor(), key);
  if (!found) notFound();
  return (
    <article className="page">
      <PageHead
        title="Add a capability"
        number={found.region.name}
        lead="What this region needs beside the template. From now on it counts in the readiness, and is recorded in its history."
      />
      <ActionForm
        action={addCapabilityAction}
        submissionKey={newSubmissionKey()}
        state={await stateFromKept(kept, "add-capability")}
        submitLabel="Add the capability"
        label="Add a capability"
      >
        <HiddenField name="region" value={key} />
        <CapabilityFields others={found.capabilities} />
      </ActionForm>
    </article>
  );
}
