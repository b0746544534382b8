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
  const { lines, unread, older, newer } = await listInbox(actor, key > 0 ? { before: key } : {});
  const newest = lines[0];
  return (
    <article className="page">
      <PageHead title="Inbox" lead={leadOf(unread, lines.length)} />
      {newest && newer === undefined && unread > 0 && (
        <ActionForm
          action={markAllReadAction}
          submissionKey={newSubmissionKey()}
          className="mark-read"
          label="Mark all as read"
        >
          <HiddenField name="upTo" value={newest.id} />
          <SubmitButton variant="plain" size="small">
            Mark all as read
          </SubmitButton>
        </ActionForm>
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

function Lines({ lines }: { lines: InboxLine[] }) {
  return (
    <ol className="hist notices" data-list>
      {lines.map((line) => (
        <li key={line.id}>
          <Time at={line.at} />
          <p>
            <a className={line.read ? "line-title read" : "line-title"} href={line.href}>
              {line.sentence}
            </a>{" "}
            {!line.read && <Badge stage="discussion">New</Badge>}
          </p>
        </li>
      ))}
    </ol>
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
