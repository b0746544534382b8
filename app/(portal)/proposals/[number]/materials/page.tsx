import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { WhoReadLines } from "@/components/materials/who-read";
import { ProposalFrame } from "@/components/proposals/proposal-frame";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { currentActor } from "@/lib/auth/reader";
import { mayKeepMaterial, mayKeepMaterials, mayMarkRead } from "@/lib/materials/policy";
import { whoRead } from "@/lib/materials/preread";
import { listMaterials, type MaterialShown, type Preread } from "@/lib/materials/queries";
import { findProposalHead, type ProposalHead } from "@/lib/proposals/queries";
import { readNumber } from "@/lib/proposals/schema";
import type { Actor } from "@/lib/workflow/actor";
import { AddForms } from "./_components/add-forms";
import { ChangeForms } from "./_components/change-forms";
import { MarkForm } from "./_components/mark-form";
import { MaterialItem } from "./_components/material-item";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Materials of #${readNumber((await params).number)}` };
}

export default async function MaterialsPage({ params, searchParams }: Props) {
  const [actor, { number }, { kept, change }] = await Promise.all([currentActor(), params, searchParams]);
  const head = await findProposalHead(actor, readNumber(number));
  if (!head) notFound();
  const { materials, preread } = await listMaterials(actor, head.id);
  const facts = { authorId: head.authorId, coAuthorIds: head.facts.coAuthorIds };
  const present = materials.filter(({ removedAt }) => !removedAt);
  const changing = present.find(
    (each) => String(each.number) === change && mayKeepMaterial(actor, facts, each),
  );
  return (
    <ProposalFrame head={head} current="materials">
      <Section title="Materials" id="materials">
        {present.length === 0 && (
          <EmptyState title="No material is here yet.">
            <p>
              Slides, documents and recordings, as links or files, each for the revision that it belongs to.
            </p>
          </EmptyState>
        )}
        <ol className="mats" data-list>
          {present.map((material) => (
            <MaterialItem
              key={material.number}
              {...{ head, material, preread, actor }}
              change={
                material === changing ? <ChangeForms head={head} material={material} kept={kept} /> : null
              }
            />
          ))}
        </ol>
        <Removed materials={materials.filter(({ removedAt }) => removedAt)} />
      </Section>
      {head.status !== "draft" && <TextRead head={head} preread={preread} actor={actor} />}
      {mayKeepMaterials(actor, facts) && !changing && (
        <AddForms proposal={head.number} isFirst={present.length === 0} kept={kept} />
      )}
    </ProposalFrame>
  );
}

/** The text itself is what directors are to read first. */
function TextRead({ head, preread, actor }: { head: ProposalHead; preread: Preread; actor: Actor }) {
  const thing = { revision: head.revision, changedAt: null };
  return (
    <Section title="Pre-read of the text" id="pre-read">
      <p>
        <a href={`/proposals/${head.number}`}>The proposal itself</a>, revision {head.revision}.
      </p>
      <WhoReadLines who={whoRead(preread.directors, preread.marks, thing)} />
      {actor.kind === "person" && mayMarkRead(actor) && (
        <div className="mat-deeds">
          <MarkForm
            proposal={head.number}
            personId={actor.personId}
            marks={preread.marks}
            thing={thing}
            name="the text"
          />
        </div>
      )}
    </Section>
  );
}

function Removed({ materials }: { materials: MaterialShown[] }) {
  if (materials.length === 0) return null;
  return (
    <Disclosure summary={`Removed: ${materials.length}`}>
      <ul className="mats-gone">
        {materials.map(({ number, title, removedAt, removedReason }) => (
          <li key={number} id={`material-${number}`}>
            <span className="no">{number}</span> <span dir="auto">{title}</span>, removed{" "}
            {removedAt && <Time at={removedAt} format="date" />}: <span dir="auto">{removedReason}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
