import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { agendaHtml } from "@/components/meetings/live/agenda-html";
import { LiveSession } from "@/components/meetings/live/live-session";
import { thereHtml } from "@/components/meetings/live/there-html";
import { MeetingTabs } from "@/components/meetings/meeting-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { StatusBadge } from "@/components/workflow/status-badge";
import { currentActor } from "@/lib/auth/reader";
import { whatIsWrongWithDate } from "@/lib/calendar-date";
import { countActionsFor } from "@/lib/meetings/action-queries";
import { findSession, type Session } from "@/lib/meetings/session-queries";
import { meetingStages, meetingStatusLabels } from "@/lib/meetings/ui-text";
import { ItemInSession } from "./_components/item-in-session";
import { ItemSteps } from "./_components/item-steps";
import { ItemTime } from "./_components/item-time";
import { RunTheMeeting } from "./_components/run-the-meeting";

type Search = Partial<Record<"item" | "kept" | "edit" | "before" | "motion", string | string[]>>;
interface Props {
  params: Promise<{ date: string }>;
  searchParams: Promise<Search>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Session of ${(await params).date}` };
}

export default async function SessionPage({ params, searchParams }: Props) {
  const [{ date }, { item, kept, edit, before, motion }] = await Promise.all([params, searchParams]);
  const actor = await currentActor();
  const wanted = { item: oneOf(item), before: numberOf(before) };
  const session = whatIsWrongWithDate(date) ? null : await findSession(actor, date, wanted);
  if (!session) notFound();
  const actions = await countActionsFor(actor, session);
  const { shown, live, closedToReader } = session;
  const handle = actor.kind === "person" ? actor.handle : undefined;
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
      {session.status !== "cancelled" && <Follow session={session} />}
      <div className="live">
        <nav aria-label="Agenda of this meeting">
          <ol
            className="ses"
            data-live="agenda"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: made by html.ts, which escapes.
            dangerouslySetInnerHTML={{ __html: agendaHtml(live, date, shown?.id) }}
          />
        </nav>
        <div className="live-now">
          <ItemTime session={session} />
        </div>
        <div className="live-main">
          {live.executiveSince !== null && !session.isGuest && <ExecutiveNow />}
          <div data-live-closed hidden={!closedToReader}>
            <Note tone="info" title="The board is in executive session.">
              Its part of the meeting is not public. This page goes on by itself when the session ends.
            </Note>
          </div>
          <div data-live-open hidden={closedToReader && session.follows} key={shown?.id}>
            {shown ? (
              <>
                <ItemSteps session={session} shown={shown} />
                <ItemInSession
                  session={session}
                  item={shown}
                  kept={kept}
                  handle={handle}
                  editing={numberOf(edit)}
                  moving={numberOf(motion)}
                />
              </>
            ) : (
              <EmptyState title="Nothing on the agenda">
                Items come here from the <a href={`/meetings/${date}`}>agenda</a>.
              </EmptyState>
            )}
          </div>
        </div>
        <div className="live-side">
          <Section title="Who is there">
            {session.openedAt ? (
              <div
                data-live="there"
                // biome-ignore lint/security/noDangerouslySetInnerHtml: made by html.ts, which escapes.
                dangerouslySetInnerHTML={{ __html: thereHtml(live) }}
              />
            ) : (
              <p className="meta">Attendance is taken once the meeting is called to order.</p>
            )}
          </Section>
          <OpenActions date={date} {...actions} />
          <RunTheMeeting session={session} kept={kept} />
        </div>
      </div>
    </article>
  );
}

function ExecutiveNow() {
  return (
    <Note tone="info" title="The board is in executive session.">
      Guests' pages are closed. What happens until it ends is seen by the board alone, now and later.
    </Note>
  );
}

/** The meeting opens with what earlier ones left to be done. */
function OpenActions({ date, open, silent }: { date: string; open: number; silent: number }) {
  if (open === 0) return null;
  return (
    <Section title="Open actions">
      <p>
        <a href={`/meetings/${date}/actions`}>
          {open === 1 ? "1 action of an earlier meeting" : `${open} actions of earlier meetings`}
        </a>
        {silent > 0 && <span className="meta">, {silent} without a fresh status</span>}
      </p>
    </Section>
  );
}

/** Keeps the page where the meeting is; where no script runs, the page is loaded again. */
function Follow({ session }: { session: Session }) {
  const { date, live, shown, follows, mayMarkPlace, mayRecordAttendance } = session;
  return (
    <>
      <LiveSession
        date={date}
        state={live}
        shownId={shown?.id}
        follows={follows}
        isGuest={session.isGuest}
        isOfficer={mayMarkPlace || mayRecordAttendance}
        mayChange={shown?.mayWriteLines ?? false}
        mayMove={shown?.mayMove ?? false}
      />
      <noscript>
        <p className="note n-info">
          <a href={`/meetings/${date}/session`}>Refresh</a> to see what is new; this page does it by itself
          where scripts run.
        </p>
      </noscript>
    </>
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

function oneOf(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function numberOf(value: string | string[] | undefined): number | undefined {
  return typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
