import type { Metadata } from "next";
import { createElement } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { currentActor } from "@/lib/auth/reader";
import { type Found, search } from "@/lib/search/queries";

export const metadata: Metadata = { title: "Search" };

const kinds: Readonly<Record<Found["kind"], string>> = {
  proposal: "Proposals",
  decision: "Decisions",
  ticket: "Tickets",
  comment: "Comments",
  meeting: "Minutes",
};

export default async function SearchPage({
  searchParams,
}: {
  searchParams: Promise<{ q?: string | string[] }>;
}) {
  const { q } = await searchParams;
  const words = (typeof q === "string" ? q : "").trim().slice(0, 200);
  const found = words ? await search(await currentActor(), words) : [];
  return (
    <article className="page measure">
      <PageHead title="Search" />
      <form action="/search" method="get" className="form">
        <label htmlFor="search-words">Words to look for</label>
        <div className="actions">
          <input id="search-words" className="input" type="search" name="q" defaultValue={words} dir="auto" />
          <Button type="submit" variant="primary">
            Search
          </Button>
        </div>
      </form>
      {words && found.length === 0 && (
        <EmptyState title={`Nothing mentions “${words}”.`}>
          Try fewer words, or another form of them. Put words in quotes to find them together; a minus in
          front of one leaves it out.
        </EmptyState>
      )}
      {Object.entries(kinds).map(([kind, title]) => (
        <Results key={kind} title={title} found={found.filter((one) => one.kind === kind)} />
      ))}
    </article>
  );
}

function Results({ title, found }: { title: string; found: Found[] }) {
  if (found.length === 0) return null;
  return (
    <Section title={title}>
      <ol className="lines" data-list>
        {found.map((one) => (
          <li key={one.href}>
            <a className="line-title" href={one.href} dir="auto">
              {one.title}
            </a>
            <p className="line-text" dir="auto">
              <Marked text={one.excerpt} />
            </p>
            <p className="line-facts">
              <Time at={one.at} format="date" />
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** The database marks the words it found with ‹ and ›; the text itself is never read as HTML. */
function Marked({ text }: { text: string }) {
  const parts = text.split(/‹(.*?)›/s);
  return createElement(
    "span",
    null,
    ...parts.map((part, place) => (place % 2 === 1 ? createElement("mark", null, part) : part)),
  );
}
