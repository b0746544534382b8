import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormState } from "@/components/forms/form-state";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import { Time } from "@/components/ui/time";
import { env } from "@/lib/env";
import { newSubmissionKey } from "@/lib/form-action";
import type { SeriesShown } from "@/lib/meetings/queries";
import { callAudiences } from "@/lib/meetings/schema";
import { changeSeriesAction, createSeriesAction, planSeriesAction } from "../actions";

/** More meetings of a series than the portal makes by itself. */
export function PlanForm({ series, state }: { series: readonly SeriesShown[]; state: FormState }) {
  return (
    <Disclosure summary="Plan further ahead" open={state.status === "refused"}>
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
    </Disclosure>
  );
}

/** What is planned by the clock, and the way to change it. */
export function SeriesList({ series, state }: { series: readonly SeriesShown[]; state: FormState }) {
  if (series.length === 0) {
    return (
      <p className="hint">
        A series is a rule such as “the second Wednesday”; its meetings are made ahead by themselves.
      </p>
    );
  }
  return (
    <>
      <p className="mb-3">
        The portal makes the meetings of {series.length === 1 ? "this series" : "these series"} by itself,{" "}
        {env().SERIES_AHEAD_DAYS} days ahead.
      </p>
      <ul className="lines">
        {series.map((each) => (
          <li key={each.key}>
            <b dir="auto">{each.name}</b>
            <p className="line-facts">
              <code>{each.rule}</code> · {each.startsAtTime} {each.timeZone} · {each.minutes} minutes
              {each.endsOn && (
                <>
                  {" "}
                  · until <Time at={each.endsOn} format="date" />
                </>
              )}
              {each.nextDate && (
                <>
                  {" "}
                  · next on <Time at={each.nextDate} format="date" />
                </>
              )}
            </p>
            <SeriesChange series={each} state={state} />
          </li>
        ))}
      </ul>
    </>
  );
}

function SeriesChange({ series, state }: { series: SeriesShown; state: FormState }) {
  const isThis = state.status === "refused" && state.values?.key === series.key;
  return (
    <Disclosure summary={`Change ${series.name}`} open={isThis}>
      <ActionForm
        action={changeSeriesAction}
        submissionKey={newSubmissionKey()}
        state={isThis ? state : undefined}
        submitLabel="Save the series"
        label={`Change ${series.name}`}
      >
        <p className="hint">
          It holds for meetings that are not planned yet; those that are, are changed one by one.
        </p>
        <HiddenField name="key" value={series.key} />
        <HiddenField name="version" value={series.version} />
        <SeriesFields series={series} />
      </ActionForm>
    </Disclosure>
  );
}

export function SeriesForm({ state }: { state: FormState }) {
  return (
    <ActionForm
      action={createSeriesAction}
      submissionKey={newSubmissionKey()}
      state={state}
      submitLabel="Set up the series"
      label="New series"
    >
      <TextField name="key" label="Key" hint="Small letters, digits and hyphens." defaultValue="board" />
      <TextField name="body" label="Body that meets" hint="Its handle, such as board." defaultValue="board" />
      <SeriesFields />
    </ActionForm>
  );
}

function SeriesFields({ series }: { series?: SeriesShown }) {
  return (
    <>
      <TextField
        name="name"
        label="Name"
        hint="It becomes the title of each meeting."
        defaultValue={series?.name ?? "Board meeting"}
      />
      <TextField
        name="rule"
        label="Recurrence rule"
        hint="RFC 5545: FREQ=MONTHLY;BYDAY=2WE is the second Wednesday of each month."
        defaultValue={series?.rule ?? "FREQ=MONTHLY;BYDAY=2WE"}
      />
      <TextField name="startsAtTime" label="Time of day" defaultValue={series?.startsAtTime ?? "20:00"} />
      <TextField
        name="timeZone"
        label="Time zone"
        hint="In a zone with daylight saving the clock time stays and the UTC time moves."
        defaultValue={series?.timeZone ?? "UTC"}
      />
      <TextField
        name="minutes"
        label="Minutes"
        inputMode="numeric"
        defaultValue={series?.minutes ?? env().MEETING_MINUTES}
      />
      <TextField name="place" label="Place" defaultValue={series?.place} required={false} maxLength={500} />
      <TextField
        name="callLink"
        label="Call link"
        hint="How one joins from elsewhere; each meeting begins with it."
        type="url"
        defaultValue={series?.callLink}
        required={false}
      />
      <SelectField
        name="callFor"
        label="Who sees the call link"
        options={Object.entries(callAudiences).map(([value, label]) => ({ value, label }))}
        defaultValue={series?.callFor}
      />
      <TextField
        name="endsOn"
        label="Last day"
        hint="After it no meeting is made any more; empty where the series goes on."
        type="date"
        defaultValue={series?.endsOn ?? ""}
        required={false}
      />
    </>
  );
}
