import { MeetingSummary } from "@/components/meetings/meeting-summary";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Meter } from "@/components/ui/meter";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { currentActor } from "@/lib/auth/reader";
import { outcomeLabels, outcomeStages } from "@/lib/decisions/ui-text";
import type { YourMove } from "@/lib/home/own-moves";
import { findHome, type Home } from "@/lib/home/queries";
import { findNextMeeting } from "@/lib/meetings/queries";
import { findRegionSummary } from "@/lib/region/queries";

export default async function HomePage() {
  const actor = await currentActor();
  const [home, meeting, region] = await Promise.all([
    findHome(actor),
    findNextMeeting(actor),
    findRegionSummary(actor),
  ]);
  return (
    <article className="page">
      {actor.kind === "person" ? <PageHead title="Your move" /> : <Welcome />}
      <div className="with-side">
        <div>
          {actor.kind === "person" && <YourMoves moves={home.moves} />}
          <LatelyDecided decided={home.decided} />
        </div>
        <aside className="side" aria-label="At a glance">
          <Section title="Next meeting">
            {meeting ? (
              <MeetingSummary meeting={meeting} />
            ) : (
              <EmptyState title="No meeting is planned.">
                Chair and secretary plan them from the board's series.
              </EmptyState>
            )}
          </Section>
          <Section title="The region">
            {region ? (
              <>
                <p>
                  <a href="/region">{region.name}</a>: {region.sentence}
                </p>
                <Meter value={region.percent} max={100} label="Readiness" />
              </>
            ) : (
              <EmptyState title="No region is open yet.">
                It opens when the board has said yes to one.
              </EmptyState>
            )}
          </Section>
        </aside>
      </div>
    </article>
  );
}

function Welcome() {
  return (
    <PageHead
      title="From a first post to the region that runs"
      lead="Here a community proposes, decides and builds a CentOS Stream region, in the open: nothing that was asked, questioned, decided or promised gets lost."
      actions={
        <>
          <LinkButton variant="primary" href="/proposals">
            Read the proposals
          </LinkButton>
          <LinkButton href="/sign-in">Sign in</LinkButton>
        </>
      }
    />
  );
}

function YourMoves({ moves }: { moves: YourMove[] }) {
  if (moves.length === 0) {
    return (
      <EmptyState
        title="Nothing waits for you."
        action={
          <LinkButton variant="primary" href="/proposals/new" data-create>
            Write a proposal
          </LinkButton>
        }
      >
        Questions that you owe an answer to, offers, splits, tickets and minutes show up here, one line each.
      </EmptyState>
    );
  }
  return (
    <ol className="your-moves" data-list>
      {moves.map((move, place) => (
        <li key={move.key}>
          <p dir="auto">{move.sentence}</p>
          <LinkButton href={move.href} size="small" variant={place === 0 ? "primary" : "plain"}>
            {move.button}
          </LinkButton>
        </li>
      ))}
    </ol>
  );
}

function LatelyDecided({ decided }: { decided: Home["decided"] }) {
  if (decided.length === 0) return null;
  return (
    <Section title="Lately decided">
      <ol className="lines">
        {decided.map((one) => (
          <li key={`${one.number}-${one.at.toISOString()}`}>
            <a className="line-title" href={`/proposals/${one.number}/board`}>
              <span className="no">#{one.number}</span> <span dir="auto">{one.title}</span>
            </a>
            <Outcome outcome={one.outcome} />
            <p className="line-facts">
              <Time at={one.at} format="date" />
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Outcome({ outcome }: { outcome: string }) {
  if (!Object.hasOwn(outcomeLabels, outcome)) return <Badge stage="neutral">{outcome}</Badge>;
  const known = outcome as keyof typeof outcomeLabels; // a key of the same table
  return <Badge stage={outcomeStages[known]}>{outcomeLabels[known]}</Badge>;
}
