import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { findOutcomes } from "@/lib/tickets/outcome-queries";
import type { Search } from "@/lib/tickets/read-choice";

export const metadata: Metadata = { title: "What became of the tickets" };

/** After several tickets were changed at once: what became of each, and why some were left as they are. */
export default async function ChangedPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [actor, { of, back }] = await Promise.all([currentActor(), searchParams]);
  const outcomes = typeof of === "string" ? await findOutcomes(actor, of) : null;
  if (!outcomes) notFound();
  const refused = outcomes.filter(({ refusal }) => refusal);
  const changed = outcomes.filter(({ refusal }) => !refusal);
  return (
    <article className="page">
      <PageHead
        title="What became of the tickets"
        lead={`${changed.length} of ${outcomes.length} ${changed.length === 1 ? "was" : "were"} changed.`}
        actions={<LinkButton href={listIn(back)}>Back to the list</LinkButton>}
      />
      {refused.length > 0 && (
        <Section title="Left as they are">
          <ul className="prose">
            {refused.map(({ number, refusal }) => (
              <li key={number}>
                <a href={`/tickets/${number}`}>T-{number}</a>: {refusal}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {changed.length > 0 && (
        <Section title="Changed">
          <ul className="prose">
            {changed.map(({ number, changed: what }) => (
              <li key={number}>
                <a href={`/tickets/${number}`}>T-{number}</a>:{" "}
                {what.length > 0 ? what.join(", ") : "it was like that already"}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </article>
  );
}

/** Only a list of tickets is gone back to. */
function listIn(back: string | string[] | undefined): string {
  return typeof back === "string" && /^\/tickets(\?[^#]*)?$/.test(back) ? back : "/tickets";
}
