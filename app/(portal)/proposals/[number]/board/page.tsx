import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProposalAside } from "@/components/proposals/proposal-aside";
import { ProposalFrame } from "@/components/proposals/proposal-frame";
import { currentActor } from "@/lib/auth/reader";
import { listBallotsOf } from "@/lib/decisions/ballot-queries";
import { listDecisions } from "@/lib/decisions/queries";
import { listOpenMeetings } from "@/lib/meetings/queries";
import { findBoardState, type SlotShown } from "@/lib/meetings/slot-queries";
import { findProposalHead } from "@/lib/proposals/queries";
import { readNumber } from "@/lib/proposals/schema";
import { findReceipt } from "@/lib/tickets/receipt-queries";
import type { Actor } from "@/lib/workflow/actor";
import { BallotsSection } from "./_components/ballots-section";
import { DecisionsSection } from "./_components/decisions-section";
import { ReceiptSection } from "./_components/receipt-section";
import { PlacesSection, SlotSection } from "./_components/slot-section";
import { TakeUpForm } from "./_components/take-up-form";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ kept?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Proposal #${readNumber((await params).number)}: board` };
}

export default async function BoardPage({ params, searchParams }: Props) {
  const [actor, { number }, { kept }] = await Promise.all([currentActor(), params, searchParams]);
  const head = await findProposalHead(actor, readNumber(number));
  if (!head) notFound();
  const [state, decisions, ballots, receipt] = await Promise.all([
    findBoardState(actor, head),
    listDecisions(actor, head.number),
    listBallotsOf(actor, head.number),
    findReceipt(actor, head.number),
  ]);
  const meetings = await meetingsToChoose(actor, state.slot);
  return (
    <ProposalFrame head={head} current="board">
      <div className="with-side">
        <div>
          <SlotSection
            head={head}
            state={state}
            meetings={meetings}
            signedIn={actor.kind === "person"}
            kept={kept}
          />
          <PlacesSection places={state.places} />
          <BallotsSection head={head} ballots={ballots} kept={kept} />
          <DecisionsSection decisions={decisions} />
          <ReceiptSection number={head.number} receipt={receipt} />
          <TakeUpForm head={head} kept={kept} />
        </div>
        <ProposalAside head={head} />
      </div>
    </ProposalFrame>
  );
}

/** Only who may name a meeting needs the list. */
async function meetingsToChoose(actor: Actor, slot: SlotShown | null) {
  const choosing = slot?.moves.some(({ name }) => name === "offer" || name === "counter");
  return choosing ? listOpenMeetings(actor) : [];
}
