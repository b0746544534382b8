import type { Metadata } from "next";
import { MeetingList } from "@/components/meetings/meeting-list";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { currentActor } from "@/lib/auth/reader";
import { mayRunMeetings } from "@/lib/meetings/policy";
import { listMeetings } from "@/lib/meetings/queries";

export const metadata: Metadata = { title: "Meetings" };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function MeetingsPage({ searchParams }: { searchParams: Search }) {
  const [actor, search] = await Promise.all([currentActor(), searchParams]);
  const past = search.past === "yes";
  const cursor = typeof search.cursor === "string" ? search.cursor : undefined;
  const { items, nextCursor } = await listMeetings(actor, { past, cursor });
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
      <Tabs
        label="Which meetings"
        items={[
          { href: "/meetings", label: "To come", current: !past },
          { href: "/meetings?past=yes", label: "Past", current: past },
        ]}
      />
      {items.length > 0 ? (
        <MeetingList items={items} zone={actor.kind === "person" ? actor.timeZone : undefined} />
      ) : (
        <NoMeetings past={past} mayRun={mayRun} />
      )}
      <Pager
        newerHref={cursor ? address(past) : undefined}
        olderHref={nextCursor && address(past, nextCursor)}
      />
    </article>
  );
}

function NoMeetings({ past, mayRun }: { past: boolean; mayRun: boolean }) {
  if (past) return <EmptyState title="No meeting is over yet.">Its minutes will stand here.</EmptyState>;
  const action = mayRun && <LinkButton href="/meetings/new">Plan the next ones</LinkButton>;
  return (
    <EmptyState title="No meeting is set." action={action}>
      {mayRun
        ? "Plan a series, or set one by hand: proposals can then be offered time."
        : "The secretary sets the meetings; proposals can be written and discussed meanwhile."}
    </EmptyState>
  );
}

function address(past: boolean, cursor?: string): string {
  const query = new URLSearchParams({ ...(past && { past: "yes" }), ...(cursor && { cursor }) }).toString();
  return query ? `/meetings?${query}` : "/meetings";
}
