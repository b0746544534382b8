import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { TicketFields } from "@/components/tickets/ticket-fields";
import { WhereTo } from "@/components/tickets/where-to";
import { PageHead } from "@/components/ui/page-head";
import { currentActor } from "@/lib/auth/reader";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { listOwnerChoices } from "@/lib/people/queries";
import { listCapabilityChoices } from "@/lib/tickets/queries";
import { readChoice, type Search } from "@/lib/tickets/read-choice";
import { requestTypes } from "@/lib/tickets/request-types/catalogue";
import { shownType } from "@/lib/tickets/request-types/shown-type";
import { createTicketAction } from "../actions";

export const metadata: Metadata = { title: "Make a ticket" };

export default async function NewTicketPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await currentActor();
  const search = await searchParams;
  if (actor.kind !== "person") redirect(`/sign-in?back=${encodeURIComponent(addressOf(search))}`);
  const proposal = /^[1-9]\d{0,8}$/.exec(String(search.proposal ?? ""))?.[0];
  const { destination, requestType } = readChoice(search, { destination: "infra" });
  const [owners, capabilities, state] = await Promise.all([
    listOwnerChoices(),
    listCapabilityChoices(),
    stateFromKept(search.kept, "new-ticket"),
  ]);
  const type = shownType(destination, requestType);
  return (
    <article className="page measure">
      <PageHead
        title="Make a ticket"
        lead={proposal ? `It belongs to proposal #${proposal}.` : "One piece of work that stands for itself."}
      />
      <WhereTo
        path="/tickets/new"
        keep={proposal ? { proposal } : {}}
        destination={destination}
        requestType={requestType}
        types={requestTypes}
      />
      <ActionForm
        action={createTicketAction}
        submissionKey={newSubmissionKey()}
        state={state}
        submitLabel="Save as a draft"
        label="Ticket"
      >
        {proposal && <HiddenField name="proposal" value={proposal} />}
        <TicketFields
          destination={destination}
          type={type}
          owners={owners}
          capabilities={capabilities}
          saved={{ capability: type?.capability, owner: destination === "infra" ? "infra" : "" }}
          withIssue
        />
      </ActionForm>
    </article>
  );
}

/** This page with what was chosen on the way to it, such as a type of the catalogue. */
function addressOf({ to, type, proposal }: Search): string {
  const chosen = Object.entries({ to, type, proposal }).filter(
    (each): each is [string, string] => typeof each[1] === "string",
  );
  return `/tickets/new?${new URLSearchParams(chosen)}`;
}
