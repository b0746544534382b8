import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MeetingTabs } from "@/components/meetings/meeting-tabs";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Prose } from "@/components/ui/prose";
import { Time } from "@/components/ui/time";
import { StatusBadge } from "@/components/workflow/status-badge";
import { currentActor } from "@/lib/auth/reader";
import { whatIsWrongWithDate } from "@/lib/calendar-date";
import { now } from "@/lib/clock";
import { listActionDrafts } from "@/lib/meetings/draft-queries";
import { clockWords } from "@/lib/meetings/minutes-clock";
import { findMinutes, type Minutes } from "@/lib/meetings/minutes-queries";
import { itemsHeld } from "@/lib/meetings/minutes-record";
import { minutesStages } from "@/lib/meetings/minutes-ui-text";
import { minutesStatusLabels } from "@/lib/meetings/ui-text";
import { Amendments } from "./_components/amendments";
import { Drafts } from "./_components/drafts";
import { EditNotes } from "./_components/edit-notes";
import { PublishMinutes } from "./_components/publish-minutes";
import { ReviewDraft } from "./_components/review-draft";

interface Props {
  params: Promise<{ date: string }>;
  searchParams: Promise<{ kept?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Minutes of ${(await params).date}` };
}

export default async function MinutesPage({ params, searchParams }: Props) {
  const [actor, { date }, { kept }] = await Promise.all([currentActor(), params, searchParams]);
  if (whatIsWrongWithDate(date)) notFound();
  const [minutes, drafts] = await Promise.all([
    findMinutes(actor, date, { directorsView: true }),
    listActionDrafts(actor, date),
  ]);
  if (!minutes) notFound();
  const { shown, reviewing, notes } = minutes;
  return (
    <article className="page print-page minutes-paper">
      <p className="print-only letterhead">
        Streamboard · minutes{minutes.status === "published" ? "" : ", a draft"}
      </p>
      <PageHead
        title={`Minutes: ${minutes.title}`}
        number={minutes.date}
        badge={
          <StatusBadge
            status={minutes.status}
            label={minutesStatusLabels[minutes.status]}
            stage={minutesStages[minutes.status]}
          />
        }
        lead={<Clock minutes={minutes} />}
        actions={
          minutes.mayAmend && (
            <LinkButton href={`/meetings/${date}/minutes/amend`}>Amend the minutes</LinkButton>
          )
        }
      />
      <MeetingTabs date={date} current="minutes" />
      {shown?.executive && (
        <Note tone="warn" title="With the executive session">
          You see these minutes as the board does. What everybody reads, and the files below, leave the
          executive items out.
        </Note>
      )}
      {shown ? (
        <>
          <Prose html={shown.html} />
          <Files date={date} />
          <Amendments date={date} amendments={shown.amendments} />
        </>
      ) : (
        <EmptyState title="No minutes to read yet">
          They stand here for everybody once they are published.
        </EmptyState>
      )}
      <Drafts drafts={drafts} />
      {reviewing && <ReviewDraft minutes={minutes} reviewing={reviewing} kept={kept} />}
      {notes && shown && <EditNotes date={date} notes={notes} items={itemsHeld(shown.record)} kept={kept} />}
      <PublishMinutes minutes={minutes} kept={kept} />
    </article>
  );
}

/** Public minutes are due after the meeting: the clock is visible to everybody (DOMAIN 5). */
function Clock({ minutes: { publishedAt, dueAt, approval } }: { minutes: Minutes }) {
  if (publishedAt) {
    return (
      <>
        Published <Time at={publishedAt} />.
        {approval && (
          <>
            {" "}
            Approved on <Time at={approval.at} format="date" />, at the{" "}
            <a href={`/meetings/${approval.in}/minutes`}>meeting of {approval.in}</a>.
          </>
        )}
      </>
    );
  }
  if (!dueAt) return "The meeting is not over yet.";
  const isLate = dueAt < now();
  return (
    <>
      To be published by <Time at={dueAt} />: {clockWords(dueAt, now())}.{" "}
      {isLate && <Badge stage="stopped">Overdue</Badge>}
    </>
  );
}

function Files({ date }: { date: string }) {
  const base = `/meetings/${date}/minutes`;
  return (
    <p className="meta mt-8 no-print">
      Also as <a href={`${base}.md`}>Markdown</a>, <a href={`${base}.txt`}>plain text</a> and{" "}
      <a href={`${base}.json`}>JSON</a>; printed, they are a document to file.
    </p>
  );
}
