import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MeetingBadge } from "@/components/meetings/meeting-list";
import { MeetingTabs } from "@/components/meetings/meeting-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { HistoryList } from "@/components/workflow/history-list";
import { currentActor } from "@/lib/auth/reader";
import { findAgenda } from "@/lib/meetings/agenda-queries";
import { whenInWords } from "@/lib/meetings/when";
import { listHistory } from "@/lib/workflow/queries";

interface Props {
  params: Promise<{ date: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { date } = await params;
  return { title: `History of the meeting of ${date.slice(0, 10)}` };
}

export default async function MeetingHistoryPage({ params, searchParams }: Props) {
  const [actor, { date }, { before }] = await Promise.all([currentActor(), params, searchParams]);
  const agenda = await findAgenda(actor, date);
  if (!agenda) notFound();
  const cursor = typeof before === "string" ? before : undefined;
  const { entries, nextCursor } = await listHistory(actor, { meetingId: agenda.id }, cursor);
  const base = `/meetings/${agenda.date}/history`;
  return (
    <article className="page">
      <PageHead
        title={agenda.title}
        badge={<MeetingBadge status={agenda.status} />}
        lead={whenInWords(agenda.startsAt, agenda.timeZone)}
      />
      <MeetingTabs date={agenda.date} current="history" />
      {entries.length > 0 ? <HistoryList entries={entries} /> : <EmptyState title="Nothing happened yet." />}
      <Pager newerHref={cursor ? base : undefined} olderHref={nextCursor && `${base}?before=${nextCursor}`} />
    </article>
  );
}
