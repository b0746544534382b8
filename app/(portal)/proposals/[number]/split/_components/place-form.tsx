import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormState } from "@/components/forms/form-state";
import { SelectField } from "@/components/forms/select-field";
import { TextArea } from "@/components/forms/text-field";
import { TicketFields } from "@/components/tickets/ticket-fields";
import { WhereTo } from "@/components/tickets/where-to";
import { Note } from "@/components/ui/note";
import { Tabs } from "@/components/ui/tabs";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { listOwnerChoices, partyText } from "@/lib/people/queries";
import { listCapabilityChoices } from "@/lib/tickets/queries";
import { readChoice, type Search } from "@/lib/tickets/read-choice";
import { findRequestType, requestTypes } from "@/lib/tickets/request-types/catalogue";
import { shownType } from "@/lib/tickets/request-types/shown-type";
import { whyRouteNeedsReason } from "@/lib/tickets/source-route";
import type { Split, SplitSource } from "@/lib/tickets/split-queries";
import { destinationLabels } from "@/lib/tickets/ui-text";
import { placeSourceAction } from "../actions";

interface Props {
  split: Split;
  source: SplitSource;
  number: number;
  search: Search;
}

const ways = [
  { as: "ticketed", label: "A new ticket" },
  { as: "existing", label: "A ticket that is there" },
  { as: "answered", label: "Answered" },
  { as: "dropped", label: "Dropped" },
] as const;
type Way = (typeof ways)[number]["as"];

/** The form of one source: what becomes of it. The way is chosen by link, so that it works without JavaScript. */
export async function PlaceForm(props: Props) {
  const { split, source, number, search } = props;
  const usable = split.tickets.filter(({ usable: is }) => is);
  // One thing is ticketed, or answered, or dropped: beside a ticket only another ticket is offered.
  const offered = ways.filter(
    ({ as }) =>
      (as !== "existing" || usable.length > 0) &&
      (as === "ticketed" || as === "existing" || source.entries.length === 0),
  );
  const way = offered.find(({ as }) => as === search.as)?.as ?? "ticketed";
  const address = (as: Way) => `/proposals/${number}/split?place=${source.key}&as=${as}#${source.key}`;
  const state = await stateFromKept(search.kept, "place-source");
  return (
    <div className="placing">
      <Tabs
        label={`What becomes of ${source.name}`}
        items={offered.map(({ as, label }) => ({ href: address(as), label, current: as === way }))}
      />
      {way === "ticketed" ? (
        <NewTicket {...props} state={state} />
      ) : (
        <Frame source={source} number={number} way={way} state={state} label={labels[way]}>
          {way === "existing" && <ExistingTicket tickets={usable} source={source} chosen={search.ticket} />}
          {way === "answered" && <TextArea name="text" label="The answer" rows={4} required />}
          {way === "dropped" && <TextArea name="text" label="Why it is dropped" rows={3} required />}
        </Frame>
      )}
      <p>
        <a href={`/proposals/${number}/split#${source.key}`}>Not now</a>
      </p>
    </div>
  );
}

const labels: Record<Way, string> = {
  ticketed: "Make the ticket",
  existing: "Place it there",
  answered: "Record the answer",
  dropped: "Drop it",
};

interface ExistingProps {
  tickets: Split["tickets"];
  source: SplitSource;
  chosen: string | string[] | undefined;
}

function ExistingTicket({ tickets, source, chosen }: ExistingProps) {
  const ticket = tickets.find(({ number }) => String(number) === chosen);
  const options = tickets.map(({ number, title }) => ({
    value: String(number),
    label: `T-${number} ${title}`,
  }));
  return (
    <>
      <SelectField
        name="ticket"
        label="Ticket"
        options={options}
        defaultValue={ticket ? String(ticket.number) : undefined}
        required
      />
      {source.kind === "ask" && (
        <WhyElsewhere
          source={source}
          isDue={ticket !== undefined && ticket.destination !== source.route.destination}
        />
      )}
    </>
  );
}

/** The rules propose, the person decides; where the two differ somebody will ask why. */
function WhyElsewhere({ source, isDue }: { source: SplitSource; isDue: boolean }) {
  return (
    <TextArea
      name="routeReason"
      label="Why it goes there"
      hint={`Needed where it is not what the rules propose: ${proposalOf(source)}.`}
      rows={2}
      required={isDue}
    />
  );
}

async function NewTicket({ source, number, search, state }: Props & { state: FormState }) {
  const { destination, requestType } = readChoice(search, source.route);
  const [owners, capabilities] = await Promise.all([listOwnerChoices(), listCapabilityChoices()]);
  const type = shownType(destination, requestType);
  const chosen = { destination, requestType: destination === "infra" ? requestType : null };
  const isElsewhere = source.kind === "ask" && whyRouteNeedsReason(source.route, chosen) !== undefined;
  return (
    <>
      <Note tone="info" title={`Proposed: ${proposalOf(source)}`}>
        {source.route.reason} You decide.
      </Note>
      <WhereTo
        path={`/proposals/${number}/split#${source.key}`}
        keep={{ place: source.key, as: "ticketed" }}
        destination={destination}
        requestType={requestType}
        types={requestTypes}
      />
      <Frame source={source} number={number} way="ticketed" state={state} label={labels.ticketed}>
        <TicketFields
          destination={destination}
          type={type}
          owners={owners}
          capabilities={capabilities}
          saved={{
            title: source.text.slice(0, 200),
            markdown: source.acceptanceTest && `Done when: ${source.acceptanceTest}`,
            owner: ownerValue(source),
            dueOn: source.dueOn,
            capability: type?.capability,
          }}
          withIssue
        />
        {isElsewhere && <WhyElsewhere source={source} isDue />}
      </Frame>
    </>
  );
}

function proposalOf({ route }: SplitSource): string {
  const type = findRequestType(route.requestType);
  return type
    ? `${destinationLabels[route.destination]}, as “${type.label}”`
    : destinationLabels[route.destination];
}

function ownerValue({ owner }: SplitSource): string {
  // A role owns no ticket: somebody who holds it has to be chosen.
  return owner?.kind === "role" ? "" : partyText(owner);
}

interface FrameProps {
  source: SplitSource;
  number: number;
  way: Way;
  state: FormState;
  label: string;
  children: ReactNode;
}

function Frame({ source, number, way, state, label, children }: FrameProps) {
  return (
    <ActionForm
      action={placeSourceAction}
      submissionKey={newSubmissionKey()}
      state={state}
      submitLabel={label}
      label={`Place ${source.name}`}
    >
      <HiddenField name="number" value={number} />
      <HiddenField name="place" value={source.key} />
      <HiddenField name="sourceKind" value={source.kind} />
      <HiddenField name="sourceId" value={source.id} />
      <HiddenField name="disposition" value={way} />
      {children}
    </ActionForm>
  );
}
