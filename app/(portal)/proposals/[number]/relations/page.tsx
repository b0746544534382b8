import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProposalFrame } from "@/components/proposals/proposal-frame";
import { SimilarList } from "@/components/proposals/similar-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { writes } from "@/lib/proposals/policy";
import { findProposalHead, type ProposalHead } from "@/lib/proposals/queries";
import { mayRelate } from "@/lib/proposals/relation-policy";
import { listRelations } from "@/lib/proposals/relation-queries";
import { readNumber } from "@/lib/proposals/schema";
import { listSimilar } from "@/lib/proposals/similar-queries";
import type { Actor } from "@/lib/workflow/actor";
import { AddRelationForm } from "./_components/add-relation-form";
import { RelationItem } from "./_components/relation-item";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ kept?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `How #${readNumber((await params).number)} stands to other proposals` };
}

export default async function RelationsPage({ params, searchParams }: Props) {
  const actor = await currentActor();
  const head = await findProposalHead(actor, readNumber((await params).number));
  if (!head) notFound();
  const [relations, similar, { kept }] = await Promise.all([
    listRelations(actor, head.id),
    looksForDuplicates(actor, head) ? listSimilar(actor, head.title, head.number) : [],
    searchParams,
  ]);
  const known = new Set(relations.map(({ number }) => number));
  const likely = similar.filter(({ number }) => !known.has(number));
  return (
    <ProposalFrame head={head} current="proposal">
      <p>
        <a href={`/proposals/${head.number}`}>Back to the proposal</a>
      </p>
      <Section title="Other proposals" id="relations">
        {relations.length === 0 && (
          <EmptyState title="It stands alone so far.">
            <p>Say which proposals it replaces, needs, repeats or belongs with; each shows it too.</p>
          </EmptyState>
        )}
        <ul className="relations" data-list>
          {relations.map((relation) => (
            <RelationItem key={relation.id} number={head.number} relation={relation} kept={kept} />
          ))}
        </ul>
      </Section>
      {likely.length > 0 && (
        <Section title="Likely duplicates" id="duplicates">
          <p>Their titles are like this one. Read them before you ask people for their time.</p>
          <SimilarList proposals={likely} />
        </Section>
      )}
      {mayRelate(actor, head.facts) && <AddRelationForm number={head.number} kept={kept} />}
    </ProposalFrame>
  );
}

/** Those who write it can still do something about it: while it is a draft or in discussion. */
function looksForDuplicates(actor: Actor, { facts }: ProposalHead): boolean {
  return (facts.status === "draft" || facts.status === "discussion") && writes(actor, facts);
}
