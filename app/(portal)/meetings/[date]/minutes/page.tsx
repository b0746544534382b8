import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MeetingTabs } from "@/components/meetings/meeting-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Prose } from "@/components/ui/prose";
import { Time } from "@/components/ui/time";
import { StatusBadge } from "@/components/workflow/status-badge";
import { currentActor } from "@/lib/auth/reader";
import { whatIsWrongWithDate } from "@/lib/calendar-date";
import { now } from "@/lib/clock";
import { clockWords } from "@/lib/meetings/minutes-clock";
import { findMinutes, type Minutes } from "@/lib/meetings/minutes-queries";
import { minutesStages } from "@/lib/meetings/minutes-ui-text";
import { minutesStatusLabels } from "@/lib/meetings/ui-text";
import { PublishMinutes } from "./_components/publish-minutes";

interface Props {
  params: Promise<{ date: string }>;
  searchParams: Promise<{ kept?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Minutes of ${(await params).date}` };
}

export default async function MinutesPage({ params, searchParams }: Props) {
  const { date } = await params;
  const { kept } = await searchParams;
  const actor = await currentActor();
  const minutes = whatIsWrongWithDate(date) ? null : await findMinutes(actor, date, { directorsView: true });
  if (!minutes) notFound();
  return (
    <article className="page print-page">
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
      />
      <MeetingTabs date={date} current="minutes" />
      {minutes.shown?.executive && (
        <Note tone="warn" title="With the executive session">
          You see these minutes as the board does. What everybody reads, and the files below, leave the
          executive items out.
        </Note>
      )}
      {minutes.shown ? (
        <>
          <Prose html={minutes.shown.html} />
          <Files date={date} />
        </>
      ) : (
        <EmptyState title="No minutes to read yet">
          They stand here for everybody once they are published.
        </EmptyState>
      )}
      <PublishMinutes minutes={minutes} kept={kept} />
    </article>
  );
}

/** Public minutes are due after the meeting: the clock is visible to everybody (DOMAIN 5). */
function Clock({ minutes: { publishedAt, dueAt } }: { minutes: Minutes }) {
  if (publishedAt) {
    return (
      <>
        Published <Time at={publishedAt} />.
      </>
    );
  }
  if (!dueAt) return "The meeting is not over yet.";
  return (
    <>
      To be published by <Time at={dueAt} />: {clockWords(dueAt, now())}.
    </>
  );
}

function Files({ date }: { date: string }) {
  const base = `/meetings/${date}/minutes`;
  return (
    <p className="meta mt-8">
      Also as <a href={`${base}.md`}>Markdown</a>, <a href={`${base}.txt`}>plain text</a> and{" "}
      <a href={`${base}.json`}>JSON</a>.
    </p>
  );
}
