import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { listEverybody, type PersonShown } from "@/lib/people/composition-queries";
import { roleLabels } from "@/lib/people/ui-text";

export const metadata: Metadata = { title: "People" };

interface Props {
  searchParams: Promise<Partial<Record<"q" | "after", string | string[]>>>;
}

export default async function PeoplePage({ searchParams }: Props) {
  const { q, after } = await searchParams;
  const wanted = { q: one(q), after: one(after) };
  const { people, next } = await listEverybody(wanted);
  return (
    <article className="page">
      <PageHead
        title="People"
        lead={
          <>
            Who has an account, and what they hold. <a href="/board">The board</a> and{" "}
            <a href="/sigs">the SIGs</a> have pages of their own.
          </>
        }
      />
      <search>
        <form className="actions">
          <input
            className="input"
            type="search"
            name="q"
            defaultValue={wanted.q}
            aria-label="Name or handle"
          />
          <Button type="submit">Search</Button>
        </form>
      </search>
      {people.length > 0 ? (
        <ul className="lines" data-list>
          {people.map((person) => (
            <Line key={person.handle} person={person} />
          ))}
        </ul>
      ) : (
        <EmptyState title="Nobody is called that." />
      )}
      {next && (
        <p>
          <a href={`/people?${new URLSearchParams({ q: wanted.q, after: next })}`}>More people</a>
        </p>
      )}
    </article>
  );
}

function Line({ person: { handle, name, pronouns, roles } }: { person: PersonShown }) {
  return (
    <li>
      <a className="line-title" href={`/people/${encodeURIComponent(handle)}`}>
        <span dir="auto">{name}</span> <span className="no">@{handle}</span>
      </a>
      <p className="line-facts">
        {pronouns && (
          <>
            <span dir="auto">{pronouns}</span> ·{" "}
          </>
        )}
        {roles.map(({ role, body }) => `${roleLabels[role] ?? role}, ${body}`).join(" · ") || "No role"}
      </p>
    </li>
  );
}

function one(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : "";
}
