import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { mayOpenRegion } from "@/lib/region/policy";
import { capabilityTemplate } from "@/lib/region/template";
import { OpenRegionForm } from "./open-region-form";

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
          <OpenRegionForm kept={kept} />
        </Section>
      )}
    </article>
  );
}
