import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProposalFrame } from "@/components/proposals/proposal-frame";
import { Meter } from "@/components/ui/meter";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { currentActor } from "@/lib/auth/reader";
import { outcomeLabels } from "@/lib/decisions/ui-text";
import { findProposalHead } from "@/lib/proposals/queries";
import { readNumber } from "@/lib/proposals/schema";
import type { Search } from "@/lib/tickets/read-choice";
import { mayPlace, whyNoSplit } from "@/lib/tickets/split-policy";
import { findSplit, type Split } from "@/lib/tickets/split-queries";
import { ConfirmForm } from "./_components/confirm-form";
import { PlaceForm } from "./_components/place-form";
import { SourceList } from "./_components/source-list";
import { TakingShape } from "./_components/taking-shape";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<Search>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Split of #${readNumber((await params).number)}` };
}

export default async function SplitPage({ params, searchParams }: Props) {
  const [actor, search, { number }] = await Promise.all([currentActor(), searchParams, params]);
  const [head, split] = await Promise.all([
    findProposalHead(actor, readNumber(number)),
    findSplit(actor, readNumber(number)),
  ]);
  if (!head || !split) notFound();
  const may = mayPlace(actor, head.facts);
  const chosen = may ? split.sources.find(({ key }) => key === search.place) : undefined;
  const closed = whyNoSplit(head.facts);
  return (
    <ProposalFrame head={head} current="tickets">
      {closed && <Note tone="info">{closed}</Note>}
      {split.decision && <Decided decision={split.decision} number={head.number} />}
      <div className="two">
        <Section title="What must be accounted for">
          <Meter
            value={split.balance.placed}
            max={split.balance.total}
            label={`${split.balance.placed} of ${split.balance.total} placed`}
          />
          <ConfirmForm head={head} split={split} search={search} signedIn={actor.kind === "person"} />
          <SourceList
            split={split}
            number={head.number}
            may={may}
            chosen={chosen?.key}
            form={chosen && <PlaceForm split={split} source={chosen} number={head.number} search={search} />}
          />
        </Section>
        <TakingShape tickets={split.tickets} />
      </div>
    </ProposalFrame>
  );
}

function Decided({ decision, number }: { decision: NonNullable<Split["decision"]>; number: number }) {
  const href = decision.date
    ? `/meetings/${decision.date}`
    : (decision.sourceUrl ?? `/proposals/${number}/board`);
  return (
    <p className="summary">
      <a href={href}>
        {outcomeLabels[decision.outcome]}
        {decision.date && (
          <>
            {" "}
            on <Time at={decision.date} format="date" />
          </>
        )}
      </a>
      : <span dir="auto">{decision.text}</span>
    </p>
  );
}
