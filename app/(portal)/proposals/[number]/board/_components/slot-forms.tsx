import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { TextArea, TextField } from "@/components/forms/text-field";
import { Note } from "@/components/ui/note";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { MeetingLine } from "@/lib/meetings/queries";
import type { SlotShown } from "@/lib/meetings/slot-queries";
import type { Readiness } from "@/lib/proposals/readiness";
import type { AllowedMove } from "@/lib/workflow/machine";
import {
  acceptCounterAction,
  acceptSlotAction,
  counterSlotAction,
  declineSlotAction,
  offerSlotAction,
  requestSlotAction,
  withdrawSlotAction,
} from "../actions";
import { TermsFields } from "./terms-fields";

type Kept = string | string[] | undefined;

interface SlotFormsProps {
  number: number;
  slot: SlotShown;
  meetings: readonly MeetingLine[];
  readiness: Readiness | null;
  kept: Kept;
}

/** A form for each move that this reader may make; what stands in a move's way is said instead. */
export function SlotForms({ slot, ...rest }: SlotFormsProps) {
  return slot.moves.map((move) =>
    move.refusal ? (
      <Note key={move.name} tone="warn" title={`${move.label} is not possible.`}>
        {move.refusal}
      </Note>
    ) : (
      <MoveForm key={move.name} move={move} slot={slot} {...rest} />
    ),
  );
}

interface MoveFormProps extends SlotFormsProps {
  move: AllowedMove;
}

const actions = {
  accept: { action: acceptSlotAction, form: "accept-slot" },
  accept_counter: { action: acceptCounterAction, form: "accept-counter" },
  counter: { action: counterSlotAction, form: "counter-slot" },
  offer: { action: offerSlotAction, form: "offer-slot" },
  decline: { action: declineSlotAction, form: "decline-slot" },
  decline_offer: { action: declineSlotAction, form: "decline-slot" },
  withdraw: { action: withdrawSlotAction, form: "withdraw-slot" },
} as const;

async function MoveForm({ move, number, slot, meetings, readiness, kept }: MoveFormProps) {
  if (!(move.name in actions)) return null;
  const name = move.name as keyof typeof actions; // checked on the line above
  const { action, form } = actions[name];
  const state = await stateFromKept(kept, form);
  const fields = <Fields name={name} slot={slot} meetings={meetings} readiness={readiness} />;
  const isFirst = name === "accept" || name === "accept_counter" || (name === "offer" && !slot.offer);
  return (
    <ActionForm
      action={action}
      submissionKey={newSubmissionKey()}
      state={state}
      submitLabel={move.label}
      label={move.label}
      folded={isFirst ? undefined : move.label}
    >
      <HiddenField name="number" value={number} />
      <HiddenField name="version" value={slot.version} />
      {fields}
    </ActionForm>
  );
}

interface FieldsProps {
  name: keyof typeof actions;
  slot: SlotShown;
  meetings: readonly MeetingLine[];
  readiness: Readiness | null;
}

function Fields({ name, slot, meetings, readiness }: FieldsProps) {
  const { presentMinutes, qaMinutes } = slot.offer ?? slot;
  const terms = { meetings, presentMinutes, qaMinutes, meeting: slot.offer?.meeting.date };
  switch (name) {
    case "accept":
      return null;
    case "accept_counter":
      return (
        <>
          {slot.offer?.overMinutes ? <OverrideField required /> : null}
          <UnreadyField readiness={readiness} />
        </>
      );
    case "counter":
      return <TermsFields {...terms} />;
    case "offer":
      return (
        <>
          <TermsFields {...terms} />
          <OverrideField />
          <UnreadyField readiness={readiness} />
        </>
      );
    case "decline":
    case "decline_offer":
      return <TextField name="reason" label="Reason" required maxLength={1000} />;
    case "withdraw":
      return <TextField name="reason" label="Reason" required={false} maxLength={1000} />;
  }
}

/** An officer who schedules what is not ready says why (DOMAIN 4). A meeting too soon can make it so, too. */
function UnreadyField({ readiness }: { readiness: Readiness | null }) {
  const isReady = readiness?.ready ?? true;
  return (
    <TextField
      name="unreadyReason"
      label="Reason to take it before it is ready"
      hint={
        isReady
          ? "It is ready. Only where the meeting comes too soon after its last change; it is recorded."
          : "It is not ready for the board, as its readiness says above; your reason is recorded."
      }
      required={!isReady}
      maxLength={1000}
    />
  );
}

function OverrideField({ required = false }: { required?: boolean }) {
  return (
    <TextField
      name="overrideReason"
      label="Reason to take it although it does not fit"
      hint="Only where the agenda would be too long; it is recorded with the item."
      required={required}
      maxLength={1000}
    />
  );
}

/** Asks for time: as people write it, with what the secretary should know. */
export async function RequestForm({ number, kept }: { number: number; kept: Kept }) {
  return (
    <ActionForm
      action={requestSlotAction}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(kept, "request-slot")}
      submitLabel="Ask for time"
      label="Ask for time"
    >
      <HiddenField name="number" value={number} />
      <TextField
        name="minutes"
        label="Minutes"
        hint="Such as “10 to 15”: 10 to present, and up to 15 in all with questions. Or “10 + 10”, or “15”."
        defaultValue="10 to 15"
        required
      />
      <TextField
        name="questionMinutes"
        label="Of them or beside them, minutes for questions"
        hint="Where you know; it counts before what is written above."
        inputMode="numeric"
        required={false}
      />
      <TextArea name="note" label="Note to the secretary" rows={2} required={false} />
      <TextField
        name="constraints"
        label="What has to be minded"
        hint="Hours, people who have to be there, other meetings."
        required={false}
        maxLength={1000}
      />
      <TextField name="earliestOn" label="Not before" type="date" required={false} />
      <TextField name="latestOn" label="Not after" type="date" required={false} />
    </ActionForm>
  );
}
