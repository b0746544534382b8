import { ActionForm } from "@/components/forms/action-form";
import { CheckField } from "@/components/forms/check-field";
import { HiddenField } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { LinkButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Facts } from "@/components/ui/facts";
import { Time } from "@/components/ui/time";
import { MoveButtons } from "@/components/workflow/move-buttons";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { Agenda } from "@/lib/meetings/agenda-queries";
import { localTime } from "@/lib/meetings/local-time";
import { callAudiences } from "@/lib/meetings/schema";
import type { Suggestion } from "@/lib/meetings/suggestion-queries";
import { minutesStatusLabels, sectionLabels } from "@/lib/meetings/ui-text";
import { cancelMeetingAction, changeMeetingAction, placeItemAction, publishAgendaAction } from "../actions";

type Kept = string | string[] | undefined;

/** The way onward, and what an officer can do. */
export function AgendaMoves({ agenda, kept, from }: { agenda: Agenda; kept: Kept; from?: Suggestion }) {
  return (
    <div className="your-move no-print">
      {agenda.status !== "planned" && agenda.status !== "cancelled" && (
        <LinkButton href={`/meetings/${agenda.date}/session`}>Go to the session</LinkButton>
      )}
      <Officers agenda={agenda} kept={kept} from={from} />
    </div>
  );
}

/** When and where, and the agenda in other forms. */
export function AgendaSide({ agenda, zone }: { agenda: Agenda; zone?: string }) {
  const base = `/meetings/${agenda.date}`;
  return (
    <aside className="side" aria-label="About this meeting">
      <Facts
        items={[
          { term: "When", detail: <Time at={agenda.startsAt} zone={agenda.timeZone} also="UTC" /> },
          ...(zone && zone !== agenda.timeZone && zone !== "UTC"
            ? [{ term: "Your time", detail: <Time at={agenda.startsAt} zone={zone} /> }]
            : []),
          ...(agenda.place ? [{ term: "Where", detail: <span dir="auto">{agenda.place}</span> }] : []),
          ...(agenda.callLink
            ? [
                {
                  term: "Call",
                  detail: (
                    <>
                      <a href={agenda.callLink} rel="nofollow noopener">
                        Join the call
                      </a>{" "}
                      <span className="hint">Shown to: {callAudiences[agenda.callFor].toLowerCase()}</span>
                    </>
                  ),
                },
              ]
            : []),
          ...(agenda.seriesDate && agenda.seriesDate !== agenda.date
            ? [{ term: "Moved from", detail: <Time at={agenda.seriesDate} format="date" /> }]
            : []),
          ...(agenda.series ? [{ term: "Series", detail: agenda.series.name }] : []),
          {
            term: "Minutes",
            detail:
              agenda.minutesStatus === "none" ? (
                minutesStatusLabels.none
              ) : (
                <a href={`${base}/minutes`}>{minutesStatusLabels[agenda.minutesStatus]}</a>
              ),
          },
          ...(agenda.publishedAt
            ? [
                {
                  term: "Published",
                  detail: (
                    <a href={`${base}/published`}>
                      <Time at={agenda.publishedAt} />
                    </a>
                  ),
                },
              ]
            : []),
          {
            term: "This agenda as",
            detail: (
              <>
                <a href={`${base}/agenda.txt`}>text</a>, <a href={`${base}/agenda.md`}>Markdown</a>,{" "}
                <a href={`${base}/agenda.json`}>JSON</a>, <a href={`${base}.ics`}>for your calendar</a>
              </>
            ),
          },
        ]}
      />
    </aside>
  );
}

async function Officers({ agenda, kept, from }: { agenda: Agenda; kept: Kept; from?: Suggestion }) {
  const publish = agenda.moves.filter((move) => move.name === "publish");
  const cancel = agenda.moves.find((move) => move.name === "cancel");
  const hidden = { date: agenda.date, version: agenda.version };
  return (
    <>
      {publish.length > 0 && (
        <MoveButtons
          moves={publish}
          action={publishAgendaAction}
          submissionKey={newSubmissionKey()}
          state={await stateFromKept(kept, "publish-agenda")}
          hidden={hidden}
        />
      )}
      {agenda.mayRun && <PlaceForm agenda={agenda} kept={kept} from={from} />}
      {agenda.mayRun && agenda.isAhead && <ChangeForm agenda={agenda} kept={kept} />}
      {cancel && (
        <Disclosure summary={cancel.label}>
          <ActionForm
            action={cancelMeetingAction}
            submissionKey={newSubmissionKey()}
            state={await stateFromKept(kept, "cancel-meeting")}
            submitLabel={cancel.label}
            label={cancel.label}
          >
            <HiddenField name="date" value={agenda.date} />
            <HiddenField name="version" value={agenda.version} />
            <TextField
              name="reason"
              label="Reason"
              hint="Its items go to the next meeting of its series; with none, proposals return to discussion."
              required
              maxLength={1000}
            />
          </ActionForm>
        </Disclosure>
      )}
    </>
  );
}

