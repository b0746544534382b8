import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { TextArea } from "@/components/forms/text-field";
import { LinkButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { MoveButtons } from "@/components/workflow/move-buttons";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { asksForReason } from "@/lib/tickets/policy";
import type { TicketShown } from "@/lib/tickets/queries";
import type { AllowedMove } from "@/lib/workflow/machine";
import { moveTicketAction } from "../../actions";

interface Props {
  ticket: TicketShown;
  signedIn: boolean;
  mayChange: boolean;
  kept: string | string[] | undefined;
}

/** What this reader can do now: plain moves as buttons, those that say why with their field. */
export async function TicketMoves({ ticket, signedIn, mayChange, kept }: Props) {
  const { number, version, moves } = ticket;
  if (!signedIn) {
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
    <div className="your-move">
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
      {mayChange && <LinkButton href={`/tickets/${number}/edit`}>Change the ticket</LinkButton>}
    </div>
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
