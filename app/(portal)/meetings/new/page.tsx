import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import type { FormState } from "@/components/forms/form-state";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { env } from "@/lib/env";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { mayRunMeetings } from "@/lib/meetings/policy";
import { listSeries, type SeriesShown } from "@/lib/meetings/queries";
import { PlanForm, SeriesForm, SeriesList } from "./_components/series-forms";
import { createMeetingAction } from "./actions";

export const metadata: Metadata = { title: "Set a meeting" };

interface Props {
  searchParams: Promise<{ kept?: string | string[] }>;
}

export default async function NewMeetingPage({ searchParams }: Props) {
  const [actor, { kept }] = await Promise.all([currentActor(), searchParams]);
  if (actor.kind !== "person") redirect("/sign-in?back=/meetings/new");
  if (!mayRunMeetings(actor)) notFound();
  const [series, plan, meeting, newSeries, changed] = await Promise.all([
    listSeries(),
    stateFromKept(kept, "plan-series"),
    stateFromKept(kept, "new-meeting"),
    stateFromKept(kept, "new-series"),
    stateFromKept(kept, "change-series"),
  ]);
  return (
    <article className="page measure">
      <PageHead
        title="Set a meeting"
        lead="Plan the next dates of a series, or set a single meeting by hand."
      />
      <Section title="From a series">
        <SeriesList series={series} state={changed} />
        {series.length > 0 && <PlanForm series={series} state={plan} />}
        <Disclosure summary="Set up a new series" open={series.length === 0}>
          <SeriesForm state={newSeries} />
        </Disclosure>
      </Section>
      <Section title="By hand">
        <MeetingForm series={series} state={meeting} />
      </Section>
    </article>
  );
}

function MeetingForm({ series, state }: { series: readonly SeriesShown[]; state: FormState }) {
  return (
    <ActionForm
      action={createMeetingAction}
      submissionKey={newSubmissionKey()}
      state={state}
      submitLabel="Set the meeting"
      label="New meeting"
    >
      <TextField name="title" label="Title" defaultValue="Board meeting" required />
      <div className="pair">
        <TextField name="date" label="Date" type="date" hint="In the meeting's zone." required />
        <TextField name="time" label="Time of day" type="time" defaultValue="20:00" required />
      </div>
      <TextField
        name="timeZone"
        label="Time zone"
        hint="Such as UTC, Europe/Berlin or America/New_York."
        defaultValue="UTC"
        required
      />
      <TextField
        name="capacityMinutes"
        label="Minutes"
        inputMode="numeric"
        defaultValue={env().MEETING_MINUTES}
      />
      <TextField name="place" label="Place" hint="A room, or the link of a call." required={false} />
      <SelectField
        name="series"
        label="Series"
        hint="Items of a cancelled meeting go to the next one of its series."
        options={[
          { value: "", label: "None: it stands alone" },
          ...series.map(({ key, name }) => ({ value: key, label: name })),
        ]}
      />
    </ActionForm>
  );
}
