import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { ActionFacts } from "@/components/meetings/action-list";
import { MeetingViews } from "@/components/meetings/meeting-views";
import { ReportForm } from "@/components/meetings/report-form";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { StatusBadge } from "@/components/workflow/status-badge";
import { currentActor } from "@/lib/auth/reader";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { findAction } from "@/lib/meetings/action-queries";
import type { ShownAction } from "@/lib/meetings/action-row";
import { actionStages, actionStatusLabels } from "@/lib/meetings/action-text";
import { mayRunMeetings } from "@/lib/meetings/policy";
import { reassignActionAction, reportActionAction } from "../actions";

interface Props {
  params: Promise<{ line: string }>;
  searchParams: Promise<{ kept?: string | string[] }>;
}

export const metadata: Metadata = { title: "An action" };

export default async function ActionPage({ params, searchParams }: Props) {
  const [actor, { line }, { kept }] = await Promise.all([currentActor(), params, searchParams]);
  const action = /^[1-9]\d{0,8}$/.test(line) ? await findAction(actor, Number(line)) : null;
  if (!action) notFound();
  return (
    <article className="page">
      <PageHead
        title={action.text.length > 120 ? `${action.text.slice(0, 119)}…` : action.text}
        badge={
          <StatusBadge
            status={action.status}
            label={actionStatusLabels[action.status]}
            stage={actionStages[action.status]}
          />
        }
        lead={<Owner action={action} />}
      />
      <MeetingViews current="actions" mayRun={mayRunMeetings(actor)} />
      <p className="meta">
        <ActionFacts action={action} />
      </p>
      {action.text.length > 120 && <p dir="auto">{action.text}</p>}
      {action.tickets.length > 0 && (
        <Note tone="info">What becomes of it is said on its ticket; it is done when the ticket is.</Note>
      )}
      <Section title="Reports" aside={action.reports.length || undefined}>
        <Reports action={action} />
      </Section>
      {action.moves.some((move) => !move.refusal) && (
        <Section title="How does it stand?" id="report">
          <ReportForm
            report={reportActionAction}
            submissionKey={newSubmissionKey()}
            state={await stateFromKept(kept, `report-action-${action.id}`)}
            action={action}
          />
        </Section>
      )}
      {action.mayReassign && (
        <Section title="Give it to somebody else" id="reassign">
          <ActionForm
            action={reassignActionAction}
            submissionKey={newSubmissionKey()}
            state={await stateFromKept(kept, "reassign-action")}
            label="Give it to somebody else"
          >
            <HiddenField name="lineId" value={action.id} />
            <HiddenField name="version" value={action.version} />
            <div className="pair">
              <TextField
                name="owner"
                label="New owner"
                hint="@ada, or a group such as infra."
                autoComplete="off"
                required
              />
              <TextField name="dueOn" label="Due" type="date" defaultValue={action.dueOn ?? ""} />
            </div>
            <TextField name="reason" label="Why" required={false} />
            <div className="actions">
              <SubmitButton variant="plain">Hand it on</SubmitButton>
            </div>
          </ActionForm>
        </Section>
      )}
    </article>
  );
}

function Owner({ action: { owner, ownerLeft } }: { action: ShownAction }) {
  if (!owner) return "Nobody does it yet.";
  const name = owner.kind === "person" ? <a href={`/people/${owner.handle}`}>{owner.name}</a> : owner.name;
  return (
    <>
      {name} does it{ownerLeft && ", and holds no role any more"}.
    </>
  );
}

function Reports({ action }: { action: ShownAction }) {
  if (action.reports.length === 0) {
    return (
      <EmptyState title="Nothing was said of it yet.">
        Its owner says how it stands ahead of each meeting; else the meeting asks.
      </EmptyState>
    );
  }
  return (
    <ol className="said">
      {action.reports.map(({ status, note, at, by }) => (
        <li key={at}>
          <p className="meta">
            <b>{actionStatusLabels[status]}</b> · <Time at={at} /> · {by.name}
          </p>
          {note && <p dir="auto">{note}</p>}
        </li>
      ))}
    </ol>
  );
}
