import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionsByOwner } from "@/components/meetings/action-list";
import { MeetingTabs } from "@/components/meetings/meeting-tabs";
import { ReportForm } from "@/components/meetings/report-form";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { currentActor } from "@/lib/auth/reader";
import { whatIsWrongWithDate } from "@/lib/calendar-date";
import { newSubmissionKey } from "@/lib/form-action";
import { findActionsOf } from "@/lib/meetings/action-queries";
import { reportActionAction } from "../../actions/actions";

interface Props {
  params: Promise<{ date: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Actions for ${(await params).date.slice(0, 10)}` };
}

export default async function MeetingActionsPage({ params }: Props) {
  const [actor, { date }] = await Promise.all([currentActor(), params]);
  const found = whatIsWrongWithDate(date) ? null : await findActionsOf(actor, date);
  if (!found) notFound();
  const { meeting, actions } = found;
  const asking = actions.filter(({ needsReport }) => needsReport).length;
  return (
    <article className="page print-page">
      <PageHead
        title={`Actions: ${meeting.title}`}
        number={meeting.date}
        lead={meeting.isOver ? "What this meeting left to be done." : leadOf(actions.length, asking)}
      />
      <MeetingTabs date={meeting.date} current="actions" />
      {actions.length > 0 ? (
        <ActionsByOwner
          actions={actions}
          deed={(action) => (
            <ReportForm
              report={reportActionAction}
              submissionKey={`${newSubmissionKey()}-${action.id}`}
              action={action}
              meeting={meeting.date}
              folded
            />
          )}
        />
      ) : (
        <EmptyState title={meeting.isOver ? "It gave nobody an ACTION." : "Nothing is left open."}>
          {meeting.isOver
            ? "What a meeting leaves to be done stands here once it is over."
            : "The ACTIONs of earlier meetings are done; this one begins with a clean table."}
        </EmptyState>
      )}
      <p className="meta mt-8 no-print">
        <a href="/meetings/actions">All open actions</a>
      </p>
    </article>
  );
}

/** The meeting opens with these, by owner, and asks for a fresh status of each. */
function leadOf(open: number, asking: number): string {
  if (open === 0) return "The meeting opens with what earlier ones left to be done.";
  const count = open === 1 ? "1 action is open" : `${open} actions are open`;
  const fresh = asking === 0 ? "each has a fresh status" : `${asking} without a fresh status`;
  return `The meeting opens with what earlier ones left to be done: ${count}, ${fresh}.`;
}
