import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { TextField } from "@/components/forms/text-field";
import { IncidentLines } from "@/components/region/incident-lines";
import { RegionTabs } from "@/components/region/region-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { type IncidentList, listIncidents } from "@/lib/region/incident-queries";
import { IncidentFields } from "../../_components/incident-fields";
import { declareIncidentAction } from "../../incident-actions";

export const metadata: Metadata = { title: "Incidents" };

interface Props {
  params: Promise<{ key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function IncidentsPage({ params, searchParams }: Props) {
  const [{ key }, { kept }] = await Promise.all([params, searchParams]);
  const list = await listIncidents(await currentActor(), key);
  if (!list) notFound();
  const { region, incidents, mayDeclare } = list;
  return (
    <article className="page">
      <PageHead
        title="Incidents"
        number={region.name}
        lead="What worked and did not, and what was learned."
      />
      <RegionTabs region={key} current="incidents" />
      {incidents.length > 0 ? (
        <IncidentLines region={key} incidents={incidents} />
      ) : (
        <EmptyState title="None was ever declared here.">
          An operator or the infra team declares one when something that worked does not. What it affects is
          regressed, and the readiness falls, until it is resolved.
        </EmptyState>
      )}
      {mayDeclare && <Declare list={list} kept={kept} />}
    </article>
  );
}

async function Declare({ list, kept }: { list: IncidentList; kept?: string | string[] }) {
  const { region, capabilities } = list;
  return (
    <Section title="Declare an incident" id="declare">
      <ActionForm
        action={declareIncidentAction}
        submissionKey={newSubmissionKey()}
        state={await stateFromKept(kept, "declare-incident")}
        submitLabel="Declare the incident"
        label="Declare an incident"
      >
        <HiddenField name="region" value={region.key} />
        <IncidentFields capabilities={capabilities} />
        <TextField
          name="startedAt"
          type="datetime-local"
          label="When it began, in UTC"
          hint="Empty: now."
          required={false}
        />
      </ActionForm>
    </Section>
  );
}
