import type { Metadata } from "next";
import { MeetingList } from "@/components/meetings/meeting-list";
import { MeetingSearch } from "@/components/meetings/meeting-search";
import { MeetingViews } from "@/components/meetings/meeting-views";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FeedLink } from "@/components/ui/feed-link";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { currentActor } from "@/lib/auth/reader";
import { type MeetingFilter, meetingListAddress, readMeetingFilter } from "@/lib/meetings/list-filter";
import { mayRunMeetings } from "@/lib/meetings/policy";
import { listMeetings, listMeetingYears } from "@/lib/meetings/queries";

export const metadata: Metadata = { title: "Meetings" };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function MeetingsPage({ searchParams }: { searchParams: Search }) {
  const [actor, search] = await Promise.all([currentActor(), searchParams]);
  const filter = readMeetingFilter(search);
  const { cursor, ...rest } = filter;
  const [{ items, nextCursor }, years] = await Promise.all([listMeetings(actor, filter), listMeetingYears()]);
  const mayRun = mayRunMeetings(actor);
  return (
    <article className="page">
      <PageHead
        title="Meetings"
        lead="Where the board hears proposals and decides: agendas ahead, minutes after."
        actions={
          mayRun && (
            <LinkButton variant="primary" href="/meetings/new" data-create>
              Set a meeting
            </LinkButton>
          )
        }
      />
      <MeetingViews current={filter.q ? "search" : filter.past ? "past" : "to-come"} mayRun={mayRun} />
      <MeetingSearch filter={rest} years={years} />
      {items.length > 0 ? (
        <MeetingList items={items} zone={actor.kind === "person" ? actor.timeZone : undefined} />
      ) : (
        <NoMeetings filter={rest} mayRun={mayRun} />
      )}
      <Pager
        newerHref={cursor ? meetingListAddress(rest) : undefined}
        olderHref={nextCursor && meetingListAddress({ ...rest, cursor: nextCursor })}
      />
      <p className="meta">
        All meetings{" "}
        <FeedLink href="/meetings.ics" title="Meetings" type="text/calendar">
          for your calendar
        </FeedLink>
        .
      </p>
    </article>
  );
}

function NoMeetings({ filter, mayRun }: { filter: MeetingFilter; mayRun: boolean }) {
  if (filter.q || filter.year) {
    return (
      <EmptyState
        title="Nothing fits."
        action={<LinkButton href="/meetings">Show what is to come</LinkButton>}
      >
        Try another year, or fewer words. Words are looked for in the titles and outlines of agendas.
      </EmptyState>
    );
  }
  if (filter.past)
    return <EmptyState title="No meeting is over yet.">Its minutes will stand here.</EmptyState>;
  const action = mayRun && <LinkButton href="/meetings/new">Plan the next ones</LinkButton>;
  return (
    <EmptyState title="No meeting is set." action={action}>
      {mayRun
        ? "Plan a series, or set one by hand: proposals can then be offered time."
        : "The secretary sets the meetings; proposals can be written and discussed meanwhile."}
    </EmptyState>
  );
}
