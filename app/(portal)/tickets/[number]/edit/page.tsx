import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormState } from "@/components/forms/form-state";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { RankFields } from "@/components/tickets/rank-fields";
import { TicketFields } from "@/components/tickets/ticket-fields";
import { WhereTo } from "@/components/tickets/where-to";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { currentActor } from "@/lib/auth/reader";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { listOwnerChoices, type OwnerChoice } from "@/lib/people/queries";
import { readNumber } from "@/lib/proposals/schema";
import { isFullyEditable, mayAdjust, mayEdit } from "@/lib/tickets/policy";
import { findTicket, listCapabilityChoices, type TicketShown } from "@/lib/tickets/queries";
import { readChoice, type Search } from "@/lib/tickets/read-choice";
import { requestTypes } from "@/lib/tickets/request-types/catalogue";
import type { Details } from "@/lib/tickets/request-types/define-request-type";
import { detailsAsForm } from "@/lib/tickets/request-types/parse-details";
import { type Review, reviewDetails } from "@/lib/tickets/request-types/review-details";
import { shownType } from "@/lib/tickets/request-types/shown-type";
import { adjustTicketAction, updateTicketAction } from "../../actions";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<Search>;
}

export const metadata: Metadata = { title: "Change a ticket" };

export default async function EditTicketPage({ params, searchParams }: Props) {
  const [actor, { number }, search] = await Promise.all([currentActor(), params, searchParams]);
  const ticket = await findTicket(actor, readNumber(number));
  if (!ticket) notFound();
  if (actor.kind !== "person") redirect(`/sign-in?back=/tickets/${ticket.number}/edit`);
  const { facts } = ticket;
  if (!mayEdit(actor, facts) && !mayAdjust(actor, facts)) redirect(`/tickets/${ticket.number}`);
  const owners = await listOwnerChoices();
  return (
    <article className="page measure">
      <PageHead title={`Change ticket T-${ticket.number}`} />
      {isFullyEditable(actor, facts) ? (
        <Draft ticket={ticket} owners={owners} search={search} />
      ) : (
        <UnderWay ticket={ticket} owners={owners} search={search} />
      )}
    </article>
  );
}

interface FormProps {
  ticket: TicketShown;
  owners: OwnerChoice[];
  search: Search;
}

async function Draft({ ticket, owners, search }: FormProps) {
  const proposed = { destination: ticket.destination, requestType: ticket.requestType ?? undefined };
  const { destination, requestType } = readChoice(search, proposed);
  const type = shownType(destination, requestType);
  const [capabilities, kept] = await Promise.all([
    listCapabilityChoices(),
    stateFromKept(search.kept, "edit-ticket"),
  ]);
  const review = type && type.key === ticket.requestType ? reviewOf(ticket) : undefined;
  return (
    <>
      {review && <LeftOver review={review} />}
      <WhereTo
        path={`/tickets/${ticket.number}/edit`}
        destination={destination}
        requestType={requestType}
        types={requestTypes}
      />
      <ActionForm
        action={updateTicketAction}
        submissionKey={newSubmissionKey()}
        state={kept.values || !review ? kept : stateOf(review)}
        submitLabel="Save"
        label="Ticket"
      >
        <HiddenField name="number" value={ticket.number} />
        <HiddenField name="version" value={ticket.version} />
        <TicketFields
          destination={destination}
          type={type}
          owners={owners}
          capabilities={capabilities}
          saved={savedOf(ticket, type?.key)}
        />
      </ActionForm>
    </>
  );
}

/** What its type says of the draft today: it may have changed since the draft was written. */
function reviewOf({ requestType, details }: TicketShown): Review {
  return reviewDetails(requestType, details as Details | null); // written by parseDetails only, in this shape
}

function stateOf({ errors }: Review): FormState {
  if (errors.length === 0) return { status: "idle" };
  const message = "What this type asks for has changed since the draft was written. Nothing of it is lost.";
  return { status: "refused", message, errors };
}

function LeftOver({ review: { left } }: { review: Review }) {
  if (left.length === 0) return null;
  return (
    <Note tone="info" title="This type does not ask for these details any more">
      <p>They go when the draft is saved; copy what you want to keep into its text.</p>
      <ul>
        {left.map(({ name, text }) => (
          <li key={name}>
            {name}: <span dir="auto">{text}</span>
          </li>
        ))}
      </ul>
    </Note>
  );
}

function savedOf(ticket: TicketShown, type: string | undefined) {
  const { title, markdown, dueOn, capabilities, details, priority, size, labels } = ticket;
  return {
    title,
    markdown,
    dueOn,
    ...{ priority, size, labels },
    owner: ownerValue(ticket),
    capability: capabilities[0]?.key,
    // Written by parseDetails only, in this shape.
    details: type === ticket.requestType && type && details ? detailsAsForm(type, details as Details) : {},
  };
}

async function UnderWay({ ticket, owners, search }: FormProps) {
  return (
    <ActionForm
      action={adjustTicketAction}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(search.kept, "adjust-ticket")}
      submitLabel="Save"
      label="Ticket"
    >
      <p className="hint">It is filed: others rely on its text, so that stays. Say more in a comment.</p>
      <HiddenField name="number" value={ticket.number} />
      <HiddenField name="version" value={ticket.version} />
      <TextField name="title" label="Title" defaultValue={ticket.title} maxLength={200} required />
      <div className="pair">
        <SelectField name="owner" label="Owner" defaultValue={ownerValue(ticket)} options={owners} required />
        <TextField name="dueOn" label="Due" type="date" defaultValue={ticket.dueOn ?? ""} required={false} />
      </div>
      <RankFields saved={ticket} />
    </ActionForm>
  );
}

function ownerValue({ owner }: TicketShown): string {
  return owner ? `${owner.kind === "person" ? "@" : ""}${owner.handle}` : "";
}
