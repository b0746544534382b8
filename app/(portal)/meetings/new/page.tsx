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
import { listSeries } from "@/lib/meetings/queries";
import { createMeetingAction, createSeriesAction, planSeriesAction } from "./actions";

export const metadata: Metadata = { title: "Set a meeting" };

interface Props {
  searchParams: Promise<{ kept?: string | string[] }>;
}

type Series = Awaited<ReturnType<typeof listSeries>>;

export default async function NewMeetingPage({ searchParams }: Props) {
  const [actor, { kept }] = await Promise.all([currentActor(), searchParams]);
  if (actor.kind !== "person") redirect("/sign-in?back=/meetings/new");
  if (!mayRunMeetings(actor)) notFound();
  const [series, plan, meeting, newSeries] = await Promise.all([
    listSeries(),
    stateFromKept(kept, "plan-series"),
    stateFromKept(kept, "new-meeting"),
    stateFromKept(kept, "new-series"),
  ]);
  return (
    <article className="page measure">
      <PageHead
        title="Set a meeting"
        lead="Plan the next dates of a series, or set a single meeting by hand."
      />
      <Section title="From a series">
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

function PlanForm({ series, state }: { series: Series; state: FormState }) {
  return (
    <ActionForm
      action={planSeriesAction}
      submissionKey={newSubmissionKey()}
      state={state}
      submitLabel="Plan the next meetings"
      label="Plan a series"
    >
      <SelectField
        name="series"
        label="Series"
        options={series.map((each) => ({
          value: each.key,
          label: `${each.name}, ${each.startsAtTime} ${each.timeZone}`,
        }))}
      />
      <TextField
        name="count"
        label="How many of the next meetings"
        hint="Dates that have a meeting already stay as they are."
        inputMode="numeric"
        defaultValue={6}
      />
    </ActionForm>
  );
}

function SeriesForm({ state }: { state: FormState }) {
  return (
    <ActionForm
      action={createSeriesAction}
      submissionKey={newSubmissionKey()}
      state={state}
      submitLabel="Set up the series"
      label="New series"
    >
      <TextField
        name="name"
        label="Name"
        hint="It becomes the title of each meeting."
        defaultValue="Board meeting"
      />
      <TextField name="key" label="Key" hint="Small letters, digits and hyphens." defaultValue="board" />
      <TextField name="body" label="Body that meets" hint="Its handle, such as board." defaultValue="board" />
      <TextField
        name="rule"
        label="Recurrence rule"
        hint="RFC 5545: FREQ=MONTHLY;BYDAY=2WE is the second Wednesday of each month."
        defaultValue="FREQ=MONTHLY;BYDAY=2WE"
      />
      <TextField name="startsAtTime" label="Time of day" defaultValue="20:00" />
      <TextField
        name="timeZone"
        label="Time zone"
        hint="In a zone with daylight saving the clock time stays and the UTC time moves."
        defaultValue="UTC"
      />
      <TextField name="minutes" label="Minutes" inputMode="numeric" defaultValue={env().MEETING_MINUTES} />
    </ActionForm>
  );
}

function MeetingForm({ series, state }: { series: Series; state: FormState }) {
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
