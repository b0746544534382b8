import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TicketFrame } from "@/components/tickets/ticket-frame";
import { currentActor } from "@/lib/auth/reader";
import { listTicketQuestions } from "@/lib/discussion/queries";
import { listPartyChoices } from "@/lib/people/queries";
import { readNumber } from "@/lib/proposals/schema";
import { findTicket } from "@/lib/tickets/queries";
import type { Search } from "@/lib/tickets/read-choice";
import { AskForm } from "../../../_discussion/questions/ask-form";
import { QuestionList } from "../../../_discussion/questions/question-list";
import { tellQuestions } from "../../../_discussion/questions/tell-questions";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<Search>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Questions on T-${readNumber((await params).number)}` };
}

export default async function TicketQuestionsPage({ params, searchParams }: Props) {
  const [actor, { number }, { kept, show }] = await Promise.all([currentActor(), params, searchParams]);
  const ticket = await findTicket(actor, readNumber(number));
  if (!ticket) notFound();
  const signedIn = actor.kind === "person";
  const [questions, owners] = await Promise.all([
    listTicketQuestions(actor, ticket.id).then((found) => tellQuestions(actor, found)),
    signedIn ? listPartyChoices() : [],
  ]);
  const on = { ticket: ticket.number };
  return (
    <TicketFrame ticket={ticket} current="questions">
      <QuestionList onlyOpen={show === "open"} {...{ on, questions, signedIn, kept }} />
      {signedIn && <AskForm {...{ on, owners, kept }} />}
    </TicketFrame>
  );
}
