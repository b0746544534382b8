import type { Metadata } from "next";
import { ActionsByOwner } from "@/components/meetings/action-list";
import { MeetingViews } from "@/components/meetings/meeting-views";
import { Button, LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { currentActor } from "@/lib/auth/reader";
import { type ActionFilter, actionListAddress, readActionFilter } from "@/lib/meetings/action-filter";
import { listActions } from "@/lib/meetings/action-queries";
import { mayRunMeetings } from "@/lib/meetings/policy";

export const metadata: Metadata = { title: "Open actions" };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function ActionsPage({ searchParams }: { searchParams: Search }) {
  const [actor, search] = await Promise.all([currentActor(), searchParams]);
  const filter = readActionFilter(search);
  const { actions, hasMore } = await listActions(actor, filter);
  const { page = 1, ...rest } = filter;
  return (
    <article className="page">
      <PageHead
        title="Actions"
        lead="What meetings left to be done, and by whom: each is asked about until it is done."
      />
      <MeetingViews current="actions" mayRun={mayRunMeetings(actor)} />
      <Narrow filter={rest} signedIn={actor.kind === "person"} />
      {actions.length > 0 ? <ActionsByOwner actions={actions} /> : <Nothing filter={rest} />}
      <Pager
        newer="Before"
        older="Further"
        newerHref={page > 1 ? actionListAddress({ ...rest, page: page - 1 }) : undefined}
        olderHref={hasMore ? actionListAddress({ ...rest, page: page + 1 }) : undefined}
      />
    </article>
  );
}

const flags = [
  { name: "mine", label: "Mine, and my groups’", signedIn: true },
  { name: "overdue", label: "Overdue" },
  { name: "silent", label: "Without a fresh status" },
  { name: "settled", label: "Done and dropped ones too" },
] as const;

/** A plain form, so that the address says what is shown. */
function Narrow({ filter, signedIn }: { filter: ActionFilter; signedIn: boolean }) {
  const narrowed = Object.values(filter).some((value) => value !== undefined);
  return (
    <form action="/meetings/actions" method="get" className="filter" aria-label="Which actions">
      <fieldset className="flags">
        <legend>Only</legend>
        {flags
          .filter((flag) => signedIn || !("signedIn" in flag))
          .map(({ name, label }) => (
            <div className="choice" key={name}>
              <input
                type="checkbox"
                id={`actions-${name}`}
                name={name}
                value="yes"
                defaultChecked={filter[name]}
              />
              <label htmlFor={`actions-${name}`}>{label}</label>
            </div>
          ))}
      </fieldset>
      <div className="pair">
        <div className="field">
          <label htmlFor="actions-of">Person or group</label>
          <input
            className="input"
            id="actions-of"
            name="of"
            type="search"
            placeholder="@ada or infra"
            autoComplete="off"
            defaultValue={filter.of}
          />
        </div>
        <div className="actions">
          <Button type="submit">Show</Button>
          {narrowed && <a href="/meetings/actions">Show all that is open</a>}
        </div>
      </div>
    </form>
  );
}

function Nothing({ filter }: { filter: ActionFilter }) {
  const narrowed = Object.values(filter).some((value) => value !== undefined);
  if (narrowed) {
    return (
      <EmptyState
        title="Nothing fits."
        action={<LinkButton href="/meetings/actions">Show all that is open</LinkButton>}
      >
        Nothing of that kind is open.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing is left to be done.">
      An ACTION that is written down in a meeting stands here from its end on, until it is done.
    </EmptyState>
  );
}
