import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MeetingTabs } from "@/components/meetings/meeting-tabs";
import { PageHead } from "@/components/ui/page-head";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { HistoryList } from "@/components/workflow/history-list";
import { currentActor } from "@/lib/auth/reader";
import { findEdition } from "@/lib/meetings/edition-queries";

interface Props {
  params: Promise<{ date: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { date } = await params;
  return { title: `Agenda of ${date.slice(0, 10)} as published` };
}

export default async function PublishedAgendaPage({ params }: Props) {
  const [actor, { date }] = await Promise.all([currentActor(), params]);
  const edition = await findEdition(actor, date);
  if (!edition) notFound();
  return (
    <article className="page print-page">
      <PageHead
        title={`${edition.title}, as published`}
        lead={
          <>
            This is what everybody could read from <Time at={edition.publishedAt} /> on. It is kept as it was;{" "}
            <a href={`/meetings/${edition.date}`}>the agenda as it stands now</a> may differ.
          </>
        }
      />
      <MeetingTabs date={edition.date} current="agenda" />
      <Section title="Changed since">
        {edition.changes.length > 0 ? (
          <HistoryList entries={edition.changes} />
        ) : (
          <p>Nothing was changed between publishing and the meeting.</p>
        )}
      </Section>
      <Section title="As published">
        <Prose html={edition.html} />
      </Section>
    </article>
  );
}
