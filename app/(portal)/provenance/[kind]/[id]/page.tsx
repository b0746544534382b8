import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProvenanceView } from "@/components/provenance/provenance-view";
import { PageHead } from "@/components/ui/page-head";
import { currentActor } from "@/lib/auth/reader";
import { findProvenance, startKinds } from "@/lib/provenance/queries";

interface Props {
  params: Promise<{ kind: string; id: string }>;
}

export const metadata: Metadata = { title: "Provenance" };

/** From any thing up to what led to it, and down to all that it caused (DOMAIN 8). */
export default async function ProvenancePage({ params }: Props) {
  const [actor, { kind, id }] = await Promise.all([currentActor(), params]);
  const start = startKinds.find((each) => each === kind);
  const provenance = start ? await findProvenance(actor, start, id) : null;
  if (!provenance) notFound();
  const { start: thing } = provenance;
  return (
    <article className="page print-page">
      <PageHead
        title={`Where it comes from, and what it led to: ${thing.name}`}
        lead={
          <>
            <a href={thing.href}>{thing.name}</a>: {thing.text}
          </>
        }
      />
      <ProvenanceView provenance={provenance} />
    </article>
  );
}
