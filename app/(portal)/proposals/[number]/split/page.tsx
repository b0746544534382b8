import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { ProposalFrame } from "@/components/proposals/proposal-frame";
import { Meter } from "@/components/ui/meter";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { currentActor } from "@/lib/auth/reader";
import { outcomeLabels } from "@/lib/decisions/ui-text";
import { newSubmissionKey } from "@/lib/form-action";
import { findProposalHead } from "@/lib/proposals/queries";
import { readNumber } from "@/lib/proposals/schema";
import type { Search } from "@/lib/tickets/read-choice";
import { mayPlace, whyNoSplit } from "@/lib/tickets/split-policy";
import { findSplit, type Split } from "@/lib/tickets/split-queries";
import { ConfirmForm } from "./_components/confirm-form";
import { PlaceForm } from "./_components/place-form";
import { SourceList } from "./_components/source-list";
import { SplitKeys } from "./_components/split-keys";
import { TakingShape } from "./_components/taking-shape";
import { placeSourceAction } from "./actions";

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
      {closed && (
        <Note tone="info">
          {closed}{" "}
          {split.confirmed && <a href={`/proposals/${head.number}/split/receipt`}>Read the receipt</a>}
        </Note>
      )}
      {split.decision && <Decided decision={split.decision} number={head.number} />}
      <div className="two">
        <Section title="What must be accounted for">
          <Meter
            value={split.balance.placed}
            max={split.balance.total}
            label={`${split.balance.placed} of ${split.balance.total} placed`}
          />
          {may && <Keys number={head.number} placed={search.placed} />}
          <ConfirmForm head={head} split={split} search={search} signedIn={actor.kind === "person"} />
          <SourceList
            split={split}
            number={head.number}
            may={may}
            chosen={chosen?.key}
            form={chosen && <PlaceForm split={split} source={chosen} number={head.number} search={search} />}
          />
        </Section>
        <TakingShape tickets={split.tickets} may={may} />
      </div>
    </ProposalFrame>
  );
}

/** One form for all that a single key places in a ticket that is there. */
function Keys({ number, placed }: { number: number; placed: string | string[] | undefined }) {
  return (
    <>
      <p className="hint js-only">
        By keyboard: <kbd>j</kbd> <kbd>k</kbd> select, <kbd>n</kbd> new ticket, <kbd>1</kbd>–<kbd>9</kbd> into
        a ticket, <kbd>a</kbd> answer, <kbd>d</kbd> drop, <kbd>u</kbd> take back.
      </p>
      <ActionForm
        action={placeSourceAction}
        submissionKey={newSubmissionKey()}
        className="contents"
        label="Place by a key"
      >
        <SplitKeys number={number} placed={typeof placed === "string" ? placed : undefined} />
      </ActionForm>
    </>
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
