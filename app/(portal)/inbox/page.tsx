import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Time } from "@/components/ui/time";
import { currentActor } from "@/lib/auth/reader";
import type { WatchLevel } from "@/lib/discussion/watching";
import { countWatched } from "@/lib/discussion/watching-queries";
import { newSubmissionKey } from "@/lib/form-action";
import { type InboxLine, listInbox } from "@/lib/notifications/queries";
import { readNumber } from "@/lib/proposals/schema";
import { markAllReadAction } from "./actions";

export const metadata: Metadata = { title: "Inbox" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function InboxPage({ searchParams }: Props) {
  const actor = await currentActor();
  const { before } = await searchParams;
  const key = typeof before === "string" ? readNumber(before) : 0;
  const [{ lines, unread, older, newer }, watched] = await Promise.all([
    listInbox(actor, key > 0 ? { before: key } : {}),
    actor.kind === "person" ? countWatched(actor) : undefined,
  ]);
  const newest = lines[0];
  return (
    <article className="page">
      <PageHead title="Inbox" lead={leadOf(unread, lines.length)} />
      {watched && (
        <div className="inbox-tools">
          {newest && newer === undefined && unread > 0 && <MarkAllRead upTo={newest.id} />}
          <a href="/inbox/watching">{watchedText(watched)}</a>
        </div>
      )}
      {lines.length > 0 ? <Lines lines={lines} /> : <Nothing signedIn={actor.kind === "person"} />}
      <Pager
        {...(older !== undefined && { olderHref: `/inbox?before=${older}` })}
        {...(newer !== undefined && { newerHref: newer === 0 ? "/inbox" : `/inbox?before=${newer}` })}
      />
    </article>
  );
}

function leadOf(unread: number, shown: number): string | undefined {
  if (shown === 0) return undefined;
  if (unread === 0) return "You have read everything.";
  return unread === 1 ? "One notice is new." : `${unread.toLocaleString("en")} notices are new.`;
}

function watchedText({ watching, muted }: Record<WatchLevel, number>): string {
  const proposals = (count: number) => (count === 1 ? "1 proposal" : `${count} proposals`);
  if (watching === 0 && muted === 0) return "Choose what you are told";
  if (watching === 0) return `You have muted ${proposals(muted)}`;
  return `You watch ${proposals(watching)}${muted > 0 ? `, and have muted ${muted}` : ""}`;
}

/** The proposal that a notice leads to. */
function proposalIn(href: string): string | undefined {
  return /^\/proposals\/(\d+)/.exec(href)?.[1];
}

/** The first notice of each proposal on a page also leads to where one chooses what to be told of it. */
function Lines({ lines }: { lines: InboxLine[] }) {
  const numbers = lines.map(({ href }) => proposalIn(href));
  return (
    <ol className="hist notices" data-list>
      {lines.map((line, place) => (
        <li key={line.id}>
          <Time at={line.at} />
          <p>
            <a className={line.read ? "line-title read" : "line-title"} href={line.href}>
              {line.sentence}
            </a>{" "}
            {!line.read && <Badge stage="discussion">New</Badge>}
          </p>
          {numbers.indexOf(numbers[place]) === place && <WatchLink number={numbers[place]} />}
        </li>
      ))}
    </ol>
  );
}

function MarkAllRead({ upTo }: { upTo: number }) {
  return (
    <ActionForm
      action={markAllReadAction}
      submissionKey={newSubmissionKey()}
      className="mark-read"
      label="Mark all as read"
    >
      <HiddenField name="upTo" value={upTo} />
      <SubmitButton variant="plain" size="small">
        Mark all as read
      </SubmitButton>
    </ActionForm>
  );
}

function WatchLink({ number }: { number: string | undefined }) {
  if (number === undefined) return null;
  return (
    <a className="mute" href={`/proposals/${number}#watch`}>
      Watch or mute #{number}
    </a>
  );
}

function Nothing({ signedIn }: { signedIn: boolean }) {
  if (!signedIn) {
    return (
      <EmptyState
        title="Your inbox is yours alone."
        action={<LinkButton href="/sign-in?back=/inbox">Sign in</LinkButton>}
      >
        <p>Sign in to see what waits for you.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Nothing here yet."
      action={<LinkButton href="/proposals">See the proposals</LinkButton>}
    >
      <p>
        You are told here when somebody asks you a question, answers yours, comments on your proposal, or
        offers you time on an agenda.
      </p>
    </EmptyState>
  );
}
