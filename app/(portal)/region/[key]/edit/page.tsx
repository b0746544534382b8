import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { TextField } from "@/components/forms/text-field";
import { PageHead } from "@/components/ui/page-head";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { OnboardingForm } from "../../_components/onboarding-form";
import { readRegion } from "../../_components/read-region";
import { describeRegionAction } from "../../shape-actions";

export const metadata: Metadata = { title: "Change the region" };

interface Props {
  params: Promise<{ key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function EditRegionPage({ params, searchParams }: Props) {
  const [{ key }, { kept }] = await Promise.all([params, searchParams]);
  const region = await readRegion(key);
  if (!region?.mayShape) notFound();
  return (
    <article className="page">
      <PageHead title={`Change ${region.name}`} />
      <ActionForm
        action={describeRegionAction}
        submissionKey={newSubmissionKey()}
        state={await stateFromKept(kept, "describe-region")}
        submitLabel="Save the region"
        label="Change the region"
      >
        <HiddenField name="region" value={key} />
        <HiddenField name="version" value={region.version} />
        <TextField name="name" label="Name" defaultValue={region.name} required maxLength={120} />
        <TextField
          name="parentCloud"
          label="Parent cloud"
          defaultValue={region.parentCloud}
          required={false}
          maxLength={120}
        />
        <TextField
          name="operatingSystem"
          label="What the hosts run"
          defaultValue={region.operatingSystem}
          required
          maxLength={120}
        />
        <TextField
          name="osVersion"
          label="Its version"
          hint="Such as 10."
          defaultValue={region.osVersion}
          required={false}
          maxLength={40}
        />
      </ActionForm>
      <OnboardingForm region={region} kept={kept} />
    </article>
  );
}
