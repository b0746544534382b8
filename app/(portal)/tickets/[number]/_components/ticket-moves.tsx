import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-field";
import { LinkButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { MoveButtons } from "@/components/workflow/move-buttons";
import { now } from "@/lib/clock";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { asksForReason, mayPlan } from "@/lib/tickets/policy";
import { quartersFrom, quarterText } from "@/lib/tickets/quarter";
import type { TicketShown } from "@/lib/tickets/queries";
import type { Actor } from "@/lib/workflow/actor";
import type { AllowedMove } from "@/lib/workflow/machine";
import { moveTicketAction } from "../../actions";
import { rerouteAction, unbundleAction } from "../../link-actions";

interface Props {
  ticket: TicketShown;
  actor: Actor;
  mayChange: boolean;
  kept: string | string[] | undefined;
}

/** What this reader can do now: plain moves as buttons, those that say why with their field. */
export async function TicketMoves({ ticket, actor, mayChange, kept }: Props) {
  const { number, version, moves } = ticket;
  if (actor.kind !== "person") {
    return (
      <p className="your-move">
        <span>
          <a href={`/sign-in?back=/tickets/${number}`}>Sign in</a> to work on this ticket.
        </span>
      </p>
    );
  }
  const state = await stateFromKept(kept, "move-ticket");
  const plain = moves.filter((move) => move.refusal || !asksForReason(move.name));
  const withReason = moves.filter((move) => !move.refusal && asksForReason(move.name));
  return (
    <div className="your-move" id="move">
      <MoveButtons
        moves={plain}
        action={moveTicketAction}
        submissionKey={newSubmissionKey()}
        hidden={{ number, version }}
      />
      {withReason.map((move) => (
        <MoveWithReason
          key={move.name}
          move={move}
          number={number}
          version={version}
          state={state.values?.move === move.name ? state : undefined}
        />
      ))}
      <Reroute ticket={ticket} actor={actor} state={await stateFromKept(kept, "reroute")} />
      {ticket.bundle && mayChange && <Unbundle ticket={ticket} />}
      {mayChange && <LinkButton href={`/tickets/${number}/edit`}>Change the ticket</LinkButton>}
    </div>
  );
}

interface RerouteProps {
  ticket: TicketShown;
  actor: Actor;
  state: Awaited<ReturnType<typeof stateFromKept>>;
}

/** For those who work on it: a request that is too large goes to the initiative process. */
function Reroute({ ticket, actor, state }: RerouteProps) {
  const { number, version, destination, status, facts } = ticket;
  if (destination === "initiative" || status === "draft" || status === "bounced" || !mayPlan(actor, facts)) {
    return null;
  }
  return (
    <ActionForm
      action={rerouteAction}
      submissionKey={newSubmissionKey()}
      state={state}
      submitLabel="Make it an initiative"
      label="Make it an initiative"
      folded="Too large for one request"
    >
      <HiddenField name="number" value={number} />
      <HiddenField name="version" value={version} />
      <TextArea name="reason" label="Why it is too large." rows={2} required />
      <SelectField
        name="quarter"
        label="Planned for"
        options={[
          { value: "", label: "Not planned yet" },
          ...quartersFrom(now()).map((value) => ({ value, label: quarterText(value) })),
        ]}
        required={false}
      />
    </ActionForm>
  );
}

function Unbundle({ ticket: { number, version } }: { ticket: TicketShown }) {
  return (
    <ActionForm
      action={unbundleAction}
      submissionKey={newSubmissionKey()}
      className="moves"
      label="Its bundle"
    >
      <HiddenField name="number" value={number} />
      <HiddenField name="version" value={version} />
      <SubmitButton variant="plain">Take it out of its bundle</SubmitButton>
    </ActionForm>
  );
}

interface MoveProps {
  move: AllowedMove;
  number: number;
  version: number;
  state?: Awaited<ReturnType<typeof stateFromKept>>;
}

function MoveWithReason({ move, number, version, state }: MoveProps) {
  return (
    <Disclosure summary={move.label} open={state !== undefined}>
      <ActionForm
        action={moveTicketAction}
        submissionKey={newSubmissionKey()}
        state={state}
        submitLabel={move.label}
        label={move.label}
      >
        <HiddenField name="number" value={number} />
        <HiddenField name="version" value={version} />
        <HiddenField name="move" value={move.name} />
        <TextArea name="reason" label={move.needs ?? "The reason."} rows={3} required />
      </ActionForm>
    </Disclosure>
  );
}
