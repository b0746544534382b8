import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { listClaims } from "@/lib/import-export/claim-queries";
import { DecidedClaim, WaitingClaimItem } from "./_components/claim-items";

export const metadata: Metadata = { title: "Claims" };

interface Props {
  searchParams: Promise<Partial<Record<"said" | "of" | "kept", string | string[]>>>;
}

const said: Readonly<Record<string, string>> = {
  confirmed: "is confirmed: what stood under that name has moved.",
  declined: "is declined. They are told why.",
  undone: "is undone: what had moved stands under that name again.",
};

export default async function ClaimsPage({ searchParams }: Props) {
  const [actor, search] = await Promise.all([currentActor(), searchParams]);
  const claims = await listClaims(actor);
  if (!claims) notFound();
  const words = said[String(search.said)];
  return (
    <article className="page">
      <PageHead
        title="Claims"
        lead="People who say that a placeholder of an import is them. Nothing moves until somebody else confirms it, and what moved can be taken back."
      />
      {words && (
        <Note tone="good">
          The claim of @{String(search.of)} {words}
        </Note>
      )}
      <Section title="Waiting" aside={claims.waiting.length || undefined}>
        {claims.waiting.length > 0 ? (
          <ul className="lines queue">
            {claims.waiting.map((claim) => (
              <WaitingClaimItem key={claim.id} claim={claim} kept={search.kept} />
            ))}
          </ul>
        ) : (
          <EmptyState title="No claim waits.">
            Who was seen in an imported thread says so on that name's page, when they come.
          </EmptyState>
        )}
      </Section>
      {claims.decided.length > 0 && (
        <Section title="Decided">
          <ul className="lines">
            {claims.decided.map((claim) => (
              <DecidedClaim key={claim.id} claim={claim} kept={search.kept} />
            ))}
          </ul>
        </Section>
      )}
    </article>
  );
}
