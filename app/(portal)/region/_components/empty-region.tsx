import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/text-field";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { mayOpenRegion } from "@/lib/region/policy";
import { capabilityTemplate } from "@/lib/region/template";
import { openRegionAction } from "../actions";

/** No region yet: what one will be, and for the officers how to open it. */
export async function EmptyRegion({ kept }: { kept?: string | string[] }) {
  const actor = await currentActor();
  const required = capabilityTemplate.filter((capability) => capability.required).length;
  return (
    <article className="page">
      <PageHead
        title="Region"
        lead="What it takes until people can use it, what is there, and what is missing."
      />
      <EmptyState title="There is no region yet.">
        A region is built out of {capabilityTemplate.length} capabilities, {required} of them required: from
        the board’s sponsorship over hosts, network and DNS to backups. Each comes about by tickets and is
        accepted by evidence; the readiness is computed from both. The chair or the secretary opens it when a
        proposal asks for one.
      </EmptyState>
      {mayOpenRegion(actor) && (
        <Section title="Open a region">
          <ActionForm
            action={openRegionAction}
            submissionKey={newSubmissionKey()}
            state={await stateFromKept(kept, "open-region")}
            submitLabel="Open the region"
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
            <TextField
              name="osVersion"
              label="Its version"
              hint="Such as 10."
              required={false}
              maxLength={40}
            />
            <TextField
              name="operators"
              label="Operated by"
              hint="The handle of a body, such as operators."
              defaultValue="operators"
              required
            />
          </ActionForm>
        </Section>
      )}
    </article>
  );
}
