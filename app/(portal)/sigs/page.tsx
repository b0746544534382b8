import type { Metadata } from "next";
import { SigList } from "@/components/people/sig-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { currentActor } from "@/lib/auth/reader";
import { listSigLines } from "@/lib/people/sig-queries";

export const metadata: Metadata = { title: "SIGs" };

export default async function SigsPage() {
  const sigs = await listSigLines(await currentActor());
  return (
    <article className="page">
      <PageHead
        title="SIGs"
        lead="Special interest groups: each with a chair, its members, and a director who stands for it in the board."
      />
      {sigs.length > 0 ? (
        <SigList sigs={sigs} />
      ) : (
        <EmptyState title="There is no SIG yet.">
          A SIG owns proposals, asks and tickets together; whoever runs the portal adds it with its chair.
        </EmptyState>
      )}
    </article>
  );
}
