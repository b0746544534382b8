import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { MeetingBadge } from "@/components/meetings/meeting-list";
import { MeetingTabs } from "@/components/meetings/meeting-tabs";
import { TimeBar } from "@/components/meetings/time-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { currentActor } from "@/lib/auth/reader";
import { dayInWords } from "@/lib/calendar-date";
import { minutesOfItem } from "@/lib/meetings/agenda-documents";
import { type Agenda, findAgenda } from "@/lib/meetings/agenda-queries";
import { clockChangeInWords } from "@/lib/meetings/local-time";
import { readingLoad, readingLoadSentence } from "@/lib/meetings/reading-load";
import { listSuggestions } from "@/lib/meetings/suggestion-queries";
import { whenInWords } from "@/lib/meetings/when";
import { AgendaList } from "./_components/agenda-list";
import { AgendaMoves, AgendaSide } from "./_components/agenda-side";
import { Suggestions } from "./_components/suggestions";
import { WhoComes } from "./_components/who-comes";

interface Props {
  params: Promise<{ date: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { date } = await params;
  return { title: `Agenda of ${dayInWords(date.slice(0, 10))}` };
}

export default async function AgendaPage({ params, searchParams }: Props) {
  const [actor, { date }, search] = await Promise.all([currentActor(), params, searchParams]);
  const agenda = await findAgenda(actor, date);
  if (!agenda) notFound();
  if (agenda.date !== date) redirect(`/meetings/${agenda.date}`);
  const { items, capacityMinutes } = agenda;
  const suggestions = agenda.isAhead ? await listSuggestions(actor, agenda.id) : [];
  const from = suggestions.find(({ source, kind }) => kind !== "slot" && source === search.add);
  return (
    <article className="page print-page">
      <PageHead
        title={agenda.title}
        badge={<MeetingBadge status={agenda.status} />}
        lead={whenInWords(agenda.startsAt, agenda.timeZone)}
      />
      <MeetingTabs date={agenda.date} current="agenda" />
      <Notices agenda={agenda} clock={search.clock} />
      <div className="with-side">
        <AgendaMoves agenda={agenda} kept={search.kept} from={from} />
        <div>
          <Section title="Time">
            <TimeBar
              capacityMinutes={capacityMinutes}
              items={items.map((item) => ({ ...item, href: `#item-${item.id}` }))}
            />
          </Section>
          <ReadingLoad agenda={agenda} />
          {items.length > 0 ? <AgendaList agenda={agenda} /> : <NothingYet agenda={agenda} />}
          <Suggestions date={agenda.date} suggestions={suggestions} />
          <Carried agenda={agenda} />
          <WhoComes agenda={agenda} signedIn={actor.kind === "person"} kept={search.kept} />
        </div>
        <AgendaSide agenda={agenda} zone={actor.kind === "person" ? actor.timeZone : undefined} />
      </div>
      <Beside agenda={agenda} />
    </article>
  );
}

/** For those who read ahead: how much there is, and how much of it is left. */
function ReadingLoad({ agenda: { date, items, isAhead } }: { agenda: Agenda }) {
  const things = items.flatMap(({ proposal }) =>
    proposal && proposal.words !== null ? [{ words: proposal.words, isRead: proposal.isRead }] : [],
  );
  if (!isAhead || things.length === 0) return null;
  return (
    <p className="no-print mt-3">
      <a href={`/meetings/${date}/preread`}>Pre-read</a>: {readingLoadSentence(readingLoad(things))}
    </p>
  );
}

/** The meetings before and after this one. */
function Beside({ agenda: { previous, next } }: { agenda: Agenda }) {
  if (!previous && !next) return null;
  return (
    <nav className="pager no-print" aria-label="Other meetings">
      {previous && (
        <a href={`/meetings/${previous}`} rel="prev">
          <Icon name="arrow-left" />
          <Time at={previous} format="date" />
        </a>
      )}
      {next && (
        <a href={`/meetings/${next}`} rel="next">
          <Time at={next} format="date" />
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  );
}

function Notices({ agenda, clock }: { agenda: Agenda; clock: string | string[] | undefined }) {
  const { notice, cancelReason, startsAt, timeZone } = agenda;
  const isAhead = agenda.moves.some(({ name }) => name === "cancel") || agenda.publishedAt !== null;
  return (
    <>
      {(clock === "skipped" || clock === "repeated") && (
        <Note tone="info">{clockChangeInWords(clock, startsAt, timeZone)}</Note>
      )}
      {cancelReason && (
        <Note tone="warn" title="This meeting was cancelled.">
          <p dir="auto">{cancelReason}</p>
        </Note>
      )}
      {isAhead && !cancelReason && <Note tone={notice.isLate ? "warn" : "info"}>{notice.words}</Note>}
    </>
  );
}

function NothingYet({ agenda }: { agenda: Agenda }) {
  return (
    <EmptyState title="Nothing stands on this agenda yet.">
      {agenda.mayRun
        ? "Offer a slot to a proposal that asks for time, or place an item."
        : "A proposal in discussion can ask for time on its page, under “Board”."}
    </EmptyState>
  );
}

function Carried({ agenda }: { agenda: Agenda }) {
  if (agenda.carried.length === 0) return null;
  return (
    <Section title="Carried over">
      <ul className="lines">
        {agenda.carried.map((item) => (
          <li key={item.id}>
            <span dir="auto">
              {item.title} <span className="hint">({minutesOfItem(item)})</span>
            </span>
            {item.carriedTo && (
              <a href={`/meetings/${item.carriedTo}`}>
                to <Time at={item.carriedTo} format="date" />
              </a>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
