import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MeetingTabs } from "@/components/meetings/meeting-tabs";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Prose } from "@/components/ui/prose";
import { Time } from "@/components/ui/time";
import { currentActor } from "@/lib/auth/reader";
import { whatIsWrongWithDate } from "@/lib/calendar-date";
import { findMinutes } from "@/lib/meetings/minutes-queries";

interface Props {
  params: Promise<{ date: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Minutes of ${(await params).date}, as published` };
}

/** The minutes as they were published, before any amendment; without the executive session, as everybody read them. */
export default async function PublishedMinutesPage({ params }: Props) {
  const [actor, { date }] = await Promise.all([currentActor(), params]);
  const wanted = { directorsView: false, asPublished: true };
  const minutes = whatIsWrongWithDate(date) ? null : await findMinutes(actor, date, wanted);
  if (!minutes?.shown || !minutes.publishedAt) notFound();
  return (
    <article className="page print-page minutes-paper">
      <PageHead
        title={`Minutes: ${minutes.title}`}
        number={minutes.date}
        lead={
          <>
            As they were published <Time at={minutes.publishedAt} />.
          </>
        }
      />
      <MeetingTabs date={date} current="minutes" />
      {minutes.shown.amendments.length > 0 && (
        <Note tone="info">
          They were amended since. <a href={`/meetings/${date}/minutes`}>Read them as amended</a>
        </Note>
      )}
      <Prose html={minutes.shown.html} />
    </article>
  );
}
