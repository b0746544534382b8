import type { Metadata } from "next";
import { WatchControl } from "@/components/discussion/watch-control";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { currentActor } from "@/lib/auth/reader";
import { stanceText } from "@/lib/discussion/watching";
import { listWatched, type WatchedLine } from "@/lib/discussion/watching-queries";
import { newSubmissionKey } from "@/lib/form-action";
import { watchAction } from "../../_discussion/watch-actions";

export const metadata: Metadata = { title: "Watched and muted" };

export default async function WatchingPage() {
  const actor = await currentActor();
  const watched = await listWatched(actor);
  return (
    <article className="page">
      <PageHead
        title="Watched and muted"
        lead="You are told of the proposals that you take part in, unless you mute them, and of those that you watch."
      />
      <p>
        <a href="/inbox">Back to your inbox</a>
      </p>
      {watched.length > 0 ? <Watched lines={watched} /> : <Nothing signedIn={actor.kind === "person"} />}
    </article>
  );
}

function Watched({ lines }: { lines: WatchedLine[] }) {
  return (
    <ul className="watched" data-list>
      {lines.map(({ number, title, ...stance }) => (
        <li key={number}>
          <p>
            <a className="line-title" href={`/proposals/${number}`}>
              #{number} <bdi>{title}</bdi>
            </a>
          </p>
          <p className="line-text">{stanceText(stance)}</p>
          <WatchControl
            on={{ proposal: number }}
            stance={stance}
            action={watchAction}
            submissionKey={newSubmissionKey()}
            from="inbox"
          />
        </li>
      ))}
    </ul>
  );
}

function Nothing({ signedIn }: { signedIn: boolean }) {
  if (!signedIn) {
    return (
      <EmptyState
        title="What you watch is yours alone."
        action={<LinkButton href="/sign-in?back=/inbox/watching">Sign in</LinkButton>}
      >
        <p>Sign in to see it.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="You watch nothing by hand."
      action={<LinkButton href="/proposals">See the proposals</LinkButton>}
    >
      <p>Beside every proposal you can choose to watch it, or to mute it.</p>
    </EmptyState>
  );
}
