import type { Metadata } from "next";
import { MeetingMonth } from "@/components/meetings/meeting-month";
import { MeetingViews } from "@/components/meetings/meeting-views";
import { PageHead } from "@/components/ui/page-head";
import { currentActor } from "@/lib/auth/reader";
import { now } from "@/lib/clock";
import { monthOf, readMonth } from "@/lib/meetings/month-grid";
import { mayRunMeetings } from "@/lib/meetings/policy";
import { listMeetingsBetween } from "@/lib/meetings/queries";

export const metadata: Metadata = { title: "Meetings of a month" };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function MeetingMonthPage({ searchParams }: { searchParams: Search }) {
  const [actor, search] = await Promise.all([currentActor(), searchParams]);
  const month = monthOf(readMonth(search.month, now()));
  const days = month.weeks.flat();
  const meetings = await listMeetingsBetween(actor, days[0]?.date ?? "", days.at(-1)?.date ?? "");
  return (
    <article className="page">
      <PageHead title="Meetings" lead="Where the board hears proposals and decides." />
      <MeetingViews current="month" mayRun={mayRunMeetings(actor)} />
      <MeetingMonth month={month} meetings={meetings} today={now().toISOString().slice(0, 10)} />
    </article>
  );
}
