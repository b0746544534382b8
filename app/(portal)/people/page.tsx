import type { Metadata } from "next";
import { PeopleFinder, type PeopleSearch, readPeopleSearch } from "@/components/people/people-finder";
import { PageHead } from "@/components/ui/page-head";
import { listEverybody } from "@/lib/people/composition-queries";
import { roleInWords } from "@/lib/people/ui-text";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage({ searchParams }: { searchParams: Promise<PeopleSearch> }) {
  const wanted = readPeopleSearch(await searchParams);
  const found = await listEverybody(wanted);
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
      <PeopleFinder path="/people" through="Name or handle" words={wanted.q} found={found}>
        {({ pronouns, roles }) => (
          <p className="line-facts">
            {pronouns && (
              <>
                <span dir="auto">{pronouns}</span> ·{" "}
              </>
            )}
            {roles.map(roleInWords).join(" · ") || "No role"}
          </p>
        )}
      </PeopleFinder>
    </article>
  );
}
