import type { Metadata } from "next";
import { SeatTable, termWords } from "@/components/people/seat-table";
import { SeatsChart } from "@/components/people/seats-chart";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { dayInWords, whatIsWrongWithDate } from "@/lib/calendar-date";
import { isVoting, type Seat } from "@/lib/people/composition";
import { type Composition, findComposition } from "@/lib/people/composition-queries";
import { roleLabel } from "@/lib/people/ui-text";

interface Props {
  searchParams: Promise<{ on?: string | string[] }>;
}

export const metadata: Metadata = { title: "The board" };

export default async function BoardPage({ searchParams }: Props) {
  const { on } = await searchParams;
  const asked = typeof on === "string" ? on.trim() : "";
  const wrong = asked === "" ? undefined : whatIsWrongWithDate(asked);
  const board = await findComposition("board", wrong ? undefined : asked);
  if (!board) return <NoBoard />;
  return (
    <article className="page">
      <PageHead
        title="The board"
        lead={
          board.isToday ? "Who sits on it today, and who did." : `As it stood on ${dayInWords(board.on)}.`
        }
      />
      {wrong && <Note tone="warn">{wrong} This is the board of today.</Note>}
      <form className="form day-form">
        <label htmlFor="on">On the day</label>
        <div className="actions">
          <input className="input" id="on" type="date" name="on" defaultValue={board.on} required />
          <Button type="submit">Show</Button>
          {!board.isToday && <a href="/board">Today</a>}
        </div>
      </form>
      <Members board={board} />
      {board.past.length > 0 && (
        <Section title="Over time" id="over-time">
          <SeatsChart seats={board.past} on={board.on} />
          <SeatTable seats={board.past} label="Seats over time" />
        </Section>
      )}
    </article>
  );
}

function NoBoard() {
  return (
    <article className="page">
      <PageHead title="The board" />
      <EmptyState title="There is no board yet.">
        Whoever runs the portal adds it with its first director.
      </EmptyState>
    </article>
  );
}

function Members({ board: { members, quorum, isToday, on } }: { board: Composition }) {
  const officers = members.filter((seat) => seat.role !== "director");
  const directors = members.filter((seat) => seat.role === "director");
  if (members.length === 0) {
    return <EmptyState title={`Nobody is known to have sat on the board on ${dayInWords(on)}.`} />;
  }
  return (
    <>
      {quorum && quorum.seated > 0 && <p>{quorumWords(quorum, isToday)}</p>}
      <Section title="Officers" aside={officers.length || undefined}>
        {officers.length > 0 ? <Seats seats={officers} /> : <EmptyState title="No officer is known." />}
      </Section>
      <Section title="Directors" aside={directors.length || undefined}>
        {directors.length > 0 ? (
          <Seats seats={directors} />
        ) : (
          <EmptyState title="No other director is known." />
        )}
      </Section>
    </>
  );
}

function quorumWords({ seated, needed }: { seated: number; needed: number }, isToday: boolean): string {
  const votes = isToday ? (seated === 1 ? "votes" : "vote") : "voted";
  const are = needed === 1 ? (isToday ? "is" : "was") : isToday ? "are" : "were";
  return `${seated} ${seated === 1 ? "seat" : "seats"} ${votes}; ${needed} ${are} a quorum.`;
}

function Seats({ seats }: { seats: readonly Seat[] }) {
  return (
    <ul className="lines">
      {seats.map((seat) => (
        <li key={`${seat.person.handle} ${seat.role}`}>
          <a className="line-title" href={`/people/${seat.person.handle}`} dir="auto">
            {seat.person.name}
          </a>
          <p className="line-facts">
            {seat.person.pronouns && (
              <>
                <span dir="auto">{seat.person.pronouns}</span> ·{" "}
              </>
            )}
            {[roleLabel(seat.role), isVoting(seat) ? "votes" : "has no vote"].join(", ")} · since{" "}
            <Time at={seat.since} format="date" />
            {seat.until && (
              <>
                {" "}
                until <Time at={seat.until} format="date" />
              </>
            )}
            {termWords(seat) && ` · the term ${termWords(seat)}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
