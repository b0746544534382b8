import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormState } from "@/components/forms/form-state";
import { SelectField } from "@/components/forms/select-field";
import { TextArea, TextField } from "@/components/forms/text-field";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { dayInWords } from "@/lib/calendar-date";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { factsOf, minutesOfItem } from "@/lib/meetings/agenda-documents";
import { type AgendaItemShown, findAgenda } from "@/lib/meetings/agenda-queries";
import { outlineParts, sectionLabels } from "@/lib/meetings/ui-text";
import { changeItemAction, handOverItemAction, updateOutlineAction, withdrawItemAction } from "../../actions";

export const metadata: Metadata = { title: "Agenda item" };

interface Props {
  params: Promise<{ date: string; item: string }>;
  searchParams: Promise<{ kept?: string | string[] }>;
}

export default async function ItemPage({ params, searchParams }: Props) {
  const [actor, { date, item: id }, { kept }] = await Promise.all([currentActor(), params, searchParams]);
  const agenda = await findAgenda(actor, date);
  const item = agenda?.items.find((each) => String(each.id) === id);
  if (!agenda || !item) notFound();
  if (actor.kind !== "person") redirect(`/sign-in?back=/meetings/${agenda.date}/items/${item.id}`);
  const [outline, handOver, change, withdraw] = await Promise.all([
    stateFromKept(kept, "update-outline"),
    stateFromKept(kept, "hand-over-item"),
    stateFromKept(kept, "change-item"),
    stateFromKept(kept, "withdraw-item"),
  ]);
  return (
    <article className="page measure">
      <PageHead
        title={item.title}
        lead={
          <>
            {minutesOfItem(item)} on{" "}
            <a href={`/meetings/${agenda.date}#item-${item.id}`}>{dayInWords(agenda.date)}</a>.{" "}
            {factsOf(item).join(" · ")}
            {item.proposal && (
              <>
                {" · "}
                <a href={`/proposals/${item.proposal.number}/materials`}>Its materials</a>
              </>
            )}
          </>
        }
      />
      {item.mayOutline ? (
        <OutlineForm item={item} date={agenda.date} state={outline} />
      ) : (
        <p>
          The outline is written by the proposal’s authors, the presenter or an officer, until the meeting is
          in session.
        </p>
      )}
      {item.mayHandOver && <HandOverForm item={item} date={agenda.date} state={handOver} />}
      {agenda.mayRun && item.status === "planned" && (
        <ChangeForm item={item} date={agenda.date} state={change} />
      )}
      {item.withdraw && <WithdrawForm item={item} date={agenda.date} state={withdraw} />}
    </article>
  );
}

interface FormProps {
  item: AgendaItemShown;
  date: string;
  state: FormState;
}

function OutlineForm({ item, date, state }: FormProps) {
  return (
    <Section title="Outline and note">
      <ActionForm
        action={updateOutlineAction}
        submissionKey={newSubmissionKey()}
        state={state}
        submitLabel="Save the outline"
        label="Outline"
      >
        <HiddenField name="date" value={date} />
        <HiddenField name="itemId" value={item.id} />
        <HiddenField name="version" value={item.version} />
        {outlineParts.map(({ key, title, hint }) => (
          <TextArea
            key={key}
            name={key}
            label={title}
            hint={`${hint} Markdown is welcome.`}
            defaultValue={item.outline[key]?.markdown}
            rows={4}
          />
        ))}
        <TextArea
          name="note"
          label="Note"
          hint="For whoever runs the meeting, in plain words: “I can stay until 20:30.” Everybody who sees the item reads it."
          defaultValue={item.note}
          rows={2}
        />
      </ActionForm>
    </Section>
  );
}

function HandOverForm({ item, date, state }: FormProps) {
  return (
    <Section title="Who presents">
      <ActionForm
        action={handOverItemAction}
        submissionKey={newSubmissionKey()}
        state={state}
        submitLabel="Name who presents"
        label="Who presents"
      >
        <HiddenField name="date" value={date} />
        <HiddenField name="itemId" value={item.id} />
        <HiddenField name="version" value={item.version} />
        <TextField
          name="presenter"
          label="Presenter"
          hint="A person such as @ada. Somebody who cannot come names who presents instead; they are told."
          defaultValue={item.presenter ? `@${item.presenter.handle}` : ""}
          autoComplete="off"
          required
          maxLength={100}
        />
      </ActionForm>
    </Section>
  );
}

function ChangeForm({ item, date, state }: FormProps) {
  return (
    <Section title="Title, section and time">
      <ActionForm
        action={changeItemAction}
        submissionKey={newSubmissionKey()}
        state={state}
        submitLabel="Save"
        label="Title, section and time"
      >
        <HiddenField name="date" value={date} />
        <HiddenField name="itemId" value={item.id} />
        <HiddenField name="version" value={item.version} />
        <TextField name="title" label="Title" defaultValue={item.title} required maxLength={200} />
        <SelectField
          name="section"
          label="Section"
          options={Object.entries(sectionLabels).map(([value, label]) => ({ value, label }))}
          defaultValue={item.section}
        />
        <TextField
          name="presentMinutes"
          label="Minutes"
          inputMode="numeric"
          defaultValue={item.presentMinutes}
          required
        />
        <TextField
          name="qaMinutes"
          label="Minutes for questions"
          inputMode="numeric"
          defaultValue={item.qaMinutes}
        />
        <TextField
          name="overrideReason"
          label="Reason to take it although it does not fit"
          hint="Only where the agenda would be too long; it is recorded with the item."
          required={false}
        />
      </ActionForm>
    </Section>
  );
}

function WithdrawForm({ item, date, state }: FormProps) {
  if (item.withdraw?.refusal) return null;
  return (
    <Section title={item.withdraw?.label ?? ""}>
      <ActionForm
        action={withdrawItemAction}
        submissionKey={newSubmissionKey()}
        state={state}
        submitLabel={item.withdraw?.label}
        label={item.withdraw?.label}
      >
        <HiddenField name="date" value={date} />
        <HiddenField name="itemId" value={item.id} />
        <HiddenField name="version" value={item.version} />
        <TextField
          name="reason"
          label="Reason"
          hint="Its proposal goes back to discussion and may ask for time again."
          required
          maxLength={1000}
        />
      </ActionForm>
    </Section>
  );
}
