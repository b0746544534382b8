import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { Fieldset, HiddenField } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { MeetingTabs } from "@/components/meetings/meeting-tabs";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { currentActor } from "@/lib/auth/reader";
import { whatIsWrongWithDate } from "@/lib/calendar-date";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { adjournNotices, undiscussed } from "@/lib/meetings/adjourning";
import { findSession, type Session, type SessionItem } from "@/lib/meetings/session-queries";
import { adjournAction } from "./actions";

interface Props {
  params: Promise<{ date: string }>;
  searchParams: Promise<{ kept?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Adjourn the meeting of ${(await params).date}` };
}

/** The end of a meeting: what becomes of each item that it did not come to, and what is still open. */
export default async function AdjournPage({ params, searchParams }: Props) {
  const [actor, { date }, { kept }] = await Promise.all([currentActor(), params, searchParams]);
  const session = whatIsWrongWithDate(date) ? null : await findSession(actor, date);
  const adjourn = session?.moves.find((move) => move.name === "adjourn");
  if (!session || !adjourn) notFound();
  const left = undiscussed(session);
  const notices = adjournNotices(session);
  return (
    <article className="page">
      <PageHead
        title={`Adjourn: ${session.title}`}
        number={date}
        lead="Nothing is left hanging: say where each item goes that you did not come to. The minutes are drafted by the same deed."
      />
      <MeetingTabs date={date} current="session" />
      {notices.length > 0 && (
        <Note tone="warn" title="Before you adjourn">
          <ul>
            {notices.map((notice) => (
              <li key={notice} dir="auto">
                {notice}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {adjourn.refusal ? (
        <p>{adjourn.refusal}</p>
      ) : (
        <ActionForm
          action={adjournAction}
          submissionKey={newSubmissionKey()}
          state={await stateFromKept(kept, "adjourn")}
          label="Adjourn the meeting"
        >
          <HiddenField name="date" value={date} />
          <HiddenField name="version" value={session.version} />
          {left.length === 0 && <p>Every item was opened.</p>}
          {left.map((item) => (
            <WhereTo key={item.id} item={item} session={session} />
          ))}
          <TextField
            name="followUp"
            label="Who takes on what is undecided"
            hint="A person such as @ada; the secretary, if you leave it empty."
            autoComplete="off"
            required={false}
          />
          <div className="actions">
            <SubmitButton>Adjourn the meeting</SubmitButton>
            <a href={`/meetings/${date}/session`}>Back to the session</a>
          </div>
        </ActionForm>
      )}
    </article>
  );
}

function WhereTo({ item, session }: { item: SessionItem; session: Session }) {
  const count = item.carryCount;
  return (
    <Fieldset
      legend={<span dir="auto">{item.title}</span>}
      hint={count > 0 ? `Carried over ${count === 1 ? "once" : `${count} times`} before.` : undefined}
    >
      <div className="pair">
        <SelectField
          name={`to.${item.id}`}
          label="Goes to"
          options={[
            { value: "next", label: "The next meeting of the series" },
            ...session.laterMeetings.map(({ date, title }) => ({ value: date, label: `${title}, ${date}` })),
            { value: "off", label: "Off the agenda" },
          ]}
        />
        <TextField
          name={`reason.${item.id}`}
          label="Why"
          hint="Needed where it leaves the agenda."
          required={false}
        />
      </div>
    </Fieldset>
  );
}
