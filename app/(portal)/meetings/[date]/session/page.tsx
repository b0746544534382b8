import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MeetingTabs } from "@/components/meetings/meeting-tabs";
import { SessionAgenda } from "@/components/meetings/session-agenda";
import { SessionAttendance } from "@/components/meetings/session-attendance";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { StatusBadge } from "@/components/workflow/status-badge";
import { currentActor } from "@/lib/auth/reader";
import { whatIsWrongWithDate } from "@/lib/calendar-date";
import { findSession, type Session } from "@/lib/meetings/session-queries";
import { meetingStages, meetingStatusLabels } from "@/lib/meetings/ui-text";
import { ItemInSession } from "./_components/item-in-session";
import { RunTheMeeting } from "./_components/run-the-meeting";

interface Props {
  params: Promise<{ date: string }>;
  searchParams: Promise<{ item?: string | string[]; kept?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Session of ${(await params).date}` };
}

export default async function SessionPage({ params, searchParams }: Props) {
  const { date } = await params;
  const { item: wanted, kept } = await searchParams;
  const actor = await currentActor();
  const session = whatIsWrongWithDate(date) ? null : await findSession(actor, date);
  if (!session) notFound();
  const shown = shownItem(session, wanted);
  return (
    <article className="page">
      <PageHead
        title={session.title}
        number={session.date}
        badge={
          <StatusBadge
            status={session.status}
            label={meetingStatusLabels[session.status]}
            stage={meetingStages[session.status]}
          />
        }
        lead={<Lead session={session} />}
      />
      <MeetingTabs date={date} current="session" />
      <div className="live">
        <SessionAgenda date={date} items={session.items} shownId={shown?.id} />
        <div className="min-w-0">
          {shown ? (
            <ItemInSession session={session} item={shown} kept={kept} />
          ) : (
            <EmptyState title="Nothing on the agenda">
              Items come here from the <a href={`/meetings/${date}`}>agenda</a>.
            </EmptyState>
          )}
        </div>
        <div className="live-side">
          <Section title="Who is there">
            {session.openedAt ? (
              <SessionAttendance session={session} />
            ) : (
              <p className="meta">Attendance is taken once the meeting is called to order.</p>
            )}
          </Section>
          <RunTheMeeting session={session} kept={kept} />
        </div>
      </div>
    </article>
  );
}

function Lead({ session }: { session: Session }) {
  const { startsAt, openedAt, adjournedAt, timeZone } = session;
  if (adjournedAt) {
    return (
      <>
        Adjourned <Time at={adjournedAt} also={timeZone} />.
      </>
    );
  }
  return openedAt ? (
    <>
      Called to order <Time at={openedAt} also={timeZone} />.
    </>
  ) : (
    <>
      Starts <Time at={startsAt} also={timeZone} />.
    </>
  );
}

/** Whoever looks elsewhere sees that; everybody else follows the meeting. */
function shownItem({ items, openItem }: Session, wanted: string | string[] | undefined) {
  const chosen = items.find((item) => String(item.id) === wanted);
  return chosen ?? openItem ?? items.find((item) => item.moves.length > 0) ?? items[0];
}
