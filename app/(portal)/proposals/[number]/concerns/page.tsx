import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConcernItem } from "@/components/discussion/concern-item";
import { ProposalFrame } from "@/components/proposals/proposal-frame";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { mayOpenConcern } from "@/lib/discussion/concern-policy";
import { type ConcernLine, listConcerns } from "@/lib/discussion/concern-queries";
import { tellReferences } from "@/lib/discussion/reference-queries";
import { listOwnerChoices } from "@/lib/people/queries";
import { findProposalHead } from "@/lib/proposals/queries";
import { readNumber } from "@/lib/proposals/schema";
import type { Actor } from "@/lib/workflow/actor";
import { ConcernMoves } from "./_components/concern-moves";
import { OpenConcernForm } from "./_components/open-concern-form";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ kept?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Concerns about #${readNumber((await params).number)}` };
}

export default async function ConcernsPage({ params, searchParams }: Props) {
  const actor = await currentActor();
  const head = await findProposalHead(actor, readNumber((await params).number));
  if (!head) notFound();
  const mayOpen = mayOpenConcern(actor, head.facts).ok;
  const [concerns, owners, { kept }] = await Promise.all([
    listConcerns(actor, head.id).then((found) => tellConcerns(actor, found)),
    mayOpen ? listOwnerChoices() : [],
    searchParams,
  ]);
  return (
    <ProposalFrame head={head} current="concerns">
      <Section title="Concerns" id="concerns">
        {concerns.length === 0 && (
          <EmptyState title="Nobody has raised a concern.">
            <p>
              A director who objects raises a concern. The board cannot approve until whoever raised it says
              that it is resolved, or takes it back.
            </p>
          </EmptyState>
        )}
        <ol className="concerns" data-list>
          {concerns.map((concern) => (
            <ConcernItem key={concern.id} proposal={head.number} revision={head.revision} concern={concern}>
              <ConcernMoves proposal={head.number} concern={concern} kept={kept} />
            </ConcernItem>
          ))}
        </ol>
        {actor.kind !== "person" && (
          <p>
            <a href={`/sign-in?back=/proposals/${head.number}/concerns`}>Sign in</a> to answer a concern, or
            to raise one as a director.
          </p>
        )}
      </Section>
      {mayOpen && (
        <OpenConcernForm proposal={head.number} requester={head.author.name} owners={owners} kept={kept} />
      )}
    </ProposalFrame>
  );
}

/** The concerns with the titles and states of what they refer to. */
async function tellConcerns(actor: Actor, concerns: readonly ConcernLine[]): Promise<ConcernLine[]> {
  const texts = concerns.flatMap(({ html, response }) => [html, response?.html ?? ""]);
  const told = await tellReferences(actor, texts);
  return concerns.map(({ html, response, ...concern }, place) => ({
    ...concern,
    html: told[place * 2] ?? html,
    response: response && { ...response, html: told[place * 2 + 1] ?? response.html },
  }));
}