async function ChangeForm({ agenda, kept }: { agenda: Agenda; kept: Kept }) {
  const state = await stateFromKept(kept, "change-meeting");
  return (
    <Disclosure summary="Change or move it" open={state.status === "refused"}>
      <ActionForm
        action={changeMeetingAction}
        submissionKey={newSubmissionKey()}
        state={state}
        submitLabel="Save the changes"
        label="Change or move this meeting"
      >
        <HiddenField name="date" value={agenda.date} />
        <HiddenField name="version" value={agenda.version} />
        <TextField name="newDate" label="Date" type="date" defaultValue={agenda.date} required />
        <TextField
          name="time"
          label="Time"
          hint={`In ${agenda.timeZone}.`}
          type="time"
          defaultValue={localTime(agenda.startsAt, agenda.timeZone)}
          required
        />
        <TextField name="title" label="Title" defaultValue={agenda.title} required maxLength={200} />
        <TextField
          name="capacityMinutes"
          label="Minutes"
          inputMode="numeric"
          defaultValue={agenda.capacityMinutes}
          required
        />
        <TextField name="place" label="Place" defaultValue={agenda.place} required={false} maxLength={500} />
        <TextField
          name="callLink"
          label="Call link"
          hint="How one joins from elsewhere."
          type="url"
          defaultValue={agenda.callLink}
          required={false}
        />
        <SelectField
          name="callFor"
          label="Who sees the call link"
          options={Object.entries(callAudiences).map(([value, label]) => ({ value, label }))}
          defaultValue={agenda.callFor}
        />
        <TextField
          name="reason"
          label="Reason"
          hint="Needed where date or time change: everybody concerned is told, and asked anew whether they come."
          required={false}
          maxLength={1000}
        />
      </ActionForm>
    </Disclosure>
  );
}

async function PlaceForm({ agenda, kept, from }: { agenda: Agenda; kept: Kept; from?: Suggestion }) {
  const state = await stateFromKept(kept, "place-item");
  const sections = Object.entries(sectionLabels).map(([value, label]) => ({ value, label }));
  return (
    <Disclosure summary="Place an item" open={state.status === "refused" || from !== undefined}>
      <ActionForm
        action={placeItemAction}
        submissionKey={newSubmissionKey()}
        state={state}
        submitLabel="Place it"
        label="Place an item"
      >
        <HiddenField name="date" value={agenda.date} />
        {from && <HiddenField name="source" value={from.source} />}
        <SelectField
          name="section"
          label="Section"
          options={sections}
          defaultValue={from?.section ?? "new"}
        />
        <TextField
          name="title"
          label="Title"
          hint="May stay empty where a proposal is named."
          defaultValue={from?.proposal ? "" : from?.title}
          required={false}
          maxLength={200}
        />
        <TextField
          name="proposal"
          label="Proposal"
          hint="Its number, where it is about one."
          defaultValue={from?.proposal ?? ""}
          inputMode="numeric"
          required={false}
        />
        <TextField
          name="presenter"
          label="Presenter"
          hint="Such as @ada."
          defaultValue={from?.presenter ? `@${from.presenter}` : ""}
          required={false}
        />
        <TextField name="presentMinutes" label="Minutes" inputMode="numeric" defaultValue={5} required />
        <TextField name="qaMinutes" label="Minutes for questions" inputMode="numeric" defaultValue={0} />
        <CheckField name="isBreak" label="This is a break" hint="It takes time; nothing is decided in it." />
        <TextField
          name="overrideReason"
          label="Reason to take it although it does not fit"
          hint="Only where the agenda would be too long; it is recorded with the item."
          required={false}
        />
        <TextField
          name="unreadyReason"
          label="Reason to take a proposal before it is ready"
          hint="Only where its readiness says that something is missing; it is recorded with what that is."
          required={false}
          maxLength={1000}
        />
      </ActionForm>
    </Disclosure>
  );
}
